"""What nbgrader makes of the notebooks, with our plug-in."""

from __future__ import annotations

import json

import pytest
from traitlets.config import Config

from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.plugin import configure
from tests.classroom import COUNTER, DOUBLE, POINTS, Classroom, cell, code_cell, grade_cell
from tests.hand_ins.idioms import NOTEBOOKS, SAVED

pytestmark = pytest.mark.nbgrader


@pytest.fixture
def scores(built_course):
    """The scores of a notebook's bytes, by exercise."""

    def of(data: bytes) -> dict[str, float]:
        config = Config()
        configure(config, root=built_course)
        about = {"assignment": "basics", "notebook": "basics"}
        grade = GradeInSandbox(config=config)
        graded, _ = grade(clean_notebook(data), {"nbgrader": about})
        return {name: _score(grade_cell(graded, name)) for name in POINTS}

    return of


def _score(graded) -> float:
    (score,) = [each for each in graded["outputs"] if each["output_type"] == "execute_result"]
    return float(score["data"]["text/plain"])


@pytest.mark.parametrize("cells", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_full_marks(built_course, scores, cells):
    """It is right, and nothing around it changes that."""
    notebook = Classroom(built_course).answered(cells[-1], COUNTER)
    place = notebook["cells"].index(cell(notebook, "double-answer"))
    notebook["cells"][place:place] = [code_cell(source) for source in cells[:-1]]
    assert scores(json.dumps(notebook).encode()) == POINTS


@pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)
def test_however_it_was_saved(built_course, scores, save):
    """Its outputs and its format are no matter."""
    assert scores(save(Classroom(built_course).answered(DOUBLE, COUNTER))) == POINTS
