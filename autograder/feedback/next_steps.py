"""What a student can do next, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.report.messages import say

__all__ = ["next_steps"]


def next_steps(result: SubmissionResult, language: str) -> Iterator[str]:
    """What to look at: what is not written, what the own check shows, what it does not."""
    groups: dict[str, list[ExerciseResult]] = {"write": [], "public": [], "hidden": []}
    for exercise in result.exercises:
        kind = _kind(exercise)
        if kind is not None:
            groups[kind].append(exercise)
    for kind, exercises in groups.items():
        if exercises:
            names = ", ".join(each.title.of(language) for each in exercises)
            command = f"autograder check {' '.join(each.exercise for each in exercises)} --more"
            yield say(language, f"next_{kind}", names=names, command=command)
    if not any(groups.values()):
        yield say(language, "next_nothing")


def _kind(exercise: ExerciseResult) -> str | None:
    if exercise.status == "passed":
        return None
    if exercise.status == "missing":
        return "write"
    wrong = [check for check in exercise.checks if check.status != "passed"]
    return "public" if any(check.public for check in wrong) else "hidden"
