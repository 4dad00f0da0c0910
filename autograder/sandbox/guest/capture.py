"""Capturing what student code prints and draws, within bounds."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

__all__ = ["MAX_FIGURES", "MAX_PNG", "OutputLimitExceeded", "Printed", "captured", "figures"]

MAX_FIGURES = 8
MAX_PNG = 1 << 20


class OutputLimitExceeded(Exception):  # noqa: N818 - the name that a student reads
    """The student's code printed more than is kept; raised where it did."""


class Printed(io.TextIOBase):
    """A text stream that keeps the first characters, and then stops whoever goes on printing."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._parts: list[str] = []
        self._size = 0

    def writable(self) -> bool:
        """Return True, because `print` asks."""
        return True

    def write(self, text: str) -> int:
        """Keep the text, or the part of it that fits.

        Raises:
            OutputLimitExceeded: at the first write that does not fit.
        """
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        room = self._limit - self._size
        self._parts.append(text[:room])
        self._size += min(len(text), room)
        if len(text) > room:
            raise OutputLimitExceeded(f"more than {self._limit} characters were printed")
        return len(text)

    def text(self) -> str:
        """The kept text, with every lone surrogate replaced."""
        return "".join(self._parts).encode("utf-8", "replace").decode("utf-8")


@contextlib.contextmanager
def captured(limit: int) -> Iterator[tuple[Printed, Printed]]:
    """Capture standard output and standard error, up to `limit` characters of each."""
    out, err = Printed(limit), Printed(limit)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err


def figures(*, draw: bool) -> list[np.ndarray[Any, np.dtype[np.uint8]]]:
    """Close the open matplotlib figures, and return each as the bytes of a PNG file.

    Args:
        draw: whether to draw them; otherwise they are closed undrawn.
    """
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return []
    drawn = []
    try:
        for number in pyplot.get_fignums()[:MAX_FIGURES] if draw else ():
            file = io.BytesIO()
            pyplot.figure(number).savefig(file, format="png", dpi=72)
            if file.tell() <= MAX_PNG:
                drawn.append(np.frombuffer(file.getvalue(), dtype=np.uint8))
    finally:
        pyplot.close("all")
    return drawn
