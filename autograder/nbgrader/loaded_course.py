"""The course that nbgrader grades, loaded once."""

from __future__ import annotations

import functools
from pathlib import Path

from autograder.course import Course, load_course

__all__ = ["loaded_course"]


@functools.cache
def loaded_course(root: str) -> Course:
    """The course in this folder.

    Raises:
        CourseError: if something in it is missing or wrong.
    """
    return load_course(Path(root))
