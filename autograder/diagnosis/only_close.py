"""Answers that come close to the right ones, and are not exact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from autograder.compare.comparison import agrees
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

_MOST: Final = 4
"""For so many close numbers one may be farther off."""

_Array = np.ndarray[Any, np.dtype[Any]]


def only_close(answers: Sequence[Answer]) -> tuple[Diagnosis, ...]:
    """Find out whether nearly everything that is wrong comes close to what is right.

    A derivative by differences, which is far off at a corner alone; an iteration that is ended too
    soon; a small number that is added.

    Args:
        answers: to every case, each with an output.
    """
    wrong = [answer for answer in answers if not answer.right]
    found = [_close_and_far(answer) for answer in wrong]
    if any(each is None for each in found):
        return ()
    close, far = (
        distinct(np.concatenate([np.zeros(0), *several]))
        for several in zip(*(each for each in found if each is not None), strict=True)
    )
    if close < _ENOUGH or close < _MOST * far:
        return ()
    return (Diagnosis("part", "relation", "only_close", checks=seen_in(wrong, answers)),)


def _close_and_far(answer: Answer) -> tuple[_Array, _Array] | None:
    """The wrong numbers of an answer that are close, and the others; None where not all are one."""
    leaves = answer.leaves
    if leaves is None:
        return None
    close, far = [np.zeros(0)], [np.zeros(0)]
    for _, output, expected in leaves:
        if agrees(output, expected, answer.tolerance):
            continue
        if not all(map(is_numeric, (output, expected))) or np.shape(output) != np.shape(expected):
            return None
        mine, right = numbers_in(output), numbers_in(expected)
        if mine.shape != right.shape:  # a complex number is two
            return None
        off = np.abs(mine - right)
        near = off <= _CLOSE * np.max(np.abs(right), initial=0.0)
        close.append(mine[near & (off > 0)])
        far.append(mine[~near])
    return np.concatenate(close), np.concatenate(far)
