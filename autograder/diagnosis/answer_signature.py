"""What makes two wrong answers the same, when nobody has a name for them yet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.compare.comparison import leaf_pairs
from autograder.keys.key import Key
from autograder.sandbox.outcome import Outcome

__all__ = ["signature"]

_DIGITS = 1e5
_OFF_GRID = 0.3183098861
"""Added before rounding: the numbers of exercises like to lie in the middle between two digits."""


def signature(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    """A short name for the pattern of residuals over all cases of an exercise.

    Two submissions with the same signature are wrong in the same way: their outputs part from the
    expected values alike, up to rounding.

    Args:
        key: what was asked.
        outcomes: by check, one for each case in order.

    Returns:
        Ten hexadecimal digits.
    """
    digest = hashlib.sha256(key.exercise.encode())
    for check in key.checks:
        for case, outcome in zip(check.cases, outcomes[check.name], strict=True):
            for piece in _pieces(outcome, case.expected):
                digest.update(piece.encode())
                digest.update(b"\0")
    return digest.hexdigest()[:10]


def _pieces(outcome: Outcome, expected: Any) -> Iterator[str]:
    if outcome.problem is not None:
        yield f"{outcome.problem.kind} {outcome.problem.type}"
        return
    leaves = leaf_pairs(outcome.output, expected)
    if leaves is None:
        yield "another structure"
        return
    for where, got, theirs in leaves:
        yield where
        yield _residual(got, theirs)


def _residual(got: Any, expected: Any) -> str:
    if isinstance(got, list | tuple | dict):
        # Where a number or an array is expected; it may be ragged.
        return f"{type(got).__name__} of {len(got)}"
    ours, theirs = np.asarray(got), np.asarray(expected)
    if ours.dtype.kind not in "iuf" or theirs.dtype.kind not in "iuf":
        return f"{ours.dtype} {got!r}"[:200]
    if ours.shape != theirs.shape or ours.dtype != theirs.dtype:
        return f"{ours.dtype} {ours.shape}"
    a, b = ours.astype(float), theirs.astype(float)
    with np.errstate(all="ignore"):
        residual = a - b
        # Of the largest thing there is: what a long sum loses to rounding is small beside it.
        scale = max(_largest(b), _largest(residual), 1e-300)
        steps = np.floor(residual / scale * _DIGITS + _OFF_GRID)
    return " ".join(
        str(int(step)) if np.isfinite(step) else str(value)
        for step, value in zip(steps.ravel(), a.ravel(), strict=True)
    )


def _largest(values: np.ndarray[Any, Any]) -> float:
    return float(np.max(np.abs(values), initial=0.0, where=np.isfinite(values)))
