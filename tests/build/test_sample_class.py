"""The class of twelve that the demo grades, and the demo itself."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from autograder.build.sample_class import write_sample_class
from autograder.course import load_course
from tests.classroom import POINTS, Classroom, cell, read_notebook

STUDENTS = {
    # name: scores of double and Counter
    "01-right": (10, 6),
    "02-right-otherwise": (10, 6),
    "03-mistake": (0, 0),
    "04-mistake": (7, 0),
    "05-mistake": (4, 0),
    "06-raises": (0, 6),
    "07-endless-loop": (0, 6),
    "08-sys-exit": (0, 6),
    "09-prints-without-end": (0, 6),
    "10-empty-file": (0, 0),
    "11-deleted-check": (10, 6),
    "12-copied-cells": (10, 6),
}


@pytest.fixture
def submitted(built_course: Path, tmp_path: Path) -> Path:
    """What the class hands in."""
    (assignment,) = load_course(built_course).assignments
    release = built_course / "release" / "basics" / "basics.ipynb"
    assert write_sample_class(assignment, release, tmp_path) == list(STUDENTS)
    return tmp_path


def notebook(submitted: Path, student: str) -> dict:
    """What one of them hands in."""
    return read_notebook(submitted / student / "basics" / "basics.ipynb")


def test_twelve_students(submitted):
    """One notebook each, and nothing else."""
    found = sorted(str(path.relative_to(submitted)) for path in submitted.rglob("*.*"))
    assert found == [f"{student}/basics/basics.ipynb" for student in STUDENTS]


def test_they_answer(submitted):
    """Rightly, otherwise, or with one of the mistakes."""
    sources = {
        student: cell(notebook(submitted, student), "double-answer")["source"]
        for student in ("01-right", "02-right-otherwise", "03-mistake", "04-mistake", "05-mistake")
    }
    assert "marker_of_the_hidden_solution" in sources["01-right"]
    assert "return x + x" in sources["02-right-otherwise"]
    assert "def squares(x)" in sources["03-mistake"]
    assert "def drops_the_sign(x)" in sources["04-mistake"]
    assert "def changes_its_input(x)" in sources["05-mistake"]
    for student, source in sources.items():
        namespace: dict = {}
        exec(source, namespace)
        assert callable(namespace["double"]), student


def test_what_else_happens_in_one_evening(submitted):
    """An empty file, a deleted check, copied cells."""
    assert (submitted / "10-empty-file" / "basics" / "basics.ipynb").read_bytes() == b""
    names = {
        student: Counter(
            each["metadata"].get("nbgrader", {}).get("grade_id")
            for each in notebook(submitted, student)["cells"]
        )
        for student in ("11-deleted-check", "12-copied-cells")
    }
    assert names["11-deleted-check"]["double"] == 0
    assert (names["12-copied-cells"]["double"], names["12-copied-cells"]["double-answer"]) == (2, 2)


@pytest.mark.nbgrader
def test_the_demo(toy_root, tmp_path):
    """From the references to scores, a table and feedback, with one command."""
    work = tmp_path / "demo"
    program = Path(sys.executable).with_name("autograder")
    command = [program, "demo", "--course", toy_root, "--folder", work, "--lang", "en"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    scores = Classroom(work).scores()
    assert {
        student: tuple(each[name] for name in POINTS) for student, each in scores.items()
    } == STUDENTS
    rows = {line.split()[0]: line for line in ran.stdout.splitlines() if line.strip()}
    for student, earned in STUDENTS.items():
        assert f"{sum(earned)}/16" in rows[student]
        page = work / "feedback" / student / "basics" / "basics.html"
        assert "<html" in page.read_text(encoding="utf-8")
    assert "squares" in rows["03-mistake"]
    assert "12 submissions" in ran.stdout
    documents = [
        each["metadata"]["autograder"]
        for each in Classroom(work).autograded("04-mistake")["cells"]
        if "autograder" in each["metadata"]
    ]
    assert [(each["exercise"], each["score"]) for each in documents] == [
        ("double", 7),
        ("Counter", 0),
    ]
    told = [each["diagnosis"]["name"] for each in documents]
    assert told == ["drops_the_sign", "counts_by_one"]
