"""How often a submission may call a function that a driver gives it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from autograder.sandbox.guest.rules import own_place

__all__ = ["CalledTooOftenError", "Exceeded", "at_most", "bounded_calls"]


@dataclass(frozen=True)
class Exceeded:
    """A bound that a submission went beyond.

    Attributes:
        name: of the function.
        times: that it may be called.
        file: of the submission's own line that called it once more, or empty.
        line: that one, or None.
    """

    name: str
    times: int
    file: str
    line: int | None


class CalledTooOftenError(BaseException):
    """Ends a call of a submission; no Exception, which a submission may catch to go on."""


_exceeded: list[Exceeded] = []
"""The bounds that the running call went beyond: who catches the error is found all the same."""


def at_most(times: int, function: Callable[..., Any], name: str = "") -> Callable[..., Any]:
    """A function that may be called so often in a case, for a driver to give to a submission.

    Args:
        times: the most calls.
        function: what is called.
        name: by which students know it; by default its own.

    Raises:
        TypeError: if the first two are not what they have to be.
    """
    if not isinstance(times, int) or not callable(function):
        raise TypeError("at_most takes a whole number, a function and a name")
    known = name or str(getattr(function, "__name__", "function"))
    calls = 0

    def bounded(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > times:
            _exceeded.append(Exceeded(known, times, *own_place(sys._getframe(1))))
            raise CalledTooOftenError
        return function(*args, **kwargs)

    bounded.__name__ = bounded.__qualname__ = known
    bounded.__doc__ = function.__doc__
    return bounded


@contextlib.contextmanager
def bounded_calls() -> Iterator[list[Exceeded]]:
    """Collect the bounds that are exceeded in a block."""
    _exceeded.clear()
    try:
        yield _exceeded
    finally:
        _exceeded.clear()
