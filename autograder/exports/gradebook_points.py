"""The points in nbgrader's gradebook: corrected by hand, and less what a late hand-in costs."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from nbgrader.api import Gradebook
from sqlalchemy import text
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from autograder.errors import AutograderError
from autograder.exports.class_scores import Points

__all__ = ["GradebookError", "gradebook_points"]

_OF_CELLS: Final = """
    JOIN base_cell ON base_cell.id = found.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = found.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
    JOIN assignment ON assignment.id = submitted_assignment.assignment_id
    WHERE assignment.name = :assignment
"""
_GRADES: Final = f"""
    SELECT submitted_assignment.student_id, base_cell.name,
        COALESCE(found.manual_score, found.auto_score, 0) + COALESCE(found.extra_credit, 0)
    FROM grade AS found {_OF_CELLS}
"""  # noqa: S608 - both parts are ours
_COMMENTS: Final = f"""
    SELECT submitted_assignment.student_id, base_cell.name, found.manual_comment
    FROM comment AS found {_OF_CELLS} AND found.manual_comment IS NOT NULL
"""  # noqa: S608
_ANSWER: Final = "-answer"
"""How the cell of an exercise's answer is called after the exercise."""


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
                grades = _by_student(gradebook, _GRADES, assignment)
                comments = _by_student(gradebook, _COMMENTS, assignment)
                for each in gradebook.assignment_submissions(assignment):
                    numbers = (each.score, each.max_score, each.late_submission_penalty)
                    student = each.student.id
                    said = {
                        name.removesuffix(_ANSWER): comment
                        for name, comment in comments[student].items()
                    }
                    raw, most, late = (float(number or 0.0) for number in numbers)
                    found[assignment, student] = Points(raw, most, late, grades[student], said)
    except SQLAlchemyError as error:
        raise GradebookError(f"the gradebook cannot be read: {type(error).__name__}") from None
    return found


def _by_student(
    gradebook: Gradebook, query: str, assignment: str
) -> defaultdict[str, dict[str, Any]]:
    """What a query finds of each student, by the name of the cell."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for student, cell, value in gradebook.db.execute(text(query), {"assignment": assignment}):
        found[student][cell] = value
    return found
