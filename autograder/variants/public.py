"""The part of a library that a student's own check has: what is answered to public cases."""

from __future__ import annotations

import zlib
from typing import Any, Final

import numpy as np

from autograder.keys.key import Key
from autograder.keys.library import COARSEST, Explanation, Library
from autograder.variants.ties import is_tie, said_by_both
from autograder.variants.variant import Variant

__all__ = ["public_library"]

_MOST_BYTES: Final = 46 << 10
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
    told = sorted(_distinct(library, sketches, _expected(key)), key=lambda each: each[1].cost)
    told = told[: _room(sketches[[row for row, _ in told]])]
    variants = [variant for _, variant in told]
    place: dict[Explanation, int] = {}
    pairs = [
        [place.setdefault(each, len(place)) for each in variant.explanations]
        for variant in variants
    ]
    return Library(
        explanations=list(place),
        variants=np.array([[*pair, -1][:2] for pair in pairs], dtype=np.int32).reshape(-1, 2),
        costs=np.array([each.cost for each in variants], dtype=np.uint8),
        columns=np.array(
            [[numbers[int(case)], part] for case, part in library.columns[chosen]], dtype=np.int32
        ).reshape(-1, 2),
        sketches=sketches[[row for row, _ in told]],
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
    library: Library, sketches: np.ndarray[Any, Any], expected: np.ndarray[Any, Any]
) -> list[tuple[int, Variant]]:
    """The first of all rows that are alike, without those that are right, and what it says."""
    with np.errstate(invalid="ignore"):
        right = (np.abs(sketches - expected[:, 0]) <= expected[:, 1]).all(axis=(1, 2))
    found: dict[bytes, tuple[int, Variant]] = {}
    for number in np.flatnonzero(~right & ~np.isnan(sketches).all(axis=(1, 2))).tolist():
        variant = Variant(tuple(library.explains(number)), int(library.costs[number]))
        # Two that differ by rounding alone may both stay: they take room, and nothing else.
        rounded = np.frexp(sketches[number])
        digits = (np.round(rounded[0], 5) * 1.0, rounded[1])
        place = b"".join(each.tobytes() for each in digits)
        row, known = found.setdefault(place, (number, variant))
        if row != number and is_tie(known, variant):
            found[place] = row, said_by_both(known, variant)
    return [each for each in found.values() if each[1].explanations]


def _room(sketches: np.ndarray[Any, Any]) -> int:
    """How many rows fit."""
    count = len(sketches)
    while count:
        size = len(zlib.compress(sketches[:count].tobytes(), 9))
        if size <= _MOST_BYTES:
            break
        count = int(count * min(0.95, _MOST_BYTES / size))
    return count
