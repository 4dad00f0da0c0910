"""Faults of an exercise that the grading of no answer shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from autograder.course import Solution
from autograder.course.source_lines import line_of_definition
from autograder.diagnosis.diagnose import cannot_run
from autograder.keys.key import Key
from autograder.keys.making import pack_cases
from autograder.sandbox.call import Call
from autograder.sandbox.codec import DoorError, Value, encode
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome

__all__ = ["author_faults", "why_it_cannot_run"]


def why_it_cannot_run(name: str, outcomes: Iterable[Outcome]) -> str | None:
    """What is wrong with a mistake that cannot run: a typo is none that people make.

    Args:
        name: of the mistake.
        outcomes: what it makes of every case.

    Returns:
        A sentence; None where it can.
    """
    answers = list(outcomes)
    first = answers[0].problem
    if first is None or not all(map(cannot_run, answers)):
        return None
    return f"mistake {name!r} raises {first.type} on every case: {first.message}".rstrip(": ")


def author_faults(solution: Solution, key: Key, seed: bytes) -> Iterator[str]:
    """What is wrong with an exercise's cases and its reference, whatever is answered.

    Args:
        solution: the exercise.
        key: of the exercise, made with this seed.
        seed: the course's secret.

    Yields:
        A sentence for each, with file and line.
    """
    yield from _unsteady_cases(solution, key, seed)
    yield from _changed_inputs(solution, key)


def _unsteady_cases(solution: Solution, key: Key, seed: bytes) -> Iterator[str]:
    # Every process that grades makes the cases anew; students' checks bring them in a file.
    for check, made in zip(solution.exercise.checks, key.checks, strict=True):
        if pack_cases(solution, check, seed) != [encode(case.inputs) for case in made.cases]:
            problem = (
                f"the cases of check {check.name!r} differ from run to run; draw them from rng"
            )
            yield f"{solution.folder / 'grading.py'}:{check.line}: {problem}"


def _changed_inputs(solution: Solution, key: Key) -> Iterator[str]:
    changed: dict[str, None] = {}
    for check in key.checks:
        # A driver of the exercise may do with its inputs what it likes.
        if check.direct:
            for case in check.cases:
                call = key.call(check, case)
                changed |= dict.fromkeys(_changed_by_the_reference(solution, call))
    line = line_of_definition(solution.source, solution.name)
    for name in changed:
        yield f"{solution.folder / 'reference.py'}:{line}: the reference changes its input {name!r}"


def _changed_by_the_reference(solution: Solution, call: Call) -> Iterator[str]:
    """The names of the inputs that are other ones after the call."""
    after = call.fresh()
    call_here(solution.reference, after)
    for name, value in call.inputs.items():
        if not _same_bits(value, after.inputs[name]):
            yield name


def _same_bits(before: Value, after: Value) -> bool:
    """Whether two values are the same to the last bit, NaN included."""
    try:
        return encode(before) == encode(after)
    except DoorError:  # something was put in that is not data
        return False
