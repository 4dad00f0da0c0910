"""Which hand-ins `nbgrader autograde` sees: those that `autograder grade` sees.

nbgrader knows `submitted/<student>/<assignment>/<notebook>.ipynb` alone. In its place our resolver
looks; what it takes is shown to nbgrader under the expected name. Nothing in `submitted/` changes.
"""

from __future__ import annotations

import fnmatch
import functools
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder.collecting.asked import Asked, asked_of
from autograder.collecting.files import open_without_links
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.listing import FOLDER, RelativePath, read_file_in
from autograder.collecting.meant_names import attempt_number
from autograder.collecting.resolved import Resolved
from autograder.collecting.submissions import FoundHandIn, find_hand_ins
from autograder.course import Course, CourseError
from autograder.gradebook.points_changed import still_to_grade
from autograder.nbgrader.loaded_course import course_root, loaded_course
from autograder.report.hand_ins import leftover_lines, note_sentence

__all__ = [
    "STRUCTURE",
    "TakenHandIn",
    "graded_by_former_points",
    "not_placed",
    "resolve_hand_ins",
    "show_hand_in",
    "taken_hand_in",
    "timestamp_folder",
]

STRUCTURE: Final = os.path.join("{nbgrader_step}", "{student_id}", "{assignment_id}")
_EVERYBODY: Final = "*"
_TAKEN, _LEFTOVERS, _FOLDERS = "_taken_hand_ins", "_leftovers", "_timestamp_folders"


@dataclass(frozen=True)
class TakenHandIn:
    """What is graded in the place of the file that nbgrader expects.

    Attributes:
        folder: of the student.
        resolved: which files count.
    """

    folder: Path
    resolved: Resolved

    def read(self, path: RelativePath) -> bytes:
        """The bytes of one of the files.

        Raises:
            UnreadableError: with the reason, if it cannot be read.
        """
        folder = open_without_links(self.folder, FOLDER)
        try:
            return read_file_in(folder, path)
        finally:
            os.close(folder)

    @property
    def timestamps(self) -> Path:
        """The folder whose `timestamp.txt` is that of the submission: of its attempt, if any."""
        paths = [self.resolved.notebook, *self.resolved.files.values()]
        path = next((each for each in paths if each), ())
        for depth, name in enumerate(path[:-1], 1):
            if attempt_number(name) is not None:
                return self.folder.joinpath(*path[:depth])
        return self.folder / path[0] if len(path) > 1 else self.folder


def taken_hand_in(converter: Any, filename: str) -> TakenHandIn | None:
    """What is graded in the place of a file; None where the file itself is."""
    taken: dict[str, TakenHandIn] = getattr(converter, _TAKEN, {})
    return taken.get(filename)


def not_placed(converter: Any) -> int:
    """How many files and folders were handed in that could not be placed."""
    leftovers: Leftovers = getattr(converter, _LEFTOVERS, Leftovers())
    return len(leftovers.unplaced)


def graded_by_former_points(converter: Any) -> Mapping[str, Sequence[str]]:
    """Who was graded by points that have changed since, by assignment."""
    root = _root_of_ours(converter)
    return still_to_grade(Path(root)) if root else {}


@functools.cache
def resolve_hand_ins() -> None:
    """Have `nbgrader autograde` find hand-ins by our resolver, and list what it could not place."""
    initialise, start = Autograde.init_notebooks, Autograde.start
    read_timestamp = CourseDirectory.get_existing_timestamp

    @functools.wraps(initialise)
    def init_notebooks(self: Any) -> None:
        setattr(self, _TAKEN, {})
        setattr(self, _LEFTOVERS, Leftovers())
        root = _root_of_ours(self)
        course = _course(root) if root is not None else None
        only_last = course is not None and course.settings.attempts == "best"
        if course is None or not _find_all(self, asked_of(course), only_last=only_last):
            initialise(self)

    @functools.wraps(start)
    def start_and_report(self: Any) -> None:
        try:
            start(self)
        finally:
            leftovers = getattr(self, _LEFTOVERS, Leftovers())
            for line in leftover_lines(leftovers, "en"):
                self.log.warning("%s", line)
        # One student's grading, as the formgrader asks for it, is done all the same.
        if leftovers.unplaced and self.coursedir.student_id == _EVERYBODY:
            raise NbGraderException("not everything that was handed in could be placed")

    @functools.wraps(read_timestamp)
    def get_existing_timestamp(self: Any, dest_path: str) -> Any:
        return read_timestamp(self, str(timestamp_folder(self, dest_path)))

    Autograde.init_notebooks = init_notebooks
    Autograde.start = start_and_report
    CourseDirectory.get_existing_timestamp = get_existing_timestamp


