"""Explanations that break down where the answer is right: a guard spares it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from autograder.diagnosis.choice import choose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_needed
from autograder.diagnosis.left import Left
from autograder.keys.key import Key
from autograder.keys.library import Column, Library

__all__ = ["explain_guarded"]

_MOST_COST: Final = 3
"""Two things that come together, and a guard beside them, are too many."""

_Flags = np.ndarray[Any, np.dtype[np.bool_]]


def explain_guarded(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find what answers all cases alike but for those in which it breaks down.

    Args:
        key: of the exercise.
        left: what nothing explains as a whole.

    Returns:
        The explanation. What is right there is spared by a guard; there may be no more such cases
        than wrong ones.
    """
    library = key.library
    if library is None or not _says_enough(library, left):
        return ()
    right = left.columns(answer for answer in left.answers if answer.right)
    guarded = _broken(library, list(left.read)) & right
    fitting = left.agreement(library) | guarded
    few = guarded.sum(axis=1) <= left.columns(left.wrong).sum()
    hits = np.flatnonzero(fitting.all(axis=1) & few & (library.costs <= _MOST_COST))
    return choose(key, library, hits.tolist())


def _says_enough(library: Library, left: Left) -> bool:
    # What is right may be so for a reason of its own: twice the evidence.
    return left.coarse_bits >= 2 * bits_needed(len(library.costs))


def _broken(library: Library, columns: Sequence[Column]) -> _Flags:
    """Which variants have no output to which part."""
    number = {(int(case), int(part)): n for n, (case, part) in enumerate(library.columns)}
    found: _Flags = np.isnan(library.sketches[:, [number[each] for each in columns], 0])
    return found
