"""What a gradebook says, by names and not by the random ids of rows."""

from __future__ import annotations

import datetime
from typing import Any

from nbgrader.api import Gradebook

__all__ = ["grade_by_hand", "rows"]


def rows(url: str) -> dict[tuple[str, ...], Any]:
    """Every row that grading writes: students, submissions, notebooks, grades, comments."""
    found: dict[tuple[str, ...], Any] = {}
    with Gradebook(url) as gradebook:
        for student in gradebook.students:
            found["student", student.id] = (student.first_name, student.last_name, student.email)
            for submission in student.submissions:
                names = (student.id, submission.name)
                found["submission", *names] = (
                    submission.timestamp,
                    submission.extension,
                    submission.score,
                    submission.needs_manual_grade,
                )
                for notebook in submission.notebooks:
                    found["notebook", *names, notebook.name] = notebook.late_submission_penalty
                    for grade in notebook.grades:
                        found["grade", *names, grade.name] = (
                            grade.auto_score,
                            grade.manual_score,
                            grade.extra_credit,
                            grade.needs_manual_grade,
                            grade.score,
                        )
                    for comment in notebook.comments:
                        found["comment", *names, comment.name] = (
                            comment.auto_comment,
                            comment.manual_comment,
                        )
    return found


def grade_by_hand(url: str) -> None:
    """What instructors do in the formgrader, and a due date."""
    with Gradebook(url) as gradebook:
        gradebook.find_assignment("basics").duedate = datetime.datetime(2026, 3, 1, 12)
        grade = gradebook.find_grade("double", "basics", "basics", "wrong")
        grade.manual_score, grade.extra_credit = 3.0, 1.5
        gradebook.find_grade("Counter", "basics", "basics", "late").extra_credit = 2.0
        comment = gradebook.find_comment("double-answer", "basics", "basics", "wrong")
        comment.manual_comment = "Look at it again."
        gradebook.db.commit()
