"""The exceptions that users meet, all below one base class."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from autograder.unknown_names import unknown

__all__ = ["AutograderError", "CourseError", "PathError", "UnknownNameError"]


class AutograderError(Exception):
    """Base of every error that a user can put right; its text is one sentence on each line."""


class CourseError(AutograderError):
    """Something in the course is missing or wrong, and where.

    Attributes:
        path: the file or folder to mend.
        line: the line in it, from 1, or None.
        problem: one sentence.
    """

    def __init__(self, problem: str, path: Path, line: int | None = None) -> None:
        where = str(path) if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


class PathError(AutograderError):
    """A file or folder is missing, or is not what it has to be.

    Attributes:
        path: the file or folder.
    """

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


class UnknownNameError(AutograderError):
    """A name is none of those that exist.

    Attributes:
        what: is named, for example `exercise`.
        name: the unknown name.
        known: the names that exist.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what = what
        self.name = name
        self.known = tuple(known)
        super().__init__(unknown(what, name, self.known))
