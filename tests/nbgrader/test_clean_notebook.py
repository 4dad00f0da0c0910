"""Whatever a notebook file holds: what comes of it is a valid notebook, with all of its code."""

from __future__ import annotations

import base64
import json

import nbformat
import pytest

from autograder.collecting.files import UnreadableError
from autograder.nbgrader.clean_notebook import clean_notebook
from tests.classroom import Classroom, cell, code_cell
from tests.nbgrader.alterations import ODD_NOTEBOOKS

PICTURE = base64.b64encode(b"a picture").decode()


@pytest.fixture
def answered(built_course):
    """The released notebook with right answers."""
    return Classroom(built_course).answered()


def clean(notebook):
    """What is read of a notebook."""
    return clean_notebook(json.dumps(notebook).encode())


def code_of(notebook):
    """The sources of the code cells."""
    return ["".join(each["source"]) for each in notebook["cells"] if each["cell_type"] == "code"]


@pytest.mark.parametrize("change", ODD_NOTEBOOKS.values(), ids=ODD_NOTEBOOKS)
def test_an_odd_notebook(answered, change):
    """It is read as a valid one, with the same code in the same order."""
    wanted, count = code_of(answered), len(answered["cells"])
    change(answered)
    read = clean(answered)
    nbformat.validate(read)
    assert code_of(read) == wanted
    assert len(read.cells) == count
    assert len({each.id for each in read.cells}) == count


def test_reading_twice_changes_nothing(answered):
    """What was read once is read the same again."""
    for change in ODD_NOTEBOOKS.values():
        change(answered)
    once = clean(answered)
    assert clean(once) == once


def test_a_byte_order_mark(answered):
    """With it, as some editors write it, a notebook is read the same."""
    marked = json.dumps(answered).encode("utf-8-sig")
    assert clean_notebook(marked) == clean(answered)


def test_only_what_is_needed_is_kept(answered):
    """Tags, results of other programs, widgets and titles are gone."""
    for each in answered["cells"]:
        each["metadata"] |= {"tags": ["x"], "autograder": {"score": 10}, "editable": True}
    answered["metadata"] |= {"widgets": {}, "title": "x"}
    read = clean(answered)
    assert set(read.metadata) == {"kernelspec", "language_info"}
    assert {key for each in read.cells for key in each.metadata} == {"nbgrader"}


def test_no_output_is_read(answered):
    """Nothing that stood there is shown, or has to be JSON that others know."""
    answered["cells"].append(code_cell("1") | {"outputs": [{"text": float("nan"), "x": "\ud800"}]})
    read = clean(answered)
    assert [each.outputs for each in read.cells if each.cell_type == "code"] == [
        [] for each in code_of(answered)
    ]
    assert read.cells[-1].source == "1"


def test_pictures_of_an_answer_are_kept(answered):
    """Those that a browser takes for nothing but pictures."""
    cell(answered, "lesson")["attachments"] = {
        "a.png": {"image/png": PICTURE},
        "b.svg": {"image/svg+xml": PICTURE},
        "c.png": {"image/png": "<script>"},
        "d": 5,
    }
    assert clean(answered).cells[0].attachments == {"a.png": {"image/png": PICTURE}}


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"cells": 3}', b"\xff"])
def test_no_notebook(data):
    """What the other ways of grading refuse is refused here."""
    with pytest.raises(UnreadableError):
        clean_notebook(data)
