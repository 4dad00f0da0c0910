"""Answers of which the long rows of numbers are sketches: what a public file says of a mistake.

Whoever reads the file cannot tell the numbers from a sketch, and an answer can still be compared
with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np

from autograder.compare import Tolerance, agrees
from autograder.keys.sketch import read, sketch
from autograder.sandbox.codec import Value

__all__ = ["Sketched", "alike", "sketched"]

_SHORT: Final = 4
"""So many numbers take no more room than their sketch."""

_WRITTEN: Final = 1e-11
"""How far a projection is from its text, relative to it."""

_LIST: Final = "list"

_Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Sketched:
    """The sketch of an array, or of a list of reals.

    Attributes:
        dtype: of the array; `list` for a list.
        shape: of the array; its length for a list.
        form: see `keys.sketch`.
        projections: two.
    """

    dtype: str
    shape: tuple[int, ...]
    form: int
    projections: tuple[float, float]

    @classmethod
    def of(cls, value: Value) -> Self:
        """The sketch of a value of which the shape is known."""
        form, (first, second) = sketch(value)
        is_array = isinstance(value, np.ndarray)
        dtype = value.dtype.name if isinstance(value, np.ndarray) else _LIST
        shape = np.shape(value) if is_array else (len(value),)
        return cls(dtype, shape, form, (float(first), float(second)))

    @classmethod
    def read(cls, text: str) -> Self:
        """The inverse of `str`.

        Raises:
            ValueError: if it is no sketch.
        """
        try:
            dtype, shape, form, first, second = text.split(" ")
            lengths = tuple(map(int, shape.split(",")))
            if dtype != _LIST and np.dtype(dtype).kind not in "biufc":
                raise ValueError(dtype)
            return cls(dtype, lengths, int(form), (float(first), float(second)))
        except (ValueError, TypeError):
            raise ValueError("this is no sketch of an array") from None

    def __str__(self) -> str:
        first, second = self.projections
        shape = ",".join(map(str, self.shape))
        return f"{self.dtype} {shape} {self.form} {first:.12g} {second:.12g}"

    def in_dtype(self, expected: _Array) -> Sketched:
        """The same as reals of another dtype, where both are reals."""
        if self.dtype == _LIST or {np.dtype(self.dtype).kind, expected.dtype.kind} != {"f"}:
            return self
        return replace(self, dtype=expected.dtype.name)

    def fits(self, output: Value, tolerance: Tolerance) -> bool:
        """Whether an output may be what this is the sketch of."""
        if self.dtype == _LIST:
            rows = isinstance(output, list | tuple) and all(map(_is_number, output))
            if not rows or len(output) != self.shape[0]:
                return False
            rtol, atol = tolerance.at(np.dtype(float))
        elif not isinstance(output, np.ndarray) or output.shape != self.shape:
            return False
        else:
            dtype = np.dtype(self.dtype)
            integers = {dtype.kind, output.dtype.kind} <= set("iu")
            if output.dtype != dtype and not integers:
                return False
            rtol, atol = tolerance.at(dtype) if dtype.kind in "fc" else (0.0, 0.0)
        mine = read(output, rtol, atol)
        off = np.abs(mine.projections - self.projections)
        near = off <= mine.bounds + _WRITTEN * np.abs(self.projections)
        return bool(mine.form == self.form and near.all())


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | np.ndarray | np.generic) and np.ndim(value) == 0


def sketched(output: Any, expected: Any) -> Any:
    """An output with sketches in the place of what is long, and formed as it is expected.

    Args:
        output: of a mistake.
        expected: what the reference returned.
    """
    if isinstance(expected, dict):
        if not isinstance(output, dict) or output.keys() != expected.keys():
            return output
        return {name: sketched(output[name], expected[name]) for name in output}
    if isinstance(expected, list | tuple):
        if not isinstance(output, list | tuple) or len(output) != len(expected):
            return output
        if len(output) > _SHORT and all(type(each) is float for each in (*output, *expected)):
            return Sketched.of(output)
        return type(output)(sketched(*pair) for pair in zip(output, expected, strict=True))
    both = isinstance(output, np.ndarray) and isinstance(expected, np.ndarray)
    if not both or output.shape != expected.shape or output.size <= _SHORT:
        return output
    return Sketched.of(output)


def alike(output: Any, other: Any, tolerance: Tolerance) -> bool:
    """Whether an output is another one, of which some is sketched.

    Args:
        output: of a submission.
        other: of a mistake.
        tolerance: how close is close enough.
    """
    if isinstance(other, Sketched):
        return other.fits(output, tolerance)
    if isinstance(other, dict):
        same = isinstance(output, dict) and output.keys() == other.keys()
        return same and all(alike(output[name], other[name], tolerance) for name in other)
    if isinstance(other, list | tuple):
        same = isinstance(output, list | tuple) and len(output) == len(other)
        return same and all(alike(*pair, tolerance) for pair in zip(output, other, strict=True))
    return agrees(output, other, tolerance)
