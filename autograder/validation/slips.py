"""Slips in an exercise's own code that its points and diagnoses do not bring to light."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from autograder.course import Solution
from autograder.grading.key import pack_cases
from autograder.grading.outcomes import Outcome

__all__ = ["only_raises", "own_slips"]


def only_raises(name: str, outcomes: Iterable[Outcome]) -> str | None:
    """What is wrong with a mistake that never answers: a typo is none that people make.

    Args:
        name: of the mistake.
        outcomes: what it makes of every case.

    Returns:
        A sentence; None where it answers some case, or has none for another reason.
    """
    problems = [outcome.problem for outcome in outcomes]
    first = problems[0]
    if first is None or not all(p and p.kind in ("raised", "signature") for p in problems):
        return None
    return f"mistake {name!r} raises {first.type} on every case: {first.message}".rstrip(": ")


def own_slips(solution: Solution, seed: bytes) -> Iterator[str]:
    """What is wrong with an exercise's cases, whatever is answered.

    Args:
        solution: the exercise.
        seed: the course's secret.

    Yields:
        A sentence for each slip, with file and line.
    """
    yield from _unsteady_cases(solution, seed)


def _unsteady_cases(solution: Solution, seed: bytes) -> Iterator[str]:
    # Every process that grades makes the cases anew; students' checks bring them in a file.
    for check in solution.exercise.checks:
        if pack_cases(solution, check, seed) != pack_cases(solution, check, seed):
            problem = (
                f"the cases of check {check.name!r} differ from run to run; draw them from rng"
            )
            yield f"{solution.folder / 'grading.py'}:{check.line}: {problem}"
