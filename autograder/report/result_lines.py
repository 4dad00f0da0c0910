"""Results as the lines of a `results.jsonl`: one submission each, a stable format.

docs/results.md describes it.
"""

from __future__ import annotations

from typing import Any

from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.report.messages import check_message, diagnosis_hint

__all__ = ["exercise_document", "result_document"]


def result_document(result: SubmissionResult, language: str) -> dict[str, Any]:
    """One submission as one line of a file, before it becomes text."""
    return {
        "student": result.student,
        "assignment": result.assignment,
        "score": result.score,
        "max_score": result.max_score,
        "seconds": round(result.seconds, 3),
        "exercises": [exercise_document(each, language) for each in result.exercises],
    }


def exercise_document(result: ExerciseResult, language: str) -> dict[str, Any]:
    """One exercise as it stands in such a line."""
    diagnosis = result.diagnosis
    return {
        "exercise": result.exercise,
        "score": result.score,
        "max_score": result.max_score,
        "status": result.status,
        "diagnosis": None
        if diagnosis is None
        else {
            "kind": diagnosis.kind,
            "name": diagnosis.name,
            "hint": diagnosis_hint(diagnosis, language),
        },
        "checks": [
            {
                "name": check.label(language),
                "visibility": "public" if check.public else "hidden",
                "status": check.status,
                "points": check.points,
                "max_points": check.max_points,
                "message": check_message(check, result.exercise, language),
            }
            for check in result.checks
        ],
    }
