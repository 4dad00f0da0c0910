"""Finding and reading what students handed in. The input is hostile, the reading is trusted.

No link is followed, and no source of a student is parsed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from autograder.collecting.asked import Asked
from autograder.collecting.files import Reason, UnreadableError, open_without_links, text_of
from autograder.collecting.files import read_file as read_regular_file
from autograder.collecting.ignored_names import why_ignored
from autograder.collecting.leftovers import Leftovers, Unplaced, UnplacedReason
from autograder.collecting.listing import FOLDER, RelativePath
from autograder.collecting.meant_names import code_kind, is_archive, meant_exactly, meant_nearly
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES, read_notebook
from autograder.collecting.pieces import (
    Piece,
    checks_with_answers,
    imported_answers,
    notebook_pieces,
)
from autograder.collecting.resolved import Resolved
from autograder.collecting.resolver import HandIn
from autograder.collecting.student_names import refused_names, safe_name
from autograder.collecting.submission import Submission, read_piece
from autograder.errors import PathError, UnknownNameError

__all__ = [
    "FoundHandIn",
    "find_hand_ins",
    "find_submissions",
    "read_hand_in",
    "read_submission",
    "that_counted",
]


@dataclass(frozen=True)
class FoundHandIn:
    """What one student handed in for one assignment, found and not read yet.

    Attributes:
        student: the student's id, fit to be shown.
        folder: the name of the student's folder.
        resolved: which files count.
        hand_in: to read them from, as long as the next one has not been asked for; None where
            nothing is read.
        attempts: where each attempt is given, the sources of all of this student's, the first one
            first; empty where there is one alone.
    """

    student: str
    folder: str
    resolved: Resolved
    hand_in: HandIn | None
    attempts: tuple[str, ...] = ()


def find_submissions(
    folder: Path,
    asked: Asked,
    *,
    assignments: Sequence[str] | None = None,
    leftovers: Leftovers | None = None,
    is_wanted: Callable[[str], bool] = lambda student: True,
    counted: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Iterator[Submission]:
    """Read all submissions below a folder, one at a time.

    Args:
        folder: holds a folder for each student.
        asked: what the course asks for.
        assignments: those that are read, or None for all; what lies there for the others is theirs.
        leftovers: gets what could not be placed; whole after the last submission.
        is_wanted: is asked whether a student's folder is looked into, by id.
        counted: by student and assignment, the source of that attempt of several which counts; of
            others it is the last.

    Yields:
        A submission for each student and each assignment that the student has something for; also
        where it cannot be read.
    """
    found = find_hand_ins(
        folder,
        asked,
        assignments=assignments,
        leftovers=leftovers,
        is_wanted=is_wanted,
        each_attempt=bool(counted),
    )
    for each in that_counted(found, counted):
        yield read_hand_in(each, asked)


def that_counted(
    found: Iterable[FoundHandIn],
    counted: Mapping[tuple[str, str], str],
    *,
    others_last: bool = True,
) -> Iterator[FoundHandIn]:
    """Of several attempts the one that was graded; see `find_submissions`.

    Args:
        found: with each attempt.
        counted: by student and assignment, the source of what was graded.
        others_last: whether of students of whom nothing was graded the last attempt is given; else
            each of theirs.
    """
    for each in found:
        named = counted.get((each.student, each.resolved.assignment))
        if each.attempts and (named in each.attempts or others_last):
            latest = each.attempts[-1]
            if each.resolved.source != (named if named in each.attempts else latest):
                continue
            yield _alone(each, is_latest=each.resolved.source == latest)
        else:
            yield each


def _alone(found: FoundHandIn, *, is_latest: bool) -> FoundHandIn:
    """An attempt as if there were no other."""
    resolved = found.resolved
    if is_latest and resolved.note is not None and resolved.note.kind == "best":
        resolved = replace(resolved, note=replace(resolved.note, kind="attempt"))
    return replace(found, resolved=resolved, attempts=())


def find_hand_ins(
    folder: Path,
    asked: Asked,
    *,
    assignments: Sequence[str] | None = None,
    leftovers: Leftovers | None = None,
    is_wanted: Callable[[str], bool] = lambda student: True,
    each_attempt: bool = False,
) -> Iterator[FoundHandIn]:
    """Find what each student handed in for each assignment.

    Args:
        folder: holds a folder for each student.
        asked: what the course asks for.
        assignments: those that are wanted, or None for all.
        leftovers: gets what could not be placed; whole after the last one.
        is_wanted: is asked whether a student's folder is looked into, by id.
        each_attempt: whether each of several attempts is given, and not only the last one.
    """
    left = Leftovers() if leftovers is None else leftovers
    wanted = asked.assignments if assignments is None else assignments
    for found in _find(folder, asked, wanted, left, is_wanted, each_attempt=each_attempt):
        left.handed_in.setdefault(found.resolved.assignment, set()).add(found.student)
        yield found


def _find(
    folder: Path,
    asked: Asked,
    wanted: Collection[str],
    left: Leftovers,
    is_wanted: Callable[[str], bool],
    *,
    each_attempt: bool,
) -> Iterator[FoundHandIn]:
    students = list(_student_folders(folder, asked, left))
    refused = refused_names(students)
    for name in students:
        shown = safe_name(name)
        if not is_wanted(shown):
            continue
        try:
            opened = open_without_links(folder / name, FOLDER)
        except FileNotFoundError:  # it was there a moment ago
            continue
        except UnreadableError as error:
            reason = refused.get(name) or error.reason
            for assignment in wanted:
                yield FoundHandIn(shown, name, _nothing(assignment, reason), None)
            continue
        try:
            hand_in = HandIn(opened, asked)
            if hand_in.is_of_several_students:
                left.unplaced.append(Unplaced(shown, "of_students"))
                continue
            for attempts in hand_in.resolve_attempts(wanted, each=each_attempt):
                if name in refused:
                    nothing = _nothing(attempts[-1].assignment, refused[name])
                    yield FoundHandIn(shown, name, nothing, None)
                    continue
                sources = tuple(each.source for each in attempts) if len(attempts) > 1 else ()
                for resolved in attempts:
                    yield FoundHandIn(shown, name, resolved, hand_in, sources)
            _add_leftovers(hand_in, shown, left)
        finally:
            os.close(opened)


def _nothing(assignment: str, reason: Reason) -> Resolved:
    return Resolved(assignment, unreadable={"": reason})


def _student_folders(folder: Path, asked: Asked, left: Leftovers) -> Iterator[str]:
    """The names of the folders that are students'; links are refused later, with a reason."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        reason = why_ignored(entry.name)
        if reason is not None:
            left.ignored[reason] += 1
        elif not (entry.is_symlink() or entry.is_dir(follow_symlinks=False)):
            left.unplaced.append(Unplaced(safe_name(entry.name), _why_outside(entry)))
        elif entry.name in asked.assignments:
            left.unplaced.append(Unplaced(safe_name(entry.name), "of_assignment"))
        else:
            yield entry.name


