"""An exercise is asked in its moment: what its student saw checked is what it earns."""

from __future__ import annotations

import functools
import json

import msgspec
import pytest

from autograder.collecting.notebook_file import read_notebook
from autograder.collecting.pieces import notebook_pieces
from autograder.collecting.submission import Submission
from autograder.grading.run import grade_submission
from autograder.report.messages import note_text
from tests.classroom import Classroom
from tests.moments import HAND_INS, HandIn
from tests.toy_settings import LIMITS

pytestmark = pytest.mark.sandbox


@pytest.fixture(scope="module")
def grade(sandbox, toy_keys, built_course):
    """Grade a hand-in as `autograder grade` does; results by exercise.

    There is less time for all cells than twenty slow ones take.
    """
    released = Classroom(built_course).released

    def grade(hand_in):
        data = json.dumps(hand_in.written(released)).encode()
        submission = Submission(
            "s", "basics", notebook_pieces(read_notebook(data)["cells"], list(toy_keys)), {}
        )
        result = grade_submission(sandbox, submission, list(toy_keys.values()))
        return {each.exercise: each for each in result.exercises}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "limits", msgspec.structs.replace(LIMITS, cells_seconds=6))
        yield grade


@pytest.fixture(scope="module")
def known(grade):
    """The results of a hand-in of the table, graded once."""
    return functools.cache(lambda name: grade(HAND_INS[name]))


@pytest.mark.parametrize("name", HAND_INS)
def test_each_gets_what_its_student_saw(known, name):
    """Whatever the other cells do to its names."""
    results = known(name)
    assert {each: result.score for each, result in results.items()} == HAND_INS[name].earns


def notes(results):
    """The kinds of notes and their names, by exercise."""
    return {
        name: [(note.kind, note.names) for note in result.notes]
        for name, result in results.items()
        if result.notes
    }


NOTES = {
    "a helper of one name in two answers": {"double": [("changed_later", ("helper",))]},
    "a constant used again": {"double": [("changed_later", ("FACTOR",))]},
    "a decorator used again": {"double": [("changed_later", ("twice",))]},
    "the name bound to its own result": {"double": [("changed_later", ("double",))]},
    "an import below the check": {"double": [("end_counts", ())]},
    "a helper below the check": {"double": [("end_counts", ())]},
    "a helper that is never there": {},
    "the answer moved below": {},
    "twenty slow experiments": {},
}


@pytest.mark.parametrize("name", NOTES)
def test_what_a_student_is_told(known, name):
    """Which names later cells change, and where the end of the notebook counts."""
    assert notes(known(name)) == NOTES[name]


def test_at_most_three_names_are_told(grade):
    """However many a later cell changes."""
    source = "a = b = c = d = e = 0\ndef double(x):\n    return x + x + a + b + c + d + e"
    results = grade(HandIn(source, after=("a = b = c = d = e = 1",)))
    assert notes(results) == {"double": [("changed_later", ("a", "b", "c"))]}


def test_the_same_value_again_is_no_change(grade):
    """A cell that is there twice changes nothing."""
    source = "FACTOR = 2.0\ndef helper(x):\n    return FACTOR * x\n"
    results = grade(HandIn(source + "def double(x):\n    return helper(x)", after=(source,)))
    assert notes(results) == {}


def test_a_function_inside_another_uses_names_too(grade):
    """Also where a name of the outer one is bound to nothing any more."""
    source = (
        "FACTOR = 2\ndef made():\n    def inner(x):\n        return FACTOR * x\n    gone = 1\n"
        "    def double(x):\n        return inner(x) if True else gone\n    del gone\n"
        "    return double\ndouble = made()"
    )
    results = grade(HandIn(source, after=("FACTOR = 7",)))
    assert notes(results) == {"double": [("changed_later", ("FACTOR",))]}
    assert results["double"].score == 10


def test_names_of_a_library_are_not_the_notebooks(grade):
    """What a library's function looks up is in the library, whatever the notebook calls so."""
    source = (
        "from statistics import mean\nT = 1\ndef double(x):\n    mean([1, 2])\n    return x + x"
    )
    assert notes(grade(HandIn(source, after=("T = 'T'\n_sum = count = 3",)))) == {}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_sentence_names_what_was_changed(known, language):
    """In each language."""
    (note,) = known("a constant used again")["double"].notes
    assert "FACTOR" in note_text(note, language)


FORGES = """
import sys
for name, module in list(sys.modules.items()):
    if name.endswith("guest.moments"):
        module.Moments.changed = lambda self: {names!r}
"""


@pytest.mark.parametrize(
    "names",
    [
        {"double": ["<script>", "a b", "\u202e", "x" * 41, ""]},
        {"nobody": ["a"]},
        {"double": ["a"] * 21},
        {"double": "a"},
        {"double": [7]},
        {"double": ["a"], "x" * 100: []},
        [],
        None,
    ],
)
def test_forged_names_are_not_told(grade, names):
    """What the sandbox says is a name must be one, and few."""
    assert notes(grade(HandIn(after=(FORGES.format(names=names),)))) == {}
