"""Results for the tests of reports, made without running anything."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.compare import compare
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.results import CheckResult, ExerciseResult, Finding, Status
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text

LANGUAGES = ("ko", "en")


def finding(outcome: Outcome, expected: Any = 1.0, *, total: int = 1, **inputs: Any) -> Finding:
    """What one failed case came to."""
    difference = None if outcome.problem else compare(outcome.output, expected)
    return Finding("call", inputs, outcome, expected, difference, failed=1, total=total)


def check(
    why: Finding | None = None,
    *,
    public: bool = True,
    status: Status = "failed",
    name: str = "a check",
    ko: str = "검사",
) -> CheckResult:
    """A check that failed with a finding, or passed without one."""
    status = status if why else "passed"
    return CheckResult(name, Text(ko=ko, en=name), public, status, 0 if why else 2, 2, why)


def exercise(
    *checks: CheckResult,
    diagnosis: Diagnosis | None = None,
    diagnoses: tuple[Diagnosis, ...] = (),
    signature: str | None = None,
    status: Status = "failed",
    title: Text | None = None,
) -> ExerciseResult:
    """One exercise with these checks."""
    title = title or Text(ko="두 배", en="Double")
    told = diagnoses if diagnosis is None else (diagnosis,)
    return ExerciseResult("double", title, status, told, checks, signature=signature)


def wrong(got: Any, expected: Any, *, public: bool = True) -> CheckResult:
    """A check that failed with these values, called with one number."""
    return check(finding(Outcome(got), expected, x=np.array([1.0, 2.0])), public=public)


def broken(problem: Problem, *, public: bool = True, printed: str = "") -> CheckResult:
    """A check that failed with a problem."""
    outcome = Outcome(problem=problem, printed=printed)
    return check(finding(outcome, x=1.0), public=public, status="error")
