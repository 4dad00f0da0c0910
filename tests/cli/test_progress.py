"""How far the grading of a class is, as whoever waits sees it."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from autograder.cli import progress
from autograder.cli.progress import count_hand_ins, shown_progress


@pytest.fixture
def clock(monkeypatch):
    """The seconds that have passed; a test sets them."""
    passed = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: passed[0])
    return passed


def test_without_a_terminal_each_submission_has_a_line_and_now_and_then_all(clock, capsys):
    """Every ten seconds: how many, how fast, how long it will take."""
    with shown_progress(8) as shown:
        for number in range(1, 5):
            clock[0] = 3.0 * number
            shown.one_more(f"student {number}", failed=number == 2)
        shown.say("a worker was started anew")
    assert capsys.readouterr().err.splitlines() == [
        "student 1",
        "student 2",
        "student 3",
        "student 4",
        "4 of 8 done, 1 failed, 0.3 each second, 12 seconds left",
        "autograder: a worker was started anew",
    ]


def test_more_submissions_than_were_counted_leave_no_time_below_zero(clock, capsys):
    """The count is a quick look only."""
    with shown_progress(1) as shown:
        shown.one_more("first", failed=False)
        clock[0] = 20.0
        shown.one_more("second", failed=False)
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == "2 of 2 done, 0 failed, 0.1 each second, 0 seconds left"


def test_who_wants_quiet_reads_sentences_alone(clock, capsys):
    """No line for a submission."""
    with shown_progress(2, quiet=True) as shown:
        clock[0] = 60.0
        shown.one_more("student 1", failed=True)
        shown.say("it is late")
    assert capsys.readouterr().err == "autograder: it is late\n"


@pytest.mark.parametrize(("total", "shows"), [(4, "3/4"), (2, "3/3"), (0, "3/?")])
def test_a_terminal_has_a_bar_that_never_ends_before_the_work_does(monkeypatch, total, shows):
    """Also where fewer submissions were counted than there are, or none."""
    screen = io.StringIO()
    terminal = Console(file=screen, force_terminal=True, width=120)
    monkeypatch.setattr(progress, "console", lambda **_: terminal)
    with shown_progress(total) as shown:
        for number in range(3):
            shown.one_more(f"student {number}", failed=number == 0)
        shown.say("[bold] is no markup")
    said = re.sub(r"\x1b\[[?\d;]*\w", "", screen.getvalue())
    assert shows in said
    assert "1 failed" in said
    assert "student" not in said
    assert "autograder: [bold] is no markup" in said


def test_hand_ins_are_counted_by_a_quick_look(tmp_path):
    """A student who has no folder of an assignment may have handed in something else."""
    for name in ("kim/first", "kim/second", "lee/first", "park", "choi/other"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "a file").touch()
    assert count_hand_ins(tmp_path, ["first", "second"]) == 5
    assert count_hand_ins(tmp_path / "nowhere", ["first"]) == 0
