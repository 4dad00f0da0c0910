"""Where a submission breaks down: for arrays, for numbers, for matrices, for empty ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.seen_in import seen_in
from autograder.keys.answer import Answer
from autograder.sandbox.outcome import Problem

__all__ = ["find_breakdown"]


def find_breakdown(
    answers: Sequence[Answer], among: Sequence[Answer] | None = None
) -> Diagnosis | None:
    """Find what the calls have in common that end in an error.

    Args:
        answers: to every case that says something.
        among: the answers to look for errors in, where the others are explained.
    """
    asked = answers if among is None else among
    broken = [answer for answer in asked if _broke_down(answer.outcome.problem)]
    if not broken:
        return None
    problems = [each.outcome.problem for each in broken if each.outcome.problem]
    types = {problem.common_type for problem in problems}
    named = {_OF_THEIR_OWN.get(problem.type) for problem in problems}
    # The submission raised nothing: whoever called it could not use what came back.
    unusable = all(problem.by_driver for problem in problems)
    where = _where(answers)
    if len(broken) == len(answers):
        where = (named.pop() if len(named) == 1 else None) or "always"
    return Diagnosis(
        "breakdown",
        "error",
        "unusable" if unusable else where,
        of=types.pop() if len(types) == 1 and not unusable else None,
        checks=seen_in(broken, answers, hidden=True),
    )


_OF_THEIR_OWN: Final = {"SystemExit": "ends_the_program", "OutputLimitExceeded": "prints_too_much"}
"""What is no error of the computation, by what is raised: no value on the way is wrong."""


def _broke_down(problem: Problem | None) -> bool:
    """Whether a call ended in an error; a stub, and a cell that failed, were not even called."""
    if problem is None or problem.kind != "raised" or problem.loading:
        return False
    return problem.type != "NotImplementedError" or problem.begun


def _where(answers: Sequence[Answer]) -> str:
    """What of the inputs divides the calls that break down from the others.

    Only direct calls count: what else a driver passes is not among its inputs.
    """
    direct = [answer for answer in answers if answer.direct]
    broken = [_broke_down(answer.outcome.problem) for answer in direct]
    if all(broken) or not any(broken):
        return "some"
    if broken == [_has_empty(answer.inputs) for answer in direct]:
        return "empty"
    names = {name for answer in direct for name in answer.inputs}
    for word, holds in _KINDS.items():
        for name in sorted(names):
            axes = [_axes(answer.inputs.get(name)) for answer in direct]
            if None not in axes and broken == [holds(each) for each in axes]:
                return word
    return "some"


_KINDS: Final[dict[str, Callable[[Any], bool]]] = {
    "arrays": lambda axes: axes > 0,
    "numbers": lambda axes: axes == 0,
    "matrices": lambda axes: axes > 1,
}


def _axes(value: Any) -> int | None:
    if isinstance(value, np.ndarray):
        return value.ndim
    return 0 if isinstance(value, bool | int | float | complex | np.generic) else None


def _has_empty(inputs: dict[str, Any]) -> bool:
    return any(_is_empty(value) for value in inputs.values())


def _is_empty(value: Any) -> bool:
    return value.size == 0 if isinstance(value, np.ndarray) else value == []
