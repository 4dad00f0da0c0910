"""Is this output the expected one, and if not, what is the first thing that is wrong with it?

Exact about structure, generous about arithmetic, never silent. Asked in this order: type and
structure, shape, dtype, NaN and infinities, values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from autograder.compare.tolerance import Tolerance

__all__ = ["Difference", "DifferenceKind", "compare", "leaf_pairs", "parts"]

DifferenceKind = Literal["type", "length", "keys", "text", "shape", "dtype", "finite", "value"]

_Array = np.ndarray[Any, np.dtype[Any]]
_NUMBER = bool | int | float | complex | np.generic | np.ndarray


@dataclass(frozen=True)
class Difference:
    """The first thing that is wrong with an output.

    Attributes:
        kind: what was compared when they parted.
        where: the place in the output: `` for the whole, `[1]` for a part of it.
        got: what was found there, in few words or digits.
        expected: what belongs there.
        numbers: for `finite` and `value`: `wrong` and `total` entries, the `index` of the worst one
            as a tuple, and for `value` its `absolute` and `relative` difference.
    """

    kind: DifferenceKind
    where: str
    got: str
    expected: str
    numbers: dict[str, Any] = field(default_factory=dict)


def compare(got: Any, expected: Any, tolerance: Tolerance | None = None) -> Difference | None:
    """Compare an output with the expected value.

    A list may stand for a tuple and a tuple for a list; a number may be a Python number, or an
    array without axes, of any real dtype. It gains nothing by a coarser one: a number that is only
    as close as its own dtype can be is of the wrong dtype. All else is as the expected value has
    it.

    Args:
        got: what the submission returned, as plain values.
        expected: what the reference returned, as plain values.
        tolerance: how close is close enough; None for the defaults of the dtypes.

    Returns:
        None where they agree, or the first difference.
    """
    return _compare(got, expected, tolerance or Tolerance(), "")


def _compare(got: Any, expected: Any, tolerance: Tolerance, where: str) -> Difference | None:
    if expected is None or isinstance(expected, str):
        return _compare_exactly(got, expected, where)
    if isinstance(expected, list | tuple):
        return _compare_sequences(got, expected, tolerance, where)
    if isinstance(expected, dict):
        return _compare_dicts(got, expected, tolerance, where)
    return _compare_numbers(got, expected, tolerance, where)


def _compare_exactly(got: Any, expected: str | None, where: str) -> Difference | None:
    if type(got) is not type(expected):
        return Difference("type", where, kind_of(got), kind_of(expected))
    if got != expected:
        return Difference("text", where, short(got), short(expected))
    return None


def _compare_sequences(
    got: Any, expected: list[Any] | tuple[Any, ...], tolerance: Tolerance, where: str
) -> Difference | None:
    if not isinstance(got, list | tuple):
        return Difference("type", where, kind_of(got), kind_of(expected))
    if len(got) != len(expected):
        return Difference("length", where, str(len(got)), str(len(expected)))
    for index, (ours, theirs) in enumerate(zip(got, expected, strict=True)):
        found = _compare(ours, theirs, tolerance, f"{where}[{index}]")
        if found is not None:
            return found
    return None


def _compare_dicts(
    got: Any, expected: dict[str, Any], tolerance: Tolerance, where: str
) -> Difference | None:
    if not isinstance(got, dict):
        return Difference("type", where, kind_of(got), kind_of(expected))
    if got.keys() != expected.keys():
        return Difference("keys", where, short(sorted(got)), short(sorted(expected)))
    for key, theirs in expected.items():
        found = _compare(got[key], theirs, tolerance, f"{where}[{key!r}]")
        if found is not None:
            return found
    return None


def _compare_numbers(
    got: Any, expected: Any, tolerance: Tolerance, where: str
) -> Difference | None:
    theirs = np.asarray(expected)
    # An array is asked for where the reference has axes; without axes any number will do.
    if not isinstance(got, np.ndarray if theirs.ndim else _NUMBER):
        return Difference("type", where, kind_of(got), kind_of(expected))
    ours = np.asarray(got)
    if ours.shape != theirs.shape:
        return Difference("shape", where, str(ours.shape), str(theirs.shape))
    if not _same_sort(ours.dtype, theirs.dtype, exact=theirs.ndim > 0):
        return Difference("dtype", where, str(ours.dtype), str(theirs.dtype))
    return _compare_values(ours, theirs, tolerance, where)


def _same_sort(ours: np.dtype[Any], theirs: np.dtype[Any], *, exact: bool) -> bool:
    if theirs.kind not in "biufc":
        return False
    if not exact:
        # A single number: integer and real are one sort, truth values and complex are others.
        return ours.kind == theirs.kind or {ours.kind, theirs.kind} <= set("iuf")
    if theirs.kind in "iu":
        return ours.kind in "iu"
    return ours == theirs


def _compare_values(
    ours: _Array, theirs: _Array, tolerance: Tolerance, where: str
) -> Difference | None:
    if theirs.dtype.kind in "iub" and ours.dtype.kind in "iub":
        wrong = ours != theirs
        return _worst(ours, theirs, wrong, where) if wrong.any() else None
    unlike = _unlike_specials(ours, theirs)
    if unlike.any():
        index = _first(unlike)
        numbers = {"wrong": int(unlike.sum()), "total": unlike.size, "index": index}
        return Difference("finite", where, short(ours[index]), short(theirs[index]), numbers)
    # What is expected says how close: who answers at a lower precision gains nothing by it.
    wrong = _far(ours, theirs, tolerance.at(theirs.dtype))
    if not wrong.any():
        return None
    if not _far(ours, theirs, tolerance.at(ours.dtype, theirs.dtype)).any():
        return Difference("dtype", where, str(ours.dtype), str(theirs.dtype))
    return _worst(ours, theirs, wrong, where)


def _far(
    ours: _Array, theirs: _Array, bounds: tuple[float, float]
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Where a finite value is not as close as these bounds, rtol and atol, ask for."""
    rtol, atol = bounds
    mine, other = _wide(ours), _wide(theirs)
    with np.errstate(all="ignore"):
        return np.asarray(
            np.isfinite(theirs) & ~(np.abs(mine - other) <= atol + rtol * np.abs(other))
        )


