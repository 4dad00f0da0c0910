"""Finding and reading what students handed in. The input is hostile, the reading is trusted.

Regular files only, no links followed, bounded in size; a student's source is never parsed here.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from autograder.errors import AutograderError, PathError, UnknownNameError

__all__ = [
    "MAX_SUBMISSION_BYTES",
    "Piece",
    "Reason",
    "Submission",
    "UnreadableError",
    "cell_name",
    "find_submissions",
    "notebook_pieces",
    "plain_text",
    "read_file",
    "read_notebook",
    "read_piece",
    "read_submission",
    "safe_name",
]

MAX_SUBMISSION_BYTES = 10 << 20
_MAX_CELLS = 2_000
_UTF_16 = (b"{\0", b"\0{")
"""How a notebook in UTF-16 begins that has no byte order mark; to UTF-8 it is text."""

Reason = Literal[
    "missing", "empty", "not_utf8", "not_notebook", "directory", "link", "special", "too_large",
    "forbidden", "unsafe_id", "same_id",
]  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A piece of source that is run as one: a notebook's code cell, or a `.py` file.

    Attributes:
        number: of the cell in its notebook, or of the file; errors name it.
        source: the text.
        exercise: whose file it is; None for cells, which all share one namespace.
    """

    number: int
    source: str
    exercise: str | None = None


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one assignment.

    Attributes:
        student: the folder's name in NFC, fit to be shown.
        assignment: its name.
        pieces: what is run, in order.
        unreadable: for an exercise's name, or `` for all of them, why there is nothing to run.
    """

    student: str
    assignment: str
    pieces: tuple[Piece, ...]
    unreadable: dict[str, Reason]

    def without(self, source: str) -> Submission:
        """The same without the pieces that are exactly this text, but for space around it."""
        pieces = (piece for piece in self.pieces if piece.source.strip() != source.strip())
        return replace(self, pieces=tuple(pieces))

    @property
    def is_notebook(self) -> bool:
        """Whether its pieces are the cells of one notebook."""
        return all(piece.exercise is None for piece in self.pieces)


class UnreadableError(AutograderError):
    """What was handed in cannot be read.

    Attributes:
        reason: why, in one of the words of `Reason`.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"what was handed in cannot be read: {reason}")
        self.reason: Reason = reason


def find_submissions(
    folder: Path, assignments: Mapping[str, Sequence[str]]
) -> Iterator[Submission]:
    """Read all submissions below a folder, one at a time.

    Args:
        folder: holds `<student>/<assignment>/`, with a notebook of the assignment's name or one
            `.py` file for each exercise.
        assignments: for each assignment's name the names of its exercises.

    Yields:
        A submission for each student and each assignment that the student has a folder for; also
        where it cannot be read.
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
    """A name as it can be shown: NFC, and with escapes for what a screen or a file would obey."""
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
        The submission; also where it cannot be read.

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
        folder = _open(path, _FOLDER)
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
    """A descriptor of the assignment's folder, reached without following a link."""
    outer = _open(student, _FOLDER)
    try:
        return _open(assignment, _FOLDER, outer)
    finally:
        os.close(outer)


def _open(path: str | Path, flags: int, folder: int | None = None) -> int:
    try:
        return os.open(path, flags | _flags("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"), dir_fd=folder)
    except FileNotFoundError:
        raise
    except PermissionError:
        raise UnreadableError("forbidden") from None
    except OSError:
        # ELOOP for a link; ENOTDIR for a link or a file where a folder is asked for.
        mode = os.stat(path, dir_fd=folder, follow_symlinks=False).st_mode
        raise UnreadableError("link" if stat.S_ISLNK(mode) else "special") from None


def _flags(*names: str) -> int:
    """Combine flags; Windows, where nobody grades, lacks some of them."""
    return sum(getattr(os, name, 0) for name in names)


_FOLDER = os.O_RDONLY | _flags("O_DIRECTORY", "O_NOFOLLOW")


def read_file(path: str | Path, folder: int | None = None) -> bytes:
    """The bytes of a regular file, links not followed, up to `MAX_SUBMISSION_BYTES`.

    Raises:
        UnreadableError: with the reason, if it is anything else.
    """
    try:
        descriptor = _open(path, os.O_RDONLY | _flags("O_NOFOLLOW"), folder)
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError("directory")
        if not stat.S_ISREG(mode):
            raise UnreadableError("special")
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(MAX_SUBMISSION_BYTES + 1)
    finally:
        os.close(descriptor)
    if len(data) > MAX_SUBMISSION_BYTES:
        raise UnreadableError("too_large")
    return data


def _read_notebook(
    path: str | Path, folder: int | None, student: str, assignment: str, exercises: Sequence[str]
) -> Submission:
    try:
        pieces = notebook_pieces(read_file(path, folder), exercises)
    except UnreadableError as error:
        return Submission(student, assignment, (), {"": error.reason})
    return Submission(student, assignment, pieces, {})


def notebook_pieces(data: bytes, exercises: Sequence[str] = ()) -> tuple[Piece, ...]:
    """The code cells of a notebook's bytes, numbered by their place among all cells.

    Args:
        data: of the file.
        exercises: of the assignment. Their check cells are the course's and are not run, and their
            answers are code, whatever a student made of either.

    Raises:
        UnreadableError: if this is no notebook.
    """
    answers = {f"{exercise}-answer" for exercise in exercises}
    pieces: list[Piece] = []
    # The last copy of an answer counts, as the last definition does.
    for number, cell in reversed(list(enumerate(read_notebook(data)["cells"]))):
        name = cell_name(cell)
        is_code = cell["cell_type"] == "code" or name in answers
        answers.discard(name)
        if is_code and name not in exercises:
            pieces.append(Piece(number, plain_text(cell.get("source"))))
    return tuple(reversed(pieces))


def read_notebook(data: bytes) -> dict[str, Any]:
    """A notebook's bytes as they are, with cells that have a type, and a source if they are code.

    Raises:
        UnreadableError: if this is no notebook.
    """
    if data[:2] in _UTF_16:
        raise UnreadableError("not_utf8")
    text = _text(data)
    try:
        document: dict[str, Any] = msgspec.json.decode(text)
        for cell in document["cells"]:
            _check_cell(cell)
    except (msgspec.DecodeError, RecursionError, KeyError, TypeError, ValueError):
        raise UnreadableError("not_notebook") from None
    if len(document["cells"]) > _MAX_CELLS:
        raise UnreadableError("too_large")
    return document


def _check_cell(cell: dict[str, Any]) -> None:
    if cell["cell_type"] == "code":
        source = cell["source"]
        if not isinstance("".join(source) if isinstance(source, list) else source, str):
            raise TypeError


def cell_name(cell: Mapping[str, Any]) -> str:
    """What nbgrader calls a cell; empty where it, or a student, wrote no name."""
    metadata = cell.get("metadata")
    ours = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = ours.get("grade_id") if isinstance(ours, dict) else None
    return name if isinstance(name, str) else ""


def plain_text(value: Any) -> str:
    """A text, which a notebook may hold as a list of lines; empty for anything else."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


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
        return (Piece(number, _text(read_file(path, folder)), exercise),), {}
    except UnreadableError as error:
        return (), {exercise: error.reason}


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("not_utf8") from None
    if not text.strip():
        raise UnreadableError("empty")
    return text.replace("\r\n", "\n")
