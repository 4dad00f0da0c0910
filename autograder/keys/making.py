"""Making a key: running the reference and the mistakes of an exercise on its cases."""

from __future__ import annotations

from autograder.course import Solution
from autograder.course.faults import Faults
from autograder.keys.cases import make_check
from autograder.keys.key import Key
from autograder.keys.probes import make_probes
from autograder.sandbox.call import signature_of
from autograder.texts import text_by_language

__all__ = ["make_key"]


def make_key(solution: Solution, seed: bytes | None) -> Key:
    """Make an exercise's key by running its reference and its mistakes on its cases.

    Args:
        solution: the exercise.
        seed: the course's secret, or None for the public checks alone, without probe calls.

    Returns:
        The key.

    Raises:
        CourseError: if a case or an expected value is not data, or the reference fails on a case; a
            `CourseErrors` where several checks have a fault.
    """
    checks = [check for check in solution.exercise.checks if check.public or seed is not None]
    faults = Faults()
    made = [faults.attempt(make_check, solution, check, seed) for check in checks]
    faults.raise_any()
    judged = any(check.judge is not None for check in checks)
    return Key(
        exercise=solution.name,
        assignment=solution.assignment,
        title=solution.title,
        driver_source=solution.driver_source,
        signature=signature_of(solution.reference),
        checks=tuple(made),
        hints=solution.hints,
        # What is right of a call that nobody foresaw, a judge of other calls cannot say.
        probes=() if seed is None or judged else make_probes(solution, seed),
        reasons={name: text_by_language(it) for name, it in solution.exercise.reasons.items()},
        forbid=tuple(solution.exercise.forbid),
        require=tuple(solution.exercise.require),
    )
