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
    """The student's code printed very much more than is kept; raised where it did."""


_TOO_MUCH = 256
"""Times as much as is kept may be printed; who prints more will not stop."""

_CUT = "\n[... 여기서 잘렸습니다: more was printed, and is cut off]\n"


class Printed(io.TextIOBase):
    """A text stream that keeps the first characters, and stops whoever prints without end."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._parts: list[str] = []
        self._size = 0
        self._printed = 0

    def writable(self) -> bool:
        """Return True, because `print` asks."""
        return True

    def write(self, text: str) -> int:
        """Keep the text, or the part of it that fits.

        Raises:
            OutputLimitExceeded: if very much more was printed than is kept.
        """
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        kept = text[: self._limit - self._size]
        if kept:
            self._parts.append(kept)
            self._size += len(kept)
        self._printed += len(text)
        if self._printed > _TOO_MUCH * self._limit:
            raise OutputLimitExceeded(
                f"more than {_TOO_MUCH * self._limit} characters were printed"
            )
        return len(text)

    def text(self) -> str:
        """The kept text, with every lone surrogate replaced; its end says whether it was cut."""
        text = "".join(self._parts).encode("utf-8", "replace").decode("utf-8")
        if self._printed > self._size:
            return text[: max(0, self._limit - len(_CUT))] + _CUT[: self._limit]
        return text


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
