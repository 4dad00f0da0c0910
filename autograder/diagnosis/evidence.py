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
"""Fewer wrong entries than this can be explained by too many things."""

CHANCE = math.log(500)
"""So many other orders or choices have to be possible, where a relation is one of them."""

_Array = np.ndarray[Any, np.dtype[Any]]


def explained_parts(
    got: Any, expected: Any, rule: Callable[[Any, Any], bool], *, into_arrays: bool = False
) -> list[tuple[Any, Any]] | None:
    """Find the largest parts that a rule explains.

    Args:
        got: what was returned.
        expected: what belongs there.
        rule: whether it explains a got part, given the expected one.
        into_arrays: whether the rows of an array are parts of it.

    Returns:
        (got, expected) of each such part, none where nothing is wrong; None where anything else
        is wrong.
    """
    if compare(got, expected) is None:
        return []
    if rule(got, expected):
        return [(got, expected)]
    below = parts(got, expected, into_arrays=into_arrays)
    if below is None:
        return None
    found = []
    for _, ours, theirs in below:
        inside = explained_parts(ours, theirs, rule, into_arrays=into_arrays)
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