def _unlike_specials(ours: _Array, theirs: _Array) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Where one is NaN or infinite and the other is not the same."""
    special = ~(np.isfinite(ours) & np.isfinite(theirs))
    if not special.any():
        return special
    both_nan = np.isnan(ours) & np.isnan(theirs)
    with np.errstate(invalid="ignore"):
        return np.asarray(special & ~both_nan & (ours != theirs))


def _worst(
    ours: _Array, theirs: _Array, wrong: np.ndarray[Any, np.dtype[np.bool_]], where: str
) -> Difference:
    with np.errstate(all="ignore"):
        distance = np.where(wrong, np.abs(_wide(ours) - _wide(theirs)), -1.0)
        index = np.unravel_index(int(np.nanargmax(distance)), distance.shape)
        place = tuple(int(i) for i in index)
        absolute = float(distance[place])
        relative = absolute / float(np.abs(_wide(theirs[place]))) if theirs[place] else np.inf
    numbers = {
        "wrong": int(wrong.sum()),
        "total": wrong.size,
        "index": place,
        "absolute": absolute,
        "relative": float(relative),
    }
    return Difference("value", where, short(ours[place]), short(theirs[place]), numbers)


def _wide(array: Any) -> Any:
    return np.asarray(array, dtype=np.complex128 if array.dtype.kind == "c" else np.float64)


def _first(mask: np.ndarray[Any, np.dtype[np.bool_]]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(mask)[0])


def kind_of(value: Any) -> str:
    """What a value is, in the words of NumPy and Python."""
    if isinstance(value, np.ndarray):
        return f"array of {value.dtype}, shape {value.shape}" if value.ndim else f"{value.dtype}"
    return "None" if value is None else type(value).__name__


def short(value: Any) -> str:
    """A value in few characters; numbers with enough digits to see what is wrong."""
    if isinstance(value, np.ndarray | np.generic) and np.ndim(value) == 0:
        value = value.item()
    if isinstance(value, float):
        return f"{value:.10g}"
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def parts(
    got: Any, expected: Any, where: str = "", *, into_arrays: bool = False
) -> list[tuple[str, Any, Any]] | None:
    """The parts of two values of one structure, pairwise.

    Args:
        got: what was found.
        expected: what belongs there; its structure decides.
        where: the place of both.
        into_arrays: whether the rows of an array are parts of it.

    Returns:
        (where, got, expected) for each item of a list, tuple or dict, or None where the expected
        value has no parts, or the got one has others.
    """
    if isinstance(expected, dict):
        if not isinstance(got, dict) or got.keys() != expected.keys():
            return None
        return [(f"{where}[{key!r}]", got[key], expected[key]) for key in expected]
    arrays = into_arrays and _has_rows(expected)
    alike = _has_rows(got) if arrays else isinstance(got, list | tuple)
    if not alike or not (arrays or isinstance(expected, list | tuple)) or len(got) != len(expected):
        return None
    both = zip(got, expected, strict=True)
    return [(f"{where}[{i}]", ours, theirs) for i, (ours, theirs) in enumerate(both)]


def _has_rows(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0


def leaf_pairs(got: Any, expected: Any, where: str = "") -> list[tuple[str, Any, Any]] | None:
    """The numbers, arrays, texts and Nones of two values of one structure, pairwise.

    Returns:
        (where, got, expected) for each of them, or None where the structures differ.
    """
    if not isinstance(expected, dict | list | tuple):
        return [(where, got, expected)]
    pairs = parts(got, expected, where)
    if pairs is None:
        return None
    leaves = []
    for place, ours, theirs in pairs:
        below = leaf_pairs(ours, theirs, place)
        if below is None:
            return None
        leaves += below
    return leaves
