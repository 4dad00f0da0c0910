"""The course itself, loaded once."""

from pathlib import Path

import pytest

from autograder.course import Course, load_course

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def course() -> Course:
    """The course of this repository."""
    return load_course(ROOT)


@pytest.fixture(scope="session")
def reference(course):
    """A function that gives the reference of an exercise by its name."""
    found = {solution.name: solution.reference for solution in course.solutions()}
    return found.__getitem__
