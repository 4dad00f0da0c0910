"""What many tests need: a small course of their own, loaded or as a copy that may be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder.course import Course, load_course
from autograder.grading.key import Key, make_key

TOY = Path(__file__).parent / "toy"
SEED = bytes(range(32))


@pytest.fixture
def toy_root(tmp_path: Path) -> Path:
    """A copy of the toy course on disk."""
    return Path(shutil.copytree(TOY, tmp_path / "toy"))


@pytest.fixture(scope="session")
def toy() -> Course:
    """The toy course, loaded."""
    return load_course(TOY)


@pytest.fixture(scope="session")
def toy_keys(toy: Course) -> dict[str, Key]:
    """The keys of its exercises, with hidden checks."""
    return {solution.name: make_key(solution, SEED) for solution in toy.solutions()}
