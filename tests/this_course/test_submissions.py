"""Answers as students write them, graded and checked as students and teachers do it.

`tests/submissions/` holds a class of six; `expected.toml` beside them says what each answer earns.
"""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.sampling import chosen

pytestmark = pytest.mark.sandbox

ROOT = Path(__file__).resolve().parents[2]
CLASS = ROOT / "tests" / "submissions"
EXPECTED = tomllib.loads((CLASS / "expected.toml").read_text(encoding="utf-8"))
ANSWERS = [
    (student, assignment, exercise)
    for student, assignments in EXPECTED.items()
    for assignment, exercises in assignments.items()
    for exercise in exercises
]
ASSIGNMENTS = sorted({assignment for _, assignment, _ in ANSWERS})
FEW = chosen(ASSIGNMENTS, 1 / 3)
"""Those that are graded in every run: the keys of all exercises take long to make."""


@pytest.fixture(scope="module")
def graded(request, tmp_path_factory):
    """What the class earns, by student and assignment: with a seed that was just drawn."""
    root = tmp_path_factory.mktemp("course")
    tried = ASSIGNMENTS if request.config.getoption("proof") else FEW
    for student, assignment in dict.fromkeys(each[:2] for each in ANSWERS):
        if assignment in tried:
            shutil.copytree(CLASS / student / assignment, root / "class" / student / assignment)
    shutil.copytree(ROOT / "solutions", root / "solutions")
    toml = (ROOT / "course.toml").read_text(encoding="utf-8")
    # Some of them loop without end.
    for name, seconds in (("cell_seconds", 1.5), ("check_seconds", 1.0)):
        toml, found = re.subn(rf"^{name} = .*$", f"{name} = {seconds}", toml, flags=re.M)
        assert found == 1
    # What each of them earns does not depend on what explains it.
    toml += "\n[diagnosis]\nexplanations = 0\n"
    (root / "course.toml").write_text(toml, encoding="utf-8")
    results = root / "results.jsonl"
    ran = run("grade", root / "class", "--results", results, "--jobs", 2, "--lang", "en", cwd=root)
    assert ran.code == 1
    lines = results.read_text(encoding="utf-8").splitlines()
    return {(each["student"], each["assignment"]): each for each in map(json.loads, lines)}


def test_all_of_them_are_graded(graded):
    """One result for each student and assignment."""
    tried = {assignment for _, assignment in graded}
    handed_in = {(student, assignment) for student, assignment, _ in ANSWERS}
    assert graded.keys() == {each for each in handed_in if each[1] in tried}
    assert tried >= set(FEW)


@pytest.mark.parametrize(
    ("student", "assignment", "exercise"),
    [pytest.param(*each, marks=() if each[1] in FEW else pytest.mark.proof) for each in ANSWERS],
)
def test_what_an_answer_earns(graded, student, assignment, exercise):
    """Points, status, and the name of what is wrong with it."""
    results = {each["exercise"]: each for each in graded[student, assignment]["exercises"]}
    result = results[exercise]
    named = result["diagnosis"]["name"] if result["diagnosis"] else ""
    points, *rest = EXPECTED[student][assignment][exercise]
    assert rest == [result["status"], named]
    assert result["score"] == points


def test_what_nobody_answered_is_missing(graded):
    """And nothing else is."""
    answered = set(ANSWERS)
    for (student, assignment), document in graded.items():
        for each in document["exercises"]:
            if (student, assignment, each["exercise"]) not in answered:
                assert (each["score"], each["status"]) == (0, "missing")


@pytest.fixture(scope="module")
def exercises(tmp_path_factory) -> Path:
    """A copy of what students are given; elsewhere it is held to be what is built now."""
    target = tmp_path_factory.mktemp("handed_out") / "exercises"
    return Path(shutil.copytree(ROOT / "exercises", target))


CHECKED = [
    ("kim-jisu", "adaptive", "Adam", 0, "passed", None),
    ("박서연", "adaptive", "adam_step", 1, "failed", "no_bias_correction"),
    ("박서연", "losses", "sigmoid", 1, "partial", "infinity_over_infinity"),
    ("choi-yuna", "adaptive", "adam_step", 1, "error", "syntax_bracket"),
    ("choi-yuna", "momentum", "momentum_step", 1, "missing", None),
]


@pytest.mark.parametrize(("student", "assignment", "exercise", "code", "status", "name"), CHECKED)
def test_what_a_students_own_check_says(
    exercises, student, assignment, exercise, code, status, name
):
    """The public part of the same, in the folder that was handed out."""
    shutil.copy(CLASS / student / assignment / f"{exercise}.py", exercises / assignment)
    ran = run("check", exercise, "--json", cwd=exercises)
    (document,) = json.loads(ran.out)
    named = document["diagnosis"]["name"] if document["diagnosis"] else None
    assert (ran.code, document["status"], named) == (code, status, name)


def test_every_stub_can_be_checked(exercises):
    """None is written yet, and each says so."""
    stubs = {path.stem for path in exercises.glob("*/*.py")}
    untouched = sorted(stubs - {exercise for _, _, exercise in ANSWERS})
    ran = run("check", *untouched, "--json", cwd=exercises)
    documents = json.loads(ran.out)
    assert [each["exercise"] for each in documents] == untouched
    assert {(each["score"], each["status"]) for each in documents} == {(0, "missing")}
