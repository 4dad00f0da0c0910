"""Answers that are right in part, and what the wrong part has in common.

Each of these says which entries are wrong, not how: the negative ones, all after the first step,
all of the second call. It is named only where right and wrong entries are divided exactly so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.compare.comparison import compare, leaf_pairs
from autograder.compare.tolerance import Tolerance

__all__ = ["PARTIAL", "explain_part"]

_ENOUGH = 3
_Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class _Leaf:
    """One number or array of one case, with the case's inputs."""

    where: str
    got: _Array
    expected: _Array
    inputs: dict[str, Any]

    @property
    def wrong(self) -> _Array:
        """Which entries are wrong."""
        rtol, atol = Tolerance().at(self.got.dtype, self.expected.dtype)
        a, b = self.got.astype(float), self.expected.astype(float)
        return np.asarray(~np.isclose(a, b, rtol=rtol, atol=atol, equal_nan=True))


def explain_part(pairs: Sequence[tuple[Any, Any]], inputs: Sequence[dict[str, Any]]) -> str | None:
    """Find what divides the right entries from the wrong ones.

    Args:
        pairs: (got, expected) of every case, plain values.
        inputs: of every case, by argument name.

    Returns:
        One of `PARTIAL`, or None.
    """
    leaves = _leaves(pairs, inputs)
    if leaves is None:
        return None
    with np.errstate(all="ignore"):
        wrong = sum(int(leaf.wrong.sum()) for leaf in leaves)
        if wrong < _ENOUGH:
            return None
        return next((name for name, holds in _DIVISIONS.items() if holds(leaves)), None)


def _leaves(
    pairs: Sequence[tuple[Any, Any]], inputs: Sequence[dict[str, Any]]
) -> list[_Leaf] | None:
    """All numbers of one shape; None where anything else is wrong."""
    found = []
    for (got, expected), given in zip(pairs, inputs, strict=True):
        parts = leaf_pairs(got, expected)
        if parts is None:
            return None
        for where, ours, theirs in parts:
            a, b = _numbers(ours), _numbers(theirs)
            if a is not None and b is not None and a.shape == b.shape:
                found.append(_Leaf(where, a, b, given))
            elif compare(ours, theirs) is not None:
                return None
    return found


def _numbers(value: Any) -> _Array | None:
    if isinstance(value, bool) or not isinstance(value, int | float | np.ndarray):
        return None
    array = np.asarray(value)
    return array if array.dtype.kind in "iuf" else None


def _wrong_exactly(
    belongs: Callable[[_Leaf], bool],
) -> Callable[[Sequence[_Leaf]], bool]:
    """All of the leaves that belong are wrong, and none of the others; there are both."""

    def holds(leaves: Sequence[_Leaf]) -> bool:
        # Integers beside them are counts and labels, and say nothing about the axes.
        reals = [leaf for leaf in leaves if leaf.expected.dtype.kind == "f"]
        inside = [bool(leaf.wrong.any()) for leaf in reals if belongs(leaf)]
        outside = [bool(leaf.wrong.any()) for leaf in reals if not belongs(leaf)]
        return bool(inside) and bool(outside) and all(inside) and not any(outside)

    return holds


def _only_in(part: str) -> Callable[[Sequence[_Leaf]], bool]:
    """Some of a part is wrong, and nothing outside of it; there are both."""

    def holds(leaves: Sequence[_Leaf]) -> bool:
        inside = [leaf for leaf in leaves if part in leaf.where]
        outside = [leaf for leaf in leaves if part not in leaf.where]
        right = not any(leaf.wrong.any() for leaf in outside)
        return bool(inside) and bool(outside) and right

    return holds


def _after_the_first_step(leaves: Sequence[_Leaf]) -> bool:
    """Of every sequence the beginning is right, and nothing from some early step on."""
    wrong = [leaf.wrong for leaf in leaves if leaf.wrong.any()]
    for each in wrong:
        if each.ndim == 0 or len(each) < 5:
            return False
        rows = np.asarray(each.reshape(len(each), -1).any(axis=1))
        first = int(rows.argmax())
        if first not in (1, 2) or not rows[first:].all():
            return False
    # One row of numbers may be right at its beginning for many reasons.
    return len(wrong) > 1 or any(each.ndim > 1 for each in wrong)


def _where_negative(leaves: Sequence[_Leaf]) -> bool:
    """An input of the same shape is negative exactly where the output is wrong."""
    names = {
        name
        for leaf in leaves
        for name, value in leaf.inputs.items()
        if _numbers(value) is not None and np.shape(value) == leaf.expected.shape
    }
    return any(_divides(name, leaves) for name in names)


def _divides(name: str, leaves: Sequence[_Leaf]) -> bool:
    seen = set()
    for leaf in leaves:
        value = _numbers(leaf.inputs.get(name))
        if value is None or value.shape != leaf.expected.shape or (leaf.wrong != (value < 0)).any():
            return False
        seen |= set(np.unique(value < 0).tolist())
    return seen == {True, False}


def _clipped(leaves: Sequence[_Leaf]) -> bool:
    """Every wrong entry is one of two bounds, and everything lies between them."""
    got = np.concatenate([leaf.got.ravel().astype(float) for leaf in leaves])
    expected = np.concatenate([leaf.expected.ravel().astype(float) for leaf in leaves])
    wrong = np.concatenate([leaf.wrong.ravel() for leaf in leaves])
    bounds = np.unique(got[wrong])
    if wrong.all() or not 1 <= len(bounds) <= 2 or not np.isfinite(bounds).all():
        return False
    if len(np.unique(expected[wrong])) < _ENOUGH:
        return False
    low, high = got.min(), got.max()
    return bool(set(bounds) <= {low, high} and np.allclose(got, np.clip(expected, low, high)))


def _single_precision(leaves: Sequence[_Leaf]) -> bool:
    """Every wrong entry is a float32, and right as such."""
    wrong = [(leaf.got[leaf.wrong], leaf.expected[leaf.wrong]) for leaf in leaves]
    got = np.concatenate([each[0].astype(float) for each in wrong])
    expected = np.concatenate([each[1].astype(float) for each in wrong])
    close = np.allclose(got, expected, rtol=1e-5, atol=1e-7)
    return bool(close and (got.astype(np.float32).astype(float) == got).all())


_DIVISIONS: dict[str, Callable[[Sequence[_Leaf]], bool]] = {
    "changes_inputs": _only_in("['inputs after the call']"),
    "depends_on_earlier_call": _only_in("['second call']"),
    "single_precision": _single_precision,
    "numbers_only": _wrong_exactly(lambda leaf: leaf.expected.ndim > 0),
    "one_axis_only": _wrong_exactly(lambda leaf: leaf.expected.ndim > 1),
    "first_step_only": _after_the_first_step,
    "positive_only": _where_negative,
    "clipped": _clipped,
}

PARTIAL = tuple(_DIVISIONS)
"""The names of what can divide right from wrong, in the order in which they are tried."""
