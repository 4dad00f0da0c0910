"""Making a key: running the reference and the mistakes of an exercise on its cases."""

from __future__ import annotations

from autograder.course import Solution
from autograder.keys.cases import make_check
from autograder.keys.key import Key
from autograder.keys.probes import make_probes
from autograder.sandbox.call import signature_of

__all__ = ["make_key"]


def make_key(solution: Solution, seed: bytes | None) -> Key:
    """Make an exercise's key by running its reference and its mistakes on its cases.

    Args:
        solution: the exercise.
        seed: the course's secret, or None for the public checks alone, without probe calls.

    Returns:
        The key.

    Raises:
        CourseError: if a case or an expected value is not data, or the reference fails on a case.
    """
    checks = [check for check in solution.exercise.checks if check.public or seed is not None]
    return Key(
        exercise=solution.name,
        assignment=solution.assignment,
        title=solution.title,
        driver_source=solution.driver_source,
        signature=signature_of(solution.reference),
        checks=tuple(make_check(solution, check, seed) for check in checks),
        hints=solution.hints,
        probes=() if seed is None else make_probes(solution, seed),
    )
