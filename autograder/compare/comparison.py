"""Is this output the expected one, and if not, what is the first thing that is wrong with it?

Exact about structure, generous about arithmetic, never silent. Asked in this order: type and
structure, shape, dtype, NaN and infinities, values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

import numpy as np

from autograder.compare.quick import numbers_agree
from autograder.compare.sets import members_of
from autograder.compare.sparse import SparseMatrix, read_sparse
from autograder.compare.spelling import is_misspelt
from autograder.compare.tolerance import Tolerance

__all__ = ["Difference", "DifferenceKind", "agrees", "compare", "leaf_pairs", "parts"]

DifferenceKind = Literal[
    "type",
    "length",
    "keys",
    "members",  # of a set; `output` is what is too many, `expected` what is missing
    "text",
    "shape",
    "dtype",
    "finite",
    "value",
    "truth",
    "judged",  # by the exercise's own judge; `numbers` has the name of its `reason`, or ""
]

_Array = np.ndarray[Any, np.dtype[Any]]
_NUMBER = bool | int | float | complex | np.generic | np.ndarray


@dataclass(frozen=True)
class Difference:
    """The first thing that is wrong with an output.

    Attributes:
        kind: which comparison failed.
        where: the place in the output: `` for the whole, `[1]` for a part of it.
        output: what was found there, in few words or digits.
        expected: what belongs there.
        numbers: for a `text` whether it is `misspelt`. For `finite`, `truth` and `value`: `wrong`
            and `total` entries, the `index` of the worst one as a tuple, and for `value` its
            `absolute` and `relative` difference, and the index of the `first` one.
    """

    kind: DifferenceKind
    where: str
    output: str
    expected: str
    numbers: dict[str, Any] = field(default_factory=dict)


_Found = Callable[[], Difference] | None
"""What describes the difference, where there is one: many ask no more than whether there is."""


def compare(output: Any, expected: Any, tolerance: Tolerance | None = None) -> Difference | None:
    """Compare an output with the expected value.

    A list may replace a tuple and a tuple a list; a number may be a Python number, or an
    array without axes, of any real dtype. A coarser dtype gains nothing: a number that is only as
    close as its own dtype allows has the wrong dtype. Everything else must be as in the expected
    value.

    Args:
        output: what the submission returned, as plain values.
        expected: what the reference returned, as plain values.
        tolerance: how close is close enough; None for the defaults of the dtypes.

    Returns:
        None where they agree, or the first difference.
    """
    found = _compare(output, expected, tolerance or Tolerance(), "")
    return found() if found else None


def agrees(output: Any, expected: Any, tolerance: Tolerance | None = None) -> bool:
    """Whether `compare` finds no difference; it takes a tenth of the time where there is one.

    Args:
        output: as for `compare`.
        expected: as for `compare`.
        tolerance: as for `compare`.
    """
    return _agrees(output, expected, tolerance or Tolerance())


def _agrees(output: Any, expected: Any, tolerance: Tolerance) -> bool:
    if isinstance(expected, list | tuple):
        if not isinstance(output, list | tuple) or len(output) != len(expected):
            return False
        return all(_agrees(*pair, tolerance) for pair in zip(output, expected, strict=True))
    if isinstance(expected, dict) and not _is_special(expected):
        if not isinstance(output, dict) or output.keys() != expected.keys():
            return False
        return all(_agrees(output[key], expected[key], tolerance) for key in expected)
    found = numbers_agree(output, expected, tolerance)
    return _compare(output, expected, tolerance, "") is None if found is None else found


def _is_special(expected: dict[str, Any]) -> bool:
    return read_sparse(expected) is not None or members_of(expected) is not None


def _compare(output: Any, expected: Any, tolerance: Tolerance, where: str) -> _Found:
    if expected is None or isinstance(expected, str):
        return _compare_exactly(output, expected, where)
    if isinstance(expected, list | tuple):
        return _compare_sequences(output, expected, tolerance, where)
    if isinstance(expected, dict):
        return _compare_dicts(output, expected, tolerance, where)
    return _compare_numbers(output, expected, tolerance, where)


def _compare_exactly(output: Any, expected: str | None, where: str) -> _Found:
    if type(output) is not type(expected):
        return partial(Difference, "type", where, kind_of(output), kind_of(expected))
    if output != expected:
        return partial(_of_texts, str(output), str(expected), where)
    return None


def _of_texts(output: str, expected: str, where: str) -> Difference:
    numbers = {"misspelt": True} if is_misspelt(output, expected) else {}
    return Difference("text", where, short(output), short(expected), numbers)


def _compare_sequences(
    output: Any, expected: list[Any] | tuple[Any, ...], tolerance: Tolerance, where: str
) -> _Found:
    if not isinstance(output, list | tuple):
        return partial(Difference, "type", where, kind_of(output), kind_of(expected))
    if len(output) != len(expected):
        return partial(Difference, "length", where, str(len(output)), str(len(expected)))
    for index, (item, expected_item) in enumerate(zip(output, expected, strict=True)):
        found = _compare(item, expected_item, tolerance, f"{where}[{index}]")
        if found is not None:
            return found
    return None


def _compare_dicts(
    output: Any, expected: dict[str, Any], tolerance: Tolerance, where: str
) -> _Found:
    matrix = read_sparse(expected)
    if matrix is not None:
        return _compare_sparse(output, matrix, tolerance, where)
    members = members_of(expected)
    if members is not None:
        return _compare_sets(output, members, where)
    if not isinstance(output, dict):
        return partial(Difference, "type", where, kind_of(output), kind_of(expected))
    if output.keys() != expected.keys():
        return partial(Difference, "keys", where, short(sorted(output)), short(sorted(expected)))
    for key, expected_item in expected.items():
        found = _compare(output[key], expected_item, tolerance, f"{where}[{key!r}]")
        if found is not None:
            return found
    return None


def _compare_sets(output: Any, expected: dict[tuple[str, Any], Any], where: str) -> _Found:
    found = members_of(output)
    if found is None:
        return partial(Difference, "type", where, kind_of(output), "set")
    if found.keys() == expected.keys():
        return None
    extra = [each for member, each in found.items() if member not in expected]
    missing = [each for member, each in expected.items() if member not in found]
    return partial(Difference, "members", where, short(extra), short(missing))


def _compare_sparse(
    output: Any, expected: SparseMatrix, tolerance: Tolerance, where: str
) -> _Found:
    found = read_sparse(output)
    if found is None:
        return partial(Difference, "type", where, kind_of(output), "sparse matrix")
    if found.shape != expected.shape:
        return partial(Difference, "shape", where, str(found.shape), str(expected.shape))
    places = np.union1d(found.places, expected.places)
    both = found.at(places), expected.at(places)
    if not _same_sort(both[0].dtype, both[1].dtype, exact=True):
        return partial(Difference, "dtype", where, str(both[0].dtype), str(both[1].dtype))
    wrong = _compare_values(*both, tolerance, where)
    return None if wrong is None else partial(_in_matrix, wrong, places, expected)


def _in_matrix(found: Callable[[], Difference], places: _Array, matrix: SparseMatrix) -> Difference:
    """A difference between entries that are not zero, at their rows and columns."""
    difference = found()
    # The first one has no place in what was returned: that is no array.
    numbers = {name: it for name, it in difference.numbers.items() if name != "first"}
    if "index" in numbers:
        numbers["index"] = matrix.index(int(places[numbers["index"][0]]))
    return replace(difference, numbers=numbers)


def _compare_numbers(output: Any, expected: Any, tolerance: Tolerance, where: str) -> _Found:
    if numbers_agree(output, expected, tolerance):
        return None
    expected_array = np.asarray(expected)
    # Where the reference has axes, only an array will do; without axes any number will.
    if not isinstance(output, np.ndarray if expected_array.ndim else _NUMBER):
        return partial(Difference, "type", where, kind_of(output), kind_of(expected))
    array = np.asarray(output)
    if array.shape != expected_array.shape:
        return partial(Difference, "shape", where, str(array.shape), str(expected_array.shape))
    if not _same_sort(array.dtype, expected_array.dtype, exact=expected_array.ndim > 0):
        return partial(Difference, "dtype", where, str(array.dtype), str(expected_array.dtype))
    return _compare_values(array, expected_array, tolerance, where)


def _same_sort(output: np.dtype[Any], expected: np.dtype[Any], *, exact: bool) -> bool:
    if expected.kind not in "biufc":
        return False
    if not exact:
        # A single number: integer and real are one sort, truth values and complex are others.
        return output.kind == expected.kind or {output.kind, expected.kind} <= set("iuf")
    if expected.kind in "iu":
        return output.kind in "iu"
    return output == expected


def _compare_values(output: _Array, expected: _Array, tolerance: Tolerance, where: str) -> _Found:
    if expected.dtype.kind in "iub" and output.dtype.kind in "iub":
        wrong = output != expected
        describe = _first_truth if expected.dtype.kind == "b" else _worst
        return partial(describe, output, expected, wrong, where) if wrong.any() else None
    unlike = _unlike_specials(output, expected)
    if unlike.any():
        return partial(_first_special, output, expected, unlike, where)
    # The expected dtype decides how close: a lower precision gains nothing.
    bounds = tolerance.at(expected.dtype)
    wrong = _far(output, expected, bounds)
    if not wrong.any():
        return None
    coarser = tolerance.at(output.dtype, expected.dtype)
    if coarser != bounds and not _far(output, expected, coarser).any():
        return partial(Difference, "dtype", where, str(output.dtype), str(expected.dtype))
    return partial(_worst, output, expected, wrong, where)


def _far(
    output: _Array, expected: _Array, bounds: tuple[float, float]
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Where a finite value is farther off than these bounds, rtol and atol, allow."""
    rtol, atol = bounds
    mine, other = _wide(output), _wide(expected)
    with np.errstate(all="ignore"):
        return np.asarray(
            np.isfinite(expected) & ~(np.abs(mine - other) <= atol + rtol * np.abs(other))
        )


