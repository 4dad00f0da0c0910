"""Which mistake, or which general relation, explains all the answers to an exercise."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.compare import agrees
from autograder.compare.comparison import leaf_pairs
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.relations import Relation, explain, facet_of
from autograder.diagnosis.slips import Evidence, find_slip
from autograder.diagnosis.wrong_type import explain_wrong_type
from autograder.diagnosis.wrong_values import numbers_in
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text

__all__ = ["cannot_run", "diagnose", "general_relation"]

_SILENT = {
    "timeout",
    "ended",
    "scratch",
    "garbage",
    "outsized",
    "unjudged",
    "unreadable",
    "budget",
}
"""Problems that say nothing about a mistake."""

_MISTYPED = {"NameError", "UnboundLocalError", "SyntaxError", "IndentationError", "ImportError"}

_SMALL = [float(sign * n) for n in range(1, 11) for sign in (1, -1)]
_FACTORS = _SMALL + [1 / each for each in _SMALL]
"""The values that a report may show when only hidden checks show them."""


def diagnose(
    key: Key,
    answers: Sequence[Answer],
    evidence: Evidence | None = None,
    probes: Sequence[Answer] = (),
) -> tuple[Diagnosis, ...]:
    """Find what explains a wrong answer.

    Args:
        key: of the exercise; its mistakes are tried in their order.
        answers: to every case of the exercise; at least one of them is wrong.
        evidence: on the submission, where there is more than its answers.
        probes: the answers to ungraded calls, where any were asked.

    Returns:
        What is wrong, the most helpful first; empty where nothing explains it. The first known
        mistake that would have answered every case as the submission did, or every case but a few
        in which the submission broke down; else a slip of contract; else a general relation that
        turns all expected values into the outputs.
    """
    problems = [answer.outcome.problem for answer in answers if answer.outcome.problem]
    silent = any(problem.kind in _SILENT for problem in problems)
    mistake = None if silent else _mistake(key.hints, answers)
    if mistake is not None:
        return (mistake,)
    slip = find_slip(key, answers, evidence or Evidence())
    if slip is not None:
        return (Diagnosis("contract", "slip", slip.name, slip=slip),)
    relation = None if silent else _relation(answers, problems)
    return () if relation is None else (relation,)


def _mistake(hints: Mapping[str, Text], answers: Sequence[Answer]) -> Diagnosis | None:
    for but_for_a_few in (False, True):
        for name, hint in hints.items():
            if _explains(name, answers, but_for_a_few=but_for_a_few):
                return Diagnosis("values", "mistake", name, hint=hint)
    return None


def _relation(answers: Sequence[Answer], problems: Sequence[Problem]) -> Diagnosis | None:
    if problems:
        return _wrong_type(answers)
    relation = general_relation(answers)
    if relation is None:
        return None
    value = _value(relation, answers)
    if value is None and relation.of is None and relation.value is not None:
        return None
    return Diagnosis(
        facet_of(relation.name), "relation", relation.name, of=relation.of, value=value
    )


def general_relation(answers: Sequence[Answer]) -> Relation | None:
    """Find the relation that turns all expected values into the outputs.

    Where a driver of the exercise passes what one call returned to the next, its output shows no
    simple relation. Then only the direct calls are explained, if all other answers are wrong too.
    Changed inputs are the exception: they may or may not have harmed the other answers.

    Args:
        answers: to every case, each with an output.
    """
    direct = [answer for answer in answers if answer.direct]
    composed = [answer for answer in answers if not answer.direct]
    of_direct = explain(direct)
    if not composed or of_direct == Relation("changes_inputs"):
        return of_direct
    found = explain([*direct, *composed])
    if found is not None:
        return found
    wrong = all(not agrees(answer.output, answer.expected) for answer in composed)
    # If other answers are wrong as well, the second call is not the only thing that is wrong.
    return of_direct if wrong and of_direct != Relation("depends_on_earlier_call") else None


def _wrong_type(answers: Sequence[Answer]) -> Diagnosis | None:
    """The wrong type that the direct calls returned, on which another driver may have failed."""
    direct = [answer for answer in answers if answer.direct]
    if any(answer.outcome.problem for answer in direct):
        return None
    name = explain_wrong_type(direct)
    return Diagnosis(facet_of(name), "relation", name) if name is not None else None


def _value(relation: Relation, answers: Sequence[Answer]) -> float | None:
    """The factor or offset if a report may show it: a submission can choose it by a hidden input.

    A report may show what the public checks alone show, because they were answered before any
    hidden input was seen, and otherwise one of a few values that anybody would think of.
    """
    if relation.value is None:
        return None
    known = general_relation([answer for answer in answers if answer.public])
    if known is not None and (known.name, known.of) == (relation.name, relation.of):
        return known.value
    few = _SMALL if relation.name == "offset" else _FACTORS
    return next((each for each in few if math.isclose(each, relation.value, rel_tol=1e-6)), None)


def _explains(name: str, answers: Sequence[Answer], *, but_for_a_few: bool) -> bool:
    """Whether a mistake answers every case as the submission does.

    Args:
        name: of the mistake.
        answers: to every case.
        but_for_a_few: leave out cases in which the submission broke down, where at least as many
            wrong answers are explained: the author's version of a mistake may cope with an edge
            case where a student's does not.
    """
    if all(cannot_run(answer.mistakes[name]) for answer in answers):
        return False
    explained = left_out = 0
    for answer in answers:
        mistake = answer.mistakes[name]
        if _answers_like(mistake, answer):
            explained += not answer.right
        elif but_for_a_few and mistake.problem is None and _broke_down(answer):
            left_out += 1
        else:
            return False
    return explained >= left_out


def cannot_run(mistake: Outcome) -> bool:
    """Whether a mistake cannot run because its author mistyped it."""
    problem = mistake.problem
    return problem is not None and (problem.kind == "signature" or problem.type in _MISTYPED)


def _broke_down(answer: Answer) -> bool:
    """Whether it raised an error, returned empty arrays, or NaN for empty inputs."""
    problem = answer.outcome.problem
    if problem is not None:
        return problem.kind == "raised"
    numbers = numbers_in(answer.output)
    if numbers.size:
        nothing_given = any(np.size(each) == 0 for each in _arrays(answer.inputs))
        return nothing_given and bool(np.isnan(numbers).all())
    return all(isinstance(leaf, np.ndarray) for leaf in _leaves(answer.output))


def _answers_like(mistake: Outcome, answer: Answer) -> bool:
    problem = answer.outcome.problem
    if mistake.problem is None and problem is None:
        # Digits computed in float32 depend on the order of the operations, in whatever dtype they
        # are returned.
        dtypes = (each.dtype for each in _arrays(answer.expected))
        close = answer.tolerance.widened(*dtypes)
        return agrees(answer.output, mistake.output, close)
    if mistake.problem is None or problem is None:
        return False
    return (mistake.problem.kind, mistake.problem.type) == (problem.kind, problem.type)


def _arrays(value: Any) -> list[np.ndarray[Any, np.dtype[Any]]]:
    return [leaf for leaf in _leaves(value) if isinstance(leaf, np.ndarray)]


def _leaves(value: Any) -> list[Any]:
    return [leaf for _, leaf, _ in leaf_pairs(value, value) or []]
