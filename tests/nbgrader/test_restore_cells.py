"""Whatever was done to nbgrader's metadata: a notebook has the instructor's again."""

from __future__ import annotations

import copy
import json

import pytest

from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.nbgrader.restore_cells import RestoreCells
from tests.classroom import Classroom, cell, double_cell, grade_cell, remove
from tests.nbgrader.alterations import METADATA

NAMES = ("double-answer", "double", "Counter-answer", "Counter")


@pytest.fixture
def answered(built_course):
    """The released notebook with right answers."""
    return Classroom(built_course).answered()


@pytest.fixture
def restore(built_course):
    """Read a notebook and put it right, by the gradebook of the built course."""
    about = {
        "assignment": "basics",
        "notebook": "basics",
        "student": "kim",
        "db_url": f"sqlite:///{built_course / 'gradebook.db'}",
    }

    def restored(notebook):
        read = clean_notebook(json.dumps(notebook).encode())
        return RestoreCells().preprocess(read, {"nbgrader": about})[0]

    return restored


@pytest.fixture
def untouched(answered, restore):
    """The metadata that belong there."""
    restored = restore(answered)
    return {name: grade_cell(restored, name)["metadata"] for name in NAMES}


def test_what_belongs_there(untouched, answered):
    """All that the release says; the checksum is that of the source."""
    for name in NAMES:
        released = cell(answered, name)["metadata"]["nbgrader"]
        assert untouched[name]["nbgrader"] | {"checksum": released["checksum"]} == released


@pytest.mark.parametrize("change", [each for each, _ in METADATA.values()], ids=METADATA)
def test_altered_metadata(answered, restore, untouched, change):
    """Each cell is what the instructor released, whatever it said itself."""
    for name in ("double", "Counter"):
        change(answered, name)
    restored = restore(answered)
    assert {name: grade_cell(restored, name)["metadata"] for name in NAMES} == untouched


def test_a_cell_that_says_nothing_any_more_is_put_back(answered, restore, untouched):
    """At the end, with the source of the instructor; its remains are an ordinary cell."""
    cell(answered, "double")["metadata"].clear()
    restored = restore(answered)
    assert len(restored.cells) == len(answered["cells"]) + 1
    assert restored.cells[-1].source == 'check("double", language)'
    assert restored.cells[-1].metadata == untouched["double"]


def test_a_deleted_answer_is_not_put_back(answered, restore):
    """There is nothing of a student's to put back."""
    remove(answered, "double-answer")
    remove(answered, "double")
    assert [
        each.metadata.nbgrader.grade_id
        for each in restore(answered).cells
        if "nbgrader" in each.metadata
    ] == ["Counter-answer", "Counter", "double"]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_of_copies_the_last_counts(answered, restore, name, times):
    """As the last definition does; the others become ordinary cells."""
    double_cell(answered, name, times)
    restored = restore(answered)
    assert grade_cell(restored, name)["id"] == name
    assert len(restored.cells) == len(answered["cells"])


def test_restoring_is_the_same_each_time(answered, restore):
    """Also where cells had to be put back."""
    remove(answered, "double", "Counter")
    assert restore(copy.deepcopy(answered)) == restore(answered)
