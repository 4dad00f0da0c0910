"""How close is close enough."""

from __future__ import annotations

from dataclasses import dataclass
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
        size = min(8, *(_real_size(dtype) for dtype in dtypes))
        rtol, atol = _DEFAULTS[size]
        finest = size == 8
        if self.rtol is not None:
            rtol = self.rtol if finest else max(self.rtol, rtol)
        if self.atol is not None:
            atol = self.atol if finest else max(self.atol, atol)
        return rtol, atol

    def widened(self, *dtypes: np.dtype[Any]) -> Tolerance:
        """The same tolerance, never stricter than it is for values of these dtypes."""
        return Tolerance(*self.at(*dtypes)) if dtypes else self


def _real_size(dtype: np.dtype[Any]) -> int:
    if dtype.kind == "c":
        return dtype.itemsize // 2
    return dtype.itemsize if dtype.kind == "f" else 8
