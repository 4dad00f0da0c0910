"""Examining an exercise in this process, which runs only the course's own code."""

from __future__ import annotations

from typing import Any

from autograder.course import CourseError, Solution
from autograder.course.faults import Faults
from autograder.grading.judge import outcomes_here
from autograder.keys.cases import make_check
from autograder.keys.key import Key
from autograder.keys.making import make_key
from autograder.sandbox.outcome import Outcome
from autograder.validation.author_faults import author_faults
from autograder.validation.domain_coverage import domain_coverage
from autograder.validation.examination import Examination, examine

__all__ = ["examine_here"]


def examine_here(solution: Solution, seed: bytes) -> Examination:
    """Examine an exercise without a sandbox, quickly enough for an author who is writing.

    Args:
        solution: the exercise.
        seed: the course's secret.

    Returns:
        The examination.

    Raises:
        CourseError: if the exercise cannot be graded at all; a `CourseErrors` where several checks
            are why.
    """
    key = _make_key(solution, seed)

    def run(source: str) -> dict[str, list[Outcome]]:
        namespace: dict[str, Any] = {"__name__": "answer"}
        exec(compile(source, "answer.py", "exec"), namespace)  # noqa: S102 - the course's own code
        return outcomes_here(key, namespace.get(solution.name))

    found = examine(solution, key, run, confined=False)
    found.faults += author_faults(solution, key, seed)
    found.cover(domain_coverage(solution, seed))
    return found


def _make_key(solution: Solution, seed: bytes) -> Key:
    """Make a key, or say of every check why it cannot be made."""
    try:
        return make_key(solution, seed)
    except CourseError as error:
        faults = Faults()
        for check in solution.exercise.checks:
            faults.attempt(make_check, solution, check, seed)
        faults.raise_any()
        raise error