def _why_outside(entry: os.DirEntry[str]) -> UnplacedReason:
    if not entry.is_file(follow_symlinks=False):
        return "special"
    return "archive" if is_archive(entry.name) else "outside"


def _add_leftovers(hand_in: HandIn, student: str, left: Leftovers) -> None:
    for path, reason in hand_in.unplaced():
        shown = "/".join([student, *map(safe_name, path)])
        left.unplaced.append(Unplaced(shown, reason))
    left.ignored.update(hand_in.ignored())


def read_hand_in(found: FoundHandIn, asked: Asked) -> Submission:
    """Read the files that count of what one student handed in."""
    return _read(found.hand_in, found.student, found.resolved, asked)


def _read(hand_in: HandIn | None, student: str, resolved: Resolved, asked: Asked) -> Submission:
    """Read the files that count."""
    exercises = asked.assignments[resolved.assignment]
    pieces: list[Piece] = []
    unreadable = dict(resolved.unreadable)
    in_check_cells: tuple[str, ...] = ()
    beside: tuple[Piece, ...] = ()
    if hand_in is not None and resolved.notebook is not None:
        try:
            cells = read_notebook(hand_in.read(resolved.notebook))["cells"]
            pieces += notebook_pieces(cells, exercises, asked.given)
            beside = imported_answers(cells, asked.given)
            in_check_cells = checks_with_answers(cells, exercises)
        except UnreadableError as error:
            unreadable[""] = error.reason
    elif hand_in is not None:
        for number, exercise in enumerate(exercises):
            if exercise in asked.given:
                pieces.append(Piece(number, asked.given[exercise], exercise, given=True))
                continue
            if exercise not in resolved.files:
                continue
            try:
                text = text_of(hand_in.read(resolved.files[exercise]))
            except UnreadableError as error:
                unreadable[exercise] = error.reason
            else:
                pieces.append(Piece(number, text, exercise))
    return Submission(
        student=student,
        assignment=resolved.assignment,
        pieces=tuple(pieces),
        unreadable=unreadable,
        beside=beside,
        details=dict(resolved.details),
        source=resolved.source,
        note=resolved.note,
        in_check_cells=in_check_cells,
    )


