"""Answers that are rounded, on top of something else that is wrong.

Rounding is seen from the digits alone. What was computed before it lies within half a unit of the
last of them, and is looked up so.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.compare.comparison import leaf_pairs
from autograder.diagnosis.choice import choose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_needed
from autograder.diagnosis.left import Left, expected_readings, readings
from autograder.diagnosis.lookup import agreement_of, fitting
from autograder.diagnosis.shown_apart import SECONDS, kept_of_two
from autograder.diagnosis.wrong_values import is_numeric, numbers_in
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.keys.library import Column, Library
from autograder.keys.sketch import Reading, parts

__all__ = ["MOST_DIGITS", "decimals", "explain_rounded"]

MOST_DIGITS: Final = 8

_ENOUGH: Final = 3
"""So many different numbers have to be rounded."""

_SIGMAS: Final = 3.6
"""Six standard deviations of one rounding, in half units; those of a sum grow with its root."""

_MOST_BITS: Final = 20.0
"""Of one projection."""

_Array = np.ndarray[Any, np.dtype[Any]]


def explain_rounded(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find what all values that are left are, but for their rounding.

    Args:
        key: of the exercise.
        left: what nothing explains.

    Returns:
        An explanation, and that the result is rounded; empty where it is not rounded, or where the
        digits that are left say too little.
    """
    library = key.library
    digits = _digits_by_column([*left.wrong, *left.probes])
    if library is None or not digits:
        return ()
    told = Diagnosis("values", "rounding", "rounding", value=float(_usual(digits)))
    direct = [answer for answer in left.answers if answer.direct]
    # A driver that passes on what was rounded gets farther and farther away.
    for answers in (left.answers, direct):
        found = _explained(key, library, [*answers, *left.probes], digits)
        if found:
            return (*found, told)
        if len(direct) == len(left.answers):
            break
    return ()


def _usual(digits: Mapping[Column, int]) -> int:
    return Counter(digits.values()).most_common(1)[0][0]


def _explained(
    key: Key, library: Library, answers: Sequence[Answer], digits: Mapping[Column, int]
) -> tuple[Diagnosis, ...]:
    wide, right = _wide_readings(answers, digits), expected_readings(answers)
    tried = MOST_DIGITS * len(library.costs)
    if _bits(wide, right) < bits_needed(tried):
        return ()
    hits = [each for each in fitting(library, wide) if not _is_rounding(library, each)]
    told = choose(key, library, hits)
    # What all of many edits are about may be what rounding has taken away.
    if any(each.name == "used_otherwise" for each in told):
        return ()

    def is_enough(unlike: np.ndarray[Any, np.dtype[np.bool_]]) -> bool:
        some = {column: wide[column] for column, flag in zip(wide, unlike, strict=True) if flag}
        return _bits(some, right) >= bits_needed(SECONDS)

    def agreement(alone: Sequence[int]) -> np.ndarray[Any, np.dtype[np.bool_]]:
        return agreement_of(library, wide, alone)

    return kept_of_two(library, hits, told, agreement, is_enough) if told else ()


def _is_rounding(library: Library, variant: int) -> bool:
    return any("round" in each.name for each in library.explains(variant))


def _digits_by_column(answers: Iterable[Answer]) -> dict[Column, int]:
    """How many decimals all real numbers of a part have, where they are few.

    Returns:
        The digits; none where too few numbers show that they are rounded, or too few of the parts.
    """
    found: dict[Column, int] = {}
    seen: set[float] = set()
    shown, columns = 0, 0
    for answer in answers:
        mine, right = (parts(answer.reports, each) for each in (answer.output, answer.expected))
        for number, pair in enumerate(zip(mine, right, strict=False)):
            columns += 1
            few = list(_few_digits(*pair))
            if few:
                found[answer.number, number] = max(digits for digits, *_ in few)
            # What is right has few digits, too: it may be rounded, but does not show it.
            shown += any(more for *_, more in few)
            seen.update(
                each for shown, row, more in few if more for each in _telling(row, shown).tolist()
            )
    return found if len(seen) >= _ENOUGH and _MOST_COLUMNS * shown >= columns else {}


def _others(numbers: _Array, wanted: _Array) -> _Array:
    """The numbers that rounding could have changed: neither zeros nor what is right as it is."""
    if numbers.shape == wanted.shape:
        numbers = numbers[numbers != wanted]
    found: _Array = numbers[numbers != 0]
    return found


