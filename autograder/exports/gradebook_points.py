"""The points in nbgrader's gradebook: corrected by hand, and less what a late hand-in costs."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from autograder.errors import AutograderError
from autograder.exports.class_scores import Points

__all__ = ["GradebookError", "gradebook_points"]


class GradebookError(AutograderError):
    """A gradebook cannot be read."""


def gradebook_points(url: str, assignments: Iterable[str]) -> dict[tuple[str, str], Points]:
    """The points of all students, by assignment and student.

    Args:
        url: of the gradebook's database.
        assignments: those that are wanted.

    Raises:
        GradebookError: if it cannot be read.
    """
    found: dict[tuple[str, str], Points] = {}
    try:
        with warnings.catch_warnings(), Gradebook(url) as gradebook:
            # These come from nbgrader's use of SQLAlchemy; an instructor cannot fix them.
            warnings.simplefilter("ignore", SAWarning)
            for assignment in assignments:
                for each in gradebook.assignment_submissions(assignment):
                    numbers = (each.score, each.max_score, each.late_submission_penalty)
                    points = Points(*(float(number or 0.0) for number in numbers))
                    found[assignment, each.student.id] = points
    except SQLAlchemyError as error:
        raise GradebookError(f"the gradebook cannot be read: {type(error).__name__}") from None
    return found
