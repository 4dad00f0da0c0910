"""A class of twenty, ten of whom handed in in an odd way: what a grader reads at the end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.classroom import COUNTER, DOUBLE, SQUARE
from tests.cli.running import run
from tests.toy_settings import TOY

pytestmark = pytest.mark.sandbox


def _notebook(double: str = DOUBLE, counter: str = COUNTER, **names: str) -> str:
    names = names or {"double": "double-answer", "Counter": "Counter-answer"}
    cells = [
        {"cell_type": "code", "source": source, "metadata": {"nbgrader": {"grade_id": name}}}
        for name, source in zip(names.values(), (double, counter), strict=True)
    ]
    return json.dumps({"cells": cells, "nbformat": 4})


FOREIGN = _notebook("x = 1", "y = 2", a="sort-answer", b="search-answer")

ODD = {
    "11": {"basics/basics (1).ipynb": _notebook()},
    "12": {"basics/basics/basics.ipynb": _notebook()},
    "13": {"basisc/basics.ipynb": _notebook()},
    "14": {"double.py": DOUBLE, "counter (2).py": COUNTER},
    "15": {"basics/basics-1.ipynb": _notebook(), "basics/basics-2.ipynb": _notebook(SQUARE)},
    "16": {"basics.zip": "PK"},
    "17": {"basics/basics.ipynb": FOREIGN},
    "18": {"basics/basics.ipynb": _notebook(), "basics/report.docx": "PK", ".DS_Store": ""},
    "19": {"basics/1/basics.ipynb": _notebook(SQUARE), "basics/2/basics.ipynb": _notebook()},
    "2\u3164": {"basics/basics.ipynb": _notebook()},
}

TABLE = {
    "11": (16, "Graded: basics/basics (1).ipynb. There is no basics/basics.ipynb."),
    "12": (16, "Graded: basics/basics/basics.ipynb. There is no basics/basics.ipynb."),
    "13": (16, "Graded: basisc/basics.ipynb. There is no basics/basics.ipynb."),
    "14": (16, "Graded: double.py, counter (2).py. There is no basics/<exercise>.py."),
    "15": (0, "double: error (It is not clear which is meant: basics-1.ipynb, basics-2.ipynb."),
    "16": (0, "double: error (An archive is not opened; hand in what is packed into it.)"),
    "17": (0, "double: error (It is the notebook of another course.)"),
    "18": (16, "All of it is right."),
    "19": (16, "Graded: basics/2/basics.ipynb, the latest of several attempts."),
    "2\\u3164": (0, "double: error (The student's folder has a name that cannot be shown"),
}

END = """\
could not be placed:
  readme.txt: lies in no student's folder; put it into <student>/<assignment>/.
  16/basics.zip: is an archive, which is not opened; unpack it into <student>/<assignment>/.
  18/basics/report.docx: says nothing of what it answers; if it is an answer, make it a notebook \
or a .py file, else remove it.
passed over: 2 made by an operating system
basics: 1 handed in nothing: 20
not on the roster: 1: 2\\u3164
"""


@pytest.fixture
def submitted(tmp_path) -> Path:
    """Ten as expected, and ten who are not."""
    root = tmp_path / "submitted"
    usual = {f"{number:02}": {"basics/basics.ipynb": _notebook()} for number in range(1, 11)}
    for student, files in (usual | ODD).items():
        for name, text in files.items():
            (root / student / name).parent.mkdir(parents=True, exist_ok=True)
            (root / student / name).write_text(text, encoding="utf-8")
    (root / "readme.txt").write_text("from the LMS")
    (root / "__MACOSX").mkdir()
    return root


@pytest.fixture
def course(tmp_path) -> Path:
    """The toy course, with a roster."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    students = "".join(f"{number:02},\n" for number in range(1, 21))
    (root / "students.csv").write_text(f"id,exempt\n{students}21,yes\n", encoding="utf-8")
    return root


def test_what_a_class_prints_at_its_end(submitted, course, tmp_path):
    """Everybody has a row; what could not be placed, was passed over, and is absent comes last."""
    results = tmp_path / "results.jsonl"
    options = ("--sandbox", "none", "--jobs", 2, "--lang", "en", "--course", course)
    ran = run("grade", submitted, "--results", results, *options)
    assert ran.code == 1
    assert ran.out.endswith(END)
    rows = ran.out.removesuffix(END).splitlines()
    for student, (score, said) in TABLE.items():
        (row,) = (each for each in rows if each.startswith(student))
        assert f" {score}/16  {said}" in row
    for number in range(1, 11):
        assert any(each.startswith(f"{number:02}  ") and "16/16" in each for each in rows)
    records = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    assert len(records) == 20
    taken = {each["student"]: (each["source"], each["note"]) for each in records}
    assert taken["01"] == ("basics.ipynb", "")
    assert taken["11"] == ("basics (1).ipynb", TABLE["11"][1])
    assert taken["15"] == ("", "")


def test_a_machine_reads_results_alone(submitted, course):
    """The lines are on standard error then, and the exit code is the same."""
    shutil.rmtree(submitted / "15")
    ran = run("grade", submitted, "--sandbox", "none", "--json", "--lang", "en", "--course", course)
    assert ran.code == 1
    assert len([json.loads(line) for line in ran.out.splitlines()]) == 19
    assert "could not be placed:\n" in ran.err


def test_something_that_could_not_be_placed_is_exit_code_1(submitted, course):
    """Also where everybody has full marks."""
    for student in ("15", "16", "17", "18", "2\u3164"):
        shutil.rmtree(submitted / student)
    options = ("--sandbox", "none", "--lang", "en", "--course", course)
    assert run("grade", submitted, *options).code == 1
    (submitted / "readme.txt").unlink()
    ran = run("grade", submitted, *options)
    assert ran.code == 0
    assert "could not be placed" not in ran.out
    assert "basics: 5 handed in nothing: 15, 16, 17, 18, 20\n" in ran.out


def test_mistakes_lists_what_could_not_be_placed_too(submitted, course):
    """With the same exit code."""
    for number in range(1, 10):
        shutil.rmtree(submitted / f"0{number}")
    ran = run("mistakes", submitted, "--sandbox", "none", "--course", course)
    assert ran.code == 1
    assert "could not be placed:\n" in ran.out
    assert "every wrong answer is explained\n" in ran.out


def test_another_roster_can_be_given(submitted, course, tmp_path):
    """And has to be one, before anything is graded."""
    people = tmp_path / "people.csv"
    people.write_text("id,grade\n")
    options = ("--sandbox", "none", "--lang", "en", "--course", course, "--roster", people)
    ran = run("grade", submitted, *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"autograder: {people}:1: 'grade' is no column; ")
