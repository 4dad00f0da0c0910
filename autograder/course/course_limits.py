"""The limits that a course sets on a submission."""

from __future__ import annotations

from pathlib import Path

from autograder.course import CourseError, Settings
from autograder.limits import Limits

__all__ = ["limits_of"]


def limits_of(settings: Settings, root: Path) -> Limits:
    """The `[limits]` of a course, with the defaults of those that it does not set.

    Args:
        settings: of the course.
        root: of the course, for errors.

    Raises:
        CourseError: if one is unknown, or not a number greater than zero.
    """
    try:
        return Limits.of(settings.limits)
    except ValueError as error:
        raise CourseError(str(error), root / "course.toml") from None
