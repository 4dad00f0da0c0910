"""Interrupting what runs in this process: code that takes too long, and all of it when told to end.

Only the main thread can be interrupted, and only while it runs Python: what a library computes in
C goes on until it returns.
"""

from __future__ import annotations

import _thread
import contextlib
import random
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final, NoReturn

__all__ = ["Place", "ToldToEndError", "end_when_told", "interrupted_after", "is_told", "raise_told"]

Place = tuple[str, int]
"""A file, as the code in it was compiled, and a line."""

_AGAIN: Final = 0.5
"""Seconds between two interrupts: who catches one may have something to put away."""

_PATIENT: Final = 3
"""So many interrupts may be caught."""

_AT_ONCE: Final = (0.000002, 0.00005)
"""Seconds between two interrupts of code that catches all: one comes where it is not caught."""


class interrupted_after:  # noqa: N801 - it is called like a function
    """Interrupt the block when its time is up, as Ctrl-C does, until it ends.

    The interrupt ends the block, and no more than that. Entered, it is where the block was when it
    was interrupted, the innermost place first; empty as long as it is not.

    Args:
        seconds: until then, if this is the main thread; None for no end.
        is_due: asked then, and every half second from then on, whether to interrupt; None for yes.
    """

    def __init__(self, seconds: float | None, is_due: Callable[[], bool] | None = None) -> None:
        self._seconds = seconds
        self._interruption = _Interruption(is_due)
        self._end: Callable[[], None] | None = None

    def __enter__(self) -> list[Place]:
        beside = threading.current_thread() is not threading.main_thread()
        if self._seconds is not None and not beside:
            begin = _alarm if hasattr(signal, "setitimer") else _rings
            self._end = begin(self._seconds, self._interruption)
        return self._interruption.places

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> bool:
        self._interruption.is_inside = False
        if self._end is not None:
            self._end()
        ours = isinstance(error, KeyboardInterrupt) and not isinstance(error, ToldToEndError)
        return ours and bool(self._interruption.places)


class _Interruption:
    """One block that is interrupted."""

    def __init__(self, is_due: Callable[[], bool] | None = None) -> None:
        self.is_inside = True
        self.places: list[Place] = []
        self._is_due = is_due
        self._caught = 0

    @property
    def pause(self) -> float:
        """Seconds until the next interrupt."""
        # No function of Python is called here, which would be interrupted as the block is.
        least, most = _AT_ONCE
        return _AGAIN if self._caught < _PATIENT else least + (most - least) * random.random()  # noqa: S311

    def interrupt(self, frame: FrameType | None) -> None:
        """Interrupt what runs in a frame, if it is time.

        A signal that was on its way when the block ended interrupts nothing.
        """
        if not self.is_inside or (self._is_due is not None and not self._is_due()):
            return
        if not self.places:
            self.places += _places(frame)
        # Not while the block is left: the interrupt would escape from it.
        if not _is_left(frame):
            self._caught += 1
            raise KeyboardInterrupt


def _is_left(frame: FrameType | None) -> bool:
    """Whether a block is being left, or another interrupt is being heard."""
    if frame is not None and frame.f_code.co_filename == contextlib.__file__:
        return True
    while frame is not None:
        if frame.f_code.co_filename == __file__:
            return True
        frame = frame.f_back
    return False


def _places(frame: FrameType | None) -> Iterator[Place]:
    if frame is None:
        yield "", 0
    while frame is not None:
        yield frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back


def _alarm(seconds: float, interruption: _Interruption) -> Callable[[], None]:
    """Have the system interrupt when the time is up; what is returned ends that."""

    def heard(_: int, frame: FrameType | None) -> None:
        if not interruption.is_inside:
            return
        try:
            interruption.interrupt(frame)
        finally:
            # A signal just before something waits is not heard, and so there are more of them.
            signal.setitimer(signal.ITIMER_REAL, interruption.pause, _AGAIN)

    before = signal.signal(signal.SIGALRM, heard)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)

    def end() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        # What another thread has not taken yet is thrown away: it would end the process later.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, before)

    return end


def _rings(seconds: float, interruption: _Interruption) -> Callable[[], None]:
    """Have a thread interrupt the main one when the time is up: for Windows, without alarms."""
    over = threading.Event()
    # No event: a ring that comes while another one is heard would wait for its lock for ever.
    rung: list[bool] = []
    before = signal.getsignal(signal.SIGINT)

    def heard(number: int, frame: FrameType | None) -> None:
        if rung:
            rung.pop()
            interruption.interrupt(frame)
        elif callable(before):
            before(number, frame)  # somebody pressed Ctrl-C

    def ring() -> None:
        wait = seconds
        while not over.wait(wait):
            rung.append(True)
            _thread.interrupt_main()
            wait = interruption.pause

    signal.signal(signal.SIGINT, heard)
    bell = threading.Thread(target=ring, daemon=True)
    bell.start()

    def end() -> None:
        over.set()
        bell.join()
        # A last ring is heard here, and interrupts nothing any more.
        signal.signal(signal.SIGINT, before)

    return end


class ToldToEndError(KeyboardInterrupt):
    """This program was told to end, by Ctrl-C or SIGTERM: no fault of the code that ran then."""


_told: list[int] = []


def end_when_told() -> None:
    """From now on Ctrl-C and SIGTERM raise an error that undoes or finishes whatever has begun."""
    _told.clear()
    signal.signal(signal.SIGTERM, _tell)
    # Who ignores Ctrl-C, as in the background, goes on ignoring it.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _tell)


def is_told(number: int) -> bool:
    """Whether this signal told the program to end."""
    return number in _told


def raise_told() -> None:
    """Raise it again where the program was told to end, and code that ran then caught it.

    Raises:
        ToldToEndError: then.
    """
    if _told:
        raise ToldToEndError


def _tell(number: int, _: FrameType | None) -> NoReturn:
    _told.append(number)
    raise ToldToEndError
