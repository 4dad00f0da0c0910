"""Recording how a driver calls a submission, so that its author can make the same call again."""

from __future__ import annotations

import contextlib
import inspect
import sys
from collections.abc import Iterator
from types import CodeType, FrameType
from typing import Any

from autograder.sandbox.codec import DoorError, encode, plain_copy

__all__ = ["recorded_calls"]

_MOST_CALLS = 64
_MOST_BYTES = 1 << 20
"""Of the arguments and results that are kept of one case."""
_NO_DATA = object()


@contextlib.contextmanager
def recorded_calls(submission: Any, *, wanted: bool) -> Iterator[list[dict[str, Any]]]:
    """Record the calls of a function, or of a class and its methods, that others make.

    Nothing of the submission is replaced: Python tells of each call, which makes it slower.

    Args:
        submission: the function or class.
        wanted: whether to record at all.

    Yields:
        The calls in order, with `of` (the method, empty for the function or the class itself),
        `inputs`, `hidden` (the names of arguments that are no data), `output`, `line` (where it
        ended) and `raised`, which whoever catches the error sets.
    """
    calls: list[dict[str, Any]] = []
    codes = _codes(submission) if wanted else {}
    if not codes:
        yield calls
        return
    recorder = _Recorder(codes, calls)
    before = sys.getprofile()
    sys.setprofile(recorder.see)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def _codes(submission: Any) -> dict[CodeType, str]:
    """The code whose calls are recorded, by the name of the method."""
    if inspect.isclass(submission):
        methods = {
            name: each for name, each in vars(submission).items() if inspect.isfunction(each)
        }
        return {each.__code__: "" if name == "__init__" else name for name, each in methods.items()}
    return {submission.__code__: ""} if inspect.isfunction(submission) else {}


class _Recorder:
    def __init__(self, codes: dict[CodeType, str], calls: list[dict[str, Any]]) -> None:
        self._codes = codes
        self._calls = calls
        self._frame: FrameType | None = None
        self._left = _MOST_BYTES

    def see(self, frame: FrameType, event: str, argument: Any) -> None:
        """Python's profile function: what calls itself is recorded once."""
        if event == "call" and self._frame is None and frame.f_code in self._codes:
            if len(self._calls) < _MOST_CALLS:
                self._frame = frame
                kept = {name: self._kept(each) for name, each in _arguments(frame).items()}
                inputs = {name: each for name, each in kept.items() if each is not _NO_DATA}
                hidden = [name for name in kept if name not in inputs]
                name = self._codes[frame.f_code]
                call = {"of": name, "inputs": inputs, "hidden": hidden, "output": None}
                self._calls.append({**call, "line": None, "raised": False})
        elif event == "return" and frame is self._frame:
            # An error comes by here as well, with None, as a function without `return` does.
            self._frame = None
            output = self._kept(argument)
            if output is not _NO_DATA:
                self._calls[-1]["output"] = output
            self._calls[-1]["line"] = frame.f_lineno

    def _kept(self, value: Any) -> Any:
        """A copy as it is now; `_NO_DATA` where it is none, or there is no room."""
        try:
            size = len(encode(value))
            self._left -= size
            return plain_copy(value) if self._left > 0 else _NO_DATA
        except (DoorError, ValueError, TypeError):
            return _NO_DATA


def _arguments(frame: FrameType) -> dict[str, Any]:
    code = frame.f_code
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    values = frame.f_locals
    return {name: values[name] for name in names if name in values and name != "self"}
