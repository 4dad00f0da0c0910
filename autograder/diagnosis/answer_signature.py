"""A signature that unnamed wrong answers share if they are wrong in the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.diagnosis.facets import saying, strip
from autograder.keys.answer import Answer

__all__ = ["signature"]

_DIGITS = 1e5
_OFF_GRID = 0.3183098861
"""Added before rounding: numbers of exercises often lie halfway between two digits."""


def signature(exercise: str, answers: Iterable[Answer]) -> str:
    """A short name for the pattern of residuals over all cases of an exercise.

    Two submissions with the same signature are wrong in the same way: they have the same facets,
    and what these leave of their outputs differs from the expected values by the same numbers, up
    to rounding.

    Args:
        exercise: its name.
        answers: to all of its cases, in order.

    Returns:
        Ten hexadecimal digits.
    """
    digest = hashlib.sha256(exercise.encode())
    # A judge is asked of whole answers, and nothing is taken out of those that it finds right.
    unjudged = [
        replace(each, judge=None) for each in answers if each.judge is None or not each.right
    ]
    stripped = strip(saying(unjudged))
    facets = (f"{each.facet} {each.name} {each.of}" for each in stripped.told)
    for line in (*facets, *(line for each in stripped.answers for line in _pattern(each))):
        digest.update(line.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:10]


def _pattern(answer: Answer) -> Iterator[str]:
    yield str(answer.number)
    leaves = answer.leaves
    if leaves is None:
        yield "another structure"
        return
    for where, output, expected in leaves:
        yield where
        yield _residual(output, expected)


def _residual(output: Any, expected: Any) -> str:
    if isinstance(output, list | tuple | dict):
        # A number or an array is expected here. NumPy could not read a ragged list.
        return f"{type(output).__name__} of {len(output)}"
    found, wanted = np.asarray(output), np.asarray(expected)
    if found.dtype.kind not in "iuf" or wanted.dtype.kind not in "iuf":
        return f"{found.dtype} {output!r}"[:200]
    if found.shape != wanted.shape or found.dtype != wanted.dtype:
        return f"{found.dtype} {found.shape}"
    a, b = found.astype(float), wanted.astype(float)
    with np.errstate(all="ignore"):
        residual = a - b
        # Relative to the largest number: what a long sum loses to rounding is small beside it.
        scale = max(_largest(b), _largest(residual), 1e-300)
        steps = np.floor(residual / scale * _DIGITS + _OFF_GRID)
    return " ".join(
        str(int(step)) if np.isfinite(step) else str(value)
        for step, value in zip(steps.ravel(), a.ravel(), strict=True)
    )


def _largest(values: np.ndarray[Any, Any]) -> float:
    return float(np.max(np.abs(values), initial=0.0, where=np.isfinite(values)))
