"""General relations between wrong and right numbers: a sign, a factor, a shift, a swap.

A relation is named only where it explains every entry of every case, and enough of them that it
cannot be chance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.compare.comparison import compare, leaf_pairs
from autograder.compare.factors import name_factors
from autograder.compare.partial import PARTIAL, explain_part
from autograder.compare.tolerance import Tolerance

__all__ = ["RELATIONS", "Relation", "explain"]

_ENOUGH = 3
"""Fewer wrong entries than this can be explained by too many things."""

_Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Relation:
    """What the got values are of the expected ones.

    Attributes:
        name: one of `RELATIONS`.
        value: the factor or the offset, where the relation has one number for all cases.
        of: what a factor is, where it is a known number, a size or a parameter of the call.
    """

    name: str
    value: float | None = None
    of: str | None = None


def explain(
    pairs: Sequence[tuple[Any, Any]], inputs: Sequence[dict[str, Any]] | None = None
) -> Relation | None:
    """Find the one relation that turns every expected value into the got one.

    Args:
        pairs: (got, expected) of every case of an exercise, plain values.
        inputs: of every case, by argument name; without them fewer relations can be told.

    Returns:
        The relation, or None where nothing simple explains them all.
    """
    given = [{}] * len(pairs) if inputs is None else inputs
    relation = _explain_all(pairs, given)
    if relation is not None:
        return relation
    part = explain_part(pairs, given)
    return None if part is None else Relation(part)


def _explain_all(
    pairs: Sequence[tuple[Any, Any]], inputs: Sequence[dict[str, Any]]
) -> Relation | None:
    with np.errstate(all="ignore"):
        for name, swap in _STRUCTURAL.items():
            if _explained_whole(pairs, swap):
                return Relation(name)
        places = _by_place(pairs)
        if places is None:
            return None
        for name, change in _PLAIN.items():
            if all(_explained(got, expected, change) for got, expected in places):
                return Relation(name)
        relation = _factor_or_offset(places)
        if relation is None or relation.name == "factor":
            named = name_factors([_case_factor(*pair) for pair in pairs], inputs)
            if named is not None:
                return Relation("factor", relation.value if relation else None, named)
        return relation


def _case_factor(got: Any, expected: Any) -> float:
    """What a case's wrong numbers are all multiplied by; NaN where they are right, or all zero.

    Infinity where they have no factor in common, which fits nothing.
    """
    wrong = [
        (np.ravel(_as_floats(ours)), np.ravel(_as_floats(theirs)))
        for _, ours, theirs in leaf_pairs(got, expected) or []
        if _numeric(ours) and _numeric(theirs) and compare(ours, theirs) is not None
    ]
    if not wrong:
        return np.nan
    if any(ours.shape != theirs.shape for ours, theirs in wrong):
        return np.inf
    ours, theirs = (np.concatenate(side).astype(float) for side in zip(*wrong, strict=True))
    if not theirs.any():
        return np.inf
    factor = float(ours @ theirs / (theirs @ theirs))
    return factor if np.allclose(ours, factor * theirs, rtol=1e-8, atol=1e-11) else np.inf


def _by_place(pairs: Sequence[tuple[Any, Any]]) -> list[tuple[list[Any], list[Any]]] | None:
    """The parts that are wrong anywhere, each with its got and expected values over all cases."""
    places: dict[str, tuple[list[Any], list[Any]]] = {}
    for got, expected in pairs:
        leaves = leaf_pairs(got, expected)
        if leaves is None:
            return None
        for where, ours, theirs in leaves:
            if not (_numeric(ours) and _numeric(theirs)):
                if compare(ours, theirs) is not None:
                    return None
                continue
            place = places.setdefault(where, ([], []))
            place[0].append(ours)
            place[1].append(theirs)
    wrong = [
        (got, expected)
        for got, expected in places.values()
        if any(compare(ours, theirs) for ours, theirs in zip(got, expected, strict=True))
    ]
    if sum(_entries(got, expected) for got, expected in wrong) < _ENOUGH:
        return None
    # One expected value over and over, and one got for it: that may be anything.
    varied = len(np.unique(_flat([theirs for place in wrong for theirs in place[1]]))) > 1
    return wrong if varied else None


def _numeric(value: Any) -> bool:
    if not isinstance(value, int | float | np.ndarray) or isinstance(value, bool):
        return False
    return np.asarray(value).dtype.kind in "iuf"


def _entries(got: list[Any], expected: list[Any]) -> int:
    """How many entries are wrong in value, and not trivially so."""
    count = 0
    for ours, theirs in zip(got, expected, strict=True):
        a, b = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
        if a.shape == b.shape:
            count += int((~np.isclose(a, b, rtol=1e-9, atol=1e-12, equal_nan=True)).sum())
        else:
            count += b.size
    return count


def _explained(
    got: list[Any], expected: list[Any], change: Callable[[_Array], _Array | None]
) -> bool:
    for ours, theirs in zip(got, expected, strict=True):
        changed = change(_as_floats(theirs))
        if changed is None or not _alike(_as_floats(ours), changed):
            return False
    return True


def _as_floats(value: Any) -> _Array:
    # What a relation does to integers may leave them, and must not wrap around.
    array = np.asarray(value)
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def _alike(mine: _Array, changed: _Array) -> bool:
    return compare(mine, np.asarray(changed, dtype=mine.dtype)) is None


def _shifted_back(x: _Array) -> _Array | None:
    # The first entry of a path is its start, and stays.
    return None if x.ndim == 0 or len(x) < 4 else np.concatenate([x[:1], x[:-1]])


def _on_axes(change: Callable[[_Array], _Array]) -> Callable[[_Array], _Array | None]:
    return lambda x: change(x) if x.ndim else None


_PLAIN: dict[str, Callable[[_Array], _Array | None]] = {
    "negated": lambda x: -x,
    "complement": lambda x: 1 - x,
    "squared": lambda x: x * x,
    "rooted": np.sqrt,
    "reciprocal": lambda x: 1 / x,
    "absolute": np.abs,
    "log_base_2": lambda x: x / np.log(2),
    "truncated": np.trunc,
    "rounded": np.round,
    "reversed": _on_axes(lambda x: x[::-1]),
    "transposed": lambda x: x.T if x.ndim > 1 else None,
    "shifted": _shifted_back,
}


def _explained_whole(pairs: Sequence[tuple[Any, Any]], change: Callable[[Any], Any]) -> bool:
    wrong = 0
    for got, expected in pairs:
        changed = change(expected)
        if changed is None or compare(got, changed) is not None:
            return False
        wrong += compare(got, expected) is not None
    return wrong > 0


def _swapped(expected: Any) -> Any:
    if not isinstance(expected, list | tuple) or len(expected) != 2:
        return None
    return (expected[1], expected[0])


_STRUCTURAL: dict[str, Callable[[Any], Any]] = {"swapped": _swapped}


def _factor_or_offset(places: list[tuple[list[Any], list[Any]]]) -> Relation | None:
    got = _flat([ours for place in places for ours in place[0]])
    expected = _flat([theirs for place in places for theirs in place[1]])
    if got.shape != expected.shape or not (np.isfinite(got).all() and np.isfinite(expected).all()):
        return None
    if len(np.unique(expected)) < _ENOUGH:
        return None
    # Ten times the tolerance: the factor itself is only as good as the entries it is found from.
    values = [value for place in places for part in place for value in part]
    rtol, atol = (10 * each for each in Tolerance().at(*(np.asarray(v).dtype for v in values)))
    if np.allclose(got, expected, rtol=rtol, atol=atol):
        return None
    scale = float(got @ expected / (expected @ expected)) if expected.any() else 0.0
    if scale and np.allclose(got, scale * expected, rtol=rtol, atol=atol):
        return Relation("factor", _tidy(scale))
    shift = float(np.mean(got - expected))
    if np.allclose(got, expected + shift, rtol=rtol, atol=atol):
        return Relation("offset", _tidy(shift))
    return None


def _flat(values: list[Any]) -> _Array:
    return np.concatenate([np.ravel(np.asarray(value, dtype=float)) for value in values])


def _tidy(value: float) -> float:
    return float(f"{value:.10g}")


RELATIONS = (*_STRUCTURAL, *_PLAIN, "factor", "offset", *PARTIAL)
"""The names of all relations; each has a hint in every language."""
