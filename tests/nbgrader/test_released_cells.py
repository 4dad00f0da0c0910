"""Only what a student altered is called so."""

from __future__ import annotations

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import compute_checksum

from autograder.nbgrader.released_cells import ReleasedCells

TEST = "assert f(1) == 1\n### BEGIN HIDDEN TESTS\nassert f(2) == 2\n### END HIDDEN TESTS"
VISIBLE = "assert f(1) == 1"


def made(name, source, *, kind="code", **roles):
    """A cell as the gradebook, or a release of its own, has it."""
    make = new_code_cell if kind == "code" else new_markdown_cell
    cell = make(source)
    defaults = {"grade": False, "solution": False, "task": False, "locked": False}
    about = {**defaults, "schema_version": 3, "grade_id": name, "cell_type": kind, **roles}
    cell.metadata["nbgrader"] = NotebookNode(about)
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    return cell


def said(now, submitted):
    """What is altered in a submitted cell, and whether that is an older release's."""
    released = ReleasedCells({"a": now}, NbGraderPreprocessor())
    asked = ("a", submitted, submitted.metadata.pop("nbgrader"))
    altered = released.altered(*asked)
    older = bool(altered) and released.is_older(*asked)
    return ([], ["a"]) if older else (altered, [])


@pytest.mark.parametrize("locked", [True, False])
def test_what_was_handed_out_is_not_altered(locked):
    """Neither is a test whose author left it unlocked: nbgrader locks it all the same."""
    now = made("a", TEST, grade=True, locked=True, points=2.0)
    submitted = made("a", VISIBLE, grade=True, locked=locked, points=2)
    assert said(now, submitted) == ([], [])


def test_an_answer_is_not_an_alteration():
    """That is what the cell is for; nor is what a task's cell says without its scheme for marks."""
    now = made("a", "# YOUR CODE HERE", solution=True)
    submitted = made("a", "# YOUR CODE HERE", solution=True)
    submitted.source = "x = 1"
    assert said(now, submitted) == ([], [])
    scheme = "Do it.\n### BEGIN MARK SCHEME\nwell\n### END MARK SCHEME"
    now = made("a", scheme, kind="markdown", task=True, locked=True, points=1.0)
    submitted = made("a", "Do it.", kind="markdown", task=True, locked=True, points=1.0)
    assert said(now, submitted) == ([], [])


def test_what_a_student_changed_is_named():
    """The text of a test, the points, the kind of cell."""
    now = made("a", TEST, grade=True, locked=True, points=2.0)
    submitted = made("a", VISIBLE, grade=True, locked=True, points=2.0)
    submitted.source = "2"
    submitted.metadata.nbgrader.update(points=99, solution=True)
    assert said(now, submitted) == (["locked", "points", "solution", "source"], [])


@pytest.mark.parametrize(
    "roles", [{"grade": True, "locked": True, "points": 1.0}, {"locked": True}]
)
def test_an_older_release_is_called_that(roles):
    """A cell that is as some release had it: other text, other points, by its own checksum."""
    now = made("a", TEST, grade=True, locked=True, points=2.0)
    assert said(now, made("a", "assert f(1) == 1.0", **roles)) == ([], ["a"])


def test_an_older_release_of_an_answer():
    """Its text is the student's; that it was made from something else is all that can be seen."""
    submitted = made("a", "raise NotImplementedError()", solution=True)
    submitted.source = "x = 1"
    assert said(made("a", "# YOUR CODE HERE", solution=True), submitted) == ([], ["a"])


@pytest.mark.parametrize("checksum", ["0" * 32, 5, None, ["x"]])
def test_a_checksum_of_ones_own(checksum):
    """It is that of no release."""
    now = made("a", TEST, grade=True, locked=True, points=2.0)
    submitted = made("a", VISIBLE, grade=True, locked=True, points=2.0)
    submitted.metadata.nbgrader["checksum"] = checksum
    assert said(now, submitted) == (["checksum"], [])
