"""Which mistake, or which general relation, explains all the outputs of an exercise."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from autograder.compare import Tolerance, compare
from autograder.compare.comparison import leaf_pairs
from autograder.course import Hint
from autograder.diagnosis.evidence import numbers_in
from autograder.diagnosis.relations import Relation, explain
from autograder.diagnosis.wrong_type import explain_kind
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.sandbox.guest.drivers import BUILT_IN
from autograder.sandbox.outcome import Outcome

__all__ = ["Diagnosis", "cannot_run", "diagnose", "general_relation"]

_SILENT = {"timeout", "ended", "scratch", "garbage", "unreadable", "budget"}
"""Problems of which nothing can be concluded."""

_MISTYPED = {"NameError", "UnboundLocalError", "SyntaxError", "IndentationError", "ImportError"}

_SMALL = [float(sign * n) for n in range(1, 11) for sign in (1, -1)]
_FACTORS = _SMALL + [1 / each for each in _SMALL]
"""What may be told of hidden checks alone."""


@dataclass(frozen=True)
class Diagnosis:
    """The mistake, or the general relation, that explains what is wrong.

    Attributes:
        kind: which of the two.
        name: of the mistake or the relation.
        hint: of a mistake; relations are described by the reports.
        value: the factor or offset of a relation that has one number for all cases.
        of: what a factor is, where it is a known number, a size or a parameter of the call.
    """

    kind: Literal["mistake", "relation"]
    name: str
    hint: Hint | None = None
    value: float | None = None
    of: str | None = None


def diagnose(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> Diagnosis | None:
    """Find what explains a wrong answer.

    Args:
        key: what was asked.
        outcomes: by check, in the order of its cases; at least one of them is wrong.

    Returns:
        The first known mistake that would have answered every case as the submission did, or every
        case but a few in which the submission broke down; else a general relation that turns all
        expected values into the got ones; else None.
    """
    seen = [
        (case, outcome, check.tolerance)
        for check in key.checks
        for case, outcome in zip(check.cases, outcomes[check.name], strict=True)
    ]
    if any(outcome.problem and outcome.problem.kind in _SILENT for _, outcome, _ in seen):
        return None
    for but_for_a_few in (False, True):
        for name, hint in key.hints.items():
            if _explains(name, seen, but_for_a_few=but_for_a_few):
                return Diagnosis("mistake", name, hint)
    if any(outcome.problem for _, outcome, _ in seen):
        return _wrong_kind(key, outcomes)
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
    plain, composed = _calls(key, outcomes)
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


def _wrong_kind(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> Diagnosis | None:
    """What the plain calls returned, where a driver broke down on it."""
    plain, _ = _calls(key, outcomes)
    if any(outcome.problem for _, outcome in plain):
        return None
    name = explain_kind([(outcome.output, case.expected) for case, outcome in plain])
    return Diagnosis("relation", name) if name is not None else None


def _calls(
    key: Key, outcomes: Mapping[str, Sequence[Outcome]]
) -> tuple[list[tuple[KeyCase, Outcome]], list[tuple[KeyCase, Outcome]]]:
    """The plain calls, and those of a driver of the exercise."""
    plain: list[tuple[KeyCase, Outcome]] = []
    composed: list[tuple[KeyCase, Outcome]] = []
    for check in key.checks:
        calls = plain if _calls_plainly(key, check) else composed
        calls += list(zip(check.cases, outcomes[check.name], strict=True))
    return plain, composed


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


def _explains(
    name: str, seen: Sequence[tuple[KeyCase, Outcome, Tolerance]], *, but_for_a_few: bool
) -> bool:
    """Whether a mistake answers every case as the submission does.

    Args:
        name: of the mistake.
        seen: case, outcome and tolerance of all.
        but_for_a_few: leave out cases in which the submission broke down, where at least as many
            wrong answers are explained: the author's version of a mistake may mend an edge that a
            student's does not.
    """
    if all(cannot_run(case.mistakes[name]) for case, *_ in seen):
        return False
    explained = left_out = 0
    for case, outcome, tolerance in seen:
        if _answers_like(name, case, outcome, tolerance):
            explained += outcome.problem is not None or not _right(case, outcome, tolerance)
        elif but_for_a_few and case.mistakes[name].problem is None and _broke_down(case, outcome):
            left_out += 1
        else:
            return False
    return explained >= left_out


def cannot_run(mistake: Outcome) -> bool:
    """Whether its author mistyped a mistake; that is not what students do wrong."""
    problem = mistake.problem
    return problem is not None and (problem.kind == "signature" or problem.type in _MISTYPED)


def _right(case: KeyCase, outcome: Outcome, tolerance: Tolerance) -> bool:
    return compare(outcome.output, case.expected, tolerance) is None


def _broke_down(case: KeyCase, outcome: Outcome) -> bool:
    """Whether it raised an error, or returned empty arrays, or NaN where there was nothing."""
    if outcome.problem is not None:
        return outcome.problem.kind == "raised"
    numbers = numbers_in(outcome.output)
    if numbers.size:
        nothing_given = any(np.size(each) == 0 for each in _arrays(case.inputs))
        return nothing_given and bool(np.isnan(numbers).all())
    return all(isinstance(leaf, np.ndarray) for leaf in _leaves(outcome.output))


def _answers_like(name: str, case: KeyCase, outcome: Outcome, tolerance: Tolerance) -> bool:
    wrong = case.mistakes[name]
    if wrong.problem is None and outcome.problem is None:
        # Digits that were computed in float32 depend on the order of the operations, whatever
        # dtype they are returned in.
        close = tolerance.widened(*(each.dtype for each in _arrays(case.expected)))
        return compare(outcome.output, wrong.output, close) is None
    if wrong.problem is None or outcome.problem is None:
        return False
    return (wrong.problem.kind, wrong.problem.type) == (outcome.problem.kind, outcome.problem.type)


def _arrays(value: Any) -> list[np.ndarray[Any, np.dtype[Any]]]:
    return [leaf for leaf in _leaves(value) if isinstance(leaf, np.ndarray)]


def _leaves(value: Any) -> list[Any]:
    return [leaf for _, leaf, _ in leaf_pairs(value, value) or []]
