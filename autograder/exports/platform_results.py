"""One submission's result as autograding platforms read it: Gradescope, PrairieLearn, GitHub.

Of hidden checks each says the name, the points and the message that a student may read; none names
an input or an expected value.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from autograder.exports.class_scores import Points
from autograder.report.result_records import CheckRecord, ExerciseRecord, SubmissionRecord

if TYPE_CHECKING:
    from autograder.exports.pictures import Picture

__all__ = [
    "HiddenVisibility",
    "github_output",
    "github_result",
    "gradescope_result",
    "prairielearn_result",
]

HiddenVisibility = Literal["hidden", "after_due_date", "after_published", "visible"]
"""When Gradescope shows a hidden check; while it hides one, it hides the total as well."""

_MOST_BYTES: Final = 900_000
"""PrairieLearn takes a megabyte."""

_STATUS: Final = {"passed": "pass", "failed": "fail", "missing": "fail", "partial": "fail"}


def gradescope_result(
    record: SubmissionRecord, hidden: HiddenVisibility, points: Points | None = None
) -> dict[str, Any]:
    """The `results.json` of a submission, with a test for each check.

    Args:
        record: of the submission.
        hidden: when hidden checks are shown.
        points: that count, in the place of those that were graded.
    """
    tests = []
    for place, exercise, number, check in _checks(record.exercises):
        tests.append(
            {
                "name": f"{exercise.exercise}: {check.name}",
                "name_format": "text",
                "number": f"{place}.{number}",
                "score": check.points,
                "max_score": check.max_points,
                "status": "passed" if check.status == "passed" else "failed",
                "output": _output(exercise, check, number),
                "output_format": "text",
                "visibility": "visible" if check.visibility == "public" else hidden,
                "tags": [exercise.exercise],
            }
        )
    return {
        "score": record.score if points is None else points.score,
        "execution_time": round(record.seconds),
        "output": record.note,
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {"assignment": record.assignment, "max_score": record.max_score},
    }


def prairielearn_result(
    record: SubmissionRecord, points: Points | None = None, pictures: Sequence[Picture] = ()
) -> dict[str, Any]:
    """The `results.json` of a submission for PrairieLearn; see `gradescope_result`.

    Pictures are in it as far as there is room for them.
    """
    counts = points or Points(record.score, record.max_score)
    tests = [
        {
            "name": f"{exercise.exercise}: {check.name}",
            "description": check.visibility,
            "points": check.points,
            "max_points": check.max_points,
            "message": check.message,
            "output": _output(exercise, check, number),
            "images": [],
        }
        for _, exercise, number, check in _checks(record.exercises)
    ]
    images: list[dict[str, str]] = []
    result = {
        "gradable": True,
        # PrairieLearn takes a share of the points from 0 to 1, without extra credit beyond that.
        "score": min(counts.score / counts.max_score, 1.0) if counts.max_score else 0.0,
        "message": record.note,
        "output": "",
        "images": images,
        "tests": tests,
    }
    if len(json.dumps(result).encode()) > _MOST_BYTES:
        for test in tests:
            test["output"], test["message"] = "", str(test["message"])[:200]
    room = _MOST_BYTES - len(json.dumps(result).encode())
    for each in pictures:
        image = {"label": each.label, "url": each.url}
        room -= len(json.dumps(image).encode()) + 2
        if room < 0:
            break
        images.append(image)
    return result


def github_result(exercises: Sequence[ExerciseRecord]) -> dict[str, Any]:
    """The result of a step for the reporter of GitHub Classroom, with a test for each check."""
    checks = list(_checks(exercises))
    passed = all(check.status == "passed" or check.extra for _, _, _, check in checks)
    return {
        "version": 1,
        "status": "pass" if passed else "fail",
        "max_score": sum(check.max_points for _, _, _, check in checks if not check.extra),
        "tests": [
            {
                "name": f"{exercise.exercise}: {check.name}",
                "status": _STATUS.get(check.status, "error"),
                "score": check.points,
                "message": _output(exercise, check, number),
                "test_code": f"autograder check {exercise.exercise}",
                "filename": "",
                "line_no": 0,
                "duration": 0,
            }
            for _, exercise, number, check in checks
        ],
    }


def github_output(result: dict[str, Any]) -> str:
    """A result as the output of a step: JSON in base64."""
    return base64.b64encode(json.dumps(result).encode()).decode()


def _checks(
    exercises: Sequence[ExerciseRecord],
) -> Iterator[tuple[int, ExerciseRecord, int, CheckRecord]]:
    for place, exercise in enumerate(exercises, 1):
        for number, check in enumerate(exercise.checks, 1):
            yield place, exercise, number, check


def _output(exercise: ExerciseRecord, check: CheckRecord, number: int) -> str:
    """Why a check failed; the first that did also says what explains it."""
    if check.status == "passed":
        return ""
    failed = [n for n, each in enumerate(exercise.checks, 1) if each.status != "passed"]
    hints = [each.hint for each in exercise.diagnoses[:3]] if number == failed[0] else []
    return "\n".join(filter(None, [check.message, *hints]))
