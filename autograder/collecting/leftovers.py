"""What lies among the submissions and could not be placed, or is passed over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Leftovers", "Unplaced", "UnplacedReason"]

UnplacedReason = Literal[
    "outside",  # a file that lies in no student's folder
    "archive",  # files packed into one
    "unknown",  # nothing says what it is an answer to
    "no_exercise",  # code that defines no exercise of the course
    "other_course",  # a notebook of another course
    "unreadable",  # its text cannot be read
    "no_submission",  # a folder without a file that could be graded
    "of_assignment",  # a folder of an assignment in the place of a student's
    "of_students",  # a folder of several students in the place of a student's
    "too_many",  # more files than are looked at
    "too_deep",  # more folders in folders than are looked into
    "link",
    "special",
    "forbidden",
]


@dataclass(frozen=True)
class Unplaced:
    """A file or folder that could not be placed.

    Attributes:
        path: from the folder of all submissions, fit to be shown.
        reason: why, in one of the words of `UnplacedReason`.
    """

    path: str
    reason: UnplacedReason


@dataclass
class Leftovers:
    """Everything that was handed in and is no submission.

    Attributes:
        unplaced: what somebody has to look at.
        ignored: how many files and folders were passed over, by reason.
        handed_in: by assignment, the ids of the students who handed in something for it.
    """

    unplaced: list[Unplaced] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    handed_in: dict[str, set[str]] = field(default_factory=dict)
