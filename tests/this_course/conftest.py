"""The course itself, loaded once."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from autograder.course import Course, load_course
from autograder.course.parameters import base_name

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
def committed_scores() -> dict[str, dict[str, tuple[int, int]]]:
    """What docs/points.md says that the versions of each mistake earn, at least and at most."""
    scores: dict[str, dict[str, tuple[int, int]]] = {}
    for line in (ROOT / "docs" / "points.md").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"### `(\w+)`", line):
            rows = scores.setdefault(heading[1], {})
        elif row := re.match(r"\| ([\w ]+) \| (\d+)(?: to (\d+))? \|", line):
            rows[row[1].replace(" ", "_")] = int(row[2]), int(row[3] or row[2])
    return scores


def fewest_and_most(scores: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """What each mistake earns, from what each of its versions does."""
    earned: dict[str, list[int]] = {}
    for version, score in scores.items():
        earned.setdefault(base_name(version), []).append(score)
    return {name: (min(each), max(each)) for name, each in earned.items()}
