"""The grammar of the door: the only values that cross between the two sides, and their bytes.

A value is None, bool, int, float, str, a NumPy array of bool, int, float or complex, or a list,
a tuple or a string-keyed dict of values. On the wire it is msgpack without extensions: scalars and
dicts as themselves, and everything else as an array that begins with a one-letter tag.

Both sides use this module. `encode` runs on the student's side, where an object that only pretends
to be one of these is refused, and a container of a class of its own becomes a plain one; `decode`
runs on the trusted side, on bytes that may be anything, and builds nothing but the values above.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import msgspec
import numpy as np

__all__ = [
    "DOOR",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_ITEMS",
    "Bounds",
    "DoorError",
    "Value",
    "decode",
    "encode",
    "plain_copy",
]

Value = Any
"""A value that may cross; the grammar is recursive, and `decode` enforces it."""

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 16
MAX_ITEMS = 100_000


class Bounds(NamedTuple):
    """How much one message may hold."""

    size: int
    depth: int
    items: int


DOOR = Bounds(MAX_BYTES, MAX_DEPTH, MAX_ITEMS)
"""Of what a submission is asked, and what it answers."""

_DTYPES = {
    np.dtype(code).str: np.dtype(code)
    for code in ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
}
_INT64 = range(-(2**63), 2**63)

_TOKENS = 6
"""Of msgpack for an item: an array in a dict takes five, its key, and one for each axis."""
_LENGTHS = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
"""First bytes of data and texts whose length follows, and in how many bytes."""
_FIXED = {0xCA: 4, 0xCB: 8, 0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8}
_FIXED |= {0xDC: 2, 0xDD: 4, 0xDE: 2, 0xDF: 4}
_FIXED |= {0xA0 + length: length for length in range(32)}
"""First bytes of what is always of one length, and how many bytes follow."""
_UNKNOWN = {0xC1, 0xC7, 0xC8, 0xC9, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8}
"""First bytes of extensions, and the one that is never used."""
_LONG_DICTS = {0xDE: 2, 0xDF: 4}
_LONG_LISTS = {0xDC: 2, 0xDD: 4}
"""First bytes of dicts and lists whose count follows, and in how many bytes."""

_FEW_KEYS = 1 << 14
"""Bytes of a message in which there are not many keys, whatever they are."""


class DoorError(ValueError):
    """A value or a message that may not cross, and why.

    Attributes:
        reason: one word for the rule that was broken: `type`, `dtype`, `depth`, `count`, `size`,
            `integer`, `text`, `key` or `garbage`.
        detail: what was met, in few characters.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def encode(value: Value, bounds: Bounds = DOOR) -> bytes:
    """The bytes of one value.

    Args:
        value: what a submission returned, or what is asked of it.
        bounds: of the message.

    Returns:
        msgpack, no longer than the bounds allow.

    Raises:
        DoorError: if the value, or something in it, is not in the grammar or is too large.
    """
    wire = _Packer(bounds).pack(value, 0)
    try:
        data = msgspec.msgpack.encode(wire)
    except UnicodeEncodeError:
        raise DoorError("text", "a string that is not valid Unicode") from None
    if len(data) > bounds.size:
        raise DoorError("size", f"{len(data)} bytes")
    return data


