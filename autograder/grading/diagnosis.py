"""Which mistake, or which general relation, explains all the outputs of an exercise."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping, Sequence

from autograder.compare import Relation, Tolerance, compare, explain
from autograder.grading.key import Key, KeyCase, KeyCheck
from autograder.grading.outcomes import Outcome
from autograder.grading.results import Diagnosis
from autograder.sandbox.guest.drivers import BUILT_IN

__all__ = ["diagnose", "general_relation"]

_SILENT = {"timeout", "ended", "scratch", "garbage", "unreadable", "budget"}
"""Problems of which nothing can be concluded."""

_SMALL = [float(sign * n) for n in range(1, 11) for sign in (1, -1)]
_FACTORS = _SMALL + [1 / each for each in _SMALL]
"""What may be told of hidden checks alone."""


def diagnose(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> Diagnosis | None:
    """Find what explains a wrong answer.

    Args:
        key: what was asked.
        outcomes: by check, in the order of its cases; at least one of them is wrong.

    Returns:
        The first known mistake that would have answered every case as the submission did; else a
        general relation that turns all expected values into the got ones; else None.
    """
    seen = [
        (case, outcome, check.tolerance)
        for check in key.checks
        for case, outcome in zip(check.cases, outcomes[check.name], strict=True)
    ]
    if any(outcome.problem and outcome.problem.kind in _SILENT for _, outcome, _ in seen):
        return None
    for name, hint in key.hints.items():
        if all(_answers_like(name, *each) for each in seen):
            return Diagnosis("mistake", name, hint)
    if any(outcome.problem for _, outcome, _ in seen):
        return None
    relation = general_relation(key, outcomes)
    if relation is None:
        return None
    value = _value(relation, key, outcomes)
    if value is None and relation.of is None and relation.value is not None:
        return None
    return Diagnosis("relation", relation.name, value=value, of=relation.of)


def general_relation(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> Relation | None:
    """Find the relation that turns all expected values into the got ones.

    Where a driver of the exercise feeds what a call returned into the next, no simple relation is
    left in its output. Then what the plain calls returned is explained, if all else is wrong too;
    inputs that were changed may have done harm there, or none.

    Args:
        key: what was asked.
        outcomes: by check; each of them has an output.
    """
    plain: list[tuple[KeyCase, Outcome]] = []
    composed: list[tuple[KeyCase, Outcome]] = []
    for check in key.checks:
        calls = plain if _calls_plainly(key, check) else composed
        calls += list(zip(check.cases, outcomes[check.name], strict=True))
    if not composed:
        return _explained(plain)
    of_plain = _explained(plain)
    if of_plain == Relation("changes_inputs"):
        return of_plain
    found = _explained([*plain, *composed])
    if found is not None:
        return found
    wrong = all(compare(outcome.output, case.expected) for case, outcome in composed)
    # That the second call alone is wrong cannot be, where other things are wrong as well.
    return of_plain if wrong and of_plain != Relation("depends_on_earlier_call") else None


def _calls_plainly(key: Key, check: KeyCheck) -> bool:
    own = re.search(rf"^def {check.driver}\(", key.driver_source or "", re.MULTILINE)
    return check.driver in BUILT_IN and own is None


def _explained(calls: Sequence[tuple[KeyCase, Outcome]]) -> Relation | None:
    return explain(
        [(outcome.output, case.expected) for case, outcome in calls],
        [case.inputs for case, _ in calls],
    )


def _value(relation: Relation, key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> float | None:
    """The factor or offset as it may be told: a submission can choose it by a hidden input.

    It is what the public checks alone show, which were answered before any hidden input was seen;
    or it is one of a few that anybody would think of.
    """
    if relation.value is None:
        return None
    public = dataclasses.replace(key, checks=tuple(each for each in key.checks if each.public))
    known = general_relation(public, outcomes)
    if known is not None and (known.name, known.of) == (relation.name, relation.of):
        return known.value
    few = _SMALL if relation.name == "offset" else _FACTORS
    return next((each for each in few if math.isclose(each, relation.value, rel_tol=1e-6)), None)


def _answers_like(name: str, case: KeyCase, outcome: Outcome, tolerance: Tolerance) -> bool:
    wrong = case.mistakes[name]
    if wrong.problem is None and outcome.problem is None:
        return compare(outcome.output, wrong.output, tolerance) is None
    if wrong.problem is None or outcome.problem is None:
        return False
    return (wrong.problem.kind, wrong.problem.type) == (outcome.problem.kind, outcome.problem.type)
