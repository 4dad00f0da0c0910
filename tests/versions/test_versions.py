"""The lowest and the newest versions of what is needed: a student's day, an instructor's grading.

`scripts/versions` makes the environments; `make proof` begins with it.
"""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from autograder.build.handed_out import write_handout
from autograder.course import load_course
from tests.classroom import COUNTER, COUNTS_BY_ONE, DOUBLE, POINTS, SQUARE

pytestmark = [pytest.mark.proof, pytest.mark.sandbox, pytest.mark.nbgrader]

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "versions"
CELLS = Path(__file__).with_name("a_students_cells.py")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BASE = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
NEWEST = ["newest", "newest-3.12", "newest-3.13", "newest-3.14"]
STUDENTS = ["lowest", "hosted", *NEWEST]
INSTRUCTORS = ["lowest-instructor", *NEWEST]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(request) -> Run:
    """Runs a program of an environment in a folder."""
    environment = FOLDER / request.param
    if not environment.is_dir():
        pytest.skip(f"there is no {environment}; scripts/versions makes it")

    def ran(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        variables = {"PATH": f"{environment / 'bin'}:/usr/bin:/bin", "HOME": str(folder)}
        return subprocess.run(
            [environment / "bin" / program, *arguments],
            cwd=folder,
            env={**variables, "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    return ran


def installed(run: Run, folder: Path) -> dict[str, Version]:
    """The versions that an environment has."""
    code = (
        "import importlib.metadata as m, json;"
        "print(json.dumps({d.metadata['Name']: d.version for d in m.distributions()}))"
    )
    found = json.loads(run(folder, "python", "-c", code).stdout)
    return {canonicalize_name(name): Version(version) for name, version in found.items()}


@pytest.fixture
def handout(built_course, tmp_path) -> Path:
    """What a student gets of the toy course."""
    write_handout(load_course(built_course), tmp_path / "handout")
    return tmp_path / "handout"


@pytest.mark.parametrize("run", STUDENTS, indirect=True)
def test_a_student_checks_files(run, handout):
    """By the commands, and by pytest: what is right passes, and what is wrong is named."""
    assert "·  Counter" in run(handout, "autograder").stdout
    file = handout / "exercises" / "basics" / "double.py"
    file.write_text(SQUARE, encoding="utf-8")
    checked = run(handout, "autograder", "check", "double")
    assert (checked.returncode, "Is it squared, or doubled?" in checked.stdout) == (1, True)
    file.write_text(DOUBLE, encoding="utf-8")
    checked = run(handout, "autograder", "check", "double")
    assert (checked.returncode, "✔ Double  (double)" in checked.stdout) == (0, True)
    assert run(handout, "autograder", "hint", "double").returncode == 0
    tested = run(handout, "python", "-m", "pytest", "exercises", "-q", "-p", "no:cacheprovider")
    assert "1 failed, 2 passed" in tested.stdout
    assert "Not written yet." in tested.stdout


@pytest.mark.parametrize("run", STUDENTS, indirect=True)
def test_a_student_checks_in_a_notebook(run, handout):
    """The cells of the release notebook, in an IPython of this version."""
    folder = handout / "notebooks" / "basics"
    answers = {"double-answer": DOUBLE, "Counter-answer": COUNTS_BY_ONE}
    done = run(folder, "python", str(CELLS), json.dumps(answers))
    ended = json.loads(done.stdout.splitlines()[-1])
    assert {name: error for name, error in ended.items() if error} == {"Counter": "CheckFailed"}
    answers["Counter-answer"] = "%load_ext autograder\n" + COUNTER
    done = run(folder, "python", str(CELLS), json.dumps(answers))
    assert not any(json.loads(done.stdout.splitlines()[-1]).values()), done.stderr


@pytest.mark.parametrize("run", INSTRUCTORS, indirect=True)
def test_an_instructor_grades_a_class(run, classroom):
    """`autograder grade` and `nbgrader autograde` give the same points."""
    classroom.hand_in("kim", classroom.answered())
    classroom.hand_in("lee", classroom.answered(double=SQUARE))
    classroom.hand_in("park", classroom.answered(counter=COUNTS_BY_ONE))
    graded = run(classroom.root, "autograder", "grade", "submitted")
    assert graded.returncode == 1, graded.stdout + graded.stderr
    lines = (classroom.root / "results.jsonl").read_text(encoding="utf-8").splitlines()
    earned = {}
    for record in map(json.loads, lines):
        scores = {each["exercise"]: each["score"] for each in record.get("exercises", ())}
        earned |= {record["student"]: scores} if "student" in record else {}
    assert earned["kim"] == POINTS
    assert earned["lee"]["double"] < POINTS["double"]
    assert earned["park"]["Counter"] < POINTS["Counter"]
    done = run(classroom.root, "nbgrader", "autograde", "basics")
    assert done.returncode == 0, done.stderr
    assert classroom.scores() == earned


def bounds(requirements: list[str]) -> dict[str, Version]:
    """The lowest version of each requirement."""
    found = {}
    for each in map(Requirement, requirements):
        (lowest,) = [bound.version for bound in each.specifier if bound.operator == ">="]
        found[canonicalize_name(each.name)] = Version(lowest)
    return found


@pytest.mark.parametrize(
    ("run", "requirements"),
    [
        ("lowest", BASE + EXTRAS["pytest"]),
        ("lowest-instructor", BASE + EXTRAS["pytest"] + EXTRAS["nbgrader"]),
    ],
    indirect=["run"],
)
def test_a_bound_is_a_version_that_was_tried(run, requirements, tmp_path):
    """No bound promises a version that something else does not allow."""
    versions = installed(run, tmp_path)
    tried = {name: versions[name] for name in bounds(requirements)}
    assert tried == bounds(requirements)


@pytest.mark.parametrize("run", ["hosted"], indirect=True)
def test_installing_replaces_nothing_that_is_good_enough(run, tmp_path):
    """Of what a hosted notebook has, all is as it was."""
    before = json.loads((FOLDER / "hosted.json").read_text(encoding="utf-8"))
    after = installed(run, tmp_path)
    assert after["numpy"] == Version("1.26.4")
    assert after["ipython"] == Version("7.34.0")
    had = {canonicalize_name(each["name"]): Version(each["version"]) for each in before}
    assert {name: after[name] for name in had} == had
