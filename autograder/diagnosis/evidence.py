"""What there is to explain: numbers, how many of them differ, and which call they are from."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.compare.comparison import compare, parts

__all__ = [
    "CHANCE",
    "ENOUGH",
    "distinct",
    "explained_parts",
    "is_numeric",
    "log_choices",
    "numbers_in",
]

ENOUGH = 3
"""How many different wrong numbers a relation has to explain.

A relation has at most one number of its own, a factor or an offset. One wrong entry fixes it, and a
second may agree by a coincidence of small numbers (2 is twice 1 and one more than 1); the third is
the first that can contradict both.
"""

CHANCE = math.log(500)
"""The logarithm of how many outcomes must be possible where a relation is one of them.

Where a wrong answer could be any of N equally likely orders, or choices of entries, chance alone
makes it the one that a relation describes with probability 1/N, and log N > CHANCE asks for less
than 1 in 500. Wrong names may be at most 1 in 200, and an answer seldom has the form of more than
two relations: 2/500 < 1/200. N is n!/2 for orders of n different things (the right order is no
wrong answer) and n!/(k!(n - k)!) for k wrong entries of n.
"""

_Array = np.ndarray[Any, np.dtype[Any]]


def explained_parts(
    output: Any, expected: Any, rule: Callable[[Any, Any], bool], *, into_arrays: bool = False
) -> list[tuple[Any, Any]] | None:
    """Find the largest parts that a rule explains.

    Args:
        output: what was returned.
        expected: what belongs there.
        rule: whether it explains an output part, given the expected one.
        into_arrays: whether the rows of an array are parts of it.

    Returns:
        (output, expected) of each such part, none where nothing is wrong; None where anything else
        is wrong.
    """
    if compare(output, expected) is None:
        return []
    if rule(output, expected):
        return [(output, expected)]
    below = parts(output, expected, into_arrays=into_arrays)
    if below is None:
        return None
    found = []
    for _, output_part, expected_part in below:
        inside = explained_parts(output_part, expected_part, rule, into_arrays=into_arrays)
        if inside is None:
            return None
        found += inside
    return found or None


def is_numeric(value: Any) -> bool:
    """Whether a value is a real number, or an array of them."""
    if not isinstance(value, int | float | np.ndarray) or isinstance(value, bool):
        return False
    return np.asarray(value).dtype.kind in "iuf"


def numbers_in(value: Any) -> _Array:
    """All real numbers of a plain value, in one row."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return np.concatenate([np.zeros(0), *(numbers_in(part) for part in value)])
    return np.ravel(np.asarray(value, dtype=float)) if is_numeric(value) else np.zeros(0)


def distinct(numbers: _Array) -> int:
    """How many different finite numbers there are."""
    return len(np.unique(numbers[np.isfinite(numbers)]))


def log_choices(of: int, chosen: int) -> float:
    """The logarithm of how many ways there are to choose some of several."""
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)
