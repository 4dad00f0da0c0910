"""What an instructor sees who types `autograder feedback`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.course import load_course
from autograder.workers import class_grading
from autograder.workers.course_grading import results_as_graded
from tests.classroom import drop_plots
from tests.cli.conftest import COUNTER, RIGHT, notebook
from tests.cli.running import run, stopped
from tests.toy_settings import TOY

ROSTER = "id,name,language\nkim,김철수,ko\nlee,Lee,fr\n"


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the toy course with a roster and two students."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / "students.csv").write_text(ROSTER, encoding="utf-8")
    for student, files in {
        "kim": {"basics.ipynb": notebook("def double(x): return x * x", COUNTER)},
        "lee": {"double.py": RIGHT},
    }.items():
        (root / "submitted" / student / "basics").mkdir(parents=True)
        for name, text in files.items():
            (root / "submitted" / student / "basics" / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.sandbox
def test_each_student_gets_a_page_and_a_text_in_the_own_language(course):
    """As the roster says it; else in the course's first."""
    ran = run("feedback", "submitted", "--sandbox", "inner", cwd=course)
    assert ran.code == 0
    assert ran.out.startswith("wrote 2 pages to feedback; the largest has ")
    assert "lee: the course has no 'fr'" in ran.err
    kim = course / "feedback" / "kim" / "basics"
    lee = course / "feedback" / "lee" / "basics"
    page = (kim / "basics.html").read_text(encoding="utf-8")
    assert '<html lang="ko">' in page
    assert "기초: 김철수" in page
    assert "squares" in page
    assert "제출한 코드" in page
    assert '<html lang="en">' in (lee / "basics.html").read_text(encoding="utf-8")
    assert "Not written yet" in (lee / "basics.txt").read_text(encoding="utf-8")


def test_nothing_is_written_before_hidden_results_are_released(course):
    """The date is the course's."""
    toml = course / "course.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(f"release_hidden = 2100-01-01T00:00:00Z\n{text}", encoding="utf-8")
    said = stopped(run("feedback", "submitted", cwd=course))
    assert said == "no feedback is made before 2100-01-01 00:00 UTC: see release_hidden"
    assert not (course / "feedback").exists()


@pytest.mark.sandbox
def test_what_was_graded_is_not_run_again(course, monkeypatch):
    """Not even what a limit stopped: its points are those that were given."""
    endless = course / "submitted" / "lee" / "basics" / "double.py"
    endless.write_text("def double(x):\n    while True:\n        pass\n", encoding="utf-8")
    assert run("grade", "submitted", "--sandbox", "inner", cwd=course).code == 1

    def run_again(*_):
        raise AssertionError("it is run again")

    monkeypatch.setattr(class_grading, "ask_or_find", run_again)
    ran = run("feedback", "submitted", cwd=course)
    assert ran.out.startswith("wrote 2 pages to feedback; the largest has ")


@pytest.mark.sandbox
def test_of_several_attempts_the_one_that_was_graded_is_shown(course, monkeypatch):
    """By whatever rule it was chosen, and not by that which `course.toml` has."""
    shutil.rmtree(course / "submitted" / "kim")
    (course / "submitted" / "lee" / "basics" / "double.py").unlink()
    for name, text in (("1", RIGHT), ("2", "def double(x):\n    return 0\n")):
        (course / "submitted" / "lee" / "basics" / name).mkdir()
        (course / "submitted" / "lee" / "basics" / name / "double.py").write_text(text)

    def run_again(*_):
        raise AssertionError("it is run again")

    text = course / "feedback" / "lee" / "basics" / "basics.txt"
    for rule, said in {
        "best": "1/double.py, the best of several attempts",
        "last": "Graded: basics/2/double.py.",
    }.items():
        graded = run("grade", "submitted", "--sandbox", "inner", "--results", "results.jsonl",
                     "--attempts", rule, cwd=course)  # fmt: skip
        assert graded.code == 1
        with monkeypatch.context() as patched:
            patched.setattr(class_grading, "ask_or_find", run_again)
            assert run("feedback", "submitted", cwd=course).code == 0
        assert said in text.read_text(encoding="utf-8")
    found = results_as_graded(load_course(course), course / "submitted", ["basics"])
    assert {each.source for each in found} == {"1/double.py", "2/double.py"}


@pytest.mark.proof
@pytest.mark.sandbox
@pytest.mark.nbgrader
def test_points_by_hand_in_the_gradebook_are_in_the_feedback(classroom, monkeypatch):
    """Graded into the gradebook, corrected there, and not run again."""
    drop_plots(classroom)
    classroom.hand_in("kim", classroom.answered("def double(x):\n    while True: pass"))
    assert run("grade", "submitted", "--sandbox", "inner", cwd=classroom.root).code == 1
    with Gradebook(f"sqlite:///{classroom.root / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("double", "basics", "basics", "kim")
        assert grade.auto_score == 0
        grade.manual_score = 7
        comment = gradebook.find_comment("double-answer", "basics", "basics", "kim")
        comment.manual_comment = "It never ends."
        gradebook.db.commit()

    def run_again(*_):
        raise AssertionError("it is run again")

    monkeypatch.setattr(class_grading, "ask_or_find", run_again)
    assert run("feedback", "submitted", cwd=classroom.root).code == 0
    page = classroom.feedback("kim")
    for said in ("13 / 16 points", "7 / 10 points", "It never ends.", "6 / 6 points"):
        assert said in page
    assert run("feedback", "submitted", "--no-gradebook", cwd=classroom.root).code == 0
    assert "It never ends." not in classroom.feedback("kim")
