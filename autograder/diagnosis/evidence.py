"""How much wrong numbers say: information, not how many there are.

A wrong number that is written with many digits says more than a 2, and a number that is right
elsewhere, or that was given, says only which of these it is. An explanation is believed where it
explains more bits than it takes to choose it among all that were tried, and a few more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from autograder.compare.comparison import agrees
from autograder.diagnosis.chance import log_choices
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.wrong_values import are_far, is_numeric, numbers_in
from autograder.keys.answer import Answer

__all__ = ["bits_explained", "bits_needed", "more_needed", "number_bits"]

_FULL: Final = 24.0
"""Bits of a real number with all of its digits. It has 53, but what is compared are fewer."""

_MARGIN: Final = 12.0
"""Chance hits one of all explanations with a probability of at most 2**-12."""

_ENOUGH: Final = 100.0
"""No explanation needs more bits."""

_MOST_NUMBERS: Final = 64
"""Of the wrong numbers of one answer: more of them say nothing new."""

_MOST_INSIDE: Final = 8.0
"""Bits of where the wrong rows of one array are: they are often wrong for one reason."""

_RIGHT: Final = object()
"""In the place of an output that is right."""

_Array = np.ndarray[Any, np.dtype[np.float64]]


def bits_needed(tried: int) -> float:
    """How many bits one of so many explanations must explain."""
    return math.log2(max(tried, 1)) + _MARGIN


def more_needed(told: Collection[Diagnosis]) -> float:
    """How many bits more it takes than for one mistake of the author's list.

    Few whole numbers come about in more ways than by chance. Nobody expects an edit, and two things
    that come together fit more easily than one.

    Args:
        told: of what explains the answers.
    """
    kinds = {each.kind for each in told}
    only_an_edit = "edit" in kinds and "mistake" not in kinds
    return _MARGIN if only_an_edit or len(told) > 1 else 0.0


def bits_explained(answers: Iterable[Answer], resolution: float = 0.0) -> float:
    """How many bits are in what is wrong in these answers.

    Each different wrong number counts once. Of what is no number (NaN, truth values, texts) it
    counts in which places of all it is, and how unlike each other the texts are.

    Args:
        answers: with outputs, right ones among them.
        resolution: how close an explanation can be told from what is right, relative to the largest
            number of an array; what is hardly farther off says little.
    """
    of_number: dict[float, float] = {}
    places = _Places()
    with np.errstate(all="ignore"):
        for answer in answers:
            if answer.right:
                places.total += 1
                continue
            given = _known(answer)
            for output, expected in _leaves(answer):
                places.total += 1
                if output is _RIGHT:
                    continue
                if is_numeric(output) and is_numeric(expected):
                    wrong, most = _wrong_numbers(output, expected, answer, resolution)
                    for number, bits in zip(wrong, _each(wrong, given, most), strict=True):
                        key = float(f"{number:.6g}")
                        of_number[key] = min(bits, of_number.get(key, _FULL))
                    if sum(of_number.values()) > _ENOUGH:
                        return sum(of_number.values())
                places.add(output, expected)
    return sum(of_number.values()) + places.bits


@dataclass
class _Places:
    """Where there is something else than a number that belongs there, among all places."""

    total: int = 0
    odd: int = 0
    inside: float = 0.0
    labels: Counter[str] = field(default_factory=Counter)

    def add(self, output: Any, expected: Any) -> None:
        """Count a wrong leaf, if it is no finite number."""
        if is_numeric(output) and np.isfinite(output).all():
            return
        self.odd += 1
        if not isinstance(output, np.ndarray):
            self.labels[repr(output)[:80]] += 1
        elif np.shape(output) == np.shape(expected):
            wrong = ~np.isfinite(output) if is_numeric(output) else output != expected
            rows = np.any(wrong.reshape(len(wrong), -1), axis=1) if wrong.ndim else wrong.ravel()
            choices = _log2_choices(rows.size, int(np.sum(rows)))
            self.inside += min(choices, _MOST_INSIDE)

    @property
    def bits(self) -> float:
        """How surprising these places are, and what is there."""
        total = sum(self.labels.values())
        unlike = sum(n * math.log2(total / n) for n in self.labels.values())
        return _log2_choices(max(self.total, self.odd), self.odd) + self.inside + unlike


def _log2_choices(of: int, chosen: int) -> float:
    return log_choices(of, chosen) / math.log(2)


def number_bits(numbers: _Array) -> _Array:
    """How long each number is written: m / 10**k, or m / q, with the smallest m that there is.

    Returns:
        log2(2 |m| + 2) for each, at most that of a number with all digits.
    """
    with np.errstate(all="ignore"):  # NaN and infinities are close to nothing
        wide = np.abs(numbers)[..., np.newaxis] * _DENOMINATORS
        whole = np.rint(wide)
        close = (np.abs(wide - whole) <= 1e-8 * np.maximum(whole, 1e-2)) & (whole < 1e6)
        bits = np.log2(2 * whole + 2) + _DENOMINATOR_BITS
        found: _Array = np.min(bits, axis=-1, initial=_FULL, where=close)
    return found


_FRACTIONS: Final = (3.0, 6.0, 7.0, 9.0, 11.0, 12.0)
_DENOMINATORS: Final = np.array([*(10.0**k for k in range(13)), *_FRACTIONS])
_DENOMINATOR_BITS: Final = np.where(np.isin(_DENOMINATORS, _FRACTIONS), np.log2(_DENOMINATORS), 0.0)


def _leaves(answer: Answer) -> Iterator[tuple[Any, Any]]:
    pairs = answer.leaves
    if pairs is None:
        # Another structure: whatever is in it is wrong.
        yield numbers_in(answer.output), numbers_in(answer.expected)[:0]
        return
    for _, output, expected in pairs:
        right = agrees(output, expected, answer.tolerance)
        yield (_RIGHT, expected) if right else (output, expected)


def _wrong_numbers(
    output: Any, expected: Any, answer: Answer, resolution: float
) -> tuple[_Array, _Array]:
    """The wrong numbers, each once, and how many bits at most each can say."""
    mine, right = numbers_in(output), numbers_in(expected)
    if np.shape(output) != np.shape(expected) or mine.shape != right.shape:
        # It may be as large as the limits let it be, and is not copied more than once.
        different = np.unique(mine)
        different = different[np.isfinite(different)]
        different = different[:: _stride(different)]
        return different, np.full(different.shape, _FULL)
    dtypes = (np.asarray(output).dtype, np.asarray(expected).dtype)
    rtol, atol = answer.tolerance.at(*dtypes)
    wrong = are_far(mine, right, rtol, atol)
    largest = np.max(np.abs(right), initial=0.0, where=np.isfinite(right))
    least = atol + max(rtol, resolution) * largest
    most = np.log2(1 + np.abs(mine - right)[wrong] / least)
    mine = mine[wrong]
    finite = np.isfinite(mine)
    different, places = np.unique(mine[finite], return_index=True)
    step = _stride(different)
    return different[::step], most[finite][places][::step]


def _stride(different: _Array) -> int:
    """Which of so many numbers are looked at: not the smallest ones alone, which may be alike."""
    return len(different) // _MOST_NUMBERS + 1


def _known(answer: Answer) -> _Array:
    """The numbers that are right somewhere in this case, and those that were given."""
    values = (answer.expected, *answer.inputs.values())
    return np.unique(np.abs(np.concatenate([numbers_in(each) for each in values])))


def _each(numbers: _Array, known: _Array, most: _Array) -> list[float]:
    """The bits of each number: as it is written, or as one of those that are known."""
    bits = np.minimum(number_bits(numbers), most)
    if known.size and numbers.size:
        sizes = np.abs(numbers)
        at = np.searchsorted(known, sizes)
        near = np.minimum(
            np.abs(known[np.minimum(at, known.size - 1)] - sizes),
            np.abs(known[np.maximum(at - 1, 0)] - sizes),
        )
        one_of = math.log2(2 * known.size + 2)
        bits = np.where(near <= 1e-7 * sizes, np.minimum(bits, one_of), bits)
    return [float(each) for each in bits]
