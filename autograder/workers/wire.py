"""What the grader and its worker processes say to each other: typed data as bytes, no pickle.

Dataclasses and structs cross as dicts of their fields, texts as JSON has them, and everything else
as at the sandbox's door. The types decide what is read; what does not fit them is refused.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Final, TypeVar, get_origin

import msgspec
import numpy as np

from autograder.sandbox.codec import Bounds, Value
from autograder.texts import Text, decode_text, encode_text

__all__ = ["FROM_WORKER", "TO_WORKER", "as_value", "read_as"]

TO_WORKER: Final = Bounds(size=1 << 30, depth=48, items=50_000_000)
"""Keys and submissions, which were bounded when they were read."""

FROM_WORKER: Final = Bounds(size=64 << 20, depth=48, items=2_000_000)
"""A result: whatever a submission does, the grader reads no more than this."""

_Type = TypeVar("_Type")


def as_value(thing: Any) -> Value:
    """Dataclasses, structs and texts, at any depth, as values of the door."""
    if isinstance(thing, Text):
        return encode_text(thing)
    if isinstance(thing, msgspec.Struct):
        return {name: as_value(getattr(thing, name)) for name in thing.__struct_fields__}
    if dataclasses.is_dataclass(thing):
        fields = dataclasses.fields(thing)
        return {field.name: as_value(getattr(thing, field.name)) for field in fields}
    if isinstance(thing, dict):
        return {key: as_value(item) for key, item in thing.items()}
    if isinstance(thing, list):
        return [as_value(item) for item in thing]
    if isinstance(thing, tuple):
        return tuple(as_value(item) for item in thing)
    return thing


def read_as(kind: type[_Type], value: Value) -> _Type:
    """A value of the door as a dataclass or struct; see `as_value`.

    Raises:
        msgspec.ValidationError: if it is none.
    """
    return msgspec.convert(value, kind, dec_hook=_read_special)


def _read_special(kind: type, value: Value) -> Any:
    if isinstance(value, np.ndarray) and (get_origin(kind) or kind) is np.ndarray:
        return value
    return decode_text(kind, value)
