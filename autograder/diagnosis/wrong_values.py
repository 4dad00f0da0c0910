"""The numbers in a wrong answer, and the parts of it that a rule explains."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.compare.comparison import agrees, parts

__all__ = [
    "are_far",
    "explained_parts",
    "is_complex",
    "is_given",
    "is_numeric",
    "list_as_array",
    "numbers_in",
    "wrong_entries",
]

_Array = np.ndarray[Any, np.dtype[Any]]


def explained_parts(
    output: Any, expected: Any, rule: Callable[[Any, Any], bool], *, into_arrays: bool = False
) -> list[tuple[Any, Any]] | None:
    """Find the largest parts that a rule explains.

    Args:
        output: what was returned.
        expected: what belongs there.
        rule: says whether it explains a part of the output, given the expected part.
        into_arrays: whether the rows of an array are parts of it.

    Returns:
        (output, expected) of each such part; no part where nothing is wrong, None where another
        part is wrong too.
    """
    if agrees(output, expected):
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
    """Whether a value is a number, or an array of numbers; a truth value is none."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "iufc"
    if type(value) is float:
        return True
    if not isinstance(value, _NUMBER) or isinstance(value, bool):
        return False
    return np.asarray(value).dtype.kind in "iufc"


_NUMBER = int | float | complex | np.complexfloating | np.ndarray


def is_complex(value: Any) -> bool:
    """Whether a number, or an array of numbers, is complex."""
    return np.asarray(value).dtype.kind == "c"


def list_as_array(value: Any) -> _Array | None:
    """The array that a list of numbers could have been, or None where it holds anything else.

    NumPy is not asked about texts: it would give each of them the width of the longest.
    """
    if not isinstance(value, list | tuple) or not _holds_numbers(value):
        return None
    try:
        return np.array(value)
    except ValueError:  # a ragged list
        return None


def _holds_numbers(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_holds_numbers, value))
    return isinstance(value, bool | int | float | np.ndarray)


def numbers_in(value: Any) -> _Array:
    """All numbers of a plain value, in one row: of complex ones the real parts first."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        if all(type(part) is float for part in value):  # most lists, and much quicker so
            return np.array(value, dtype=float)
        return np.concatenate([np.zeros(0), *(numbers_in(part) for part in value)])
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value.ravel().astype(float)
    if not is_numeric(value):
        return np.zeros(0)
    row = np.ravel(value)
    if is_complex(row):
        return np.concatenate([row.real, row.imag]).astype(float)
    return row.astype(float)


def are_far(one: _Array, other: _Array, rtol: float | _Array, atol: float | _Array) -> _Array:
    """Which numbers are not close, as `np.isclose` has it; two NaN are.

    That takes four times as long, for the sake of numbers that are not finite.
    """
    with np.errstate(all="ignore"):
        off = np.abs(one - other)
        if math.isfinite(np.max(off, initial=0.0)):
            found: _Array = off > atol + rtol * np.abs(other)
            return found
        return ~np.isclose(one, other, rtol=rtol, atol=atol, equal_nan=True)


def wrong_entries(
    pairs: Sequence[tuple[_Array, _Array]], bounds: Sequence[tuple[float, float]]
) -> list[_Array]:
    """Which entries of many small arrays are not close: of reals all are compared at once.

    Args:
        pairs: each two arrays of one shape.
        bounds: the relative and the absolute tolerance of each pair.
    """
    if not pairs or any(is_complex(each) for pair in pairs for each in pair):
        return [
            np.asarray(are_far(_wide(a), _wide(b), rtol, atol))
            for (a, b), (rtol, atol) in zip(pairs, bounds, strict=True)
        ]
    one, other = (
        np.concatenate([np.zeros(0), *map(np.ravel, several)])
        for several in zip(*pairs, strict=True)
    )
    sizes = [each.size for each, _ in pairs]
    rtol, atol = np.repeat(np.array(bounds), sizes, axis=0).T
    found = are_far(one, other, rtol, atol)
    ends = itertools.accumulate(sizes)
    return [
        found[end - each.size : end].reshape(each.shape)
        for end, (each, _) in zip(ends, pairs, strict=True)
    ]


def _wide(array: _Array) -> _Array:
    return array if is_complex(array) else array.astype(float)


def is_given(value: Any, inputs: Any) -> bool:
    """Whether a value, or everything in it, is among the inputs of a call."""
    if agrees(value, inputs) or any(agrees(value, each) for each in _inside(inputs)):
        return True
    inside = _inside(value)
    return bool(inside) and all(is_given(each, inputs) for each in inside)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []
