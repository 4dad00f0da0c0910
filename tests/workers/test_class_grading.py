"""Many submissions: every one has its result, and nothing is left behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.sandbox import confined
from autograder.sandbox.outcome import Problem
from autograder.workers import class_grading
from autograder.workers.class_grading import GRADING, GradingSetup, grade_all
from tests.toy_settings import LIMITS
from tests.workers import jobs
from tests.workers.processes import children

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.sandbox

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
    toy_keys, monkeypatch, submissions, started
):
    """A notebook, or a file that draws: its own time is not spent on importing matplotlib."""
    made = []
    real = confined.WarmInterpreter

    def noted(*arguments, notebooks, **options):
        made.append(notebooks)
        return real(*arguments, notebooks=notebooks, **options)

    monkeypatch.setattr(confined, "WarmInterpreter", noted)
    setup = GradingSetup({"basics": list(toy_keys.values())}, LIMITS, "none")
    with GRADING.begin(setup) as work:
        found = {each.student: work(each).exercises[0].score for each in submissions}
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


def test_a_result_is_the_same_from_a_worker_and_from_here(grade, toy_keys):
    """All of it: findings with their values, notes, texts in each language."""
    setup = GradingSetup({"basics": list(toy_keys.values())}, LIMITS, "inner")
    names = ["right", "squares", "drops", "raises"]
    with GRADING.begin(setup) as work:
        here = {each.student: work(each) for each in handed_in(names)}
    for submission, result in grade(handed_in(names)):
        other = here[submission.student]
        assert repr(replace(result, seconds=0)) == repr(replace(other, seconds=0))


def test_what_ends_a_worker_is_one_submissions_own(grade, monkeypatch):
    """The others have their points, and this one says what happened."""
    monkeypatch.setattr(class_grading, "GRADING", jobs.DYING_AT_SQUARES)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    graded = grade(handed_in(["right", "squares"]), 1)
    found = {each.student: result for each, result in graded}
    assert (found["right"].score, found["squares"].score) == (10, 0)
    problems = {check.finding.problem for check in found["squares"].exercises[0].checks}
    assert problems == {Problem("unjudged", "judging_ended")}
