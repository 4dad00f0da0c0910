"""Messages on a pipe: four bytes of length, then that many bytes of `codec`."""

from __future__ import annotations

import os
import struct

from autograder.sandbox.codec import DOOR, Bounds, DoorError, Value, decode, encode

__all__ = [
    "HEADER",
    "frame",
    "frame_with_token",
    "read_message",
    "unframe_length",
    "write_message",
]

HEADER = 4
"""Bytes of length before each message."""


def frame(message: Value, bounds: Bounds = DOOR) -> bytes:
    """The bytes that carry one message, length first."""
    data = encode(message, bounds)
    return struct.pack(">I", len(data)) + data


_SMALL_DICT = range(0x80, 0x8F)
"""First bytes of an encoded dict that says in it how many entries it has, and can have one more."""


def frame_with_token(request: bytes, token: str) -> bytes:
    """The bytes that carry an encoded dict of a few entries, with a token as one more.

    Raises:
        DoorError: if that is more than a message may hold.
    """
    if request[0] not in _SMALL_DICT:
        raise DoorError("garbage", "a request of many entries")
    more = encode("token") + encode(token)
    size = len(request) + len(more)
    if size > DOOR.size:
        raise DoorError("size", f"{size} bytes")
    return struct.pack(">IB", size, request[0] + 1) + request[1:] + more


def unframe_length(header: bytes | bytearray, bounds: Bounds = DOOR) -> int:
    """The number of bytes that follow this header.

    Raises:
        DoorError: if it promises more than a message may hold.
    """
    (length,) = struct.unpack(">I", header)
    if length > bounds.size:
        raise DoorError("size", f"{length} bytes")
    return int(length)


def write_message(fd: int, message: Value, bounds: Bounds = DOOR) -> None:
    """Write one message to a blocking descriptor."""
    view = memoryview(frame(message, bounds))
    while view:
        view = view[os.write(fd, view) :]


def read_message(fd: int, bounds: Bounds = DOOR) -> Value:
    """Read one message from a blocking descriptor.

    Raises:
        EOFError: if the other side has closed it.
    """
    length = unframe_length(_read_exactly(fd, HEADER), bounds)
    return decode(_read_exactly(fd, length), bounds)


def _read_exactly(fd: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(fd, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