def read_submission(
    path: Path, asked: Asked, assignment: str | None = None, student: str | None = None
) -> Submission:
    """Read one submission.

    Args:
        path: a folder with a notebook or `.py` files; or one of these.
        asked: what the course asks for.
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
        raise PathError(f"there is no folder or file {path}", path, "no_such_path")
    if assignment is not None and assignment not in asked.assignments:
        raise UnknownNameError("assignment", assignment, asked.assignments)
    mode = path.lstat().st_mode
    kind = code_kind(path.name)
    if kind is None and stat.S_ISREG(mode):
        raise PathError(f"{path} is not a folder, a notebook or a .py file", path)
    if kind == "file":
        return _read_one_file(path, asked.assignments, assignment, safe_name(student or ""))
    name = assignment or meant_nearly(path.name, asked.assignments)
    if name is None:
        raise UnknownNameError("assignment", path.name, asked.assignments)
    if kind == "notebook":
        return _read_one_notebook(path, safe_name(student or ""), name, asked)
    whose = safe_name(path.parent.name if student is None else student)
    return _read_one_folder(path, whose, name, asked)


def _read_one_folder(path: Path, student: str, assignment: str, asked: Asked) -> Submission:
    """Read the folder of one assignment, whatever it is called."""
    within: RelativePath = (path.name,)
    try:
        os.close(open_without_links(path, FOLDER))
        outer = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    except UnreadableError as error:
        return Submission(student, assignment, (), {"": error.reason})
    try:
        hand_in = HandIn(outer, asked, within)
        found = {each.assignment: each for each in hand_in.resolve([assignment])}
        missing: dict[str, Reason] = dict.fromkeys(asked.assignments[assignment], "missing")
        resolved = found.get(assignment, Resolved(assignment, unreadable=missing))
        return _read(hand_in, student, resolved, asked)
    finally:
        os.close(outer)


def _read_one_notebook(path: Path, student: str, assignment: str, asked: Asked) -> Submission:
    exercises = asked.assignments[assignment]
    try:
        cells = read_notebook(read_regular_file(path, longest=MAX_NOTEBOOK_BYTES))["cells"]
    except UnreadableError as error:
        return Submission(student, assignment, (), {"": error.reason}, source=safe_name(path.name))
    return Submission(
        student,
        assignment,
        notebook_pieces(cells, exercises, asked.given),
        {},
        imported_answers(cells, asked.given),
        source=safe_name(path.name),
        in_check_cells=checks_with_answers(cells, exercises),
    )


def _read_one_file(
    path: Path, assignments: Mapping[str, Sequence[str]], assignment: str | None, student: str
) -> Submission:
    within = assignments if assignment is None else {assignment: assignments[assignment]}
    known = [exercise for exercises in within.values() for exercise in exercises]
    exercise = meant_exactly(path.name, known)
    if exercise is None:
        raise UnknownNameError("exercise", path.stem, known)
    name = next(each for each, exercises in within.items() if exercise in exercises)
    pieces, unreadable = read_piece(path, exercise, assignments[name].index(exercise))
    others: dict[str, Reason] = {e: "missing" for e in assignments[name] if e != exercise}
    return Submission(student, name, pieces, others | unreadable, source=safe_name(path.name))
