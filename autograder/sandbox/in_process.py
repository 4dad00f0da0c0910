"""Calling a function in this process: the course's code, or a student's in their own notebook.

Nothing that was handed in is ever called here; sessions call that.
"""

from __future__ import annotations

import _thread
import contextlib
import signal
import threading
import warnings
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from autograder.sandbox.call import Call
from autograder.sandbox.codec import plain_copy
from autograder.sandbox.guest.case_call import call_on_case
from autograder.sandbox.outcome import Outcome, Problem, outcome_of
from autograder.sandbox.session import CallReply, Described, OwnCall

__all__ = ["call_here", "interrupted_after"]

_PRINTED = 1 << 16
_AGAIN = 0.5
"""Seconds between two interrupts."""


def call_here(
    implementation: Callable[..., Any], call: Call, *, seconds: float | None = None
) -> Outcome:
    """Call a function in this process: the course's code, or a student's in their own notebook.

    Args:
        implementation: what is called, under the name of the call's function.
        call: the question; its inputs are not copied; see `Call.fresh`.
        seconds: until it is interrupted, if this is the main thread.

    Returns:
        The outcome.
    """
    reply: dict[str, Any] = {"printed": ""}
    with warnings.catch_warnings(), interrupted_after(seconds) as interrupted:
        warnings.simplefilter("ignore")  # a warning costs nothing, and nobody reads it here
        reply = call_on_case({call.function: implementation}, call, _PRINTED)
    if interrupted:
        return Outcome(problem=Problem("timeout"), printed=reply["printed"])
    calls = [OwnCall(**each) for each in reply.get("calls", ())]
    if "output" in reply:
        output = plain_copy(reply["output"])
        return Outcome(output=output, printed=reply["printed"], calls=tuple(calls))
    error = Described(**reply["error"])
    return outcome_of(CallReply(reply["printed"], calls=calls, error=error))


@contextlib.contextmanager
def interrupted_after(seconds: float | None) -> Iterator[list[bool]]:
    """Interrupt the block when its time is up, as Ctrl-C does; the list is not empty then.

    The interrupt ends the block, and no more than that.

    Args:
        seconds: until then, if this is the main thread.
    """
    interrupted: list[bool] = []
    beside = threading.current_thread() is not threading.main_thread()
    if seconds is None or beside:
        yield interrupted
        return
    inside = True

    def interrupt(*_: object) -> None:
        interrupted.append(True)
        # A signal that was on its way when the block ended interrupts nothing.
        if inside:
            raise KeyboardInterrupt

    begin = _alarm if hasattr(signal, "setitimer") else _rings
    end = begin(seconds, interrupt)
    try:
        yield interrupted
    except KeyboardInterrupt:
        if not interrupted:
            raise
    finally:
        inside = False
        end()


def _alarm(seconds: float, interrupt: Callable[..., None]) -> Callable[[], None]:
    """Have the system call this when the time is up; what is returned ends that."""
    before = signal.signal(signal.SIGALRM, interrupt)
    # Again and again: the code may catch the first one.
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)

    def end() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

    return end


def _rings(seconds: float, interrupt: Callable[..., None]) -> Callable[[], None]:
    """Have a thread call this in the main one when the time is up: for Windows, without alarms."""
    over = threading.Event()
    # No event: a ring that comes while another one is heard would wait for its lock for ever.
    rung: list[bool] = []
    before = signal.getsignal(signal.SIGINT)

    def heard(number: int, frame: FrameType | None) -> None:
        if rung:
            rung.pop()
            interrupt()
        elif callable(before):
            before(number, frame)  # somebody pressed Ctrl-C

    def ring() -> None:
        wait = seconds
        while not over.wait(wait):
            rung.append(True)
            _thread.interrupt_main()
            wait = _AGAIN

    signal.signal(signal.SIGINT, heard)
    bell = threading.Thread(target=ring, daemon=True)
    bell.start()

    def end() -> None:
        over.set()
        bell.join()
        # A last ring is heard here, and interrupts nothing any more.
        signal.signal(signal.SIGINT, before)

    return end