class _Packer:
    """Turns values into what msgpack knows, and counts them."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.items = 0
        self.bytes = 0

    def pack(self, value: Value, depth: int) -> Any:
        self._count(1)
        if depth > self.bounds.depth:
            raise DoorError("depth", f"nested deeper than {self.bounds.depth}")
        # The exact type decides: an instance of a subclass of float or ndarray may do anything.
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            if value not in _INT64:
                raise DoorError("integer", "an integer of more than 64 bits")
            return value
        if kind is str:
            self._weigh(len(value))
            return value
        # A subclass of a container, such as a namedtuple or a defaultdict, is read by the methods
        # of the plain class.
        if issubclass(kind, list):
            return ["l", *[self.pack(item, depth + 1) for item in list.__iter__(value)]]
        if issubclass(kind, tuple):
            return ["t", *[self.pack(item, depth + 1) for item in tuple.__iter__(value)]]
        if issubclass(kind, dict):
            items = dict.items(value)
            return {self._key(key): self.pack(item, depth + 1) for key, item in items}
        if kind is np.ndarray:
            return self._array(value)
        if kind is complex or (issubclass(kind, np.generic) and kind.__module__ == "numpy"):
            return self._array(np.array(value))
        raise DoorError("type", f"{kind.__module__}.{kind.__qualname__}"[:80])

    def _array(self, array: np.ndarray[Any, Any]) -> list[Any]:
        dtype = array.dtype
        if dtype.kind in "biufc" and dtype.isbuiltin == 0:
            dtype = dtype.newbyteorder("<")
        if dtype.str not in _DTYPES:
            raise DoorError("dtype", f"an array of {dtype}"[:60])
        if array.ndim > MAX_DEPTH:
            raise DoorError("depth", f"more than {MAX_DEPTH} axes")
        self._count(array.ndim)
        # Before anything is copied: strides can pretend to any size.
        self._weigh(max([math.prod(array.shape) * dtype.itemsize, *array.shape]))
        plain = np.ascontiguousarray(array, dtype=dtype)
        return ["a", dtype.str, list(array.shape), plain.tobytes()]

    def _key(self, key: object) -> str:
        if type(key) is not str:
            raise DoorError("key", f"a key of type {type(key).__qualname__}"[:80])
        self._weigh(len(key))
        return key

    def _count(self, items: int) -> None:
        self.items += items
        if self.items > self.bounds.items:
            raise DoorError("count", f"more than {self.bounds.items} values")

    def _weigh(self, size: int) -> None:
        self.bytes += size
        if self.bytes > self.bounds.size:
            raise DoorError("size", f"more than {self.bounds.size} bytes")


def decode(data: bytes, bounds: Bounds = DOOR) -> Value:
    """The value in these bytes, built from nothing but plain types.

    Args:
        data: what came through the door.
        bounds: of the message.

    Returns:
        A value of the grammar; arrays own their memory and are writable.

    Raises:
        DoorError: if the bytes are not one value of the grammar, or are too large.
    """
    if len(data) > bounds.size:
        raise DoorError("size", f"{len(data)} bytes")
    tokens = _TOKENS * bounds.items
    if len(data) > tokens and _has_more_tokens(data, tokens):
        raise DoorError("count", f"more than {bounds.items} values")
    may_have_many_keys = len(data) > _FEW_KEYS and any(
        bytes([head]) in data for head in _LONG_DICTS
    )
    if may_have_many_keys and _has_list_as_key(data):
        raise DoorError("key", "a key that is not text")
    try:
        wire = msgspec.msgpack.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, TypeError):
        # TypeError: msgpack allows any key in a map, also one that Python cannot hash.
        raise DoorError("garbage", "not a message") from None
    return _Unpacker(bounds).unpack(wire, 0)


def plain_copy(value: Value) -> Value:
    """A copy of a value that shares nothing with it, as it would come through the door.

    Raises:
        DoorError: if the value, or something in it, is not in the grammar or is too large.
    """
    return decode(encode(value))


def _has_more_tokens(data: bytes, most: int) -> bool:
    """Whether decoding would build more than any value needs; found without building anything.

    An empty list is one byte here and a hundred in memory.
    """
    position = tokens = 0
    while position < len(data):
        tokens += 1
        if tokens > most:
            return True
        position = _next_token(data, position)
    return False


def _has_list_as_key(data: bytes) -> bool:
    """Whether a key of a dict is a list; found without building anything.

    Decoding would make a tuple of it, and a dict of many tuples that Python hashes alike, as those
    of -1 and -2, takes time by the square of their number.
    """
    position, left, in_dict = 0, 1, False
    around: list[tuple[int, bool]] = []
    while position < len(data):
        head = data[position]
        is_list = head >> 4 == 0x9 or head in _LONG_LISTS
        if is_list and in_dict and not left % 2:
            return True
        left -= 1
        if is_list or head >> 4 == 0x8 or head in _LONG_DICTS:
            around.append((left, in_dict))
            in_dict = not is_list
            left = _count_of(data, position) * (1 + in_dict)
        while not left and around:
            left, in_dict = around.pop()
        position = _next_token(data, position)
    return False


def _count_of(data: bytes, position: int) -> int:
    """How many entries the dict or the list has that begins here."""
    head = data[position]
    width = _LONG_DICTS.get(head) or _LONG_LISTS.get(head)
    if width is None:
        return head & 0xF
    return int.from_bytes(data[position + 1 : position + 1 + width], "big")


def _next_token(data: bytes, position: int) -> int:
    """Where the token ends that begins here.

    Raises:
        DoorError: if it is an extension.
    """
    head = data[position]
    if head in _UNKNOWN:
        raise DoorError("garbage", "an extension")
    position += 1 + _FIXED.get(head, 0)
    width = _LENGTHS.get(head, 0)
    return position + width + int.from_bytes(data[position : position + width], "big")


class _Unpacker:
    """Builds values from what msgpack found, by the grammar alone."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.items = 0

    def unpack(self, wire: Any, depth: int) -> Value:
        self.items += 1
        if self.items > self.bounds.items:
            raise DoorError("count", f"more than {self.bounds.items} values")
        if depth > self.bounds.depth:
            raise DoorError("depth", f"nested deeper than {self.bounds.depth}")
        kind = type(wire)
        if kind is str or wire is None or kind is bool or kind is float:
            return wire
        if kind is int:
            if wire not in _INT64:
                raise DoorError("integer", "an integer of more than 64 bits")
            return wire
        if kind is dict:
            for key in wire:
                if type(key) is not str:
                    raise DoorError("key", "a key that is not text")
            return {key: self.unpack(item, depth + 1) for key, item in wire.items()}
        if kind is list and wire:
            return self._tagged(wire[0], wire[1:], depth)
        raise DoorError("garbage", f"a bare {kind.__name__}")

    def _tagged(self, tag: Any, rest: list[Any], depth: int) -> Value:
        if type(tag) is not str:
            raise DoorError("garbage", "an array without a tag")
        if tag == "l":
            return [self.unpack(item, depth + 1) for item in rest]
        if tag == "t":
            return tuple([self.unpack(item, depth + 1) for item in rest])
        if tag == "a" and len(rest) == 3:
            return _array(*rest)
        raise DoorError("garbage", "an unknown tag")


def _array(code: Any, shape: Any, data: Any) -> np.ndarray[Any, Any]:
    dtype = _DTYPES.get(code) if type(code) is str else None
    if dtype is None:
        raise DoorError("dtype", "an unknown dtype")
    if type(shape) is not list or len(shape) > MAX_DEPTH or type(data) is not bytes:
        raise DoorError("garbage", "an array without shape or data")
    for length in shape:
        if type(length) is not int or not 0 <= length <= MAX_BYTES:
            raise DoorError("garbage", "a shape that is none")
    if math.prod(shape) * dtype.itemsize != len(data):
        raise DoorError("garbage", "an array whose data do not fill its shape")
    if dtype == np.bool_ and data.strip(b"\0\1"):
        raise DoorError("garbage", "a truth value that is neither")
    try:
        return np.frombuffer(data, dtype=dtype).reshape(shape).copy()
    except ValueError:
        # An array without entries may still be too large for NumPy along its other axes.
        raise DoorError("garbage", "a shape that is none") from None
