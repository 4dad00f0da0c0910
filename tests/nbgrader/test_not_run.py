"""What `--no-execute` makes of a notebook."""

from __future__ import annotations

import logging

from nbgrader.utils import determine_grade
from traitlets.config import Config

from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from tests.nbgrader.parity.cells import answer, graded, notebook_of


def test_a_test_that_was_not_run_has_no_points(caplog):
    """Where nbgrader would give all of them: nothing that was saved is read. The log says so."""
    notebook = notebook_of([answer("x = 1"), graded(2, "assert x == 2")])
    grader = GradeInSandbox(config=Config({"Execute": {"enabled": False}}))
    grader.log = logging.getLogger("a test's")
    about = {"assignment": "ps1", "notebook": "p1", "student": "kim", "db_url": ""}
    grader(notebook, {"nbgrader": about})
    assert determine_grade(notebook.cells[-1]) == (0.0, 2)
    assert "was not run; it scores 0" in caplog.text
