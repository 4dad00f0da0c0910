"""Answers that are right but for their rounding: all of them, or one of several returned values.

What else is rounded has to be looked up among thousands of explanations, and needs as many digits.
Here there are hardly more than ten: a few whole numbers suffice, if each is the nearest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_explained, bits_needed
from autograder.diagnosis.in_part import part_of_answer
from autograder.diagnosis.left import Left
from autograder.diagnosis.rounded_answers import MOST_DIGITS, decimals
from autograder.diagnosis.wrong_values import is_numeric, numbers_in
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.keys.sketch import parts

__all__ = ["explain_right_but_rounded"]

_ENOUGH: Final = 3
"""So many different wrong numbers have to be rounded."""

_HALF: Final = 0.5 + 1e-6
"""Of the last digit: so far off is what is rounded."""

_CARRIED_ON: Final = 100.0
"""Units of the last digit: farther off is nothing that a driver made of what was rounded."""


def explain_right_but_rounded(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find out whether what is wrong is what is right with fewer digits.

    Args:
        key: of the exercise.
        left: what nothing explains.

    Returns:
        That it is rounded, and which returned value, if it is one of several.
    """
    del key
    by_place: dict[tuple[int, int], list[Answer]] = {}
    for answer in left.answers:
        count = len(parts(answer.reports, answer.expected))
        for number in range(count):
            part = part_of_answer(answer, number)
            if not part.right:
                by_place.setdefault((count, number), []).append(part)
    found = {place: _digits(wrong) for place, wrong in by_place.items()}
    digits = {place: each for place, each in found.items() if each is not None}
    if not digits:
        return ()
    coarsest = min(digits.values())
    others = [each for place, wrong in by_place.items() if place not in digits for each in wrong]
    if not all(_is_carried_on(each, coarsest) for each in others):
        return ()
    value = float(coarsest) if len(set(digits.values())) == 1 else None
    told = Diagnosis("values", "rounding", "rounding", value=value)
    if len(digits) == 1:
        ((count, number),) = digits
        if count > 1:
            told = replace(told, of=f"{number + 1}/{count}", partial=True)
    return (told,)


def _is_carried_on(part: Answer, digits: int) -> bool:
    """Whether a driver passed on what was rounded, and gets farther and farther away."""
    pairs = _numbers(part)
    near = _CARRIED_ON * 10.0**-digits
    return (
        not part.direct
        and bool(pairs)
        and all(np.all(np.abs(mine - right) <= near) for mine, right in pairs)
    )


def _digits(wrong: Sequence[Answer]) -> int | None:
    """To how many digits all of these parts are rounded; None where they are anything else."""
    pairs = [pair for answer in wrong for pair in _numbers(answer)]
    if len(pairs) < len(wrong):
        return None
    mine, right = (np.concatenate(several) for several in zip(*pairs, strict=True))
    digits = decimals(mine)
    if digits is None:
        return None
    off = np.abs(mine - right)
    different = np.unique(mine[off > 1e-9 * np.maximum(np.abs(mine), np.abs(right))])
    if len(different) < _ENOUGH or np.any(off > _HALF * 10.0**-digits + 1e-9 * np.abs(right)):
        return None
    enough = bits_explained(wrong) >= bits_needed(MOST_DIGITS + 1)
    return digits if enough else None


def _numbers(answer: Answer) -> list[tuple[Any, Any]]:
    """The numbers of a part and the expected ones; none where they cannot be put side by side."""
    found = []
    for _, output, expected in answer.leaves or []:
        pair = numbers_in(output), numbers_in(expected)
        alike = is_numeric(output) and is_numeric(expected) and pair[0].shape == pair[1].shape
        if not alike or not np.isfinite(pair[0]).all() or not np.isfinite(pair[1]).all():
            return []
        found.append(pair)
    return found
