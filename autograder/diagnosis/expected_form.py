"""Outputs in the form that is expected: right numbers in a list, in float64, in a row too many.

What an output deviates by in its types and dtypes is told by itself. The values are looked at as
if it did not.
"""

from __future__ import annotations

import functools
from typing import Any, Final

import numpy as np

from autograder.compare import agrees
from autograder.diagnosis.wrong_values import list_as_array
from autograder.keys.sketched import Sketched

__all__ = ["in_expected_form"]

_LONGEST: Final = 40
"""A longer text is no number."""

_Array = np.ndarray[Any, np.dtype[Any]]


def in_expected_form(
    output: Any,
    expected: Any,
    told: set[str] | None = None,
    *,
    none_is_a_value: bool = False,
) -> Any:
    """Turn an output into the types and dtypes of the expected value, as far as it can be.

    Args:
        output: what was returned.
        expected: what belongs there.
        told: gets the names of what was different. Where it is given, None becomes the expected
            value: that it is not there has been told.
        none_is_a_value: whether None is what the exercise returns in some case, as a number is in
            others, so that it is a wrong value where it does not belong.

    Returns:
        The output, or what it could have been.
    """
    names: set[str] = set() if told is None else told
    if output is None and expected is not None:
        if none_is_a_value:
            return output
        names.add("returns_nothing")
        return output if told is None else expected
    part = functools.partial(in_expected_form, told=told, none_is_a_value=none_is_a_value)
    if isinstance(expected, dict):
        if not isinstance(output, dict) or output.keys() != expected.keys():
            return output
        return {key: part(output[key], expected[key]) for key in expected}
    if isinstance(expected, list | tuple):
        if isinstance(output, dict) and len(output) == len(expected):
            names.add("dictionary")
            output = tuple(output.values())
        if not isinstance(output, list | tuple) or len(output) != len(expected):
            return output
        pairs = zip(output, expected, strict=True)
        return type(expected)(part(*pair) for pair in pairs)
    if isinstance(expected, np.ndarray) and expected.ndim:
        return _array(output, expected, names)
    if isinstance(expected, int | float | np.generic | np.ndarray):
        return _number(output, expected, names)
    return output


def _array(output: Any, expected: _Array, names: set[str]) -> Any:
    if isinstance(output, Sketched):
        return output.in_dtype(expected)
    if isinstance(output, list | tuple):
        array = list_as_array(output)
        if array is None or array.dtype.kind not in "biufc":
            return output
        names.add("list_for_array")
        if not array.size:
            return np.empty(array.shape, expected.dtype)
        # Numbers of Python have no dtype of their own.
        fits = array.dtype.kind in _FITTING.get(expected.dtype.kind, "biu")
        return array.astype(expected.dtype, copy=False) if fits else array
    if isinstance(output, int | float | np.generic) and not isinstance(output, bool | np.bool_):
        output = np.asarray(output)
    if not isinstance(output, np.ndarray):
        return output
    if output.ndim == 0 and expected.size == 1:
        names.add("number_for_array")
        output = output.reshape(expected.shape)
    elif output.ndim == expected.ndim + 1 and len(output) == 1:
        names.add("leading_axis")
        output = output[0]
    return _in_dtype(output, expected, names)


_FITTING: Final = {"f": "biuf", "c": "biufc"}
"""Which kinds of numbers in a list could be an array of reals, and of complex numbers."""


def _in_dtype(output: _Array, expected: _Array, names: set[str]) -> _Array:
    if output.dtype == expected.dtype:
        return output
    if expected.dtype.kind not in "fc":
        return _whole(output, expected, names)
    if output.dtype.kind in "iu":
        names.add("integers")
    elif output.dtype.kind == expected.dtype.kind:
        finer = output.dtype.itemsize > expected.dtype.itemsize
        names.add("double_precision" if finer else "single_precision")
    else:
        return output
    with np.errstate(all="ignore"):
        return output.astype(expected.dtype)


def _whole(output: _Array, expected: _Array, names: set[str]) -> _Array:
    """Integers that came back as real numbers."""
    if not _real(output) or expected.dtype.kind not in "iu":
        return output
    with np.errstate(all="ignore"):
        integers = output.astype(expected.dtype)
    if not (integers == output).all():
        return output
    names.add("reals")
    return integers


def _number(output: Any, expected: Any, names: set[str]) -> Any:
    if isinstance(output, str):
        number = _read(output)
        if number is None:
            return output
        names.add("text")
        return number
    single = output
    if isinstance(output, list | tuple):
        array = list_as_array(output)
        single = output if array is None else array
    if isinstance(single, np.ndarray) and single.ndim and single.size == 1:
        names.add("array_for_number")
        return single.reshape(())[()].item()
    if single is not output:
        return single
    if isinstance(output, np.generic | np.ndarray) and _is_coarser(output, np.asarray(expected)):
        names.update(() if agrees(output, expected) else {"single_precision"})
    return output


def _read(text: str) -> float | None:
    if len(text) > _LONGEST:
        return None
    try:
        return float(text)
    except ValueError:
        return None


def _is_coarser(output: np.generic | _Array, expected: _Array) -> bool:
    if output.ndim or output.dtype.kind != "f" or not _real(expected):
        return False
    return output.dtype.itemsize < expected.dtype.itemsize


def _real(array: _Array) -> bool:
    return array.dtype.kind == "f"
