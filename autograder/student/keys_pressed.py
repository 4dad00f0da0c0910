"""Single keys from a terminal, without waiting for the end of a line."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator

__all__ = ["NextKey", "pressed_keys"]

NextKey = Callable[[float], str | None]
"""Waits so many seconds for a key; None where none was pressed, `q` where the input has ended."""


@contextlib.contextmanager
def pressed_keys() -> Iterator[NextKey]:
    """Read keys from standard input; as it was before, it is again afterwards.

    Input that is no terminal is read as well, so that keys can come from a pipe.
    """
    if sys.platform == "win32":
        yield _windows_key
        return
    with _without_lines(sys.stdin.fileno()):
        yield _posix_key


@contextlib.contextmanager
def _without_lines(descriptor: int) -> Iterator[None]:
    if not os.isatty(descriptor):
        yield
        return
    import termios  # noqa: PLC0415 - not on Windows
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(descriptor)
    # Ctrl-C still ends the command.
    tty.setcbreak(descriptor)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _posix_key(seconds: float) -> str | None:
    import select  # noqa: PLC0415 - of no use on Windows

    descriptor = sys.stdin.fileno()
    if not select.select([descriptor], [], [], seconds)[0]:
        return None
    return os.read(descriptor, 1).decode("ascii", "replace") or "q"


def _windows_key(seconds: float) -> str | None:
    import msvcrt  # noqa: PLC0415 - only there

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if msvcrt.kbhit():  # type: ignore[attr-defined, unused-ignore]
            return str(msvcrt.getwch())  # type: ignore[attr-defined, unused-ignore]
        time.sleep(0.05)
    return None
