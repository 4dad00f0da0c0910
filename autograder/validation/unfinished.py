"""What an author wrote that does not return: the reference, a mistake, an alternative, a driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from autograder.course import CourseError, Solution
from autograder.course.faults import Faults
from autograder.course.model import Implementation
from autograder.course.parameters import base_name
from autograder.interrupting import Place
from autograder.keys.cases import pack_cases, without_cases
from autograder.sandbox.call import Call, signature_of
from autograder.sandbox.codec import decode
from autograder.sandbox.in_process import PATIENCE, unfinished_call

__all__ = ["demand_an_end"]


def demand_an_end(solution: Solution, seed: bytes) -> None:
    """Call all that an author wrote on every case, so that whoever grades it need not wait.

    Args:
        solution: the exercise.
        seed: the course's secret.

    Raises:
        CourseError: where something does not return, with its line; a `CourseErrors` for several.
            Without a reference that returns, nothing else is called.
    """
    faults, calls = Faults(), list(_calls(solution, seed))
    faults.add(_unfinished(solution, calls, "reference.py", {solution.name: solution.reference}))
    faults.raise_any()
    faults.add(_unfinished(solution, calls, "mistakes.py", solution.mistakes))
    faults.add(_unfinished(solution, calls, "alternatives.py", solution.alternatives))
    faults.raise_any()


def _calls(solution: Solution, seed: bytes) -> Iterator[Call]:
    """The calls of all checks that have no fault themselves."""
    signature = signature_of(solution.reference)
    for check in (*solution.exercise.checks, *solution.exercise.probes):
        try:
            without_cases(solution, check)
            packed = pack_cases(solution, check, seed)
        except CourseError:  # it is told when the key is made
            continue
        for data in packed:
            inputs, source = decode(data), solution.driver_source
            yield Call(solution.name, inputs, check.driver, source, signature)


def _unfinished(
    solution: Solution,
    calls: list[Call],
    file: str,
    implementations: Mapping[str, Implementation],
) -> Iterator[CourseError]:
    """What does not return: of several versions of a mistake the first."""
    found: set[str] = set()
    for name, implementation in implementations.items():
        own = base_name(name)
        for call in calls if own not in found else ():
            places = unfinished_call(implementation, call.fresh())
            if places:
                found.add(own)
                yield _fault(solution, file, own, call, places)
                break


def _fault(
    solution: Solution, file: str, name: str, call: Call, places: list[Place]
) -> CourseError:
    what = {"reference.py": "the reference", "mistakes.py": f"mistake {name!r}"}.get(
        file, f"alternative {name!r}"
    )
    path = solution.folder / file
    drivers = "driver.py"
    for place, line in places:
        if place == str(path):
            sentence = f"{what} does not return within {PATIENCE:g} seconds"
            return CourseError(sentence, path, line)
        if place == drivers:
            sentence = f"driver {call.driver!r} does not return within {PATIENCE:g} seconds"
            return CourseError(f"{sentence}; it drives {what}", solution.folder / drivers, line)
    return CourseError(f"{what} does not return within {PATIENCE:g} seconds", path)
