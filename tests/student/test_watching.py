"""What stands on the screen of `autograder watch`, key by key."""

from __future__ import annotations

import os
import pty
import sys

import pytest
from rich.console import Console

from autograder.grading.student_check import find_exercises
from autograder.report.language import Language
from autograder.student.keys_pressed import pressed_keys
from autograder.student.watching import Watching
from tests.cli.conftest import RIGHT, _handed_out, desk, write  # noqa: F401 - fixtures

WRONG = "def double(x):\n    return x * x\n"


@pytest.fixture
def screen(desk):  # noqa: F811
    """Watching the student's folder, with the lines that it prints, of 80 columns at most."""
    console = Console(width=80, record=True, file=open(os.devnull, "w"), color_system=None)  # noqa: SIM115
    watching = Watching(find_exercises(desk / "exercises"), Language("en"), console)

    def shown() -> str:
        text = console.export_text()
        assert max(map(len, text.splitlines()), default=0) <= 80
        return text

    return watching, shown


@pytest.mark.sandbox
def test_a_day_of_watching(screen, desk, write):  # noqa: F811
    """A stub, a wrong answer with hints, a right one, the next exercise, the list, the stub."""
    watching, shown = screen
    keys = iter(["h", "x"])

    def script(seconds):
        key = next(keys, "q")
        if key == "x":
            write("double", WRONG)
        return key

    watching.run(script)
    text = shown()
    assert "Exercise 1 of 2" in text
    assert "This exercise is not begun yet." in text
    assert "✘ Double  (double)" in text
    assert "n next · h hint · l list · r reset · q quit" in text
    watching.press("h")
    assert "Hint 1 of 2" in shown()
    watching.press("h")
    watching.press("h")
    assert "The cause is called: squares" in shown()
    watching.press("r")
    assert "Press r once more" in shown()
    watching.press("l")
    assert "  ✘  double    Double    failed        0/4      10" in shown()
    watching.press("r")
    assert (desk / "exercises" / "basics" / "double.py").read_text() == WRONG
    watching.press("r")
    assert "What you had written is kept in" in shown()
    assert "raise NotImplementedError" in (desk / "exercises/basics/double.py").read_text()
    watching.press("n")
    assert "Exercise 2 of 2" in shown()
    write("double", RIGHT)
    keys = iter([None])
    watching.run(script)
    assert "All public checks pass. Press n for the next exercise." in shown()


def test_keys_of_a_terminal_come_at_once(monkeypatch):
    """Without the end of a line; afterwards the terminal is what it was; an end is `q`."""
    termios = pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    with os.fdopen(theirs, "r") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        with pressed_keys() as next_key:
            assert next_key(0.01) is None
            os.write(ours, b"n")
            assert next_key(5) == "n"
        assert termios.tcgetattr(theirs) == before
    os.close(ours)
    reading, writing = os.pipe()
    os.close(writing)
    with os.fdopen(reading, "r") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        with pressed_keys() as next_key:
            assert next_key(5) == "q"
