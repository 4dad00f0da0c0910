"""Judging outcomes by a key: points, findings and a diagnosis."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from autograder.compare import Difference
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.slip import Evidence
from autograder.grading.driven_calls import add_calls, first_driven
from autograder.grading.probing import are_probes_of_use
from autograder.grading.results import (
    CheckResult,
    Drawing,
    ExerciseNote,
    ExerciseResult,
    Finding,
    Status,
)
from autograder.keys.answer import Answer, answers, probe_answers
from autograder.keys.key import Key, KeyCheck
from autograder.sandbox.in_process import PATIENCE, call_here
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text

__all__ = [
    "judge",
    "judge_here",
    "judge_safely",
    "judge_without_outcomes",
    "outcomes_here",
    "score_of",
]


def judge(
    key: Key,
    outcomes: Mapping[str, Sequence[Outcome]],
    notes: Sequence[ExerciseNote] = (),
    evidence: Evidence | None = None,
    probes: Mapping[str, Sequence[Outcome]] | None = None,
    of_check: Mapping[str, Sequence[Answer]] | None = None,
) -> ExerciseResult:
    """Compare, score and diagnose one exercise.

    Args:
        key: what it is graded by.
        outcomes: of every check of the key, by its name, one for each case in order.
        notes: on how it was asked.
        evidence: on the submission, for what is no wrong computation but a slip.
        probes: the outcomes of the key's probe calls, by their names, if they were asked. Only the
            diagnosis looks at them.
        of_check: the answers to these outcomes, where they were compared already.

    Returns:
        The result; a check earns all of its points or none, unless its author says otherwise.
    """
    counted = _without_forbidden(key, outcomes)
    if of_check is None or counted is not outcomes:
        of_check = answers(key, counted)
    together = [answer for several in of_check.values() for answer in several]
    checks = tuple(_judge_check(key, check, of_check[check.name]) for check in key.checks)
    of_probes = probe_answers(key, probes) if probes is not None else []
    wrong = any(check.finding is not None for check in checks)
    diagnoses, unexplained = _explained(key, together, evidence, of_probes) if wrong else ((), None)
    return ExerciseResult(
        exercise=key.exercise,
        title=key.title,
        status=_status(checks),
        diagnoses=diagnoses,
        checks=checks,
        drawings=_drawings(key, of_check),
        signature=unexplained,
        notes=tuple(notes),
    )


def _explained(
    key: Key, together: Sequence[Answer], evidence: Evidence | None, probes: Sequence[Answer]
) -> tuple[tuple[Diagnosis, ...], str | None]:
    """What explains wrong answers, and the signature of those that nothing explains."""
    # A right answer needs none of this, and a student's check starts for each.
    from autograder.diagnosis.answer_signature import signature  # noqa: PLC0415
    from autograder.diagnosis.diagnose import examine_answers  # noqa: PLC0415

    found = examine_answers(key, together, evidence, probes)
    answered = any(answer.outcome.problem is None for answer in together)
    unexplained = signature(key.exercise, together) if answered and found.unexplained else None
    return found.diagnoses, unexplained


def _without_forbidden(
    key: Key, outcomes: Mapping[str, Sequence[Outcome]]
) -> Mapping[str, Sequence[Outcome]]:
    """The outcomes; where one of them breaks a rule, all do: no point is earned in such a way."""
    if not key.forbid and not key.require:
        return outcomes
    for check in key.checks:
        for outcome in outcomes[check.name]:
            problem = outcome.problem
            if problem is not None and problem.kind in ("forbidden", "required"):
                # A line that a hidden check saw could be made to tell something.
                told = problem if check.public else Problem(problem.kind, problem.type)
                if told.type not in (*key.forbid, *key.require):
                    told = Problem("garbage")
                broken = Outcome(problem=told)
                return {each.name: [broken] * len(each.cases) for each in key.checks}
    return outcomes


def judge_safely(
    key: Key,
    outcomes: Mapping[str, Sequence[Outcome]],
    notes: Sequence[ExerciseNote] = (),
    evidence: Evidence | None = None,
    probes: Mapping[str, Sequence[Outcome]] | None = None,
    of_check: Mapping[str, Sequence[Answer]] | None = None,
) -> ExerciseResult:
    """Judge one exercise of a submission, whatever that leads to; see `judge`.

    Whoever judges works on hostile data: an error there is the result of this exercise, and neither
    the others nor anybody else's are lost.
    """
    try:
        return judge(key, outcomes, notes, evidence, probes, of_check)
    except Exception as error:  # noqa: BLE001 - what it was is in the result
        # The name alone: what the error says may hold numbers of a hidden check.
        problem = Problem("unjudged", "judging_error", type(error).__name__)
        return judge_without_outcomes(key, problem)


def judge_here(
    key: Key,
    implementation: Any,
    evidence: Evidence | None = None,
    *,
    seconds: float | None = None,
    traced: bool = False,
) -> ExerciseResult:
    """Call a function or class of this process on every case of a key, and judge it.

    Args:
        key: what it is graded by.
        implementation: the course's own code, or a student's in their own notebook; None, or
            anything else that cannot be called, is a missing one.
        evidence: on the submission; see `judge`.
        seconds: that each check may take, where this process can be interrupted; None for as long
            as the course's own code may take.
        traced: whether the calls are wanted that a driver makes in the first case that is wrong.
    """
    outcomes, probes = _outcomes_of_checks(key, key.checks, implementation, seconds), None
    if are_probes_of_use(key, outcomes):
        probes = _outcomes_of_checks(key, key.probes, implementation, seconds)
    place = first_driven(key, answers(key, outcomes)) if traced else None
    if place is not None:
        check, index = place
        call = msgspec.structs.replace(key.call(check, check.cases[index]).fresh(), traced=True)
        calls = call_here(implementation, call, seconds=seconds or PATIENCE).calls
        add_calls(outcomes[check.name], index, calls)
    return judge_safely(key, outcomes, evidence=evidence, probes=probes)


def score_of(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> int:
    """The points that outcomes earn without extra credit, for whoever needs no diagnosis."""
    of_check = answers(key, _without_forbidden(key, outcomes))
    return sum(
        _earned(check, [answer.share for answer in of_check[check.name]])
        for check in key.checks
        if not check.extra
    )


def outcomes_here(
    key: Key, implementation: Any, *, seconds: float | None = None
) -> dict[str, list[Outcome]]:
    """Call a function or class of this process on every case of a key; see `judge_here`.

    Returns:
        The outcomes by check, one for each case in order.
    """
    return _outcomes_of_checks(key, key.checks, implementation, seconds)


def _outcomes_of_checks(
    key: Key, checks: Sequence[KeyCheck], implementation: Any, seconds: float | None = None
) -> dict[str, list[Outcome]]:
    """The outcomes by check; after `_MAX_LATE` checks that ran out of time no other is asked."""
    outcomes: dict[str, list[Outcome]] = {}
    late = 0
    for check in checks:
        found: list[Outcome] = []
        end = time.monotonic() + (PATIENCE if seconds is None else seconds)
        for case in check.cases:
            left = end - time.monotonic()
            if late >= _MAX_LATE or left <= 0:
                found.append(Outcome(problem=Problem("timeout")))
                continue
            call = key.call(check, case).fresh()
            outcome = call_here(implementation, call, seconds=left)
            if seconds is not None and _was_interrupted(outcome):
                raise KeyboardInterrupt
            found.append(outcome)
        late += any(each.problem and each.problem.kind == "timeout" for each in found)
        outcomes[check.name] = found
    return outcomes


_MAX_LATE = 2


def _was_interrupted(outcome: Outcome) -> bool:
    """Whether somebody pressed Ctrl-C while it ran, who wants all of it to end."""
    return outcome.problem is not None and outcome.problem.type == "KeyboardInterrupt"


def judge_without_outcomes(key: Key, problem: Problem) -> ExerciseResult:
    """The result where nothing could be run: the same problem for every case."""
    outcome = Outcome(problem=problem)
    return judge(key, {check.name: [outcome] * len(check.cases) for check in key.checks})


def _judge_check(key: Key, check: KeyCheck, of_check: Sequence[Answer]) -> CheckResult:
    wrong = [answer for answer in of_check if not answer.right]
    points = _earned(check, [answer.share for answer in of_check])
    finding = None
    if wrong:
        first = wrong[0]
        finding = Finding(
            driver=check.driver,
            inputs=first.inputs,
            outcome=first.outcome,
            expected=first.expected,
            difference=first.difference,
            reason=None if first.difference is None else _reason(key, first.difference),
            failed=len(wrong),
            total=len(of_check),
        )
    return CheckResult(
        name=check.name,
        label=check.label,
        public=check.public,
        status="partial" if finding and points else _check_status(finding),
        points=points,
        max_points=check.points,
        finding=finding,
        extra=check.extra,
    )


def _earned(check: KeyCheck, shares: Sequence[float]) -> int:
    """The whole points for these shares of its cases; all of them only where all is right."""
    if all(share == 1 for share in shares):
        return check.points
    share = sum(shares) / len(shares) if check.partial else min(shares)
    # A share such as 3 * (1 / 3) may come out a little below what it is.
    return min(math.floor(check.points * share + _ROUNDING), check.points - 1)


_ROUNDING = 1e-9


def _reason(key: Key, difference: Difference) -> Text | None:
    return key.reasons.get(difference.numbers.get("reason", ""))


_DONE_OTHERWISE = (
    "outsized",
    "forbidden",
    "required",
    "too_often",
    "too_many_steps",
    "too_slow",
)
"""Problems of an answer that ran, and not as it was asked to."""


def _check_status(finding: Finding | None) -> Status:
    if finding is None:
        return "passed"
    if finding.problem is None:
        return "failed"
    if finding.problem.kind == "missing" or finding.problem.type == "NotImplementedError":
        return "missing"
    if finding.problem.kind in _DONE_OTHERWISE:
        return "failed"
    return "timeout" if finding.problem.kind in ("timeout", "budget") else "error"


def _status(checks: Sequence[CheckResult]) -> Status:
    # Of extra credit only what is asked for nothing else.
    asked = [check for check in checks if not check.extra] or checks
    statuses = {check.status for check in asked}
    if statuses == {"passed"}:
        return "passed"
    if statuses & {"passed", "partial"}:
        return "partial"
    # Nothing is right. The first failed check gives the status, since basic checks come first.
    return asked[0].status


def _drawings(key: Key, of_check: Mapping[str, Sequence[Answer]]) -> tuple[Drawing, ...]:
    return tuple(
        Drawing(check.label, check.plot, answer.output, answer.expected)
        for check in key.checks
        if check.public and check.plot is not None
        for answer in of_check[check.name][:1]
    )
