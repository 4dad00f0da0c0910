"""What is hidden in a grade cell is not shown."""

from __future__ import annotations

from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.hidden_tests import HideHiddenTests
from tests.nbgrader.parity.cells import answer, graded, notebook_of

HIDDEN = "assert x\n### BEGIN HIDDEN TESTS\nassert x == 2\n### END HIDDEN TESTS"
ABOUT = {"assignment": "ps1", "notebook": "p1", "student": "kim", "db_url": ""}


def test_the_visible_part_of_a_test():
    """What was released: without the regions, and without their marks."""
    source = "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc\n# BEGIN HIDDEN TESTS\nd"
    assert HideHiddenTests().visible(source) == "a\nc"


def test_a_notebook_runs_once_more_only_for_hidden_tests():
    """What is shown has none of them; the run that has them draws nothing."""
    plain = GradeInSandbox().runs_of(notebook_of([answer("x = 2"), graded(1, "assert x")]), ABOUT)
    assert len(plain.all) == 1
    hidden = GradeInSandbox().runs_of(notebook_of([answer("x = 2"), graded(1, HIDDEN)]), ABOUT)
    shown, whole = hidden.all
    assert ([piece.source for piece in shown.pieces], shown.draw) == (["x = 2", "assert x"], True)
    assert ([piece.source for piece in whole.pieces], whole.draw) == (["x = 2", HIDDEN], False)
