"""Whether plain numbers agree, found with as few operations as it takes.

Naming a mistake asks thousands of times whether two small arrays agree, and mostly they do not: of
these the first entry says so.
"""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np

from autograder.compare.tolerance import Tolerance

__all__ = ["numbers_agree"]

_REAL: Final = np.dtype(float)
_WHOLE: Final = np.dtype(np.int64)
_FITS: Final = range(-(2**63), 2**63)


def numbers_agree(output: Any, expected: Any, tolerance: Tolerance) -> bool | None:
    """Whether two single numbers, or two arrays of one dtype, agree.

    Args:
        output: as for `compare`.
        expected: as for `compare`.
        tolerance: as for `compare`.

    Returns:
        What `compare` finds; None where it has to look more closely.
    """
    one, other = _single(output), _single(expected)
    if one is not None and other is not None:
        if type(one) is type(other) is int:
            return one == other
        return _close(float(one), float(other), *tolerance.at(_REAL))
    alike = type(output) is type(expected) is np.ndarray and output.dtype == expected.dtype
    if alike and expected.ndim:
        return output.shape == expected.shape and _arrays_agree(output, expected, tolerance)
    return None


def _single(value: Any) -> int | float | None:
    """A number of Python, or without axes, that is one of 64 bits."""
    kind = type(value)
    if kind is np.ndarray and not value.ndim and value.dtype in (_REAL, _WHOLE):
        value = value.item()
        kind = type(value)
    if kind is float or (kind is int and value in _FITS):
        return value  # type: ignore[no-any-return]
    return float(value) if kind is np.float64 else None


def _arrays_agree(output: Any, expected: Any, tolerance: Tolerance) -> bool | None:
    if expected.dtype.kind in "iub":
        return bool((output == expected).all())
    if expected.dtype.kind != "f":
        return None
    if not expected.size:
        return True
    rtol, atol = tolerance.at(expected.dtype)
    if not _close(float(output.item(0)), float(expected.item(0)), rtol, atol):
        return False
    output, expected = output.astype(_REAL, copy=False), expected.astype(_REAL, copy=False)
    with np.errstate(all="ignore"):
        off = np.abs(output - expected)
        most = float(off.max())
        if not math.isfinite(most):
            return None
        return most <= atol or bool((off <= atol + rtol * np.abs(expected)).all())


def _close(output: float, expected: float, rtol: float, atol: float) -> bool:
    if math.isfinite(output) and math.isfinite(expected):
        return abs(output - expected) <= atol + rtol * abs(expected)
    return output == expected or (math.isnan(output) and math.isnan(expected))
