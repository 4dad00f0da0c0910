"""nbgrader's metadata of cells are checked as nbgrader checks them."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.nbgraderformat import MetadataValidator, ValidationError, common

from autograder.nbgrader import schema_once
from autograder.nbgrader.schema_once import checked_once

GOOD = {"schema_version": 3, "grade": True, "solution": False, "locked": True, "task": False,
        "grade_id": "double", "points": 3}  # fmt: skip


def said_of(metadata) -> str:
    """What is said of a cell's metadata; nothing if they are good."""
    notebook = new_notebook(cells=[new_code_cell("x", metadata={"nbgrader": metadata})])
    try:
        MetadataValidator().validate_nb(notebook)
    except ValidationError as error:
        return error.message
    return ""


@pytest.mark.parametrize(
    "change", [{}, {"points": "many"}, {"grade_id": "a b"}, {"locked": None}, {"points": -1}]
)
def test_what_is_said_of_a_cell_is_the_same(change):
    """Good or bad; afterwards nbgrader is as it was."""
    alone = said_of(GOOD | change)
    with checked_once():
        assert said_of(GOOD | change) == alone
    assert said_of(GOOD | change) == alone
    assert bool(alone) == bool(change)


def test_each_schema_is_read_once(monkeypatch):
    """For each notebook nbgrader would read three files twice."""
    read = []
    loads = common.json.loads
    monkeypatch.setattr(common.json, "loads", lambda text: read.append(text) or loads(text))
    with checked_once():
        for _ in range(3):
            assert not said_of(GOOD)
    assert len(read) == 3


def test_each_schema_is_written_down_once(monkeypatch):
    """However many cells there are, known and new ones."""
    written = []
    dumps = schema_once.json.dumps

    def noted(thing):
        written.append(thing)
        return dumps(thing)

    monkeypatch.setattr(schema_once.json, "dumps", noted)
    with checked_once():
        for points in (1, 2, 2):
            assert not said_of(GOOD | {"points": points})
    assert len([each for each in written if "properties" in each]) == 1
