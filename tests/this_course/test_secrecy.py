"""Nothing of this course that students are given holds a line that only instructors may read."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from autograder.course.seeds import seed_path
from tests.secrecy import leaks, secret_lines
from tests.this_course.conftest import ROOT


@pytest.fixture(scope="module")
def secrets(course) -> set[str]:
    """Lines of solutions, mistakes, alternatives and hidden checks; and the seed, if there is one."""
    path = seed_path(ROOT)
    seed = {path.read_text(encoding="ascii").strip()} if path.is_file() else set()
    return secret_lines(course) | seed


def test_there_are_secrets(secrets):
    """Some from every exercise."""
    assert len(secrets) > 1_000


@pytest.mark.parametrize("folder", ["exercises", "release"])
def test_what_students_are_given(secrets, folder):
    """The stubs, the released notebooks and the public checks of all exercises."""
    assert len(list((ROOT / folder).rglob("*.json"))) > 40
    assert leaks(ROOT / folder, secrets) == []


@pytest.mark.nbgrader
def test_a_wheel(course, secrets, tmp_path):
    """What students install is the framework; nothing of the course is in it.

    Its description is the README, which shows a mistake.
    """
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    (about,) = unpacked.glob("numeric_autograder-*.dist-info")
    assert {path.name for path in unpacked.iterdir()} == {"autograder", about.name}
    assert leaks(unpacked / "autograder", secrets) == []
    assert leaks(about, secret_lines(course, mistakes=False)) == []
