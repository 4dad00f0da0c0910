"""Beginning a course and exercises, from the command line."""

from __future__ import annotations

import shutil

import pytest

from autograder import Case
from autograder.course import load_course
from tests.cli.running import run, stopped

MINE = """\
import numpy as np
from math import pi

FACTOR = 2


def _twice(x):
    return FACTOR * x


def soft_threshold(w, penalty):
    return np.sign(w) * np.maximum(np.abs(w) - penalty, 0) + _twice(w)


def project(A, b):
    "The projection of b onto the columns of A."
    q, _ = np.linalg.qr(A)
    return q @ (q.T @ b)


def shouts(text): return text.upper()


class Thing:
    pass
"""


@pytest.fixture(scope="module")
def begun_once(tmp_path_factory):
    """A course in two languages with an exercise of each kind."""
    parent = tmp_path_factory.mktemp("begun")
    root = parent / "linear_algebra"
    assert run("new", "course", root, "--languages", "ko,en").code == 0
    for arguments in (
        ("first/square",),
        ("first/slope", "--driver"),
        ("second/Average", "--class"),
    ):
        ran = run("new", "exercise", *arguments, cwd=root)
        assert (ran.code, ran.err) == (0, "")
    (root / "mine.py").write_text(MINE, encoding="utf-8")
    return root


@pytest.fixture
def begun(begun_once, tmp_path):
    """A copy of it."""
    return shutil.copytree(begun_once, tmp_path / "course")


def test_new_exercises_of_every_kind_are_green_at_once(begun_once):
    """A function, one with a driver, a class; in a course in two languages."""
    ran = run("build", "--examine", cwd=begun_once)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    course = load_course(begun_once)
    assert course.settings.title.of("en") == "Linear algebra"
    names = [[each.name for each in assignment.solutions] for assignment in course.assignments]
    assert names == [["slope", "square"], ["Average"]]


def test_a_release_lists_all_that_skeletons_ask_for(begun_once):
    """Each with its file and line, in one list, and nothing is written."""
    ran = run("build", "--release", cwd=begun_once)
    assert (ran.code, ran.out) == (1, "")
    said = ran.err.replace(f"{begun_once}/solutions/", "").splitlines()
    for line in (
        'first/square/grading.py:7: the exercise names no point of the lecture, as in notes=["1"]',
        "first/square/reference.py:6: still to write: what it returns, in one line.",
        "second/notebook.en.md:1: still to write: what the assignment is about, in two or three "
        "sentences.",
    ):
        assert line in said
    places = [line.partition(": ")[0] for line in said if "/grading.py:" in line]
    assert len(places) == len(set(places)) > 0  # none is said twice
    assert not any("no hidden case touches" in line for line in said)
    assert said[-1] == "autograder: this is missing for a release; nothing was written"
    assert not (begun_once / "source").exists()


def test_a_draft_without_texts_and_mistakes_builds_and_a_release_asks_for_them(begun):
    """The intro, the takeaway, an alternative, a mistake."""
    for path in begun.glob("solutions/*/notebook.*.md"):
        path.unlink()
    folder = begun / "solutions" / "first" / "square"
    (folder / "mistakes.py").unlink()
    (folder / "alternatives.py").write_text("def again(x, scale):\n    return x * x * scale\n")
    assert run("build", "--examine", cwd=begun).code == 0
    said = run("build", "--release", cwd=begun).err
    for line in (
        "the notebook has no intro: write intro.ko.md, or both texts in notebook.ko.md with a line "
        "<!-- exercises --> between them",
        "the notebook has no takeaway: write takeaway.ko.md",
        "alternatives.py: 1 of at least 2 alternatives",
        "mistakes.py: no mistake yet",
    ):
        assert line in said


def test_the_texts_of_a_notebook_may_be_one_file(begun):
    """With a line between them; it is a fault where that is missing, or a text is there twice."""
    first, _ = load_course(begun).assignments
    assert first.intro.of("en").startswith("WRITE: what the assignment")
    assert first.takeaway.of("en").startswith("## What to take away")
    folder = begun / "solutions" / "first"
    (folder / "notebook.en.md").write_text("One text.\n")
    (folder / "intro.ko.md").write_text("Another.\n")
    said = run("build", "--examine", cwd=begun).err
    assert "notebook.en.md:1: one line is <!-- exercises -->" in said
    assert "intro.ko.md: this text is there twice: notebook.ko.md has it too" in said


def test_an_exercise_from_a_function_that_is_there(begun):
    """Its helpers and imports come along, its body is cut out of the stub, its inputs are found."""
    for name in ("soft_threshold", "project"):
        ran = run("new", "exercise", f"third/{name}", "--from", "mine.py", cwd=begun)
        assert (ran.code, ran.err) == (0, "")
    ran = run("new", "exercise", "third/shrink", "--from", "mine.py:soft_threshold", cwd=begun)
    assert "these helpers stay in the stub: FACTOR, _twice" in ran.out
    assert run("build", "--examine", cwd=begun).err == ""
    solutions = {each.name: each for each in load_course(begun).solutions()}
    assert "np.maximum" not in solutions["shrink"].stub
    assert "pi" not in solutions["shrink"].source
    assert "def shrink(w, penalty):" in solutions["shrink"].stub
    assert solutions["project"].exercise.domain == {"A": "float (n, d)", "b": "float (n,)"}


def test_where_no_plain_inputs_fit_the_author_is_told(begun):
    """The exercise is there; what is missing is said with its line."""
    ran = run("new", "exercise", "third/shouts", "--from", "mine.py", cwd=begun)
    assert "no plain inputs fit: write the cases in grading.py" in ran.out
    said = run("build", "--examine", cwd=begun).err
    assert "shouts/grading.py:18: the cases of " in said
    assert "is still `...`: write data there, as in np.array([1.0, 2.0])" in said


def test_a_case_with_a_function_says_what_would_be_right():
    """A function is no data: a driver makes it."""
    with pytest.raises(ValueError, match=r"'f' is a function, .* `driver.py` makes it from data"):
        Case(f=abs, a=0.0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("exercise", "first/square"), "there is an exercise 'square' already, in "),
        (("exercise", "second/square"), "there is an exercise 'square' already, in "),
        (("exercise", "square"), "an exercise is named with its assignment, as in first/square"),
        (("exercise", "first/lu decomposition"), "'lu decomposition' is no name: letters, digits "),
        (("exercise", "first/lambda"), "'lambda' is a word of Python; add something"),
        (("exercise", "a/Thing", "--from", "mine.py"), "mine.py:24: 'Thing' is a class: begin with --class"),
        (("exercise", "a/b", "--from", "mine.py:tt"), "mine.py: there is no function 'tt'; there are "),
        (("exercise", "a/b", "--from", "none.py"), "none.py: this file is missing"),
        (("exercise", "a/b", "--from", "mine.py:project", "--class"), "--from takes a function as it is"),
        (("course", "."), ". is there already, and is not empty"),
        (("course", "other", "--languages", "English"), "a language is two or three small letters"),
        (("course", "other", "--languages", "en,en"), "the language 'en' is there twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_begun_is_said_in_one_sentence(begun_once, arguments, said):
    """And nothing is written."""
    before = sorted(begun_once.rglob("*"))
    assert stopped(run("new", *arguments, cwd=begun_once)).startswith(said)
    assert [path for path in sorted(begun_once.rglob("*")) if "__pycache__" not in str(path)] == [
        path for path in before if "__pycache__" not in str(path)
    ]
