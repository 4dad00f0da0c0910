"""Event loops that wake themselves by a pipe: the pair of sockets that asyncio uses is refused."""

from __future__ import annotations

import os
from asyncio.selector_events import BaseSelectorEventLoop
from typing import Any

__all__ = ["wake_by_pipe"]


class _End:
    """One end of a pipe, as an event loop uses a socket."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor

    def recv(self, size: int) -> bytes:
        return os.read(self._descriptor, size)

    def send(self, data: bytes) -> int:
        return os.write(self._descriptor, data)

    def close(self) -> None:
        os.close(self._descriptor)


def wake_by_pipe() -> None:
    """Have every event loop from now on make a pipe of its own."""
    BaseSelectorEventLoop._make_self_pipe = _make_self_pipe  # type: ignore[attr-defined]


def _make_self_pipe(loop: Any) -> None:
    # The two names and the count are what a loop closes at its end.
    loop._ssock, loop._csock = map(_End, os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC))
    loop._internal_fds += 1
    loop._add_reader(loop._ssock.fileno(), loop._read_from_self)
