"""What takes too long: how long that is, and what is said of it."""

from __future__ import annotations

import pytest
from nbclient.exceptions import CellTimeoutError

from autograder.limits import Limits
from autograder.nbgrader.notebook_limits import WITHOUT_A_COURSE, LimitTraits
from tests.nbgrader.parity.cells import answer, graded, notebook_of
from tests.nbgrader.parity.grading import in_sandbox

SLOW = "import time\ntime.sleep(30)"
HIDDEN = f"assert True\n### BEGIN HIDDEN TESTS\n{SLOW}\n### END HIDDEN TESTS"


def limits(timeout, course=None, **said):
    """The seconds for a cell, and for all of them."""
    chosen = LimitTraits(**said).chosen_limits(course, timeout)
    return chosen.cell_seconds, chosen.cells_seconds


def test_the_seconds_of_a_cell():
    """Those of nbgrader's setting, before those of the course, before nbgrader's own."""
    course = Limits(cell_seconds=5, cells_seconds=40)
    assert limits(None) == (30, WITHOUT_A_COURSE.cells_seconds)
    assert limits(None, course) == (5, 40)
    assert limits(7, course) == (7, 40)


def test_a_slow_cell_does_not_take_the_time_of_all_others():
    """Unless it is said how much all of them have."""
    assert limits(300) == (300, 1200)
    assert limits(300, cells_seconds=400) == (300, 400)


@pytest.mark.parametrize("timeout", [0, -1])
def test_no_limit_on_a_cell_is_that_of_all(timeout):
    """As in nbgrader, a time below one is none."""
    assert limits(timeout, cells_seconds=400) == (400, 400)


@pytest.mark.nbgrader
@pytest.mark.sandbox
class TestInTheSandbox:
    """With a second for each cell, and nothing around it."""

    def test_of_a_test_it_is_said_that_the_test_did_not_end(self):
        """Also of its hidden part; and of a student's own cell what it was."""
        notebook = notebook_of([answer(SLOW), graded(1, SLOW), graded(1, HIDDEN), graded(1, "1")])
        seen = in_sandbox(notebook, timeout=1, layers="none", language="en")
        assert [cell.get("score") for cell in seen] == [None, 0, 0, 1]
        said = [
            output.evalue
            for cell in notebook.cells
            for output in cell.outputs
            if "evalue" in output
        ]
        assert said == [
            "This cell did not finish in time and was stopped.",
            *["The test did not end within 1 s and was stopped."] * 2,
        ]

    def test_a_notebook_that_is_not_to_be_interrupted_is_refused(self):
        """As nbgrader does where `interrupt_on_timeout` is False."""
        settings = {"timeout": 1, "layers": "none", "interrupt_on_timeout": False}
        with pytest.raises(CellTimeoutError):
            in_sandbox(notebook_of([answer(SLOW)]), **settings)
