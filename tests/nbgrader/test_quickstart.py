"""nbgrader's own example is graded from an empty folder by three lines, and nobody is accused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.classroom import read_notebook, run_nbgrader
from tests.nbgrader.plain_course import THREE_LINES, PlainCourse

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]

ANSWERS = {
    "def squares(n)": "def squares(n):\n    return [k * k for k in range(1, n + 1)]",
    "def sum_of_squares(n)": "def sum_of_squares(n):\n    return sum(squares(n))",
}
"""The second refuses no wrong input, as the task asks."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[PlainCourse, str]:
    """The example, graded and with feedback; and what `nbgrader autograde` said."""
    folder = tmp_path_factory.mktemp("empty")
    assert run_nbgrader(folder, "quickstart", "c101").status == 0
    course = PlainCourse(folder / "c101")
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{THREE_LINES}")
    assert course.nbgrader("generate_assignment", "ps1").status == 0
    for student in ("untouched", "answered"):
        shutil.copytree(
            course.root / "release" / "ps1", course.root / "submitted" / student / "ps1"
        )
    _answer(course.root / "submitted" / "answered" / "ps1" / "problem1.ipynb")
    graded = course.nbgrader("autograde", "ps1")
    assert graded.status == 0, graded.output
    assert course.nbgrader("generate_feedback", "ps1").status == 0
    return course, graded.output


def _answer(path: Path) -> None:
    notebook = read_notebook(path)
    for cell in notebook["cells"]:
        begun = (answer for start, answer in ANSWERS.items() if cell["source"].startswith(start))
        cell["source"] = next(begun, cell["source"])
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_the_log_accuses_nobody(example):
    """Of what was handed out and handed in again nothing was altered; nor is anything else amiss."""
    _, said = example
    assert "ps1: 2 graded" in said
    assert [word for word in ("WARNING", "ERROR", "altered", "deleted") if word in said] == []


def test_each_test_earns_what_it_should(example):
    """Only the one of wrong inputs fails."""
    scores = example[0].scores()
    tests = {name for name, score in scores["answered"].items() if score}
    assert tests == {"correct_squares", "correct_sum_of_squares", "sum_of_squares_uses_squares"}
    assert not any(scores["untouched"].values())


def test_an_error_is_shown_where_it_arose(example):
    """In the answer that is not there yet, called by the test."""
    page = example[0].root / "feedback" / "untouched" / "ps1" / "problem1.html"
    text = page.read_text(encoding="utf-8")
    assert "----&gt; 3     squares(0)\n----&gt; 7     raise NotImplementedError()\n" in text
    assert "----&gt; 7     raise AssertionError" not in text