def _unlike_specials(output: _Array, expected: _Array) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Where one is NaN or infinite and the other is not the same."""
    special = ~(np.isfinite(output) & np.isfinite(expected))
    if not special.any():
        return special
    both_nan = np.isnan(output) & np.isnan(expected)
    with np.errstate(invalid="ignore"):
        return np.asarray(special & ~both_nan & (output != expected))


def _first_special(
    output: _Array, expected: _Array, unlike: np.ndarray[Any, np.dtype[np.bool_]], where: str
) -> Difference:
    index = _first(unlike)
    numbers = {"wrong": int(unlike.sum()), "total": unlike.size, "index": index}
    return Difference("finite", where, short(output[index]), short(expected[index]), numbers)


def _first_truth(
    output: _Array, expected: _Array, wrong: np.ndarray[Any, np.dtype[np.bool_]], where: str
) -> Difference:
    """Of truth values, none of which is more wrong than another, the first one."""
    index = _first(wrong)
    numbers = {"wrong": int(wrong.sum()), "total": wrong.size, "index": index, "first": index}
    return Difference("truth", where, short(output[index]), short(expected[index]), numbers)


def _worst(
    output: _Array, expected: _Array, wrong: np.ndarray[Any, np.dtype[np.bool_]], where: str
) -> Difference:
    with np.errstate(all="ignore"):
        distance = np.where(wrong, np.abs(_wide(output) - _wide(expected)), -1.0)
        index = np.unravel_index(int(np.nanargmax(distance)), distance.shape)
        place = tuple(int(i) for i in index)
        absolute = float(distance[place])
        relative = absolute / float(np.abs(_wide(expected[place]))) if expected[place] else np.inf
    numbers = {
        "wrong": int(wrong.sum()),
        "total": wrong.size,
        "index": place,
        "first": _first(wrong),
        "absolute": absolute,
        "relative": float(relative),
    }
    texts = short(output[place]), short(expected[place])
    if texts[0] == texts[1]:
        texts = repr(output[place].item()), repr(expected[place].item())
    return Difference("value", where, *texts, numbers)


def _wide(array: Any) -> Any:
    return np.asarray(array, dtype=np.complex128 if array.dtype.kind == "c" else np.float64)


def _first(mask: np.ndarray[Any, np.dtype[np.bool_]]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(mask)[0])


def kind_of(value: Any) -> str:
    """What a value is, in the words of NumPy and Python."""
    if isinstance(value, np.ndarray):
        return f"array of {value.dtype}, shape {value.shape}" if value.ndim else f"{value.dtype}"
    if isinstance(value, dict) and read_sparse(value) is not None:
        return "sparse matrix"
    if isinstance(value, dict) and members_of(value) is not None:
        return "set"
    if isinstance(value, dict) and "table" in value and value.keys() == {"table", "index"}:
        return "table"
    if isinstance(value, tuple):
        return f"tuple of {len(value)}"
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
    output: Any, expected: Any, where: str = "", *, into_arrays: bool = False
) -> list[tuple[str, Any, Any]] | None:
    """The parts of two values of one structure, pairwise.

    Args:
        output: what was found.
        expected: what belongs there; its structure decides.
        where: the place of both.
        into_arrays: whether the rows of an array are parts of it.

    Returns:
        (where, output, expected) for each item of a list, tuple or dict, or None where the expected
        value has no parts, or the output has others.
    """
    if isinstance(expected, dict):
        if not isinstance(output, dict) or output.keys() != expected.keys():
            return None
        return [(f"{where}[{key!r}]", output[key], expected[key]) for key in expected]
    arrays = into_arrays and _has_rows(expected)
    alike = _has_rows(output) if arrays else isinstance(output, list | tuple)
    if (
        not alike
        or not (arrays or isinstance(expected, list | tuple))
        or len(output) != len(expected)
    ):
        return None
    both = zip(output, expected, strict=True)
    return [(f"{where}[{i}]", item, expected_item) for i, (item, expected_item) in enumerate(both)]


def _has_rows(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0


def leaf_pairs(output: Any, expected: Any, where: str = "") -> list[tuple[str, Any, Any]] | None:
    """The numbers, arrays, texts and Nones of two values of one structure, pairwise.

    Returns:
        (where, output, expected) for each of them, or None where the structures differ.
    """
    if not isinstance(expected, dict | list | tuple):
        return [(where, output, expected)]
    pairs = parts(output, expected, where)
    if pairs is None:
        return None
    leaves = []
    for place, item, expected_item in pairs:
        below = leaf_pairs(item, expected_item, place)
        if below is None:
            return None
        leaves += below
    return leaves
