"""Notebooks whose names change, graded by one real `nbgrader autograde` and by `autograder grade`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.workers.course_grading import grade_folder
from tests.classroom import Classroom, code_cell, drop_plots, grade_cell, once, text
from tests.moments import HAND_INS
from tests.sampling import chosen

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]

STUDENTS = {f"student-{number:02}": name for number, name in enumerate(HAND_INS)}
ASKED_FOR = ("a constant used again", "twenty slow experiments")
"""Those whom a test asks for by name."""
SAMPLE = {*chosen(HAND_INS, 0.3), *ASKED_FOR}


@pytest.fixture(scope="module")
def students(request: pytest.FixtureRequest) -> dict[str, str]:
    """What each student hands in: everything, or a sample of it."""
    everything = request.config.getoption("proof")
    return {student: name for student, name in STUDENTS.items() if everything or name in SAMPLE}


@pytest.fixture(scope="module")
def graded(students, built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """All of them handed in and graded."""

    def make(folder: Path) -> None:
        room = Classroom(Path(shutil.copytree(built_course, folder)))
        drop_plots(room)
        # Less time for all cells than twenty slow ones take.
        settings = room.root / "course.toml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("cells_seconds = 15", "cells_seconds = 6"), "utf-8")
        for student, name in students.items():
            room.hand_in(student, HAND_INS[name].written(room.released))
        ran = room.nbgrader("autograde", "basics")
        assert ran.status == 0, ran.output
        (folder / "scores.json").write_text(json.dumps(room.scores()), encoding="utf-8")

    return Classroom(once(tmp_path_factory, "graded-moments", make))


def test_each_gets_what_its_student_saw(graded, students):
    """In nbgrader's gradebook."""
    scores = json.loads((graded.root / "scores.json").read_text(encoding="utf-8"))
    earned = {name: scores[student] for student, name in students.items()}
    assert earned == {name: HAND_INS[name].earns for name in students.values()}


@pytest.mark.proof
def test_autograder_grade_gives_the_same(graded):
    """Whoever grades."""
    results = grade_folder(
        load_course(graded.root), graded.root / "submitted", layers="full", workers=2
    )
    earned = {
        STUDENTS[result.student]: {each.exercise: each.score for each in result.exercises}
        for _, result in results
    }
    assert earned == {name: hand_in.earns for name, hand_in in HAND_INS.items()}


def student_with(name: str) -> str:
    """The student who handed this in."""
    return next(student for student, each in STUDENTS.items() if each == name)


def test_the_page_says_which_name_was_changed(graded):
    """In the report of the check cell."""
    notebook = graded.autograded(student_with("a constant used again"))
    report = grade_cell(notebook, "double")["outputs"][0]["data"]
    for kind in ("text/html", "text/plain"):
        assert "Later cells change FACTOR" in text(report[kind])


def test_the_page_says_which_cells_were_not_run(graded):
    """And that they cost nothing."""
    notebook = graded.autograded(student_with("twenty slow experiments"))
    said = [
        output["evalue"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
        if output["output_type"] == "error"
    ]
    assert "was not run" in said[-1]
    assert "costs no points, unless an answer stands in it" in said[-1]


def test_a_cell_that_calls_itself_put_back_is_none(classroom):
    """A student's check cell may have any id; where it stands counts."""
    hand_in = HAND_INS["the check moved below"]
    notebook = hand_in.written(classroom.released)
    notebook["cells"][-1]["id"] = "restored-7"
    notebook["cells"].append(code_cell("def helper(x):\n    return None", "last"))
    classroom.hand_in("kim", notebook)
    ran = classroom.nbgrader("autograde", "basics")
    assert ran.status == 0, ran.output
    assert classroom.scores()["kim"] == {"double": 10, "Counter": 6}
