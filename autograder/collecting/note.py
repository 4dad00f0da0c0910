"""What was taken in the place of the file that was expected, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Note", "NoteKind"]

NoteKind = Literal[
    "renamed",  # nothing has the expected name
    "untouched",  # what has it is an untouched copy
    "unreadable",  # what has it cannot be read
    "attempt",  # it is the latest of several attempts
    "best",  # it is the best of several attempts
    "files",  # the `.py` files, since the notebook is an untouched copy
    "also",  # the exact name counts; others are there too
]


@dataclass(frozen=True)
class Note:
    """What was taken in the place of the expected file, and why.

    Attributes:
        kind: why, in one of the words of `NoteKind`.
        taken: the files that are graded, from the student's folder, fit to be shown.
        expected: the file that was looked for, from the student's folder.
        others: the files that are not graded, fit to be shown.
    """

    kind: NoteKind
    taken: str
    expected: str
    others: str = ""