def timestamp_folder(about: CourseDirectory, folder: str) -> Path:
    """The folder whose `timestamp.txt` says when a submission was handed in.

    Args:
        about: where everything lies.
        folder: of the submission, as nbgrader expects it.
    """
    folders: dict[str, Path] = getattr(about, _FOLDERS, {})
    return folders.get(folder, Path(folder))


def show_hand_in(converter: Any, found: FoundHandIn, submitted: Path) -> tuple[str, TakenHandIn]:
    """Show nbgrader one hand-in, and no other, under the expected name.

    Args:
        converter: nbgrader's, which does one submission after the other.
        found: what was handed in.
        submitted: the folder that it lies in.

    Returns:
        The expected path of the notebook, and what is graded in its place.
    """
    name = found.resolved.assignment
    folder = converter._format_source(name, found.student)
    expected = os.path.join(folder, f"{name}.ipynb")
    taken = TakenHandIn(submitted / found.folder, found.resolved)
    converter.notebooks = [expected]
    setattr(converter, _TAKEN, {expected: taken})
    setattr(converter.coursedir, _FOLDERS, {folder: taken.timestamps})
    return expected, taken


def _root_of_ours(converter: Any) -> str | None:
    """The root of the course whose assignment is graded; None where it is nbgrader's own affair."""
    about = converter.coursedir
    root = course_root(converter)
    is_ours = (
        root
        and about.directory_structure == STRUCTURE
        and (Path(root) / "solutions" / about.assignment_id).is_dir()
        and fnmatch.fnmatchcase(about.assignment_id, about.notebook_id)
    )
    submitted = Path(about.root, about.submitted_directory)
    return root if is_ours and submitted.is_dir() else None


def _course(root: str) -> Course:
    try:
        return loaded_course(root)
    except CourseError as error:
        raise NbGraderException(str(error)) from None


def _find_all(converter: Any, asked: Asked, *, only_last: bool) -> bool:
    """Show nbgrader each hand-in under the expected name; false where there is none.

    Args:
        converter: nbgrader's.
        asked: what the course asks for.
        only_last: whether it is said where an attempt is taken that is not known to be the best.
    """
    about = converter.coursedir
    name, pattern = about.assignment_id, about.student_id
    if name not in asked.assignments:
        return False
    submitted = Path(about.root, about.submitted_directory)
    found = find_hand_ins(
        submitted,
        asked,
        assignments=[name],
        leftovers=getattr(converter, _LEFTOVERS),
        is_wanted=lambda student: student == pattern or fnmatch.fnmatchcase(student, pattern),
    )
    taken: dict[str, TakenHandIn] = {}
    folders: dict[str, Path] = {}
    assignments: dict[str, list[str]] = {}
    for each in found:
        folder = converter._format_source(name, each.student)
        expected = os.path.join(folder, f"{name}.ipynb")
        taken[expected] = TakenHandIn(submitted / each.folder, each.resolved)
        folders[folder] = taken[expected].timestamps
        assignments[folder] = [expected]
        if each.resolved.note is not None:
            note = note_sentence(each.resolved.note, "en")
            converter.log.warning("%s: %s", each.student, note)
            if each.resolved.note.kind == "attempt" and only_last:
                converter.log.warning("%s: `autograder grade` takes the best one", each.student)
    converter.notebooks, converter.assignments = [], assignments
    setattr(converter, _TAKEN, taken)
    setattr(about, _FOLDERS, folders)
    return bool(assignments)
