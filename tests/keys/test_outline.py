"""The outline of an assignment, and what is not one."""

from __future__ import annotations

import json

import pytest

from autograder.build.generated import generated_files
from autograder.course import load_course
from autograder.errors import CourseError
from autograder.keys.outline import OUTLINE, dump_outline, key_files, read_outline
from tests.toy_settings import TOY


@pytest.fixture
def folder(tmp_path):
    """The folder of public checks of the toy's assignment."""
    for path, text in generated_files(load_course(TOY)):
        if path.parts[0] == "exercises" and path.parts[-2] == "public":
            (tmp_path / path.name).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_outline_is_read_as_it_was_written(folder):
    """With the points of all checks, and the stub of each exercise."""
    outline = read_outline(folder)
    assert dump_outline(outline) == (folder / OUTLINE).read_text(encoding="utf-8")
    assert outline.languages == ["en", "ko"]
    assert [(each.name, each.public, each.points) for each in outline.exercises] == [
        ("double", 4, 10),
        ("Counter", 1, 6),
    ]
    assert all("import numpy as np\n" in each.stub for each in outline.exercises)


def test_an_outline_is_not_taken_for_public_checks(folder):
    """It lies beside them."""
    assert list(key_files(folder)) == ["Counter", "double"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "this is not an outline: expected an object, got a list"),
        ("\xff", "this is not an outline: it is not UTF-8 text"),
        ('{"format": 9}', "this outline is of format 9, and this version reads format 1"),
        ("change", "in `exercises[0].points`, expected a whole number >= 0"),
    ],
)
def test_what_is_no_outline_is_said_in_one_sentence(folder, text, said):
    """With its file."""
    path = folder / OUTLINE
    if text == "change":
        document = json.loads(path.read_text(encoding="utf-8"))
        document["exercises"][0]["points"] = -1
        text = json.dumps(document)
    path.write_text(text, encoding="latin-1")
    with pytest.raises(CourseError) as error:
        read_outline(folder)
    assert said in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
