"""Examining an exercise in this process, which runs only the course's own code."""

from __future__ import annotations

from typing import Any

from autograder.course import CourseError, Solution
from autograder.grading.judge import outcomes_here
from autograder.keys.costs import with_declared
from autograder.keys.making import make_key
from autograder.keys.own_judge import OwnJudgeError
from autograder.sandbox.outcome import Outcome
from autograder.validation.author_faults import author_faults
from autograder.validation.domain_coverage import domain_coverage
from autograder.validation.examination import Examination, examine
from autograder.validation.unfinished import demand_an_end

__all__ = ["examine_here"]


def examine_here(solution: Solution, seed: bytes) -> Examination:
    """Examine an exercise without a sandbox, quickly enough for an author who is writing.

    Args:
        solution: the exercise.
        seed: the course's secret.

    Returns:
        The examination.

    Raises:
        CourseError: if the exercise cannot be graded at all, or something in it does not return; a
            `CourseErrors` for several reasons.
    """
    demand_an_end(solution, seed)
    key = with_declared(make_key(solution, seed), solution)

    def run(source: str) -> dict[str, list[Outcome]]:
        namespace: dict[str, Any] = {"__name__": "answer"}
        exec(compile(source, "answer.py", "exec"), namespace)  # noqa: S102 - the course's own code
        return outcomes_here(key, namespace.get(solution.name))

    try:
        found = examine(solution, key, run, confined=False)
    except OwnJudgeError as error:
        raise CourseError(str(error), solution.folder / "judge.py", error.line) from error
    found.faults += author_faults(solution, key, seed)
    found.cover(domain_coverage(solution, seed))
    return found
