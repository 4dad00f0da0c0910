"""Key and outcomes to a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from autograder.compare import compare
from autograder.diagnosis.answer_signature import signature
from autograder.diagnosis.diagnose import diagnose
from autograder.grading.results import CheckResult, Drawing, ExerciseResult, Finding, Status
from autograder.keys.key import Key, KeyCheck
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome, Problem

__all__ = ["judge", "judge_here", "judge_without_outcomes"]


def judge(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> ExerciseResult:
    """Compare, score and diagnose one exercise.

    Args:
        key: what it is graded by.
        outcomes: of every check of the key, by its name, one for each case in order.

    Returns:
        The result; a check earns all of its points or none.
    """
    checks = tuple(_judge_check(check, outcomes[check.name]) for check in key.checks)
    wrong = any(check.finding is not None for check in checks)
    diagnosis = diagnose(key, outcomes) if wrong else None
    answered = any(each.problem is None for several in outcomes.values() for each in several)
    unexplained = wrong and answered and diagnosis is None
    return ExerciseResult(
        exercise=key.exercise,
        titles=key.titles,
        status=_status(checks),
        diagnosis=diagnosis,
        checks=checks,
        drawings=_drawings(key, outcomes),
        signature=signature(key, outcomes) if unexplained else None,
    )


def judge_here(key: Key, version: Any) -> ExerciseResult:
    """Call a function or class of this process on every case of a key, and judge it.

    Args:
        key: what it is graded by.
        version: the course's own code, or a student's in their own notebook; None, or anything
            else that cannot be called, is a missing one.
    """
    outcomes = {
        check.name: [
            call_here(
                version, key.exercise, decode(encode(case.inputs)), check.driver, key.driver_source
            )
            for case in check.cases
        ]
        for check in key.checks
    }
    return judge(key, outcomes)


def judge_without_outcomes(key: Key, problem: Problem) -> ExerciseResult:
    """The result where nothing could be run: the same problem for every case."""
    outcome = Outcome(problem=problem)
    return judge(key, {check.name: [outcome] * len(check.cases) for check in key.checks})


def _judge_check(check: KeyCheck, outcomes: Sequence[Outcome]) -> CheckResult:
    findings = []
    for case, outcome in zip(check.cases, outcomes, strict=True):
        difference = None
        if outcome.problem is None:
            difference = compare(outcome.output, case.expected, check.tolerance)
        if outcome.problem is not None or difference is not None:
            findings.append((case, outcome, difference))
    finding = None
    if findings:
        case, outcome, difference = findings[0]
        finding = Finding(
            driver=check.driver,
            inputs=case.inputs,
            outcome=outcome,
            expected=case.expected,
            difference=difference,
            failed=len(findings),
            total=len(check.cases),
        )
    return CheckResult(
        name=check.name,
        ko=check.ko,
        public=check.public,
        status=_check_status(finding),
        points=0 if finding else check.points,
        max_points=check.points,
        finding=finding,
    )


def _check_status(finding: Finding | None) -> Status:
    if finding is None:
        return "passed"
    if finding.problem is None:
        return "failed"
    if finding.problem.kind == "missing" or finding.problem.type == "NotImplementedError":
        return "missing"
    return "timeout" if finding.problem.kind in ("timeout", "budget") else "error"


def _status(checks: Sequence[CheckResult]) -> Status:
    statuses = {check.status for check in checks}
    if statuses == {"passed"}:
        return "passed"
    if "passed" in statuses:
        return "partial"
    # Nothing is right: the first check that failed says why, the basic ones come first.
    return checks[0].status


def _drawings(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> tuple[Drawing, ...]:
    return tuple(
        Drawing({"ko": check.ko, "en": check.name}, check.plot, outcome.output, case.expected)
        for check in key.checks
        if check.public and check.plot is not None
        for case, outcome in zip(check.cases[:1], outcomes[check.name], strict=False)
    )
