"""Finding and reading what students handed in: trusted code that reads hostile input.

No link is followed, and no source of a student is parsed.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.collecting.files import (
    Reason,
    UnreadableError,
    open_without_links,
    read_file,
    system_flags,
    text_of,
)
from autograder.collecting.pieces import Piece, notebook_pieces
from autograder.errors import PathError, UnknownNameError

__all__ = ["Submission", "find_submissions", "read_piece", "read_submission", "safe_name"]


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one assignment.

    Attributes:
        student: the folder's name in NFC, safe to show.
        assignment: its name.
        pieces: what runs, in order.
        unreadable: why there is nothing to run, by exercise, or under `` for all of them.
    """

    student: str
    assignment: str
    pieces: tuple[Piece, ...]
    unreadable: dict[str, Reason]

    def without(self, source: str) -> Submission:
        """The same submission without the pieces whose text is this one, apart from outer space."""
        text = source.strip()
        # A piece after which an exercise is asked keeps its place.
        pieces = (
            replace(piece, source="") if piece.source.strip() == text else piece
            for piece in self.pieces
            if piece.asked or piece.source.strip() != text
        )
        return replace(self, pieces=tuple(pieces))

    @property
    def is_notebook(self) -> bool:
        """Whether its pieces are the cells of one notebook."""
        return all(piece.exercise is None for piece in self.pieces)


def find_submissions(
    folder: Path, assignments: Mapping[str, Sequence[str]]
) -> Iterator[Submission]:
    """Read all submissions below a folder, one at a time.

    Args:
        folder: holds `<student>/<assignment>/`, with a notebook of the assignment's name or one
            `.py` file for each exercise.
        assignments: for each assignment's name the names of its exercises.

    Yields:
        A submission for each student and each assignment that the student has a folder for, even
        if it cannot be read.
    """
    names = sorted(
        entry.name
        for entry in os.scandir(folder)
        if entry.is_symlink() or entry.is_dir(follow_symlinks=False)
    )
    normal = Counter(_nfc(name) for name in names)
    for name in names:
        reason: Reason | None = None
        if safe_name(name) != name and safe_name(name) != _nfc(name):
            reason = "unsafe_id"
        elif normal[_nfc(name)] > 1:
            reason = "same_id"
        for assignment, exercises in assignments.items():
            yield from _read(folder / name, safe_name(name), assignment, exercises, reason)


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def safe_name(name: str) -> str:
    """A name that is safe to show: NFC, with escapes for control characters."""
    return "".join(
        char if char.isprintable() and char != "\\" else ascii(char)[1:-1] for char in _nfc(name)
    )


def _read(
    student: Path, name: str, assignment: str, exercises: Sequence[str], reason: Reason | None
) -> Iterator[Submission]:
    try:
        folder = _open_folder(student, assignment)
    except FileNotFoundError:
        return
    except UnreadableError as error:
        yield Submission(name, assignment, (), {"": reason or error.reason})
        return
    try:
        if reason is not None:
            yield Submission(name, assignment, (), {"": reason})
        else:
            yield _read_contents(folder, name, assignment, exercises)
    finally:
        os.close(folder)


def _read_contents(
    folder: int, student: str, assignment: str, exercises: Sequence[str]
) -> Submission:
    if f"{assignment}.ipynb" in os.listdir(folder):
        return _read_notebook(f"{assignment}.ipynb", folder, student, assignment, exercises)
    return _read_files(folder, student, assignment, exercises)


def read_submission(
    path: Path,
    assignments: Mapping[str, Sequence[str]],
    assignment: str | None = None,
    student: str | None = None,
) -> Submission:
    """Read one submission.

    Args:
        path: a folder with a notebook of the assignment's name or `.py` files; or one of these.
        assignments: for each assignment's name the names of its exercises.
        assignment: its name; without it that of the folder or the notebook, or the assignment that
            has the exercise of the `.py` file.
        student: whose it is; without it the name of the folder around a folder, and empty for a
            file.

    Returns:
        The submission, even if it cannot be read.

    Raises:
        PathError: if there is no such folder or file, or it is a file of another kind.
        UnknownNameError: if there is no such assignment, or no exercise in it for a `.py` file.
    """
    path = Path(os.path.abspath(path))
    if not os.path.lexists(path):
        raise PathError(f"there is no folder or file {path}", path)
    if path.suffix not in (".py", ".ipynb") and stat.S_ISREG(path.lstat().st_mode):
        raise PathError(f"{path} is not a folder, a notebook or a .py file", path)
    if path.suffix == ".py":
        return _read_one_file(path, assignments, assignment, safe_name(student or ""))
    name = assignment or path.name.removesuffix(".ipynb")
    if name not in assignments:
        raise UnknownNameError("assignment", name, assignments)
    if path.suffix == ".ipynb":
        return _read_notebook(path, None, safe_name(student or ""), name, assignments[name])
    whose = safe_name(path.parent.name if student is None else student)
    try:
        folder = open_without_links(path, _FOLDER)
    except UnreadableError as error:
        return Submission(whose, name, (), {"": error.reason})
    try:
        return _read_contents(folder, whose, name, assignments[name])
    finally:
        os.close(folder)


def _read_one_file(
    path: Path, assignments: Mapping[str, Sequence[str]], assignment: str | None, student: str
) -> Submission:
    if assignment is not None and assignment not in assignments:
        raise UnknownNameError("assignment", assignment, assignments)
    for name, exercises in assignments.items():
        if path.stem in exercises and assignment in (None, name):
            pieces, unreadable = read_piece(path, path.stem, exercises.index(path.stem))
            others: dict[str, Reason] = {e: "missing" for e in exercises if e != path.stem}
            return Submission(student, name, pieces, others | unreadable)
    within = assignments if assignment is None else [assignment]
    raise UnknownNameError("exercise", path.stem, [e for name in within for e in assignments[name]])


def _open_folder(student: Path, assignment: str) -> int:
    """Open the assignment's folder without following a link."""
    outer = open_without_links(student, _FOLDER)
    try:
        return open_without_links(assignment, _FOLDER, outer)
    finally:
        os.close(outer)


_FOLDER = os.O_RDONLY | system_flags("O_DIRECTORY", "O_NOFOLLOW")


def _read_notebook(
    path: str | Path, folder: int | None, student: str, assignment: str, exercises: Sequence[str]
) -> Submission:
    try:
        pieces = notebook_pieces(read_file(path, folder), exercises)
    except UnreadableError as error:
        return Submission(student, assignment, (), {"": error.reason})
    return Submission(student, assignment, pieces, {})


def _read_files(folder: int, student: str, assignment: str, exercises: Sequence[str]) -> Submission:
    pieces: list[Piece] = []
    unreadable: dict[str, Reason] = {}
    for number, exercise in enumerate(exercises):
        read, reasons = read_piece(f"{exercise}.py", exercise, number, folder)
        pieces += read
        unreadable |= reasons
    return Submission(student, assignment, tuple(pieces), unreadable)


def read_piece(
    path: str | Path, exercise: str, number: int = 0, folder: int | None = None
) -> tuple[tuple[Piece, ...], dict[str, Reason]]:
    """Read one exercise's `.py` file: its source, or the reason why it cannot be read."""
    try:
        return (Piece(number, text_of(read_file(path, folder)), exercise),), {}
    except UnreadableError as error:
        return (), {exercise: error.reason}
