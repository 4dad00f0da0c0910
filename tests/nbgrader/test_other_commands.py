"""What an instructor does besides grading a class goes on as before, with three lines of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from tests.classroom import read_notebook
from tests.nbgrader.plain_course import PlainCourse, answer_cell, grade_cell, source_notebook

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]

ANSWER = "def f(x):\n    ### BEGIN SOLUTION\n    return x + 1\n    ### END SOLUTION"
RIGHT, WRONG = "def f(x):\n    return x + 1", "def f(x):\n    return x"
PARTIAL = "points = 1.5\nif f(2) == 3:\n    points += 1\npoints"
TASK = {
    "cell_type": "markdown",
    "id": "task",
    "source": "Plot it, and say what you see.",
    "metadata": {
        "nbgrader": {
            **{"grade": False, "solution": False, "locked": True, "task": True},
            **{"grade_id": "task", "points": 5, "schema_version": 3},
        }
    },
}


def begun(root: Path) -> PlainCourse:
    """A course with two notebooks in its assignment, and two students who answered both."""
    course = PlainCourse(root)
    cells = (answer_cell("f", ANSWER), grade_cell("t", "assert f(1) == 2", 2))
    first = source_notebook(*cells, grade_cell("p", PARTIAL, 4), TASK)
    course.begin(first=first, second=source_notebook(*cells))
    for student, answer in {"kim": RIGHT, "lee": WRONG}.items():
        for notebook in ("first", "second"):
            course.hand_in(student, notebook, f=answer)
    return course


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> PlainCourse:
    """It, graded; to be read only."""
    course = begun(tmp_path_factory.mktemp("other") / "course")
    done(course, "autograde", "ps1")
    return course


@pytest.fixture
def course(graded: PlainCourse, tmp_path: Path) -> PlainCourse:
    """A copy of it."""
    return PlainCourse(Path(shutil.copytree(graded.root, tmp_path / "course")))


def done(course: PlainCourse, *arguments: str) -> str:
    """What a command says that ends well."""
    ran = course.nbgrader(*arguments)
    assert ran.status == 0, ran.output
    return ran.output


def by_notebook(course: PlainCourse) -> dict[tuple[str, str], float]:
    """The score of each notebook that was handed in."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        return {
            (submission.student.id, notebook.name): notebook.score
            for submission in gradebook.assignment_submissions("ps1")
            for notebook in submission.notebooks
        }


BEFORE = {("kim", "first"): 4.5, ("kim", "second"): 2, ("lee", "first"): 1.5, ("lee", "second"): 0}


def test_one_student_and_one_notebook(course):
    """`--student` and `--notebook` leave all others as they are; `--no-execute` runs nothing."""
    assert by_notebook(course) == BEFORE
    for student, answer in {"kim": WRONG, "lee": RIGHT}.items():
        for notebook in ("first", "second"):
            course.hand_in(student, notebook, f=answer)
    done(course, "autograde", "ps1", "--student", "lee", "--notebook", "second", "--force")
    assert by_notebook(course) == BEFORE | {("lee", "second"): 2}
    said = done(course, "autograde", "ps1", "--student", "kim", "--no-execute", "--force")
    assert "'t' was not run; it scores 0" in said
    assert by_notebook(course)["kim", "first"] == 0


def test_what_people_gave_stays(course):
    """Extra credit, the points of a task, and a score in the place of ours; also in the feedback."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_grade("t", "first", "ps1", "lee").extra_credit = 1
        gradebook.find_grade("task", "first", "ps1", "lee").manual_score = 4
        gradebook.find_grade("p", "first", "ps1", "lee").manual_score = 3
        gradebook.db.commit()
    done(course, "autograde", "ps1", "--force")
    assert by_notebook(course) == BEFORE | {("lee", "first"): 8}
    done(course, "generate_feedback", "ps1")
    page = (course.root / "feedback" / "lee" / "ps1" / "first.html").read_text("utf-8")
    assert "8 / 11 points" in page
    done(course, "export")
    assert "lee,,,,8.0,0.0,8.0,13.0" in (course.root / "grades.csv").read_text("utf-8")


def test_notebooks_are_validated_in_a_kernel(graded):
    """The source passes, and what is released does not yet."""
    assert "Success!" in done(graded, "validate", "source/ps1/second.ipynb")
    assert "NotImplementedError" in graded.nbgrader("validate", "release/ps1/second.ipynb").output


def test_notebooks_of_an_older_nbgrader(course):
    """They are graded as they are, and `update` makes them new."""
    path = course.root / "submitted" / "kim" / "ps1" / "first.ipynb"
    notebook = read_notebook(path)
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about and not about["task"]:
            about["schema_version"] = 2
            del about["task"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    done(course, "autograde", "ps1", "--student", "kim", "--force")
    assert by_notebook(course) == BEFORE
    done(course, "update", "submitted")
    kept = [cell["metadata"]["nbgrader"]["schema_version"] for cell in read_notebook(path)["cells"]]
    assert kept == [3] * 4


def test_the_gradebook_is_looked_after(course):
    """By nbgrader's commands for students, assignments, and the file itself."""
    done(course, "db", "student", "add", "park", "--first-name", "Jin")
    done(course, "db", "assignment", "add", "ps2")
    assert "park" in done(course, "db", "student", "list")
    assert "ps2" in done(course, "db", "assignment", "list")
    done(course, "db", "student", "remove", "park")
    done(course, "db", "assignment", "remove", "ps2")
    done(course, "db", "upgrade")
    assert "park" not in done(course, "db", "student", "list")
    assert by_notebook(course) == BEFORE
