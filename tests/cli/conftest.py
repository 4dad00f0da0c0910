"""A folder of exercises as students get it, and a class's submissions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from autograder.build.generated import generated_files
from autograder.course import load_course
from tests.toy_settings import TOY

RIGHT = "def double(x):\n    return x + x\n"
COUNTER = """\
class Counter:
    def __init__(self, step):
        self.step, self.count = step, 0

    def next(self):
        self.count += self.step
        return self.count
"""


def notebook(*sources: str) -> str:
    """The text of a notebook with these code cells."""
    cells = [{"cell_type": "code", "source": source, "metadata": {}} for source in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture(scope="session")
def _handed_out(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("handed_out")
    for path, text in generated_files(load_course(TOY)):
        if path.parts[0] == "exercises":
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    shutil.copy(TOY / "course.toml", root)
    return root


@pytest.fixture
def desk(_handed_out, tmp_path) -> Path:
    """A student's copy of the toy course: `course.toml` and `exercises/`."""
    return Path(shutil.copytree(_handed_out, tmp_path / "desk"))


@pytest.fixture
def write(desk):
    """Write an exercise's file on the student's desk."""

    def written(exercise: str, text: str | bytes) -> Path:
        path = desk / "exercises" / "basics" / f"{exercise}.py"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return written
