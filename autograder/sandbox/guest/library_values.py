"""Sets, and tables and sparse matrices of other libraries, as data of the door's grammar.

Nothing is imported for it: whoever returns such a value has its library loaded. It runs where the
submission runs, before the value is checked; a reference goes the same way.
"""

from __future__ import annotations

import sys
from typing import Any, Final

import numpy as np

from autograder.sandbox.codec import MAX_DEPTH, MAX_ITEMS, DoorError

__all__ = ["as_data"]

_INDEX: Final = "index"


def as_data(value: Any) -> Any:
    """A value with the sets, tables and sparse matrices in it as dicts of plain data.

    A set of words and whole numbers becomes `{"set": members}`, sorted.

    A data frame becomes `{"table": {column: values}, "index": index}`, a series
    `{"column": values, "index": index}`. Values are an array, or a list where they are texts; an
    index that only counts the rows is None. A sparse matrix becomes
    `{"sparse": shape, "rows": ..., "columns": ..., "values": ...}`: its entries that are not zero,
    row by row.

    Args:
        value: what was returned; what is none of these stays as it is.

    Raises:
        DoorError: if a table or a set holds what is no data.
    """
    return _Converter().of(value, 0)


class _Converter:
    """Converts what is inside of lists, tuples and dicts; more than may cross is left alone."""

    def __init__(self) -> None:
        self._left = MAX_ITEMS

    def of(self, value: Any, depth: int) -> Any:
        self._left -= 1
        kind = type(value)
        if depth > MAX_DEPTH or self._left < 0:
            return value
        # SciPy has a matrix that is a dict.
        library = str(getattr(kind, "__module__", ""))
        if library.partition(".")[0] == "pandas":
            return _of_pandas(value)
        if library.startswith("scipy.sparse"):
            return _of_sparse(value)
        if kind is set or kind is frozenset:
            return _of_set(value)
        if issubclass(kind, list):
            return [self.of(item, depth + 1) for item in list.__iter__(value)]
        if issubclass(kind, tuple):
            return tuple(self.of(item, depth + 1) for item in tuple.__iter__(value))
        if issubclass(kind, dict):
            return {key: self.of(item, depth + 1) for key, item in dict.items(value)}
        return value


def _of_set(value: Any) -> Any:
    for each in value:
        if type(each) not in (str, int, bool):
            raise DoorError("type", f"a set with a member of type {type(each).__qualname__}"[:80])
    return {"set": sorted(value, key=lambda each: (type(each).__name__, each))}


def _of_pandas(value: Any) -> Any:
    pandas = sys.modules["pandas"]
    # The exact type: a subclass may do anything.
    if type(value) is pandas.DataFrame:
        names = list(value.columns)
        if len(set(names)) < len(names):
            raise DoorError("key", "two columns of one name")
        columns = {name: _values(value[name]) for name in names}
        return {"table": columns, _INDEX: _index(value.index)}
    if type(value) is pandas.Series:
        return {"column": _values(value), _INDEX: _index(value.index)}
    return value


def _index(index: Any) -> Any:
    if index.nlevels > 1:
        raise DoorError("type", "an index of several levels")
    counts = index.dtype.kind in "iu" and np.array_equal(index.to_numpy(), np.arange(len(index)))
    return None if counts else _values(index)


def _values(column: Any) -> Any:
    """The values of a column: an array of numbers, or a list with None where one is missing."""
    array = column.to_numpy()
    if array.dtype.kind in "biufc":
        return array
    if array.dtype.kind != "O":
        raise DoorError("dtype", f"a column of {column.dtype}"[:60])
    missing = np.asarray(column.isna())
    return [None if gone else each for each, gone in zip(array.tolist(), missing, strict=True)]


def _of_sparse(value: Any) -> Any:
    if not sys.modules["scipy.sparse"].issparse(value) or value.ndim != 2:
        return value
    entries = value.tocoo(copy=True)
    entries.sum_duplicates()
    entries.eliminate_zeros()
    order = np.lexsort((entries.col, entries.row))
    return {
        "sparse": [int(length) for length in value.shape],
        "rows": entries.row[order].astype(np.int64),
        "columns": entries.col[order].astype(np.int64),
        "values": np.asarray(entries.data)[order],
    }
