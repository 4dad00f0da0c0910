"""Interrupting what runs in this process."""

from __future__ import annotations

import contextlib
import os
import signal
import time

import pytest

from autograder import interrupting
from autograder.interrupting import (
    ToldToEndError,
    end_when_told,
    interrupted_after,
    is_told,
    raise_told,
)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Interrupts that come soon after each other."""
    monkeypatch.setattr(interrupting, "_AGAIN", 0.01)


def loops():
    """Ends never."""
    while True:
        pass


def catches_all_in_a_function():
    """Ends never, and does not want to."""
    while True:
        try:  # noqa: SIM105
            loops()
        except BaseException:  # noqa: BLE001
            pass


def catches_all_that_waits():
    """Waits in C."""
    while True:
        with contextlib.suppress(BaseException):
            time.sleep(1e9)


def catches_all_where_it_is_put_away():
    """A loop in a loop, which is entered by the interrupt itself."""
    while True:
        try:
            try:
                loops()
            finally:
                catches_all_in_a_function()
        except BaseException:  # noqa: BLE001
            continue


@pytest.mark.parametrize(
    "code",
    [
        loops,
        lambda: time.sleep(1e9),
        catches_all_in_a_function,
        catches_all_that_waits,
        catches_all_where_it_is_put_away,
    ],
)
def test_nothing_goes_on_for_ever(code):
    """Whatever it catches; it is known where it was, and nothing is interrupted afterwards."""
    before = signal.getsignal(signal.SIGALRM)
    with interrupted_after(0.02) as places:
        code()
    assert __file__ in [file for file, _ in places]
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_what_ends_by_itself_is_nowhere():
    """Before its time, or without one; an error of its own goes on."""
    with interrupted_after(30) as places:
        pass
    assert places == []
    with interrupted_after(None) as places:
        pass
    assert places == []
    with pytest.raises(ZeroDivisionError), interrupted_after(30):
        raise ZeroDivisionError
    with pytest.raises(KeyboardInterrupt), interrupted_after(30):
        raise KeyboardInterrupt


def test_nobody_is_interrupted_before_it_is_due():
    """It is asked again until it is."""
    asked = []

    def is_due():
        asked.append(True)
        return len(asked) > 2

    with interrupted_after(0.01, is_due) as places:
        loops()
    assert places
    assert len(asked) >= 3


def test_rings_where_the_system_has_no_alarms(monkeypatch):
    """As with alarms."""
    monkeypatch.delattr(signal, "setitimer")
    before = signal.getsignal(signal.SIGINT)
    with interrupted_after(0.02) as places:
        loops()
    assert places
    assert signal.getsignal(signal.SIGINT) is before


def test_rings_that_are_heard_late_are_no_ctrl_c(monkeypatch):
    """Where the system has no alarms: two that came while the main thread was busy are two."""
    rings, pressed = [], []
    monkeypatch.setattr(interrupting._thread, "interrupt_main", lambda: rings.append(True))
    before = signal.signal(signal.SIGINT, lambda *_: pressed.append(True))
    interruption = interrupting._Interruption()
    try:
        end = interrupting._rings(0.0, interruption)
        until = time.monotonic() + 30
        while len(rings) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(signal.SIGINT)
        end()
        assert (interruption._caught, pressed) == (2, [])
        signal.raise_signal(signal.SIGINT)
        assert pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _kill(number):
    os.kill(os.getpid(), number)
    loops()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_is_told_to_end_ends(number, monkeypatch):
    """Where its time is not up, too; and whoever catches that can ask."""
    monkeypatch.setattr(interrupting, "_told", [])
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        end_when_told()
        raise_told()
        with pytest.raises(ToldToEndError), interrupted_after(30):
            _kill(number)
        assert is_told(number)
        with pytest.raises(ToldToEndError):
            raise_told()
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def test_no_interrupt_escapes_from_a_block(monkeypatch):
    """Not while it is left, nor while another one is heard, however fast they come."""
    late = []
    before = signal.signal(signal.SIGALRM, lambda *_: late.append(True))
    monkeypatch.setattr(interrupting, "_AGAIN", 0.002)
    try:
        for _ in range(30):
            with interrupted_after(0.002) as places:
                catches_all_in_a_function()
            assert places
            assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert late == []
