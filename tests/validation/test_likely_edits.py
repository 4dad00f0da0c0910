"""What likely edits of a reference earn: which no check catches, and which keep most points."""

from __future__ import annotations

import pytest

from autograder.course import load_course
from autograder.keys.making import make_key
from autograder.validation.likely_edits import LikelyEdit, LikelyEdits, edit_lines, grade_edits
from tests.languages import write_course
from tests.toy_settings import SEED

TRIPLE = "solutions/basics/triple"


@pytest.fixture
def root(tmp_path):
    """A course of one exercise whose reference has a call that changes nothing."""
    root = write_course(tmp_path / "course", "en")
    path = root / TRIPLE / "reference.py"
    path.write_text(path.read_text().replace("return 3 * x", "return abs(3) * x"))
    return root


def graded(root):
    """The likely edits of the exercise."""
    (solution,) = load_course(root).solutions()
    return grade_edits(solution, make_key(solution, SEED))


def test_an_edit_that_no_check_catches_is_named(root):
    """With its line, what it is about, and what it becomes; all others lose points."""
    found = graded(root)
    assert "drop_call" in {each.operator for each in found.uncaught}
    caught = [each for each in found.edits if each.score == 0]
    assert len(caught) > len(found.uncaught) > 0
    lines = list(edit_lines(found))
    number = len(found.edits)
    lost = number - len(found.uncaught)
    assert lines[0] == f"{lost} of {number} likely edits of the reference lose points"
    told = "no check catches: 6 of 6, line 4, drop_call of abs: return abs(3) * x → return 3 * x"
    assert told in lines


def test_an_edit_that_is_listed_as_equivalent_is_left_out(root):
    """The author has said why it is right."""
    (root / TRIPLE / "equivalents.toml").write_text(
        '[[equivalent]]\nline = "return abs(3) * x"\nbecomes = ["return 3 * x"]\nreason = "It is."\n'
    )
    assert "drop_call" not in {each.operator for each in graded(root).uncaught}


def test_those_that_keep_most_points_follow_and_the_rest_is_counted():
    """The most points first; more than a dozen are a number."""
    scores = [10, 8, 9, 7, 0, *[10] * 14]
    edits = tuple(LikelyEdit("drop_call", None, 3, "a", "b", each) for each in scores)
    found = LikelyEdits(10, edits)
    assert [each.score for each in found.generous] == [9, 8]
    lines = list(edit_lines(found))
    assert lines[0] == "4 of 19 likely edits of the reference lose points"
    assert lines[13] == "no check catches: 3 more"
    assert lines[14] == "keeps most of its points: 9 of 10, line 3, drop_call: a → b"
    assert len(lines) == 16
