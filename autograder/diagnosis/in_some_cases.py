"""Explanations of what is wrong where other answers are right that the explanation has wrong.

A program may go wrong in some cases only: beyond a bound, at the edge of a known mistake. And it
may be spared where a known mistake breaks down: its author guards what the mistake's does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.diagnosis.choice import choose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_needed
from autograder.diagnosis.explanations import Left
from autograder.diagnosis.in_part import varies
from autograder.keys.key import Key
from autograder.keys.library import Column, Library

__all__ = ["explain_guarded", "explain_where_wrong"]

_MOST_COST: Final = 3
"""Two things that come together, and in some cases only, are too many."""

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


def explain_where_wrong(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find what all wrong answers are, though others are right that it has wrong.

    Args:
        key: of the exercise.
        left: what nothing explains as a whole.

    Returns:
        The explanation, as one of a part, with the checks that it was seen in. Fewer
        answers are right against it than it explains.
    """
    library = key.library
    if library is None or not left.complete or not _says_enough(library, left):
        return ()
    right = [answer for answer in left.answers if answer.right]
    if not right:
        return ()
    agreement = left.agreement(library)
    fitting = agreement[:, left.columns(left.wrong)].all(axis=1) & (library.costs <= _MOST_COST)
    against = np.sum(
        [~agreement[:, left.columns([answer])].all(axis=1) for answer in right], axis=0, dtype=int
    )
    hits = np.flatnonzero(fitting & (against < len(left.wrong)))
    checks = tuple(dict.fromkeys(answer.check for answer in left.wrong))
    told = choose(key, library, hits.tolist())
    if any(each.kind == "argument" and not varies(each.name, left.wrong) for each in told):
        return ()
    return tuple(replace(each, checks=checks, partial=True) for each in told)


def _says_enough(library: Library, left: Left) -> bool:
    # It goes wrong in these cases by chance, or for a reason of its own: twice the evidence.
    return left.coarse_bits >= 2 * bits_needed(len(library.costs))


def _broken(library: Library, columns: Sequence[Column]) -> _Flags:
    """Which variants have no output to which part."""
    number = {(int(case), int(part)): n for n, (case, part) in enumerate(library.columns)}
    found: _Flags = np.isnan(library.sketches[:, [number[each] for each in columns], 0])
    return found
