"""Values as JSON: an array is one line of text, and NaN can be written."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
import numpy as np

from autograder.keys.sketched import Sketched
from autograder.sandbox.codec import MAX_BYTES, MAX_DEPTH, DoorError, Value, encode

__all__ = ["read_answer", "read_value", "write_value"]

_Dtype = Literal[
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float16",
    "float32",
    "float64",
    "complex64",
    "complex128",
]
_Length = Annotated[int, msgspec.Meta(ge=0, le=MAX_BYTES)]


class _ArrayText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An array; its entries are in the order of C, separated by blanks."""

    array: _Dtype
    shape: Annotated[list[_Length], msgspec.Meta(max_length=MAX_DEPTH)]
    data: str


class _FloatText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A real for which JSON has no number."""

    real: Literal["nan", "inf", "-inf"] = msgspec.field(name="float")


class _TupleText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    items: list[Any] = msgspec.field(name="tuple")


class _DictText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    items: dict[str, Any] = msgspec.field(name="dict")


class _SketchText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sketch of an array in what a mistake answers."""

    sketch: Annotated[str, msgspec.Meta(max_length=200)]


_OBJECTS: dict[str, type[Any]] = {
    "array": _ArrayText,
    "sketch": _SketchText,
    "float": _FloatText,
    "tuple": _TupleText,
    "dict": _DictText,
}
"""The type of an object is known by the one of these fields that it has."""


def write_value(value: Value | Sketched) -> Any:
    """Turn a value into what JSON knows; the inverse of `read_value`, and of `read_answer`."""
    if isinstance(value, np.ndarray):
        text = " ".join(repr(entry) for entry in value.ravel().tolist())
        return {"array": value.dtype.name, "shape": list(value.shape), "data": text}
    if isinstance(value, Sketched):
        return {"sketch": str(value)}
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if isinstance(value, tuple):
        return {"tuple": [write_value(item) for item in value]}
    if isinstance(value, list):
        return [write_value(item) for item in value]
    if isinstance(value, dict):
        return {"dict": {name: write_value(item) for name, item in value.items()}}
    return value


def read_value(document: Any) -> Value:
    """Read a value from a document; the inverse of `write_value`.

    Args:
        document: what a JSON file holds at this place.

    Returns:
        A value that may cross the door.

    Raises:
        ValueError: if it is not one, with the place as msgspec writes it.
    """
    value = read_answer(document)
    _require_data(value)
    return value


def read_answer(document: Any) -> Any:
    """Read a value in which there may be sketches.

    Args:
        document: what a JSON file holds at this place.

    Raises:
        ValueError: as `read_value` does.
    """
    value = _read(document, "", 0)
    _require_data(_without_sketches(value))
    return value


def _require_data(value: Any) -> None:
    try:
        encode(value)
    except DoorError as refusal:
        raise ValueError(f"a value is not accepted ({refusal})") from None


def _without_sketches(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_sketches(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_without_sketches, value))
    return None if isinstance(value, Sketched) else value


def _read(document: Any, place: str, depth: int) -> Value:
    if depth > MAX_DEPTH:
        raise ValueError(f"values are nested deeper than {MAX_DEPTH}")
    if isinstance(document, list):
        return [_read(item, f"{place}[{i}]", depth + 1) for i, item in enumerate(document)]
    if not isinstance(document, dict):
        if type(document) is int and not -(2**63) <= document < 2**63:
            raise ValueError(f"an integer has more than 64 bits - at `${place}`")
        return document
    try:
        text = _object(document)
        if isinstance(text, _ArrayText):
            return _array(text)
        if isinstance(text, _SketchText):
            return Sketched.read(text.sketch)
    except ValueError as error:
        raise ValueError(f"{error} - at `${place}`") from None
    if isinstance(text, _FloatText):
        return float(text.real)
    if isinstance(text, _TupleText):
        items = enumerate(text.items)
        return tuple(_read(item, f"{place}.tuple[{i}]", depth + 1) for i, item in items)
    return {
        name: _read(item, f"{place}.dict[{name!r}]", depth + 1) for name, item in text.items.items()
    }


def _object(document: dict[str, Any]) -> Any:
    kind = next((each for name, each in _OBJECTS.items() if name in document), None)
    if kind is None:
        raise ValueError(f"an object has one of the fields {', '.join(map(repr, _OBJECTS))}")
    return msgspec.convert(document, kind)


def _array(text: _ArrayText) -> np.ndarray[Any, np.dtype[Any]]:
    dtype = np.dtype(text.array)
    size = math.prod(text.shape)
    # Counted before anything is built, because a shape can claim any size.
    entries = text.data.count(" ") + 1 if text.data else 0
    if entries != size:
        raise ValueError(f"there are {entries} entries for the {size} of the shape - at `$.data`")
    parse = _ENTRIES.get(dtype.kind, int)
    try:
        with np.errstate(over="raise"):
            values = np.array([parse(entry) for entry in text.data.split(" ") if entry], dtype)
    except (ValueError, OverflowError, FloatingPointError):
        raise ValueError(f"an entry is not a number of {dtype} - at `$.data`") from None
    try:
        return values.reshape(text.shape)
    except ValueError:
        # Two blanks in a row, or no entry but too large along the other axes.
        raise ValueError("the data do not fill the shape - at `$.shape`") from None


def _truth(entry: str) -> bool:
    if entry not in ("True", "False"):
        raise ValueError(entry)
    return entry == "True"


_ENTRIES: dict[str, Callable[[str], Any]] = {"b": _truth, "f": float, "c": complex}
