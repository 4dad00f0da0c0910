"""A course of nbgrader's own kind is graded by three lines of configuration, and nothing else."""

from __future__ import annotations

import pytest
from traitlets import TraitError
from traitlets.config import Config

from autograder.limits import Limits
from autograder.nbgrader.plugin import GradeInSandbox, configure
from tests.nbgrader.plain_course import PlainCourse, answer_cell, grade_cell, source_notebook

AREA = """\
def area(r):
    ### BEGIN SOLUTION
    return 3 * r * r
    ### END SOLUTION"""
HIDDEN = "assert area(1) == 3\n### BEGIN HIDDEN TESTS\nassert area(7) == 147\n### END HIDDEN TESTS"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> PlainCourse:
    """A course that was released, graded, and has its feedback and its table of grades."""
    course = PlainCourse(tmp_path_factory.mktemp("plain") / "course")
    cells = (answer_cell("area", AREA), grade_cell("is-right", HIDDEN, points=2))
    course.begin(first=source_notebook(*cells), second=source_notebook(*cells))
    course.hand_in("kim", "first", area="def area(r):\n    return 3 * r**2")
    course.hand_in("kim", "second", area="def area(r):\n    return 3 * r")
    for command in (("autograde", "ps1"), ("generate_feedback", "ps1"), ("export",)):
        ran = course.nbgrader(*command)
        assert ran.status == 0, ran.output
        assert "Traceback" not in ran.output
    return course


@pytest.mark.nbgrader
def test_every_command_works_without_a_course_of_ours(graded):
    """All notebooks of an assignment are graded, and nothing of ours is left in the folder."""
    assert "kim,,,,2.0,0.0,2.0,4.0" in (graded.root / "grades.csv").read_text(encoding="utf-8")
    names = {path.name for path in graded.root.iterdir()}
    assert names == {
        *("source", "release", "submitted", "autograded", "feedback"),
        *("gradebook.db", "grades.csv", "nbgrader_config.py"),
    }


@pytest.mark.nbgrader
def test_hidden_tests_are_not_in_the_feedback(graded):
    """Of the one that failed neither."""
    page = graded.root / "feedback" / "kim" / "ps1" / "second.html"
    text = page.read_text(encoding="utf-8")
    assert "A hidden check met AssertionError." in text
    assert "147" not in text


def test_no_course_where_one_is_named(tmp_path):
    """It is said in one sentence, and nothing is graded: nbgrader passes over other errors."""
    with pytest.raises(SystemExit, match=r"nbgrader_config.py: .*course.toml is missing"):
        configure(Config(), root=tmp_path)


def limits_of(**said: int) -> Limits:
    """The limits of a notebook where there is no `course.toml`."""
    config = Config()
    config.GradeInSandbox.update(said)
    plugin = GradeInSandbox(config=config)
    return plugin.chosen_limits(None, plugin.timeout)


def test_limits_without_a_course():
    """Half a minute for a cell, as in nbgrader; its configuration says otherwise."""
    assert limits_of().cell_seconds == 30
    chosen = limits_of(timeout=5, memory_mb=300, scratch_mb=7)
    assert (chosen.cell_seconds, chosen.memory_mb, chosen.scratch_mb) == (5, 300, 7)


@pytest.mark.parametrize("value", [0, -1, 10_000_000])
def test_a_limit_that_is_none_is_refused(value):
    """By its name."""
    with pytest.raises(TraitError, match=r"GradeInSandbox.memory_mb: Expected `int`.*, and not"):
        limits_of(memory_mb=value)


def test_what_course_toml_says_counts():
    """Where nbgrader's configuration says nothing else."""
    plugin = GradeInSandbox(memory_mb=300)
    chosen = plugin.chosen_limits(Limits(cell_seconds=2), None)
    assert (chosen.cell_seconds, chosen.memory_mb) == (2, 300)
