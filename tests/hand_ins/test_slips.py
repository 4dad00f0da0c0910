"""A slip of contract is said in one sentence, and nothing right is taken for one."""

from __future__ import annotations

import functools

import pytest

from autograder.collecting.pieces import Piece, checks_with_answers, notebook_pieces
from autograder.collecting.submission import Submission
from autograder.grading.results import ExerciseResult
from autograder.grading.run import grade_submission
from autograder.keys.key import Key
from autograder.keys.public_file import read_key
from autograder.report.html import exercise_html
from autograder.report.language import phrase
from autograder.report.result_records import exercise_record
from autograder.report.terminal import exercise_plain
from autograder.workers.wire import as_value, read_as
from tests.classroom import code_cell
from tests.hand_ins.slips import CELLS, FILES, RIGHT, RIGHT_CLASSES, Slipped
from tests.this_course.conftest import ROOT

pytestmark = pytest.mark.sandbox

SLIPPED = {f"file: {name}": each for name, each in FILES.items()}
SLIPPED |= {f"notebook: {name}": each for name, each in CELLS.items()}


@functools.cache
def public_key(exercise: str) -> Key:
    """What a student has of an exercise of this course."""
    (path,) = (ROOT / "exercises").glob(f"*/public/{exercise}.json")
    return read_key(path)


def submission(slipped: Slipped, name: str) -> Submission:
    """The hand-in: a file, or a notebook with the exercise's check cell at its end."""
    exercise = slipped.exercise
    if name.startswith("file"):
        return Submission("s", "a", (Piece(0, slipped.cells[0], exercise),), {})
    named = [code_cell(each, f"cell-{n}") for n, each in enumerate(slipped.cells)]
    checked = code_cell(slipped.checked or f'check("{exercise}", language)', exercise)
    checked["metadata"]["nbgrader"] = {"grade_id": exercise}
    cells = [*named, checked]
    return Submission(
        "s",
        "a",
        notebook_pieces(cells, [exercise]),
        {},
        in_check_cells=checks_with_answers(cells, [exercise]),
    )


@pytest.fixture(scope="module")
def graded(sandbox):
    """The result of a hand-in by its name; each is graded once."""

    @functools.cache
    def grade(name: str) -> ExerciseResult:
        slipped = SLIPPED[name]
        key = public_key(slipped.exercise)
        return grade_submission(sandbox, submission(slipped, name), [key]).exercises[0]

    return grade


@pytest.mark.parametrize("name", SLIPPED)
def test_a_slip_is_said_in_one_sentence(graded, name):
    """In both languages, wherever it is read, without Python's own error and without a riddle."""
    slipped, result = SLIPPED[name], graded(name)
    for language, own in (("ko", slipped.ko), ("en", slipped.en)):
        record = exercise_record(result, language)
        assert record.diagnosis is not None, record
        kind = "relation" if slipped.name == "returns_nothing" else "slip"
        assert (record.diagnosis.kind, record.diagnosis.name) == (kind, slipped.name)
        sentence = record.diagnosis.hint
        for words in (*slipped.said, own):
            assert words in sentence
        shown = exercise_plain(result, language)
        assert sentence in " ".join(shown.split())
        assert "Error:" not in shown
        assert "argument" not in shown
        assert phrase(language, "sentences", "unexplained") not in shown
        assert "<strong>" in exercise_html(result, language)


@pytest.mark.parametrize("name", SLIPPED)
def test_a_slip_comes_out_of_a_worker_as_it_is(graded, name):
    """Whoever grades a class is told it as well."""
    result = graded(name)
    assert read_as(ExerciseResult, as_value(result)).diagnosis == result.diagnosis


@pytest.mark.parametrize("source", RIGHT.values(), ids=RIGHT)
def test_a_right_function_in_another_style_has_no_slip(grade_cells, source):
    """It has all points, and nothing is said."""
    result = grade_cells(source)["double"]
    assert (result.score, result.diagnosis, result.notes) == (10, None, ())


@pytest.mark.parametrize("source", RIGHT_CLASSES.values(), ids=RIGHT_CLASSES)
def test_a_right_class_in_another_style_has_no_slip(grade_files, source):
    """It has all points, and nothing is said."""
    result = grade_files(Counter=source)["Counter"]
    assert (result.score, result.diagnosis, result.notes) == (6, None, ())


HOSTILE = """\
import os

class Meta(type):
    __module__ = property(lambda cls: os._exit(0))

class doubel(metaclass=Meta):
    pass
"""


def test_a_definition_that_ends_the_process_costs_nobody_else(grade_cells):
    """Looking at one is no more than calling it: another exercise has all its points."""
    results = grade_cells(HOSTILE, RIGHT_CLASSES["inherited"])
    assert (results["double"].status, results["double"].diagnosis) == ("missing", None)
    assert results["Counter"].score == 6
