"""What an instructor sees who types `autograder collect`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import run, stopped
from tests.platforms.packed import ANSWER, FOREIGN, LAYOUTS, PLACED, ROSTER, packed, tree
from tests.toy_settings import TOY
from tests.warm_nbgrader import run_command


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the toy course with a roster."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / "students.csv").write_text(ROSTER, encoding="utf-8")
    return root


def test_it_says_who_handed_in_what_and_who_is_absent(course):
    """In this order: what was read, what was placed, what was not."""
    packed({**LAYOUTS["canvas"], "x_9_9_basics.ipynb": ANSWER}, course / "hw.zip")
    ran = run("collect", "hw.zip", cwd=course)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "hw.zip: Canvas, 4 files\n"
        "basics: 2 students, 1 late\n"
        "  kim: basics.ipynb\n"
        "  lee: my work.ipynb; late\n"
        "could not be placed:\n"
        "  hw.zip/x_9_9_basics.ipynb (x): nobody on the roster is called so\n"
        "passed over, since no student made them: 1\n"
        "basics: 1 handed in nothing: park\n"
        "wrote 2 to submitted; 0 lay there already\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.zip"], "there is no file or folder missing.zip"),
        (["course.toml"], "course.toml is damaged, or is no zip or tar archive"),
        (["hw.zip", "--assignment", "basis"], "did you mean"),
        (["hw.zip", "--time-zone", "Seoul"], "'Seoul' is no time zone"),
        (["hw.zip", "--roster", "course.toml"], "course.toml:1: there is no column 'id'"),
        (["hw.zip", "--roster", "twice.csv"], "twice.csv:3: 'kim' stands there twice"),
        (["foreign.zip"], "nothing in foreign.zip is an answer to an assignment of this course"),
    ],
)
def test_what_cannot_be_collected_is_one_sentence_and_writes_nothing(course, arguments, said):
    """On standard error."""
    packed(LAYOUTS["canvas"], course / "hw.zip")
    packed({"kim_101_9001_basics.ipynb": FOREIGN}, course / "foreign.zip")
    (course / "twice.csv").write_text("id\nkim\nkim\n", encoding="utf-8")
    assert said in stopped(run("collect", *arguments, cwd=course))
    assert not (course / "submitted").exists()


@pytest.mark.sandbox
def test_an_archive_is_graded_in_one_step(course):
    """What is told of collecting is on standard error."""
    packed(LAYOUTS["folders"], course / "hw.zip")
    ran = run("grade", "hw.zip", "--sandbox", "inner", cwd=course)
    assert "kim      16/16" in ran.out
    assert "hw.zip: a folder for each student" in ran.err
    assert tree(course / "submitted") == PLACED["folders"]


@pytest.mark.nbgrader
def test_zip_collect_of_nbgrader_takes_the_latest_attempts(course):
    """By configuration alone."""
    (course / "nbgrader_config.py").write_text(
        "from autograder.nbgrader.plugin import configure\nconfigure(get_config())\n"
    )
    archive = course / "downloaded" / "basics" / "archive"
    archive.mkdir(parents=True)
    layout = {name.replace("j+lee", "lee"): text for name, text in LAYOUTS["nbgrader"].items()}
    packed(layout, archive / "hw.zip")
    status, printed = run_command(course, "zip_collect", "basics")
    assert status == 0, printed
    assert tree(course / "submitted") == [
        "kim/basics/basics.ipynb",
        "kim/basics/timestamp.txt",
        "lee/basics/basics.ipynb",
        "lee/basics/timestamp.txt",
    ]
    assert (course / "submitted/kim/basics/basics.ipynb").read_text() == ANSWER
    assert (
        (course / "submitted/kim/basics/timestamp.txt")
        .read_text()
        .startswith("2026-11-30 08:30:05")
    )
