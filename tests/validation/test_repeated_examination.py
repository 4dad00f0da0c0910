"""What an author is told on every save, and what is not run again."""

from __future__ import annotations

import re
import time

import pytest

from autograder.cli.build import _watch_line
from autograder.validation.repeated_examination import RepeatedExamination
from tests.cli.running import run, stopped
from tests.languages import write_course

TRIPLE = "solutions/basics/triple"


@pytest.fixture
def written(tmp_path):
    """A course of one exercise in English, and its examination."""
    root = write_course(tmp_path / "course", "en")
    return root, RepeatedExamination(root)


def change(root, file, old, new):
    """Save a file with something else in it."""
    path = root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_only_what_was_saved_is_examined(written):
    """All faults are listed each time, those of what was not run again too."""
    root, examination = written
    assert examination.is_due()
    assert (examination.faults(), examination.examined) == ([], ["triple"])
    assert not examination.is_due()
    change(root, f"{TRIPLE}/reference.py", "3 * x", "4 * x + 0")
    assert examination.is_due()
    faults = examination.faults()
    assert examination.examined == ["triple"]
    assert any("alternative 'adds' fails" in each for each in faults)
    change(root, "solutions/basics/intro.en.md", "intro", "another intro")
    assert (examination.faults(), examination.examined) == (faults, [])
    change(root, f"{TRIPLE}/reference.py", "4 * x + 0", "3 * x")
    assert (examination.faults(), examination.examined) == ([], ["triple"])


def test_a_broken_file_ends_nothing(written):
    """A half-written exercise and a half-written course.toml are faults; mended, they are gone."""
    root, examination = written
    change(root, f"{TRIPLE}/grading.py", "exercise = ", "exercise = (")
    (fault,) = examination.faults()
    assert "grading.py:3: not Python" in fault
    change(root, f"{TRIPLE}/grading.py", "exercise = (", "exercise = ")
    change(root, "course.toml", "title", "titel =")
    assert "course.toml" in examination.faults()[0]
    assert examination.examined == ["triple"]
    change(root, "course.toml", "titel =", "title")
    assert examination.faults() == []
    (root / TRIPLE / "mistakes.py").unlink()
    assert examination.is_due()
    assert examination.examined == ["triple"]


def test_a_line_sums_a_save_up():
    """With the names of few exercises, and the number of many."""
    end = "save a file, or end with Ctrl-C"
    assert _watch_line("12:00:00", [], ["a"]) == f"12:00:00 no fault; examined a; {end}"
    assert _watch_line("12:00:00", ["x"], []) == f"12:00:00 1 fault; examined nothing; {end}"
    several = _watch_line("12:00:00", ["x", "y"], ["a", "b", "c", "d"])
    assert several == f"12:00:00 2 faults; examined 4 exercises; {end}"


def test_a_save_is_told_while_it_is_watched(written, monkeypatch):
    """One line for each save, the faults before it; nothing where nothing was saved."""
    root, _ = written
    saves = iter(
        [
            lambda: None,
            lambda: change(root, f"{TRIPLE}/reference.py", "3 * x", "4 * x + 0"),
            lambda: None,
            lambda: change(root, f"{TRIPLE}/reference.py", "4 * x + 0", "3 * x"),
        ]
    )

    def sleep(seconds):
        save = next(saves, None)
        if save is None:
            raise KeyboardInterrupt
        save()

    monkeypatch.setattr(time, "sleep", sleep)
    ran = run("build", "--watch", cwd=root)
    assert ran.code == 0
    told = re.findall(r"^\d\d:\d\d:\d\d (\w+) faults?; examined triple;", ran.out, re.MULTILINE)
    assert [each == "no" for each in told] == [True, False, True]
    faults = ran.out.partition("alternative 'adds' fails")[0]
    assert faults.count("no fault;") == 1
    assert not (root / "exercises").exists()


@pytest.mark.parametrize("word", ["--check", "--force", "--points-changed", "--release"])
def test_watching_goes_with_nothing_else(written, word):
    """It is said, and nothing is watched."""
    said = stopped(run("build", "--watch", word, cwd=written[0]))
    assert said == "`--watch` writes nothing and checks nothing else; give it alone"
