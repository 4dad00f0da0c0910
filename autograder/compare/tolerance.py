"""How close is close enough."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

__all__ = ["Tolerance"]

_DEFAULTS = {
    # itemsize of a real: (rtol, atol). `autograder validate` measures how much of them the harmless
    # variants of all references use, and fails above a quarter. It also fails where a mutant fits
    # into them. See docs/validation.md.
    2: (1e-2, 1e-3),
    4: (1e-4, 1e-5),
    8: (1e-9, 1e-12),
}


@dataclass(frozen=True)
class Tolerance:
    """An output is close where abs(output - expected) <= atol + rtol * abs(expected).

    Attributes:
        rtol: relative to the expected value; None for the default of the dtype.
        atol: absolute; None for the default of the dtype.
    """

    rtol: float | None = None
    atol: float | None = None

    def at(self, *dtypes: np.dtype[Any]) -> tuple[float, float]:
        """The bounds for values of these dtypes: those of the coarsest among them.

        Args:
            dtypes: of the expected value and of the output; integers count as float64.

        Returns:
            rtol and atol. What an exercise asks for applies to float64; a coarser dtype is never
            judged more strictly than by its own default.
        """
        return _bounds(self.rtol, self.atol, *dtypes)

    def widened(self, *dtypes: np.dtype[Any]) -> Tolerance:
        """The same tolerance, never stricter than it is for values of these dtypes."""
        return Tolerance(*self.at(*dtypes)) if dtypes else self


@lru_cache(maxsize=1024)
def _bounds(rtol: float | None, atol: float | None, *dtypes: np.dtype[Any]) -> tuple[float, float]:
    size = min(8, *(_real_size(dtype) for dtype in dtypes))
    usual_rtol, usual_atol = _DEFAULTS[size]
    if size == 8:
        return usual_rtol if rtol is None else rtol, usual_atol if atol is None else atol
    return max(rtol or 0.0, usual_rtol), max(atol or 0.0, usual_atol)


def _real_size(dtype: np.dtype[Any]) -> int:
    if dtype.kind == "c":
        return dtype.itemsize // 2
    return dtype.itemsize if dtype.kind == "f" else 8
