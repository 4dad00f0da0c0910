"""From the hand-out alone a student's day works."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from autograder.build.handed_out import write_handout
from autograder.build.wheel import write_wheel
from autograder.course import load_course
from autograder.errors import PathError
from tests.cli.conftest import RIGHT
from tests.secrecy import leaks, secret_lines

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def handout(built_course, tmp_path_factory):
    """What students of the toy course get."""
    folder = tmp_path_factory.mktemp("handout") / "course"
    write_handout(load_course(built_course), folder)
    return folder


def test_there_is_all_that_a_student_needs_and_nothing_hidden(handout, built_course):
    """Stubs, notebooks, public checks, the wheel, how to begin; not a line of a solution."""
    names = {path.relative_to(handout).as_posix() for path in handout.rglob("*") if path.is_file()}
    wheel = next(name for name in names if name.endswith(".whl"))
    assert names - {wheel} == {
        *("README.md", "start.py", ".vscode/settings.json", ".vscode/extensions.json"),
        *(
            f"{place}/basics/public/{name}.json"
            for place in ("exercises", "notebooks")
            for name in ("Counter", "double", "assignment-outline")
        ),
        *("exercises/basics/Counter.py", "exercises/basics/double.py"),
        *("notebooks/basics/basics.ipynb", "notebooks/basics/public.zip"),
    }
    secrets = secret_lines(load_course(built_course), mistakes=False)
    for folder in ("exercises", "notebooks"):
        assert leaks(handout / folder, secrets) == []
    ast.parse((handout / "start.py").read_text(encoding="utf-8"))
    readme = (handout / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Toy\n")
    first, korean = readme.split("\n# 장난감\n")
    assert ("--lang" in first, "`--lang ko`" in korean) == (False, True)
    commands = [line for line in first.splitlines() if line.startswith(".venv/") and "  # " in line]
    assert len({line.index("  # ") for line in commands}) == 1
    with zipfile.ZipFile(handout / wheel) as file:
        inside = file.namelist()
    assert "autograder/notebook/check_cell.py" in inside
    assert not [name for name in inside if name.startswith(("solutions/", "tests/", "exercises/"))]


def test_the_wheel_needs_what_the_project_needs_now(tmp_path, monkeypatch):
    """An installation from the repository may be older than what stands there."""

    class Older:
        def read_text(self, name):
            return "Name: numeric-autograder\nRequires-Dist: numpy>=2\n\nText.\n"

    monkeypatch.setattr("autograder.build.wheel.distribution", lambda name: Older())
    path = write_wheel(tmp_path)
    with zipfile.ZipFile(path) as file:
        (metadata, points) = (
            file.read(next(each for each in file.namelist() if each.endswith(name))).decode()
            for name in ("METADATA", "entry_points.txt")
        )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:")]
    base = [Requirement(line.partition(":")[2]) for line in needed if "extra ==" not in line]
    assert base == list(map(Requirement, project["dependencies"]))
    assert metadata.endswith("\n\nText.\n")
    assert "autograder = autograder.cli:main" in points
    assert "[pytest11]\nautograder = autograder.student.pytest_plugin" in points


def test_what_was_written_into_a_stub_is_not_handed_out(classroom, tmp_path):
    """It could be a solution."""
    path = classroom.root / "exercises" / "basics" / "double.py"
    stub = path.read_text(encoding="utf-8")
    path.write_text("# a solution\n", encoding="utf-8")
    write_handout(load_course(classroom.root), tmp_path / "out")
    assert (tmp_path / "out/exercises/basics/double.py").read_text(encoding="utf-8") == stub


def test_a_folder_with_something_in_it_stays(built_course, tmp_path):
    """Nothing of anybody's is written over; a course that is not built is not handed out."""
    course = load_course(built_course)
    (tmp_path / "thesis.tex").write_text("precious", encoding="utf-8")
    with pytest.raises(PathError, match="is not an empty folder"):
        write_handout(course, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


@pytest.mark.proof
@pytest.mark.sandbox
def test_a_students_day(handout, tmp_path):
    """The wheel installs without a network, and lists, checks, hints, and tests from it alone."""
    installed = tmp_path / "installed"
    wheel = next(handout.glob("*.whl"))
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(installed), str(wheel)], check=True)
    environment = {**os.environ, "PYTHONPATH": str(installed), "COLUMNS": "80"}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"

    def run(*words):
        return subprocess.run(
            [sys.executable, *words],
            cwd=handout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    begin = "from autograder.cli import main; main()"
    where = run("-c", "import autograder; print(autograder.__file__)")
    assert where.stdout.startswith(str(installed))
    (handout / "exercises" / "basics" / "double.py").write_text(RIGHT, encoding="utf-8")
    assert "✔ Double  (double)" in run("-c", begin, "check").stdout
    listed = run("-c", begin)
    assert (listed.returncode, "·  Counter" in listed.stdout) == (0, True)
    plugin = ("-p", "no:cacheprovider", "-p", "autograder.student.pytest_plugin")
    tested = run("-m", "pytest", "exercises", "-q", *plugin)
    assert tested.returncode == 1
    assert "2 passed" in tested.stdout
    assert "1 failed" in tested.stdout
    assert "Not written yet." in tested.stdout
    assert "Traceback" not in tested.stdout
