"""What an instructor sees who asks why a student has these points."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import COUNTER, RIGHT, notebook
from tests.cli.running import run, stopped
from tests.toy_settings import TOY

HOSTILE = "print('\\x1b[2J')\ndef double(x):\n    raise ValueError('\\x1b]0;owned\\x07' + str(x))\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """A copy of the toy course with three hand-ins."""
    root = Path(shutil.copytree(TOY, tmp_path_factory.mktemp("course") / "toy"))
    for student, files in {
        "kim": {"double.py": "def double(x):\n    return abs(x) * 2\n"},
        "hostile": {"basics.ipynb": notebook(HOSTILE, COUNTER)},
        "empty": {"basics.ipynb": ""},
        "right": {"double.py": RIGHT},
    }.items():
        folder = root / "submitted" / student / "basics"
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    return root


def explained(course, student, exercise="double"):
    """The lines that are printed."""
    ran = run("explain", student, exercise, "--sandbox", "inner", "--lang", "en", cwd=course)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.sandbox
def test_each_case_is_shown_with_what_came_back_hidden_ones_too(course):
    """And what was expected, and why the points are what they are."""
    said = explained(course, "kim")
    assert said.startswith("kim, basics, double: 7 of 10 points (partial)\ngraded: double.py\n")
    assert "  file 0, 2 lines: def double(x):\n" in said
    assert "(hidden, " in said
    assert "WRONG: double(x=" in said
    assert "    expected " in said
    assert "why: a check earns all of its points or none: " in said
    assert "  autograder grade " in said
    assert said.endswith("it shows hidden cases: do not pass it on\n")


@pytest.mark.sandbox
def test_a_terminal_obeys_nothing_that_a_student_wrote(course):
    """Controls are escaped."""
    said = explained(course, "hostile")
    assert "\\x1b[2J" in said
    assert "owned" in said
    assert all(char.isprintable() or char == "\n" for char in said)


@pytest.mark.proof
@pytest.mark.sandbox
def test_what_cannot_be_read_is_said(course):
    """Nothing was run."""
    assert "nothing was run:\n  The file is empty" in explained(course, "empty")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nobody", "double"], "has nothing of 'nobody' for basics"),
        (["kim", "dubble"], "did you mean"),
        (["kim", "double", "--submitted", "nowhere"], "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_explained_is_one_sentence(course, arguments, said):
    """On standard error."""
    assert said in stopped(run("explain", *arguments, cwd=course))
