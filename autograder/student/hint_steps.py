"""The hints of an exercise, step by step: from the question to the cause, never the line."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.grading.results import ExerciseResult
from autograder.report.command_words import command_text
from autograder.report.diagnoses import MOST_TOLD, explained
from autograder.report.diagnosis_words import diagnosis_code, diagnosis_hint, diagnosis_more
from autograder.report.messages import check_message, say, shared_message, slip_sentence

__all__ = ["hint_steps"]


def hint_steps(result: ExerciseResult, language: str) -> list[str]:
    """What may be said of a wrong exercise, one step after the other; none where it is right.

    Args:
        result: of the exercise.
        language: of the hints.
    """
    if result.status == "passed":
        return []
    return list(dict.fromkeys(filter(None, _steps(result, language))))


def _steps(result: ExerciseResult, language: str) -> Iterator[str]:
    failed = [check for check in result.checks if check.finding is not None]
    shared = shared_message(result.checks, result.exercise, language)
    if not result.diagnoses:
        first = failed[0]
        problem = None if first.finding is None else first.finding.problem
        # What a check asks about does not matter where nothing came of any of them.
        if problem is None or problem.kind not in ("unreadable", "timeout"):
            yield command_text(language, "hint_where", check=first.label.of(language))
        yield shared or check_message(first, result.exercise, language)
        yield from explained(result, language).closing
        return
    for diagnosis in result.diagnoses[:MOST_TOLD]:
        slip = slip_sentence(diagnosis, language)
        if slip:
            yield slip
            continue
        yield diagnosis_hint(diagnosis, language)
        yield diagnosis_more(diagnosis, language)
        cause = diagnosis_code(diagnosis)
        if cause and diagnosis.kind in ("mistake", "relation"):
            yield command_text(language, "hint_cause", cause=cause.replace("_", " "))
    if result.signature is not None:
        yield say(language, "left_unexplained")
