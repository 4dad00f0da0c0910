"""The part of a library that a student's own check has: what is answered to public cases."""

from __future__ import annotations

import zlib
from typing import Any, Final

import numpy as np

from autograder.keys.key import Key
from autograder.keys.library import COARSEST, Library

__all__ = ["public_library"]

_MOST_BYTES: Final = 48 << 10
"""Of the compressed sketches."""

_LARGEST: Final = np.finfo(np.float32).max


def public_library(key: Key) -> Library | None:
    """Cut the library of a key down to its public cases.

    Args:
        key: with all checks, and with its library.

    Returns:
        The library, with the cases numbered as in the public key; None where the key has none. Of
        variants that answer all public cases alike it has the cheapest, and none that answers all
        of them rightly. What is too much is left out, the dearest first.
    """
    library = key.library
    if library is None:
        return None
    numbers = _public_cases(key)
    chosen = [n for n, (case, _) in enumerate(library.columns) if int(case) in numbers]
    sketches = np.clip(library.sketches[:, chosen], -_LARGEST, _LARGEST).astype(np.float32)
    rows = _distinct(sketches, _expected(key))
    rows = rows[np.argsort(library.costs[rows], kind="stable")]
    rows = rows[: _room(sketches[rows])]
    used = sorted({int(each) for each in library.variants[rows].ravel() if each >= 0})
    place = {-1: -1, **{each: n for n, each in enumerate(used)}}
    return Library(
        explanations=[library.explanations[each] for each in used],
        variants=np.array(
            [[place[int(each)] for each in row] for row in library.variants[rows]], dtype=np.int32
        ).reshape(-1, 2),
        costs=library.costs[rows],
        columns=np.array(
            [[numbers[int(case)], part] for case, part in library.columns[chosen]], dtype=np.int32
        ).reshape(-1, 2),
        sketches=sketches[rows],
    )


def _public_cases(key: Key) -> dict[int, int]:
    """The number of each public case in the public key, by its number in this one."""
    public = [check.public for check in key.asked for _ in check.cases]
    return {case: n for n, case in enumerate(np.flatnonzero(public).tolist())}


def _expected(key: Key) -> np.ndarray[Any, Any]:
    """What the reference answers to the public cases, and how far from it is still right."""
    rows = []
    for check in key.asked:
        for case in check.cases if check.public else ():
            for reading in check.expected_readings(case):
                near = reading.bounds + COARSEST * np.abs(reading.projections)
                rows.append([[reading.form, *reading.projections], [0.0, *near]])
    return np.array(rows).reshape(-1, 2, 3)


def _distinct(
    sketches: np.ndarray[Any, Any], expected: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """The first of all rows that are alike, without those that are right."""
    with np.errstate(invalid="ignore"):
        right = (np.abs(sketches - expected[:, 0]) <= expected[:, 1]).all(axis=(1, 2))
    seen: dict[bytes, int] = {}
    for number in np.flatnonzero(~right & ~np.isnan(sketches).all(axis=(1, 2))):
        # Two that differ by rounding alone may both stay: they take room, and nothing else.
        rounded = np.frexp(sketches[number])
        digest = (np.round(rounded[0], 5) * 1.0, rounded[1])
        seen.setdefault(b"".join(each.tobytes() for each in digest), int(number))
    return np.array(list(seen.values()), dtype=int)


def _room(sketches: np.ndarray[Any, Any]) -> int:
    """How many rows fit."""
    count = len(sketches)
    while count:
        size = len(zlib.compress(sketches[:count].tobytes(), 9))
        if size <= _MOST_BYTES:
            break
        count = int(count * min(0.95, _MOST_BYTES / size))
    return count
