"""A class of which nothing has changed is not graded again, and anything that changes is seen."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from autograder.workers.unchanged_runs import Said, UnchangedRun
from tests.cli.running import run
from tests.toy_settings import SEED, TOY

SAID = "autograder: nothing has changed since this was graded\n"
RIGHT = "def double(x):\n    return x + x\n"


@pytest.fixture
def course(tmp_path) -> Path:
    """The toy course, in which two students have handed in."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / ".autograder").mkdir()
    (root / ".autograder" / "seed").write_text(SEED.hex(), encoding="ascii")
    for student, text in (("kim", RIGHT), ("lee", "def double(x):\n    return x\n")):
        path = root / "submitted" / student / "basics" / "double.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.sandbox
def test_what_was_said_is_said_again(course):
    """With its exit code; only while nothing has changed, and not with `--again`."""
    words = ("grade", "submitted", "--results", "r.jsonl", "--sandbox", "inner", "--jobs", "1")
    first = run(*words, cwd=course)
    results = (course / "r.jsonl").read_bytes()
    second = run(*words, cwd=course)
    assert (second.code, second.out) == (first.code, first.out) == (1, first.out)
    assert second.err.startswith(SAID)
    assert (course / "r.jsonl").read_bytes() == results
    assert SAID not in run(*words, "--again", cwd=course).err
    answer = course / "submitted" / "lee" / "basics" / "double.py"
    answer.write_text(RIGHT, encoding="utf-8")
    os.utime(answer, (0, 0))  # whatever a clock says
    third = run(*words, cwd=course)
    assert SAID not in third.err
    points = [json.loads(line) for line in (course / "r.jsonl").read_text("utf-8").splitlines()]
    assert {each["student"]: each["score"] for each in points} == {"kim": 10, "lee": 10}


@pytest.mark.sandbox
@pytest.mark.proof
def test_what_was_stopped_is_run_again(course):
    """A limit may have been the machine's fault."""
    settings = course / "course.toml"
    text = settings.read_text(encoding="utf-8").partition("[limits]")[0]
    limits = "[limits]\ncheck_seconds = 0.3\nchecks_seconds = 0.5\n"
    settings.write_text(f"{text}{limits}", encoding="utf-8")
    answer = course / "submitted" / "lee" / "basics" / "double.py"
    answer.write_text("def double(x):\n    while True:\n        pass\n", encoding="utf-8")
    words = ("grade", "submitted", "--results", "r.jsonl", "--sandbox", "inner", "--jobs", "1")
    run(*words, cwd=course)
    assert SAID not in run(*words, cwd=course).err


def _change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


CHANGES = {
    "an answer": lambda root: _change(root / "submitted" / "kim" / "basics" / "double.py"),
    "another student": lambda root: (root / "submitted" / "park").mkdir(),
    "a student less": lambda root: shutil.rmtree(root / "submitted" / "lee"),
    "a link in the place of a file": lambda root: (
        (root / "submitted" / "kim" / "basics" / "double.py").unlink(),
        (root / "submitted" / "kim" / "basics" / "double.py").symlink_to("elsewhere"),
    ),
    "an exercise": lambda root: _change(root / "solutions/basics/double/reference.py"),
    "settings": lambda root: _change(root / "course.toml"),
    "the hidden seed": lambda root: _change(root / ".autograder" / "seed"),
    "a new roster": lambda root: (root / "students.csv").write_text("id\nkim\n"),
    "a file of the course's own": lambda root: _change(root / "data" / "table.csv"),
    "the results": lambda root: _change(root / "results.jsonl"),
    "no results": lambda root: (root / "results.jsonl").unlink(),
    "the gradebook": lambda root: _change(root / "gradebook.db"),
    "a graded notebook": lambda root: shutil.rmtree(root / "autograded" / "kim"),
}


@pytest.mark.parametrize("what", ["nothing", *CHANGES])
def test_every_change_is_seen(course, what):
    """In what is read and in what was written."""
    for name in ("results.jsonl", "gradebook.db", "autograded/kim/basics.ipynb", "data/table.csv"):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text("1\n", encoding="utf-8")
    outputs = [course / name for name in ("results.jsonl", "gradebook.db", "autograded")]
    ran = UnchangedRun(course, ["grade", "submitted"])
    ran.begin([course / "submitted"])
    ran.keep(outputs, Said("a table\n", "a warning\n", 1))
    CHANGES.get(what, lambda _: None)(course)
    found = UnchangedRun(course, ["grade", "submitted"]).find()
    assert found == (Said("a table\n", "a warning\n", 1) if what == "nothing" else None)
    assert UnchangedRun(course, ["grade", "submitted", "--lang", "ko"]).find() is None


def test_what_changes_while_it_is_graded_is_not_taken_for_graded(course):
    """What is kept is only what was there from the beginning to the end."""
    ran = UnchangedRun(course, ["grade"])
    ran.begin([course / "submitted"])
    _change(course / "submitted" / "kim" / "basics" / "double.py")
    ran.keep([], Said("", "", 0))
    assert UnchangedRun(course, ["grade"]).find() is None


def test_half_a_file_is_none(course):
    """Where the disk was full, or somebody wrote into it."""
    ran = UnchangedRun(course, ["grade"])
    ran.begin([course / "submitted"])
    ran.keep([], Said("", "", 0))
    (kept,) = (course / ".autograder" / "kept" / "runs").iterdir()
    data = kept.read_bytes()
    for length in (0, 1, len(data) // 2, len(data) - 1):
        kept.write_bytes(data[:length])
        assert UnchangedRun(course, ["grade"]).find() is None
