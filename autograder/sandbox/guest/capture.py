"""Capturing what student code prints, within bounds."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

__all__ = ["MAX_FIGURES", "MAX_PNG", "OneStream", "OutputLimitExceeded", "Printed", "captured"]

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
        self._is_cut = False

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
        self._is_cut |= len(kept) < len(text)
        if self._printed > _TOO_MUCH * self._limit:
            raise OutputLimitExceeded(
                f"more than {_TOO_MUCH * self._limit} characters were printed"
            )
        return len(text)

    def clear(self) -> None:
        """Forget what was kept; it was printed all the same."""
        self._parts.clear()
        self._size = 0
        self._is_cut = False

    def text(self) -> str:
        """The kept text, with every lone surrogate replaced; its end says whether it was cut."""
        text = "".join(self._parts).encode("utf-8", "replace").decode("utf-8")
        if self._is_cut:
            return text[: max(0, self._limit - len(_CUT))] + _CUT[: self._limit]
        return text


class OneStream(io.TextIOBase):
    """A stream that is the same in all cells of a notebook, and prints into that of each.

    Args:
        name: of the stream that it stands for.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._printed = Printed(0)

    encoding, errors = "UTF-8", "strict"

    def into(self, printed: Printed) -> None:
        """Print into another stream from now on."""
        self._printed = printed

    def writable(self) -> bool:
        """Return True, because `print` asks."""
        return True

    def write(self, text: str) -> int:
        """Print a text."""
        return self._printed.write(text)


@contextlib.contextmanager
def captured(limit: int) -> Iterator[tuple[Printed, Printed]]:
    """Capture standard output and standard error, up to `limit` characters of each."""
    out, err = Printed(limit), Printed(limit)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err
