"""Results as tables and as JSON, for spreadsheets and programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal

from autograder.exports.class_scores import ClassScores
from autograder.exports.gradebook_files import as_number
from autograder.exports.tables import safe_cell, table_text
from autograder.report.result_records import SubmissionRecord, document

__all__ = ["Rows", "csv_text", "json_text", "nbgrader_text"]

Rows = Literal["submission", "exercise", "check"]
"""What a row is about."""

_NBGRADER: Final = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


def csv_text(scores: ClassScores, rows: Rows) -> str:
    """Results as a table, a row for each submission, exercise or check."""
    head = ["student", "name", "section", "assignment"]
    own = {
        "submission": ["score", "max_score", "diagnoses"],
        "exercise": ["exercise", "status", "score", "max_score", "diagnoses"],
        "check": ["exercise", "check", "visibility", "status", "score", "max_score"],
    }[rows]
    lines: list[list[object]] = [[*head, *own]]
    for record in scores.records.values():
        person = scores.person(record.student)
        who = [record.student, person.name, person.section, record.assignment]
        for line in _lines(record, scores, rows):
            lines.append(
                [safe_cell(each) if isinstance(each, str) else each for each in who + line]
            )
    return table_text(lines)


def _lines(record: SubmissionRecord, scores: ClassScores, rows: Rows) -> Iterator[list[object]]:
    if rows == "submission":
        named = [f"{e.exercise}: {d.name}" for e in record.exercises for d in e.diagnoses[:1]]
        points = scores.points(record)
        score = [as_number(points.score), as_number(points.max_score)]
        yield [*score, "; ".join(named)]
        return
    for exercise, earned in zip(record.exercises, scores.exercise_points(record), strict=True):
        if rows == "exercise":
            named = [each.name for each in exercise.diagnoses]
            of_exercise = [as_number(earned), exercise.max_score]
            yield [exercise.exercise, exercise.status, *of_exercise, "; ".join(named)]
            continue
        for each in exercise.checks:
            about = [exercise.exercise, each.name, each.visibility, each.status]
            yield [*about, each.points, each.max_points]


def json_text(scores: ClassScores) -> str:
    """Results as one list of JSON, as `results.jsonl` has them, with what the roster knows.

    Where the points in the gradebook are others, they stand beside those that were graded.
    """
    documents = []
    for record in scores.records.values():
        person = scores.person(record.student)
        about = {"name": person.name, "section": person.section}
        known = {key: text for key, text in about.items() if text}
        documents.append({**document(record), **known, **_in_gradebook(record, scores)})
    return json.dumps(documents, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _in_gradebook(record: SubmissionRecord, scores: ClassScores) -> dict[str, Any]:
    if not scores.is_corrected(record):
        return {}
    points = scores.points(record)
    names = [each.exercise for each in record.exercises]
    return {
        "in_gradebook": {
            "score": points.score,
            "late_penalty": points.late_penalty,
            "exercises": dict(zip(names, scores.exercise_points(record), strict=True)),
        }
    }


def nbgrader_text(scores: ClassScores) -> str:
    """Results in the columns of `nbgrader export`."""
    lines: list[list[object]] = [list(_NBGRADER)]
    for record in scores.records.values():
        person = scores.person(record.student)
        names = [person.last_name or person.name, person.first_name, person.mail]
        about = [record.assignment, "", "", safe_cell(record.student), *map(safe_cell, names)]
        points = scores.points(record)
        numbers = (points.raw, points.late_penalty, points.score, points.max_score)
        lines.append([*about, *map(as_number, numbers)])
    return table_text(lines, mark=False, line_end="\n")
