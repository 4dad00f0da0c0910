"""Many submissions: every one has its result, and nothing is left behind."""

from __future__ import annotations

import json
import unicodedata

import pytest

from autograder.collecting.submissions import Piece, Submission
from autograder.course import load_course
from autograder.sandbox import confined
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.class_grading import grade_all, grade_course
from tests.toy_settings import LIMITS
from tests.workers.processes import children

ANSWERS = {
    "right": ("return x + x", 10, "passed"),
    "squares": ("return x * x", 0, "failed"),
    "drops": ("return abs(x) * 2", 7, "partial"),
    "raises": ("raise ValueError('no')", 0, "error"),
    "ends": ("import os; os._exit(1)", 0, "error"),
    "loops": ("while True: pass", 0, "timeout"),
    "unwritten": ("raise NotImplementedError()", 0, "missing"),
}
EXPECTED = {name: (score, status) for name, (_, score, status) in ANSWERS.items()}


def handed_in(names=tuple(ANSWERS)):
    """A submission of `double` for each of these answers."""
    for name in names:
        part = Piece(0, f"def double(x):\n    {ANSWERS[name][0]}", "double")
        yield Submission(name, "basics", (part,), {"Counter": "missing"})


@pytest.fixture
def grade(toy_keys):
    """A function that grades submissions of the toy course."""
    keys = {"basics": list(toy_keys.values())}

    def graded(submissions, workers=2, layers="inner"):
        return grade_all(submissions, keys, limits=LIMITS, layers=layers, workers=workers)

    return graded


def scores(results):
    """Score and status of `double`, by student."""
    found = {}
    for submission, result in results:
        assert submission.student == result.student
        found[result.student] = (result.exercises[0].score, result.exercises[0].status)
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_every_submission_has_its_result(grade, workers):
    """Whatever the others do, and however many run at a time."""
    assert scores(grade(handed_in(), workers)) == EXPECTED


def test_the_order_changes_nothing(grade):
    """What came before a submission does not show in its result."""
    names = [name for name in ANSWERS if name != "loops"]
    backwards = scores(grade(handed_in(reversed(names)), 1, "none"))
    assert backwards == {name: EXPECTED[name] for name in names}


NOTEBOOK = Submission("n", "basics", (Piece(0, "def double(x):\n    return x + x"),), {})
PLOTS = "import matplotlib.pyplot as plt\nplt.plot([1])\ndef double(x):\n    return x + x"
DRAWS = Submission("d", "basics", (Piece(0, PLOTS, "double"),), {"Counter": "missing"})


@pytest.mark.parametrize(
    ("submissions", "started"),
    [
        ([*handed_in(["right", "squares"])], [False]),
        ([NOTEBOOK, NOTEBOOK], [True]),
        ([*handed_in(["right"]), DRAWS, NOTEBOOK, *handed_in(["squares"])], [False, True]),
    ],
    ids=["files", "notebooks", "both"],
)
def test_what_notebooks_need_is_loaded_for_those_who_need_it(
    grade, monkeypatch, submissions, started
):
    """A notebook, or a file that draws: its own time is not spent on importing matplotlib."""
    made = []
    real = confined._WarmInterpreter

    def noted(*arguments, notebooks, **options):
        made.append(notebooks)
        return real(*arguments, notebooks=notebooks, **options)

    monkeypatch.setattr(confined, "_WarmInterpreter", noted)
    graded = grade(submissions, 1, "none")
    found = {each.student: result.exercises[0].score for each, result in graded}
    wanted = {"right": 10, "squares": 0, "n": 10, "d": 10}
    assert found == {each.student: wanted[each.student] for each in submissions}
    assert made == started


def test_no_submission_is_no_result(grade):
    """And no sandbox."""
    before = children()
    assert list(grade([])) == []
    assert children() == before


def test_submissions_are_read_as_there_is_room(grade):
    """Ten thousand of them are not held in memory at once."""
    read = []

    def submissions():
        for number in range(20):
            read.append(number)
            yield next(handed_in(["unwritten"]))

    results = grade(submissions(), 1, "none")
    next(results)
    assert len(read) < 6
    results.close()


def test_no_process_is_left(grade):
    """After all of them; bubblewrap's neither."""
    before = children()
    assert len(list(grade(handed_in(["right", "ends"]), 2, "full"))) == 2
    assert children() == before


def test_no_process_is_left_where_nobody_asks_for_more(grade):
    """As when the one who reads the results ends."""
    before = children()
    some = grade(handed_in(["right", "ends", "squares"]), 1, "none")
    next(some)
    assert children() > before
    some.close()
    assert children() == before


def test_no_process_is_left_where_reading_fails(grade):
    """The error comes through, and the sandboxes are closed."""

    def submissions():
        yield from handed_in(["right", "ends", "squares", "drops", "raises"])
        raise OSError("the disk is gone")

    before = children()
    with pytest.raises(OSError, match="the disk is gone"):
        list(grade(submissions(), 1, "none"))
    assert children() == before


def test_nothing_is_graded_where_nothing_can_be_confined(grade, monkeypatch):
    """It is an error, not a class of failed submissions; and no process is left either."""

    def unavailable(*args, **kwargs):
        raise SandboxUnavailableError("this system has no landlock")

    before = children()
    monkeypatch.setattr(confined, "_WarmInterpreter", unavailable)
    with pytest.raises(SandboxUnavailableError, match="no landlock"):
        list(grade(handed_in()))
    assert children() == before


def hand_in(root, student, name="double.py", text="def double(x):\n    return x + x\n"):
    """Put a file where a student's submission lies."""
    path = root / student / "basics" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_a_course_is_graded_from_its_folder(toy_root, tmp_path):
    """Each result comes with what was handed in."""
    for student in ("kim", "lee"):
        hand_in(tmp_path / "submitted", student)
    course = load_course(toy_root)
    graded = list(grade_course(course, tmp_path / "submitted", layers="inner", workers=1))
    assert {sub.student: (sub.student, result.score) for sub, result in graded} == {
        "kim": ("kim", 10),
        "lee": ("lee", 10),
    }
    assert all(submission.student == result.student for submission, result in graded)
    assert list(grade_course(course, tmp_path, layers="inner", assignment="basics")) == []


def test_the_cell_that_draws_is_left_out(toy_root, tmp_path):
    """Where it is the course's own, to the letter: a table of points shows no figure."""
    figure = "double = None\n"
    (toy_root / "solutions" / "basics" / "figure.py").write_text(figure, encoding="utf-8")
    for student, last in (("as given", figure), ("changed", f"{figure}# mine")):
        cells = [
            {"cell_type": "code", "source": source}
            for source in ("def double(x):\n    return x + x", last)
        ]
        text = json.dumps({"cells": cells, "nbformat": 4})
        hand_in(tmp_path / "submitted", student, "basics.ipynb", text)
    graded = grade_course(load_course(toy_root), tmp_path / "submitted", layers="none", workers=1)
    found = {
        submission.student: (len(submission.pieces), result.score) for submission, result in graded
    }
    assert found == {"as given": (2, 10), "changed": (2, 0)}


def test_two_names_that_are_one_are_both_refused(toy_root, tmp_path):
    """A class is graded all the same."""
    for form in ("NFC", "NFD"):
        hand_in(tmp_path / "submitted", unicodedata.normalize(form, "가"))
    hand_in(tmp_path / "submitted", "kim")
    course = load_course(toy_root)
    graded = list(grade_course(course, tmp_path / "submitted", layers="inner", workers=1))
    assert sorted((result.student, result.score) for _, result in graded) == [
        ("kim", 10),
        ("가", 0),
        ("가", 0),
    ]
