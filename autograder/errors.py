"""The exceptions that users meet, all below one base class."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from autograder.unknown_names import unknown

__all__ = ["AutograderError", "CourseError", "CourseErrors", "PathError", "UnknownNameError"]


class AutograderError(Exception):
    """Base of every error that a user can put right; its text is one sentence on each line."""


class CourseError(AutograderError):
    """A fault of the course: something in it is missing or wrong.

    Attributes:
        path: the file or folder to fix.
        line: the line in it, from 1, or None.
        sentence: what is wrong, without the place.
    """

    def __init__(self, sentence: str, path: Path, line: int | None = None) -> None:
        where = str(path) if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {sentence}")
        self.path = path
        self.line = line
        self.sentence = sentence

    @property
    def faults(self) -> tuple[CourseError, ...]:
        """Every fault that was found; this one alone."""
        return (self,)


class CourseErrors(CourseError):  # noqa: N818 - the plural says it
    """Several faults of a course, found together; place and sentence are those of the first."""

    def __init__(self, faults: Iterable[CourseError]) -> None:
        self._faults = tuple(faults)
        first = self._faults[0]
        super().__init__(first.sentence, first.path, first.line)

    @property
    def faults(self) -> tuple[CourseError, ...]:
        """Every fault that was found, in the order of the course."""
        return self._faults

    def __str__(self) -> str:
        return "\n".join(map(str, self._faults))


class PathError(AutograderError):
    """A file or folder is missing, or of the wrong kind.

    Attributes:
        path: the file or folder.
        kind: the end of the name of the sentence in other languages; empty where there is none.
        words: what fills the gaps of that sentence, beside `path`.
    """

    def __init__(self, sentence: str, path: Path, kind: str = "", **words: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.kind = kind
        self.words = words


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
