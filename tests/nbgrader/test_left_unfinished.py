"""What nbgrader had not finished when it was killed is done again, and all else stays."""

from __future__ import annotations

import json
import logging
import re
from types import SimpleNamespace

import nbformat.v4
import pytest
from nbgrader.api import MissingEntry

from autograder.nbgrader import unfinished
from autograder.nbgrader.unfinished import (
    is_graded,
    is_whole_page,
    mark_graded,
    remove_unfinished,
)


class Known:
    """A gradebook that knows one assignment of one notebook."""

    def __init__(self, *_: object) -> None: ...

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None: ...

    def find_assignment(self, name):
        if name != "basics":
            raise MissingEntry(name)
        return SimpleNamespace(notebooks=[SimpleNamespace(name="basics")])


@pytest.fixture
def converter(tmp_path, monkeypatch):
    """A converter of nbgrader's with the class below; it has not begun."""
    monkeypatch.setattr(unfinished, "Gradebook", Known)
    places = [("basics", each) for each in ("graded", "killed", "half", "none", "new")]
    places.append(("unknown", "killed"))
    submitted, autograded = tmp_path / "submitted", tmp_path / "autograded"
    for assignment, student in places:
        (submitted / student / assignment).mkdir(parents=True)
        if student != "new":
            (autograded / student / assignment).mkdir(parents=True)

    def source(assignment, student, *, escape):
        assert escape
        return f"{re.escape(str(submitted))}/{student}/{assignment}"

    return SimpleNamespace(
        assignments={str(submitted / s / a): ["basics.ipynb", "notes.ipynb"] for a, s in places},
        coursedir=SimpleNamespace(notebook_id="*", db_url="", course_id=""),
        log=logging.getLogger("a converter's"),
        _format_source=source,
        _format_dest=lambda assignment_id, student_id: str(autograded / student_id / assignment_id),
    )


def put(root, student, text, assignment="basics"):
    """Put a student's graded notebook, as far as it was written."""
    path = root / "autograded" / student / assignment / "basics.ipynb"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def results(tmp_path, converter):
    """A notebook that was graded, one that was read only, half of one; one of no assignment."""
    notebook = nbformat.v4.new_notebook()
    read_only = json.dumps(notebook)
    mark_graded(notebook)
    graded = json.dumps(notebook)
    return {
        "graded": put(tmp_path, "graded", graded),
        "killed": put(tmp_path, "killed", read_only),
        "half": put(tmp_path, "half", graded[:-4]),
        "unknown": put(tmp_path, "killed", read_only, "unknown"),
    }


def test_only_what_was_not_graded_to_its_end_is_removed(tmp_path, converter, results, caplog):
    """So nbgrader grades it again; it says so. What it does not know is not touched."""
    remove_unfinished(converter, ".ipynb", is_graded)
    folders = sorted((tmp_path / "autograded").glob("*/basics"))
    assert [each.parent.name for each in folders] == ["graded"]
    assert results["graded"].is_file()
    assert results["unknown"].is_file()
    said = {record.getMessage() for record in caplog.records}
    assert said == {
        f"Removing what was left unfinished: {tmp_path / 'autograded' / each / 'basics'}"
        for each in ("killed", "half", "none")
    }


def test_of_one_notebook_that_is_graded_the_others_stay(converter, results):
    """`nbgrader autograde --notebook` concerns no other file of the folder."""
    converter.coursedir.notebook_id = "basics"
    beside = results["half"].with_name("others.ipynb")
    beside.touch()
    remove_unfinished(converter, ".ipynb", is_graded)
    assert not results["half"].exists()
    assert beside.is_file()
    assert results["graded"].is_file()


def test_a_folder_that_is_no_submission_is_left_alone(converter, results):
    """Its name says nothing of whose it is."""
    converter.assignments = {"/elsewhere/entirely": ["basics.ipynb"]}
    remove_unfinished(converter, ".ipynb", is_graded)
    assert results["killed"].is_file()


@pytest.mark.parametrize(
    ("text", "whole"),
    [("<html>a</html>\n", True), ("<html>a</ht", False), ("", False), (None, False)],
)
def test_a_page_is_whole_where_its_end_was_written(tmp_path, text, whole):
    """A page that is half there is made again."""
    path = tmp_path / "basics.html"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert is_whole_page(path) is whole


@pytest.mark.parametrize("metadata", [{"autograder": {"graded": False}}, {"autograder": {}}, {}])
def test_a_notebook_counts_as_graded_by_our_mark_alone(tmp_path, metadata):
    """A notebook that was only read has none."""
    path = tmp_path / "basics.ipynb"
    path.write_text(json.dumps({"metadata": metadata}), encoding="utf-8")
    assert not is_graded(path)
