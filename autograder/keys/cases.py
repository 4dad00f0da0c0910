"""The cases of a check: their inputs, and what the reference and the mistakes answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from autograder.compare import Tolerance
from autograder.course import Check, CourseError, Solution
from autograder.course.authoring import Reports
from autograder.course.seeds import PUBLIC_SEED, generator
from autograder.keys.facts import FIELDS, facts
from autograder.keys.key import KeyCase, KeyCheck
from autograder.keys.own_judge import JUDGE_FILE, OwnJudge, OwnJudgeError
from autograder.sandbox.call import Call, signature_of
from autograder.sandbox.codec import DoorError, decode, encode
from autograder.sandbox.guest.drivers import BUILT_IN, find_driver
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome
from autograder.unknown_names import unknown

__all__ = ["make_case", "make_check", "pack_cases", "without_cases"]

_PATIENCE = 10.0
"""Seconds that the reference, or a mistake, may take for one case."""


def pack_cases(solution: Solution, check: Check, seed: bytes | None) -> list[bytes]:
    """The inputs of a check's cases, each as it crosses into the sandbox.

    Args:
        solution: the exercise.
        check: one of its checks.
        seed: the course's secret, or None for a public check.

    Raises:
        CourseError: if there are no cases, or one of them is not data.
    """
    rng = generator(
        PUBLIC_SEED if check.public or seed is None else seed, solution.name, check.name
    )
    path = solution.folder / "grading.py"
    try:
        packed = [encode(case.inputs) for case in check.cases(rng)]
    except DoorError as refusal:
        raise CourseError(f"a case cannot cross: {refusal}", path, check.line) from None
    except (Exception, SystemExit) as error:
        problem = f"the cases of {check.name!r} raise {type(error).__name__}: {error}"
        raise CourseError(problem.removesuffix(": "), path, check.line) from error
    if not packed:
        raise CourseError(f"{check.name!r} has no cases", path, check.line)
    return packed


def make_check(solution: Solution, check: Check, seed: bytes | None) -> KeyCheck:
    """Make a check of a key by running the reference and the mistakes on its cases.

    Args:
        solution: the exercise.
        check: one of its checks.
        seed: the course's secret, or None for a public check.

    Raises:
        CourseError: if a case or an expected value is not data, or the reference fails on a case.
    """
    made = without_cases(solution, check)
    packed = pack_cases(solution, check, seed)
    return replace(made, cases=tuple(make_case(solution, check, made, data) for data in packed))


def without_cases(solution: Solution, check: Check) -> KeyCheck:
    """A check of a key, as long as it has no cases.

    Raises:
        CourseError: if there is no such driver.
    """
    try:
        direct = find_driver(check.driver, solution.driver_source) in BUILT_IN.values()
    except LookupError:
        own = solution.driver_source or ""
        known = [*BUILT_IN, *re.findall(r"^def ([A-Za-z]\w*)", own, re.MULTILINE)]
        sentence = unknown("driver", check.driver, known)
        raise CourseError(sentence, solution.folder / "grading.py", check.line) from None
    return KeyCheck(
        name=check.name,
        label=check.label,
        points=check.points,
        public=check.public,
        driver=check.driver,
        reports=check.reports or _reports(check.driver, direct=direct),
        direct=direct,
        tolerance=Tolerance(check.rtol, check.atol),
        plot=check.plot,
        cases=(),
        judge=_judge(solution, check),
        partial=check.partial,
        extra=check.extra,
    )


def _judge(solution: Solution, check: Check) -> OwnJudge | None:
    if check.judge is None:
        return None
    if solution.judge_source is None:
        sentence = f"check {check.name!r} has the judge {check.judge!r}; there is no {JUDGE_FILE}"
        raise CourseError(sentence, solution.folder / "grading.py", check.line)
    judge = OwnJudge(check.judge, solution.judge_source, tuple(solution.exercise.reasons))
    try:
        judge.function()
    except OwnJudgeError as error:
        raise CourseError(str(error), solution.folder / "grading.py", check.line) from None
    return judge


def _reports(driver: str, *, direct: bool) -> Reports:
    """What a driver reports where nothing else is said."""
    if driver.startswith("inputs_after("):
        return "inputs_after"
    return _REPORTS[driver] if direct else "result"


_REPORTS: dict[str, Reports] = {
    "call": "result",
    "inputs_after": "inputs_after",
    "twice": "two_calls",
}
"""What the built-in drivers report."""


def make_case(
    solution: Solution,
    check: Check,
    made: KeyCheck,
    packed: bytes,
    seconds: float | None = None,
) -> KeyCase:
    """Run the reference and the mistakes of an exercise on one case.

    Args:
        solution: the exercise.
        check: that the case belongs to.
        made: the same check of the key.
        packed: the inputs, as they cross into the sandbox.
        seconds: that each of them may take; None for as long as anybody is patient.

    Raises:
        CourseError: if the reference fails, or one of them takes too long.
    """
    patience = _PATIENCE if seconds is None else seconds

    def run(what: str, file: str, implementation: Callable[..., Any]) -> Outcome:
        call = Call(solution.name, decode(packed), check.driver, solution.driver_source, signature)
        outcome = call_here(implementation, call, seconds=patience)
        if outcome.problem is not None and outcome.problem.kind == "timeout":
            problem = f"{what} does not return within {patience:g} seconds"
            raise CourseError(problem, solution.folder / file)
        return outcome

    signature = signature_of(solution.reference)
    expected = run("the reference", "reference.py", solution.reference)
    if expected.problem is not None:
        problem = f"the reference fails on a case of {check.name!r}: {expected.problem.type}: "
        line = expected.problem.line
        raise CourseError(
            problem + expected.problem.message, solution.folder / "reference.py", line
        )
    if facts(made.reports, expected.output) is None:
        fields = " and ".join(sorted(map(repr, map(str, FIELDS[made.reports]))))
        problem = f"driver {check.driver!r} reports {made.reports!r}: a dict of {fields}"
        raise CourseError(problem, solution.folder / "grading.py", check.line)
    mistakes = {
        name: run(f"mistake {name!r}", "mistakes.py", implementation)
        for name, implementation in solution.mistakes.items()
    }
    return KeyCase(decode(packed), expected.output, mistakes)
