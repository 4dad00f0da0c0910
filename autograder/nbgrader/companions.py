"""What lies beside a submitted notebook: nothing of it is copied.

nbgrader copies each file of a submission to `autograded/` and `feedback/`, which web servers show:
a page of a student's would run there as the teacher. The instructor's own files of the assignment
are copied to `autograded/` as nbgrader does it. A feedback page needs none.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from nbgrader.converters import Autograde, GenerateFeedback, base
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files

from autograder.atomic_files import write_whole
from autograder.collecting.files import UnreadableError, read_file
from autograder.collecting.timestamps import TimestampError, handed_in_at
from autograder.nbgrader.resolved_hand_ins import timestamp_folder

__all__ = ["finding_nothing", "leave_companions"]

_LONGEST_TIMESTAMP: Final = 1_000
_TIMESTAMP: Final = "timestamp.txt"


@functools.cache
def leave_companions() -> None:
    """Have nbgrader copy the notebook of a submission, when it was handed in, and nothing else."""
    initialise = Autograde.init_assignment

    @functools.wraps(initialise)
    def of_autograde(self: Any, assignment_id: str, student_id: str) -> None:
        with finding_nothing():
            initialise(self, assignment_id, student_id)
        _write_time(self, assignment_id, student_id)

    def of_feedback(self: Any, assignment_id: str, student_id: str) -> None:
        _write_time(self, assignment_id, student_id)

    @functools.wraps(CourseDirectory.get_existing_timestamp)
    def get_existing_timestamp(self: Any, dest_path: str) -> Any:
        path = Path(dest_path, _TIMESTAMP)
        if not os.path.lexists(path):
            return None
        try:
            return _timestamp_in(path)[1]
        except TimestampError as error:
            self.log.error("%s %s and is passed over: nobody is late by it", path, error)
            return None

    Autograde.init_assignment = of_autograde
    GenerateFeedback.init_assignment = of_feedback
    CourseDirectory.get_existing_timestamp = get_existing_timestamp


@contextlib.contextmanager
def finding_nothing() -> Iterator[None]:
    """Temporarily have nbgrader find no other files of a submission."""
    base.find_all_files = lambda path, exclude=None: []
    try:
        yield
    finally:
        base.find_all_files = find_all_files


def _write_time(converter: Any, assignment: str, student: str) -> None:
    """Note the time of a submission beside its result, from which nbgrader knows a later one."""
    source = converter._format_source(assignment, student)
    try:
        text, _ = _timestamp_in(timestamp_folder(converter.coursedir, source) / _TIMESTAMP)
    except TimestampError:
        return
    folder = Path(converter._format_dest(assignment, student))
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / _TIMESTAMP, text)


def _timestamp_in(path: Path) -> tuple[str, datetime]:
    """The text of a file, and the time that it says.

    Raises:
        TimestampError: if it says none.
    """
    try:
        # Windows' editors begin a file with a mark that is none of its text.
        text = read_file(path, longest=_LONGEST_TIMESTAMP).decode("utf-8-sig").strip()
    except (UnreadableError, UnicodeDecodeError):
        raise TimestampError("is no time stamp") from None
    return text, handed_in_at(text)
