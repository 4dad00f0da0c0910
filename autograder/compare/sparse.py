"""Sparse matrices as they come through the door: their entries that are not zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["SparseMatrix", "read_sparse"]

_Array = np.ndarray[Any, np.dtype[Any]]
_KEYS = {"sparse", "rows", "columns", "values"}


@dataclass(frozen=True)
class SparseMatrix:
    """A sparse matrix.

    Attributes:
        shape: rows and columns.
        places: of its entries, row by row, as one number each; none twice.
        values: of the entries.
    """

    shape: tuple[int, int]
    places: _Array
    values: _Array

    def at(self, places: _Array) -> _Array:
        """Its values in some places; zero where it has no entry."""
        found = np.zeros(len(places), dtype=self.values.dtype)
        found[np.searchsorted(places, self.places)] = self.values
        return found

    def index(self, place: int) -> tuple[int, int]:
        """The row and the column of a place."""
        return place // self.shape[1], place % self.shape[1]


def read_sparse(value: Any) -> SparseMatrix | None:
    """The sparse matrix that a plain value is; None where it is something else.

    A submission may say anything: what is no matrix is compared as any other dict.
    """
    if type(value) is not dict or value.keys() != _KEYS or not _is_shape(value["sparse"]):
        return None
    rows, columns, values = (value[name] for name in ("rows", "columns", "values"))
    if not all(isinstance(each, np.ndarray) and each.ndim == 1 for each in (rows, columns, values)):
        return None
    if not rows.dtype == columns.dtype == np.int64 or not len(rows) == len(columns) == len(values):
        return None
    shape = (value["sparse"][0], value["sparse"][1])
    inside = (rows >= 0) & (rows < shape[0]) & (columns >= 0) & (columns < shape[1])
    if not inside.all():
        return None
    places = rows * shape[1] + columns
    if not (np.diff(places) > 0).all():
        return None
    return SparseMatrix(shape, places, values)


def _is_shape(value: Any) -> bool:
    # The product of both is a place, and has to be a number of 64 bits.
    return (
        type(value) is list
        and len(value) == 2
        and all(type(each) is int and 0 <= each < 2**31 for each in value)
    )
