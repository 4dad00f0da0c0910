"""Removing what is kept of a student."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from autograder.build.release import find_tools
from tests.cli.running import run, stopped
from tests.exports.results import ROSTER, record, write_results
from tests.toy_settings import TOY


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the toy course in which two students left traces everywhere."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / "students.csv").write_text("\ufeff" + ROSTER, encoding="utf-8")
    write_results(root / "results.jsonl", record("kim", 4), record("lee", 16))
    (root / "report.html").write_text("<p>kim</p>", encoding="utf-8")
    (root / ".autograder" / "kept" / "ab").mkdir(parents=True)
    (root / ".autograder" / "kept" / "ab" / "x.reply").write_bytes(b"kim")
    for folder in ("submitted", "autograded", "feedback"):
        for student in ("kim", "lee"):
            (root / folder / student / "basics").mkdir(parents=True)
            (root / folder / student / "basics" / "double.py").write_text(student)
    return root


def texts(course: Path) -> str:
    """All that stands in the course's files and their names."""
    files = [each for each in course.rglob("*") if each.is_file() and "solutions" not in each.parts]
    return "\n".join(f"{each.relative_to(course)}\n{each.read_bytes()!r}" for each in files)


def test_nothing_is_removed_unless_it_is_asked_for(course):
    """What there is is listed."""
    before = texts(course)
    ran = run("forget", "kim", cwd=course)
    assert ran.code == 0
    assert "there is: submitted/kim\n" in ran.out
    assert ran.out.endswith("nothing was removed: add --yes\n")
    assert texts(course) == before


def test_a_forgotten_student_is_nowhere_and_others_stay(course):
    """But for pages that name the student, which are listed."""
    ran = run("forget", "kim", "--yes", cwd=course)
    assert ran.code == 0, ran.err
    assert f"{course / 'report.html'} names 'kim': make it anew" in ran.out
    (course / "report.html").unlink()
    left = texts(course)
    assert "kim" not in left
    assert "lee" in left
    assert (course / "students.csv").read_text(encoding="utf-8").startswith("\ufeffid,name")
    assert stopped(run("forget", "kim", cwd=course)) == "nothing is kept of 'kim'"


@pytest.mark.nbgrader
def test_the_gradebook_forgets_too(course):
    """With submissions, grades and comments."""
    from nbgrader.api import Gradebook

    find_tools()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        gradebook.add_assignment("basics")
        for student in ("kim", "lee"):
            gradebook.add_student(student)
            gradebook.add_submission("basics", student)
    assert "grades and comments in gradebook.db" in run("forget", "kim", "--yes", cwd=course).out
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        assert gradebook.execute("SELECT id FROM student").fetchall() == [("lee",)]
        assert gradebook.execute("SELECT count(*) FROM submitted_assignment").fetchone() == (1,)
