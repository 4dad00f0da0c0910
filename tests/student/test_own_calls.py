"""The call of a student's own function, where a driver made it, and what can be done with it."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from autograder.compare import Tolerance, compare
from autograder.grading.results import Finding
from autograder.report.call_code import call_code
from autograder.report.details import details, printed_lines, told_apart
from autograder.sandbox.outcome import Outcome, Problem
from autograder.sandbox.session import OwnCall
from tests.cli.conftest import _handed_out, desk, write  # noqa: F401 - fixtures
from tests.cli.running import run, stopped
from tests.report.results import broken, check

COUNTER = """\
class Counter:
    def __init__(self, step):
        self.step, self.count = step, 0

    def next(self):
        print("count", self.count)
        self.count += self.step
        return {last}
"""


def lines(ran) -> list[str]:
    """What was printed, without indentation."""
    return [line.strip() for line in ran.out.splitlines()]


@pytest.mark.sandbox
def test_the_call_whose_result_is_wrong_is_shown_as_one_can_make_it(desk, write):  # noqa: F811
    """Of an object that a driver made: the method, which call it was, what it returned; prints."""
    write("Counter", COUNTER.format(last="self.count if self.count < 6 else 0"))
    said = lines(run("check", "Counter", cwd=desk))
    assert "Counter(step=2).next()" in said
    assert any(line.startswith("This check calls it 3 times. Above is call 3") for line in said)
    assert said[said.index("printed:") + 1] == "count 0"


@pytest.mark.sandbox
def test_an_error_where_a_driver_used_an_answer_has_the_line_of_the_answer(desk, write):  # noqa: F811
    """It arose in no line of the student's own."""
    write("Counter", COUNTER.format(last="None").replace("def __init__", "def make"))
    said = "\n".join(lines(run("check", "Counter", "--lang", "ko", cwd=desk)))
    assert "Counter" in said
    found = Finding(
        "counts",
        {"step": 2.0},
        Outcome(
            problem=Problem("raised", "TypeError", "cannot unpack"),
            calls=(OwnCall("next", {}, output=None, line=7),),
        ),
        [2.0],
        None,
        1,
        1,
    )
    assert details(check(found), "Counter", "en")[:2] == [
        "Counter(...).next()",
        "The error came up where the check used what line 7 returned: None",
    ]


@pytest.mark.sandbox
def test_a_wrong_call_is_saved_and_made_again(desk, write, tmp_path):  # noqa: F811
    """The code that is printed runs, beside the exercise's file."""
    path = write("double", "def double(x):\n    print(x.sum())\n    return x\n")
    ran = run("check", "double", "--save", "case.npz", cwd=desk)
    assert ran.code == 1
    code = "\n".join(line[4:] for line in ran.out.partition("like this:\n")[2].splitlines())
    again = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(path.parent)!r})\n{code}"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=True,
    )
    assert again.stdout == "7.0\n"
    assert stopped(run("check", "double", "Counter", "--save", "x.npz", cwd=desk)) == (
        "Use --save with one exercise."
    )
    write("double", "def double(x):\n    return x + x\n")
    assert "There is no call to save" in run("check", "double", "--save", "c", cwd=desk).out


def test_a_call_is_code():
    """Arrays with their dtypes, nested values, what is not finite."""
    inputs = {
        "w": np.array([1.5, np.nan], dtype=np.float32),
        "steps": [(1,), {"a": np.array([2])}],
        "bound": float("inf"),
    }
    assert call_code("f", inputs) == (
        "f(w=np.array([1.5, np.nan], dtype=np.float32), steps=[(1,), {'a': np.array([2])}], "
        "bound=float('inf'))"
    )


def test_two_values_are_shown_with_the_digits_that_tell_them_apart():
    """As many as it takes, and no more."""
    assert told_apart(0.1, 0.2) == ("0.1", "0.2")
    assert told_apart(np.array([1.0]), np.array([1.00000001])) == ("[1.]", "[1.00000001]")
    near = np.nextafter(1.0, 2.0)
    assert told_apart(1.0, float(near)) == ("1", "1.0000000000000002")
    difference = compare(123456.0, 123456.0 + 1e-6, Tolerance(rtol=0.0, atol=0.0))
    assert (difference.output, difference.expected) == ("123456.0", "123456.000001")


def test_what_was_printed_is_bounded():
    """In order, and how much is left out."""
    printed = broken(Problem("raised", "ValueError"), printed="\n".join(map(str, range(30))))
    said = printed_lines(printed, "en")
    assert said[:3] == ["printed:", "  0", "  1"]
    assert said[-1] == "... and 10 lines more."
    assert printed_lines(broken(Problem("raised"), public=False, printed="secret"), "en") == []
