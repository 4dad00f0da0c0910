"""What asyncio needs here: loops that wake themselves by a counter, and what cells do with them.

The pair of sockets that asyncio uses is refused. So is a pipe: its inode has a number that other
forks' pipes change.
"""

from __future__ import annotations

import asyncio
import contextvars
import os
import sys
import threading
import warnings
from asyncio.selector_events import BaseSelectorEventLoop
from collections.abc import Callable
from typing import Any

__all__ = ["run_beside_loops", "wake_by_counter", "warn_of_own_coroutines"]


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


def run_beside_loops() -> None:
    """Let `asyncio.run` work in a cell, in whose thread a loop runs already.

    A kernel refuses it, but what was written as a file, or elsewhere, runs by it.
    """
    run = asyncio.run

    def beside(main: Any, **settings: Any) -> Any:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return run(main, **settings)
        return _in_thread(contextvars.copy_context(), lambda: run(main, **settings))

    asyncio.run = beside


def _in_thread(context: contextvars.Context, work: Callable[[], Any]) -> Any:
    came: list[Any] = []
    raised: list[BaseException] = []

    def do() -> None:
        try:
            came.append(context.run(work))
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            raised.append(error)

    thread = threading.Thread(target=do, daemon=True)
    thread.start()
    thread.join()
    if raised:
        raise raised[0]
    return came[0]


_DEPTH = 8
"""Of the calls that are remembered of where a coroutine was made."""


def warn_of_own_coroutines(file: Callable[[], str]) -> None:
    """Have Python warn of a coroutine that nobody awaited only while the cell runs that made it.

    It warns when the coroutine is thrown away, whoever runs then: the warning would cost a later
    test its points.

    Args:
        file: tells under which name the cell that runs is compiled.
    """

    def warn_of_own(coroutine: Any) -> None:
        made = (line for name, line, _ in coroutine.cr_origin or () if name == file())
        line = next(made, None)
        if line is not None:
            # Python would add where it was made: mostly in what runs the cell.
            message = f"coroutine '{coroutine.__qualname__}' was never awaited"
            warnings.warn_explicit(message, RuntimeWarning, file(), line)

    sys.set_coroutine_origin_tracking_depth(_DEPTH)
    warnings._warn_unawaited_coroutine = warn_of_own  # type: ignore[attr-defined]
