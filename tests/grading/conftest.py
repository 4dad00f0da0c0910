"""A sandbox that the tests of grading share, and a short way to grade a source."""

from __future__ import annotations

import pytest

from autograder.grading.running import grade_submission
from autograder.grading.submissions import Part, Submission
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits

LIMITS = Limits(cell_seconds=1.5, check_seconds=1.0, grace_seconds=0.2, submission_seconds=20)


@pytest.fixture(scope="package")
def sandbox():
    """A warm interpreter with short limits."""
    with Sandbox(LIMITS) as made:
        yield made


@pytest.fixture
def grade_cells(sandbox, toy_keys):
    """Grade the cells of a notebook against the toy course; results by exercise."""

    def grade(*cells: str):
        parts = tuple(Part(number, cell) for number, cell in enumerate(cells))
        submission = Submission("student", "basics", parts, {})
        result = grade_submission(sandbox, submission, list(toy_keys.values()))
        return {each.exercise: each for each in result.exercises}

    return grade


@pytest.fixture
def grade_files(sandbox, toy_keys):
    """Grade `.py` files against the toy course; results by exercise."""

    def grade(**files: str):
        parts = tuple(Part(n, text, name) for n, (name, text) in enumerate(files.items()))
        missing = {name: "missing" for name in toy_keys if name not in files}
        submission = Submission("student", "basics", parts, missing)
        result = grade_submission(sandbox, submission, list(toy_keys.values()))
        return {each.exercise: each for each in result.exercises}

    return grade
