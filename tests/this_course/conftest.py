"""The course itself, loaded once."""

import functools
import re
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


@functools.cache
def committed_scores() -> dict[str, dict[str, int]]:
    """What docs/points.md says that each mistake of each exercise earns."""
    scores: dict[str, dict[str, int]] = {}
    for line in (ROOT / "docs" / "points.md").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"### `(\w+)`", line):
            rows = scores.setdefault(heading[1], {})
        elif row := re.match(r"\| ([\w ]+) \| (\d+) \|", line):
            rows[row[1].replace(" ", "_")] = int(row[2])
    return scores
