"""Extra credit reaches nbgrader's gradebook as such, beside the score of its cell."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from nbformat import from_dict
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.preprocessors import saveautogrades

from autograder.nbgrader.cell_outputs import score_output
from autograder.nbgrader.save_scores import EXTRA_CREDIT, SaveScores


class Opened:
    """A gradebook with the grades of one notebook, as nbgrader opens it."""

    def __init__(self):
        by_hand = SimpleNamespace(extra_credit=1.5, auto_score=None, manual_score=None)
        double = SimpleNamespace(extra_credit=None, auto_score=None, manual_score=None)
        self.grades = {"double": double, "by_hand": by_hand}
        self.db = SimpleNamespace(commit=lambda: None)

    def __call__(self, _url):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def find_grade(self, cell, notebook, assignment, student):
        assert (notebook, assignment, student) == ("basics", "basics", "kim")
        return self.grades[cell]


@pytest.fixture
def gradebook(monkeypatch):
    """A gradebook in which somebody has two graded cells, one with extra credit given by hand."""
    opened = Opened()
    monkeypatch.setattr(saveautogrades, "Gradebook", opened)
    return opened


def saved(gradebook, scores, extra):
    """What the gradebook says of the cells: the points, and those beyond all others."""
    cells = []
    for name, score in scores.items():
        cell = new_code_cell(outputs=[from_dict(score_output(score))])
        about = {"grade_id": name, "grade": True, "points": 10, "solution": False}
        cell.metadata = {"nbgrader": about, "autograder": {"checks": [{"extra": True}]}}
        cells.append(cell)
    about = {"notebook": "basics", "assignment": "basics", "student": "kim", "db_url": ""}
    SaveScores().preprocess(new_notebook(cells=cells), {"nbgrader": about, **extra})
    return {name: (it.auto_score, it.extra_credit) for name, it in gradebook.grades.items()}


def test_extra_credit_is_saved_beside_the_score(gradebook):
    """Graded again it is another; what somebody gave by hand elsewhere stays."""
    scores = {"double": 10.0, "by_hand": 4.0}
    found = saved(gradebook, scores, {EXTRA_CREDIT: {"double": 2.0}})
    assert found == {"double": (10.0, 2.0), "by_hand": (4.0, 1.5)}
    found = saved(gradebook, scores | {"double": 7.0}, {EXTRA_CREDIT: {"double": 0.0}})
    assert found["double"] == (7.0, 0.0)


def test_what_a_notebook_says_itself_is_no_extra_credit(gradebook):
    """It may be a student's."""
    found = saved(gradebook, {"double": 3.0, "by_hand": 4.0}, {})
    assert found == {"double": (3.0, None), "by_hand": (4.0, 1.5)}
