"""Sketches: a few numbers that stand for an output, so that thousands of them can be compared.

A part of an output is a row of numbers x and a form: how they are nested, where they are not
finite, and its texts. Its sketch is the form's digest and two projections of the numbers,

    p_k = sum_i w_ki x_i    (k = 1, 2)

with fixed weights that look random. If all numbers of two parts agree within their tolerances, then
so do their sketches; if they do not, their projections differ but for rare chance. (Johnson and
Lindenstrauss, "Extensions of Lipschitz mappings into a Hilbert space", 1984.)

A sketch does not see the type: lists, tuples and arrays of the same numbers are alike, and so are
numbers of all dtypes, and an array without axes and a number.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np

from autograder.compare import Tolerance
from autograder.course.authoring import Reports
from autograder.keys.facts import Fact, facts
from autograder.sandbox.codec import Value

__all__ = [
    "MOST_PARTS",
    "Reading",
    "bounds",
    "output_sketches",
    "parts",
    "read",
    "read_parts",
    "sketch",
]

_Array = np.ndarray[Any, np.dtype[np.float64]]

MOST_PARTS: Final = 8
"""A longer tuple or dict is one part."""

_FORMS: Final = 1 << 24
"""So many digests of forms; each is a whole number that float32 writes exactly."""


def parts(reports: Reports, value: Value) -> list[Value]:
    """Split an output as it is judged.

    Args:
        reports: what the outputs are; see `Fact`.
        value: what was returned, or expected.

    Returns:
        The result, split where it is a tuple or a dict of a few values, and then the other facts
        of the report.
    """
    found = facts(reports, value)
    if found is None:
        return [value]
    first, *others = found.values()
    if Fact.RESULT in found:
        others = [each for fact, each in found.items() if fact is not Fact.RESULT]
        first = found[Fact.RESULT]
    return [*_split(first), *others]


def _split(value: Value) -> list[Value]:
    inside = list(value.values()) if isinstance(value, dict) else value
    if isinstance(value, tuple | dict) and 1 < len(inside) <= MOST_PARTS:
        return list(inside)
    return [value]


def sketch(value: Value) -> tuple[int, _Array]:
    """The sketch of one part.

    Returns:
        The digest of its form, and the two projections.
    """
    form, numbers = _plain(value)
    return _digest(form, numbers), _weights(numbers.size) @ _finite(numbers)


def output_sketches(reports: Reports, output: Value, count: int) -> _Array:
    """The sketches of all that was returned, part by part.

    Args:
        reports: what the outputs are.
        output: of a variant.
        count: how many parts the expected value has. An output that is split otherwise stands for
            each of them, here and in `read_parts`.

    Returns:
        An array (count, 3) of forms and projections.
    """
    found = np.empty((count, 3))
    for row, part in zip(found, _so_many_parts(reports, output, count), strict=True):
        row[0], row[1:] = sketch(part)
    return found


def _so_many_parts(reports: Reports, output: Value, count: int) -> list[Value]:
    several = parts(reports, output)
    return several if len(several) == count else [output] * count


class Reading(NamedTuple):
    """The sketch of a part of a submission's output, with its tolerance.

    Attributes:
        form: the digest of its form.
        projections: two.
        bounds: how far the projections of a part may be from these, if all of its numbers agree.
    """

    form: int
    projections: _Array
    bounds: _Array


def read(value: Value, rtol: float, atol: float) -> Reading:
    """Read a part of an output; see `bounds` for the tolerance."""
    form, numbers = _plain(value)
    weights, finite = _weights(numbers.size), _finite(numbers)
    bound = np.abs(weights) @ (atol + rtol * np.abs(finite))
    # The rounding of the projections themselves.
    bound = bound + 1e-13 * (np.abs(weights) @ np.abs(finite))
    return Reading(_digest(form, numbers), weights @ finite, bound)


def read_parts(
    reports: Reports, output: Value, *, expected: Value, inputs: Value, tolerance: Tolerance
) -> list[Reading]:
    """Read all parts of an output to a case.

    Args:
        reports: what the outputs are.
        output: of a submission, or the expected value itself.
        expected: what the reference returned; it says how many parts there are.
        inputs: of the case.
        tolerance: of the check.
    """
    close = bounds(tolerance, expected, inputs)
    several = _so_many_parts(reports, output, len(parts(reports, expected)))
    return [read(part, *close) for part in several]


def bounds(tolerance: Tolerance, *values: Value) -> tuple[float, float]:
    """The relative and the absolute tolerance of a case.

    Args:
        tolerance: of the check.
        values: the expected value and the inputs: what was computed in float32 has its digits, in
            whatever dtype it comes back.
    """
    dtypes = {each.dtype for value in values for each in _arrays(value)}
    return tolerance.at(np.dtype(float), *dtypes)


def _arrays(value: Value) -> Iterator[np.ndarray[Any, Any]]:
    if isinstance(value, np.ndarray):
        if value.dtype.kind == "f":
            yield value
    elif isinstance(value, list | tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _arrays(each)


_Form = Any
"""The form of a number is (), of a row of equal things (length, form), and of others their text."""


def _plain(value: Value) -> tuple[_Form, _Array]:
    """The form and all numbers of a value, in one row."""
    if isinstance(value, np.ndarray):
        return _form_of_shape(value.shape), _real(value)
    if isinstance(value, bool | int | float | complex | np.generic):
        return (), _real(np.asarray(value))
    if isinstance(value, dict):
        form, numbers = _plain(list(value.values()))
        return (*value, form), numbers
    if isinstance(value, list | tuple):
        return _plain_row(value)
    # What is no data has an address in its text, another one in each run.
    text = repr(value) if value is None or isinstance(value, str) else type(value).__name__
    return text, np.zeros(0)


def _plain_row(value: list[Value] | tuple[Value, ...]) -> tuple[_Form, _Array]:
    if all(type(each) is float for each in value):
        return (len(value), ()) if value else (0,), np.array(value, dtype=float)
    items = [_plain(each) for each in value]
    forms = [form for form, _ in items]
    alike = all(form == forms[0] for form in forms)
    numbers = np.concatenate([row for _, row in items]) if items else np.zeros(0)
    if not items:
        return (0,), numbers
    return ((len(items), forms[0]) if alike else ("row", *forms)), numbers


def _form_of_shape(shape: tuple[int, ...]) -> _Form:
    form: _Form = ()
    for length in reversed(shape):
        # Nothing shows what is in an empty row.
        form = (length, form) if length else (0,)
    return form


def _real(array: np.ndarray[Any, Any]) -> _Array:
    row = array.ravel()
    if row.dtype.kind == "c":
        return np.concatenate([row.real, row.imag]).astype(float)
    return row.astype(float)


def _digest(form: _Form, numbers: _Array) -> int:
    text = repr(form).encode()
    if not np.isfinite(numbers).all():
        text += np.where(np.isfinite(numbers), 0, _kinds(numbers)).astype(np.int8).tobytes()
    return zlib.crc32(text) % _FORMS


def _kinds(numbers: _Array) -> _Array:
    return np.where(np.isnan(numbers), 1.0, np.where(numbers > 0, 2.0, 3.0))


def _finite(numbers: _Array) -> _Array:
    return np.where(np.isfinite(numbers), numbers, 0.0)


@lru_cache(maxsize=256)
def _weights(count: int) -> _Array:
    """Weights between 0.5 and 1.5 of either sign, (2, count)."""
    return _rows(1 << max(count - 1, 0).bit_length())[:, :count]


@lru_cache(maxsize=32)
def _rows(count: int) -> _Array:
    # One generator for each row, so that a longer row begins as a shorter one does.
    rows = []
    for seed in (1, 2):
        rng = np.random.default_rng(seed)
        drawn = rng.uniform(-1.0, 1.0, size=count)
        rows.append(drawn + np.where(drawn < 0, -0.5, 0.5))
    return np.array(rows)
