"""How much a submission may do in a call: the lines that it runs, the processor time that it takes.

Both are seen where students' code runs, and somebody who sets out to can get around them.
"""

from __future__ import annotations

import contextlib
import inspect
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any, TypeVar

from autograder.sandbox.guest.rules import is_own_file

__all__ = ["Steps", "TooManyStepsError", "counted_steps", "least_seconds"]

_Reply = TypeVar("_Reply")

_TRIES = 5
"""How often a slow call is made again before it counts as slow: others may have been in its way."""


class TooManyStepsError(BaseException):
    """Ends a call of a submission; no Exception, which a submission may catch to go on."""


@dataclass
class Steps:
    """The lines of its own code that a submission has run.

    Attributes:
        taken: how many.
        file: of the line that was one too many, or empty.
        line: that one, or None.
        exceeded: whether there was such a line, whatever the submission caught.
    """

    taken: int = 0
    file: str = ""
    line: int | None = None
    exceeded: bool = False


@contextlib.contextmanager
def counted_steps(submission: Any, most: int | None) -> Iterator[Steps]:
    """Count the lines that a submission runs in a block; a loop's line counts in each turn.

    Args:
        submission: the function or class. What is counted is its file, and the other pieces of the
            submission: no library, and no driver.
        most: lines after which the block is ended; None for no bound.
    """
    steps = Steps()
    own = _files_of(submission)

    def enter(frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        file = frame.f_code.co_filename
        return count if file in own or is_own_file(file) else None

    def count(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        if event == "line":
            steps.taken += 1
            if most is not None and steps.taken > most:
                if not steps.exceeded:
                    steps.exceeded = True
                    steps.file, steps.line = frame.f_code.co_filename, frame.f_lineno
                raise TooManyStepsError
        return count

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield steps
    finally:
        sys.settrace(before)


def _files_of(submission: Any) -> set[str]:
    """The files that a function, or the methods of a class, were compiled from."""
    members = vars(submission).values() if inspect.isclass(submission) else [submission]
    codes = (getattr(inspect.unwrap(each), "__code__", None) for each in members if callable(each))
    return {code.co_filename for code in codes if code is not None}


def least_seconds(call: Callable[[], _Reply], enough: float) -> tuple[_Reply, float]:
    """The processor time of a call, made anew while it takes longer than is enough.

    Args:
        call: makes it.
        enough: seconds; after a call that takes no longer it is not made again.

    Returns:
        What the first call came to, and the shortest time of all.
    """
    first, least = _measured(call)
    for _ in range(_TRIES - 1):
        if least <= enough:
            break
        least = min(least, _measured(call)[1])
    return first, least


def _measured(call: Callable[[], _Reply]) -> tuple[_Reply, float]:
    began = time.process_time()
    reply = call()
    return reply, time.process_time() - began
