"""Which mistake, or which general relation, explains all the outputs of an exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.compare import Tolerance, compare, explain
from autograder.grading.key import Key, KeyCase
from autograder.grading.outcomes import Outcome
from autograder.grading.results import Diagnosis

__all__ = ["diagnose"]

_SILENT = {"timeout", "ended", "scratch", "garbage", "unreadable", "budget"}
"""Problems of which nothing can be concluded."""


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
    relation = explain(
        [(outcome.output, case.expected) for case, outcome, _ in seen],
        [case.inputs for case, _, _ in seen],
    )
    if relation is None:
        return None
    return Diagnosis("relation", relation.name, value=relation.value, of=relation.of)


def _answers_like(name: str, case: KeyCase, outcome: Outcome, tolerance: Tolerance) -> bool:
    wrong = case.mistakes[name]
    if wrong.problem is None and outcome.problem is None:
        return compare(outcome.output, wrong.output, tolerance) is None
    if wrong.problem is None or outcome.problem is None:
        return False
    return (wrong.problem.kind, wrong.problem.type) == (outcome.problem.kind, outcome.problem.type)
