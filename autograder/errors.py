"""The one error that a broken course raises."""

from __future__ import annotations

from pathlib import Path

__all__ = ["CourseError"]


class CourseError(Exception):
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