def _telling(numbers: _Array, digits: int) -> _Array:
    """Those that show their rounding: not a few times 1e-8, which a constant may make of them."""
    return numbers if digits <= _USUAL_DIGITS else numbers[np.abs(numbers) * 10.0**digits >= 10.0]


_USUAL_DIGITS: Final = 4

_MOST_COLUMNS: Final = 3
"""Of so many parts at least one is rounded: of what is returned others may not be."""


def _few_digits(output: Any, expected: Any) -> Iterator[tuple[int, _Array, bool]]:
    """The digits and the numbers of each real value of a part, and whether it is to have more."""
    for _, mine, right in leaf_pairs(output, expected) or []:
        if is_numeric(mine) and np.asarray(right).dtype.kind == "f":
            numbers, wanted = (each[np.isfinite(each)] for each in map(numbers_in, (mine, right)))
            digits = decimals(numbers)
            if digits is not None:
                more, others = decimals(wanted), _others(numbers, wanted)
                yield digits, others, others.size > 0 and (more is None or more > digits)


@np.errstate(all="ignore")
def decimals(numbers: _Array) -> int | None:
    """How many decimals numbers have; None where they have all.

    Args:
        numbers: finite ones.
    """
    numbers = np.abs(numbers)
    possible = _not_excluded(numbers[:_FEW])
    if len(numbers) < _FEW:
        return next((digits for _, digits in possible), None)
    for precision, digits in possible:
        scaled = numbers * 10.0**digits
        near = precision * np.maximum(scaled, 1.0)
        # A number with so many digits before the point has none that could be seen behind it.
        scaled, near = scaled[near < _CLEAR], near[near < _CLEAR]
        if len(scaled) and _rounded(scaled, near).all():
            return digits
    return None


def _rounded(scaled: _Array, near: _Array) -> _Array:
    """Which numbers are as near to a whole one."""
    whole = np.rint(scaled)
    # A tiny number is near to zero, and would have been rounded to it.
    found: _Array = (np.abs(scaled - whole) <= near) & ((whole > 0) | (scaled == 0))
    return found


def _not_excluded(numbers: _Array) -> list[tuple[float, int]]:
    """The precisions and digits that a few numbers may have, in the order of trying."""
    scaled = numbers * _SCALES
    near = _EACH_PRECISION * np.maximum(scaled, 1.0)
    unclear = near >= _CLEAR
    left = (_rounded(scaled, near) | unclear).all(axis=-1)
    if len(numbers) < _FEW:  # there are no others
        left &= ~unclear.all(axis=-1)
    return [(_PRECISIONS[row], int(digits)) for row, digits in np.argwhere(left)]


_FEW: Final = 8
"""So many numbers exclude nearly all digits, all of them at once."""

_PRECISIONS: Final = (2.0**-50, 2.0**-21)
"""Of float64 and of float32, in which a result may have been computed before it came back."""

_EACH_PRECISION: Final = np.array(_PRECISIONS)[:, np.newaxis, np.newaxis]
_SCALES: Final = np.array([10.0**digits for digits in range(MOST_DIGITS + 1)])[:, np.newaxis]

_CLEAR: Final = 1e-2


def _wide_readings(
    answers: Sequence[Answer], digits: Mapping[Column, int]
) -> dict[Column, Reading]:
    """The readings, with room for what was rounded away."""
    exact = readings(answers)
    ones = readings(
        replace(each, tolerance=replace(each.tolerance, rtol=0.0, atol=1.0)) for each in answers
    )
    return {
        column: each._replace(bounds=each.bounds + _room(ones[column].bounds, digits[column]))
        if column in digits
        else each
        for column, each in exact.items()
    }


def _room(weights: _Array, digits: int) -> _Array:
    """How far a projection is off by rounding.

    Args:
        weights: the sum of the sizes of the weights, about one for each number.
        digits: that are left.
    """
    found: _Array = 0.5 * 10.0**-digits * np.minimum(weights, _SIGMAS * np.sqrt(weights))
    return found


def _bits(wide: Mapping[Column, Reading], right: Mapping[Column, Reading]) -> float:
    """How much is known of what is wrong, when rounding has taken the rest away."""
    known: dict[tuple[float, ...], float] = {}
    for column, each in wide.items():
        # Where something has another form than what is right, all of its numbers say something.
        same = each.form == right[column].form
        off = np.abs(each.projections - (right[column].projections if same else 0.0))
        off = np.divide(off, each.bounds, out=np.zeros(2), where=each.bounds > 0)
        # The projections of a number by itself say the same.
        known[tuple(each.projections)] = min(math.log2(1.0 + float(off.max())), _MOST_BITS)
    return sum(known.values())
