"""Answers that are an unchanged argument of their call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.compare.comparison import agrees, parts
from autograder.diagnosis.chance import ENOUGH, distinct
from autograder.diagnosis.wrong_values import explained_parts, is_numeric, numbers_in
from autograder.keys.answer import Answer
from autograder.sandbox.outcome import Outcome

__all__ = ["find_argument", "separate_calls"]


def separate_calls(answers: Sequence[Answer]) -> list[Answer]:
    """The answers to every single call, as far as the inputs show them.

    Where one of the inputs lists the arguments of several calls, and the output is a list of as
    many, each call has its own answer.

    Args:
        answers: to every case.
    """
    return [call for answer in answers for call in _calls(answer) or [answer]]


def _calls(answer: Answer) -> list[Answer] | None:
    runs = [name for name, value in answer.inputs.items() if _lists_arguments(value)]
    listed = isinstance(answer.expected, list)
    items = parts(answer.output, answer.expected) if listed else None
    if len(runs) != 1 or items is None or len(items) != len(answer.inputs[runs[0]]):
        return None
    return [
        replace(
            answer,
            outcome=Outcome(output=output),
            expected=expected,
            inputs={**answer.inputs, **run},
        )
        for (_, output, expected), run in zip(items, answer.inputs[runs[0]], strict=True)
    ]


def _lists_arguments(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def find_argument(calls: Sequence[Answer]) -> str | None:
    """Find the argument that came back as the answer, unchanged.

    Args:
        calls: see `separate_calls`.

    Returns:
        Its name, or None where none explains every wrong answer.
    """
    wrong = [call for call in calls if not call.usual]
    if not wrong:
        return None
    right = [call for call in calls if call.usual]
    return next(
        (
            name
            for name in wrong[0].inputs
            if _came_back(name, wrong) and not _is_computed(name, right)
        ),
        None,
    )


def _is_computed(name: str, right: Sequence[Answer]) -> bool:
    """Whether something else than the argument comes back in some calls, and rightly."""
    return any(
        call.direct
        and name in call.inputs
        and not agrees(call.output, call.inputs[name])
        and np.shape(call.output) == np.shape(call.inputs[name]) != ()
        for call in right
        if is_numeric(call.output) and is_numeric(call.inputs[name])
    )


def _came_back(name: str, calls: Sequence[Answer]) -> bool:
    numbers = []
    for call in calls:
        if name not in call.inputs:
            return False
        argument = call.inputs[name]
        # A driver may put the answers of several calls into one array. Single entries prove
        # nothing: many right answers are bounded by a number that was given.
        single = is_numeric(argument) and np.ndim(argument) == 0
        returned = explained_parts(
            call.output, call.expected, _is(argument), into_arrays=not single
        )
        if returned is None:
            return False
        numbers += [numbers_in(part) for part, _ in returned]
    # If it is the same number every time, it may be a coincidence.
    return distinct(np.concatenate(numbers)) >= ENOUGH


def _is(argument: Any) -> Callable[[Any, Any], bool]:
    return lambda output, _: agrees(output, argument)
