"""Answers that come close to the right ones, and are not exact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from autograder.compare.comparison import agrees, leaf_pairs
from autograder.diagnosis.chance import distinct
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.seen_in import seen_in
from autograder.diagnosis.wrong_values import is_numeric, numbers_in
from autograder.keys.answer import Answer

__all__ = ["only_close"]

_CLOSE: Final = 1e-2
"""How far off a number may be, beside the size of what is expected in its place."""

_ENOUGH: Final = 6
"""So many different numbers have to be close."""

_Array = np.ndarray[Any, np.dtype[Any]]


def only_close(answers: Sequence[Answer]) -> tuple[Diagnosis, ...]:
    """Find out whether everything that is wrong comes close to what is right.

    A derivative by differences, an iteration that is ended too soon, a small number that is added.

    Args:
        answers: to every case, each with an output.
    """
    wrong = [answer for answer in answers if not answer.right]
    found = [_close_numbers(answer) for answer in wrong]
    close = [numbers for numbers in found if numbers is not None]
    if len(close) < len(found) or distinct(np.concatenate([np.zeros(0), *close])) < _ENOUGH:
        return ()
    return (Diagnosis("part", "relation", "only_close", checks=seen_in(wrong, answers)),)


def _close_numbers(answer: Answer) -> _Array | None:
    """The wrong numbers of an answer; None where one of them is not close, or none is a number."""
    leaves = leaf_pairs(answer.output, answer.expected)
    if leaves is None:
        return None
    numbers = [np.zeros(0)]
    for _, output, expected in leaves:
        if agrees(output, expected, answer.tolerance):
            continue
        if not all(map(is_numeric, (output, expected))) or np.shape(output) != np.shape(expected):
            return None
        mine, right = numbers_in(output), numbers_in(expected)
        off = np.abs(mine - right)
        if not (off <= _CLOSE * np.max(np.abs(right), initial=0.0)).all():
            return None
        numbers.append(mine[off > 0])
    return np.concatenate(numbers)
