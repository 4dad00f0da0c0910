"""Nothing of this course that students are given holds a line that only instructors may read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.course.seeds import seed_path
from autograder.notebook.building import build
from tests.course.conftest import ROOT
from tests.secrecy import leaks, secret_lines


@pytest.fixture(scope="module")
def secrets(course) -> set[str]:
    """Lines of solutions, mistakes, alternatives and hidden checks; and the seed, if there is one."""
    path = seed_path(ROOT)
    seed = {path.read_text(encoding="ascii").strip()} if path.is_file() else set()
    return secret_lines(course) | seed


@pytest.fixture(scope="module")
def built(course, tmp_path_factory) -> Path:
    """What is built from the course now."""
    target = tmp_path_factory.mktemp("built")
    build(course, target)
    return target


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["exercises", "release"])
def test_what_is_built_now(built, secrets, folder):
    """The stubs, the released notebooks and the public checks of all exercises."""
    assert len(secrets) > 500
    assert leaks(built / folder, secrets) == []


@pytest.mark.parametrize("folder", ["exercises", "release"])
def test_what_lies_in_the_repository(secrets, folder):
    """The same of what is there already."""
    assert leaks(ROOT / folder, secrets) == []


@pytest.mark.slow
def test_a_wheel(secrets, tmp_path):
    """What students install is the framework; nothing of the course is in it."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "unpacked")
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top.split("-")[0] for top in tops} == {"autograder"}
    assert leaks(tmp_path / "unpacked", secrets) == []
