"""Event loops that wake themselves by a counter: the pair of sockets that asyncio uses is refused.

So is a pipe: its inode has a number that other forks' pipes change.
"""

from __future__ import annotations

import os
from asyncio.selector_events import BaseSelectorEventLoop
from typing import Any

__all__ = ["wake_by_counter"]


class _End:
    """One end of an event counter, as an event loop uses a socket."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor

    def recv(self, size: int) -> bytes:
        return os.read(self._descriptor, size)

    def send(self, data: bytes) -> int:
        os.eventfd_write(self._descriptor, 1)
        return len(data)

    def close(self) -> None:
        os.close(self._descriptor)


def wake_by_counter() -> None:
    """Have every event loop from now on make an event counter of its own."""
    BaseSelectorEventLoop._make_self_pipe = _make_self_pipe  # type: ignore[attr-defined]


def _make_self_pipe(loop: Any) -> None:
    # The two names and the count are what a loop closes at its end.
    counter = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
    loop._ssock, loop._csock = _End(counter), _End(os.dup(counter))
    loop._internal_fds += 1
    loop._add_reader(loop._ssock.fileno(), loop._read_from_self)
