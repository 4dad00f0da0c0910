"""What lies beside a submitted notebook: nothing of it is copied.

nbgrader copies each file of a submission to `autograded/` and `feedback/`, which web servers show:
a page of a student's would run there as the teacher. The instructor's own files of the assignment
are copied to `autograded/` as nbgrader does it. A feedback page needs none. With it go when it was
handed in, and the secret by which the exchange gives its feedback to nobody else.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
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

_LONGEST_SECRET: Final = 200
_SECRET: Final = "submission_secret.txt"  # noqa: S105 - the name of the file
_A_SECRET: Final = re.compile(rb"[0-9A-Za-z]+")
"""What `nbgrader submit` writes there: hexadecimal digits."""


@functools.cache
def leave_companions() -> None:
    """Have nbgrader copy the notebook of a submission, its time and its secret, nothing else."""
    initialise = Autograde.init_assignment

    @functools.wraps(initialise)
    def of_autograde(self: Any, assignment_id: str, student_id: str) -> None:
        with finding_nothing():
            initialise(self, assignment_id, student_id)
        _note_hand_in(self, assignment_id, student_id)

    def of_feedback(self: Any, assignment_id: str, student_id: str) -> None:
        _note_hand_in(self, assignment_id, student_id)

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


def _note_hand_in(converter: Any, assignment: str, student: str) -> None:
    """Note beside a result when its submission was handed in, and its secret.

    From the time nbgrader knows a later submission, and from the secret `release_feedback` makes
    the name under which a student fetches the page.
    """
    source = converter._format_source(assignment, student)
    submitted = timestamp_folder(converter.coursedir, source)
    notes = {}
    with contextlib.suppress(TimestampError):
        notes[_TIMESTAMP] = _timestamp_in(submitted / _TIMESTAMP)[0]
    with contextlib.suppress(UnreadableError):
        notes[_SECRET] = _secret_in(submitted / _SECRET)
    folder = Path(converter._format_dest(assignment, student))
    for name, text in notes.items():
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, text)


def _secret_in(path: Path) -> str:
    """The secret in a file.

    Raises:
        UnreadableError: if there is none.
    """
    text = read_file(path, longest=_LONGEST_SECRET)
    if _A_SECRET.fullmatch(text) is None:
        raise UnreadableError("missing")
    return text.decode("ascii")


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
