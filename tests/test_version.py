"""The version: it is written in one place, and everything else repeats it rightly."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import autograder
from tests.cli.running import run

ROOT = Path(__file__).parent.parent
WHEEL = re.compile(r"[\w-]*autograder-(\d[\w.+!]*)-py3-none-any\.whl")


def test_the_package_is_built_with_the_version_of_the_module():
    """pyproject.toml has none of its own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"] == {"path": "autograder/__init__.py"}
    assert project["project"]["name"] == "numeric-autograder"


def test_the_command_prints_it():
    """And does nothing else."""
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"autograder {autograder.__version__}\n", "")


@pytest.mark.parametrize("page", ["students.md", "students.ko.md", "instructors.md"])
def test_the_wheel_that_a_page_names_is_the_one_that_is_built(page):
    """By its whole name."""
    names = [found[0] for found in WHEEL.finditer((ROOT / "docs" / page).read_text("utf-8"))]
    wheel = f"numeric_autograder-{autograder.__version__}-py3-none-any.whl"
    assert names
    assert set(names) == {wheel}
