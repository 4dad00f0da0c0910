"""A course on disk with students who hand things in, and real nbgrader commands over it."""

from __future__ import annotations

import copy
import fcntl
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.build.generated import build
from autograder.course import load_course
from tests.toy_settings import SEED, TOY
from tests.warm_nbgrader import run_command

Notebook = dict[str, Any]

DOUBLE = "import numpy as np\n\n\ndef double(x):\n    return np.asarray(x) * 2"
SQUARE = "def double(x):\n    return x * x"
COUNTER = """\
class Counter:
    def __init__(self, step):
        self.step = step
        self.count = 0

    def next(self):
        self.count += self.step
        return self.count"""
COUNTS_BY_ONE = COUNTER.replace("+= self.step", "+= 1")

POINTS = {"double": 10.0, "Counter": 6.0}

LIMITS = """\
[limits]
cell_seconds = 1
check_seconds = 0.8
grace_seconds = 0.2
cells_seconds = 15
checks_seconds = 15

[diagnosis]
explanations = 0
"""

OUR_CONFIGURATION = """\
from autograder.nbgrader.plugin import configure

c = get_config()
configure(c)
"""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker of a test run makes, and that all of them then share."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / name
    done = base / f"{name}.done"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def make_course(folder: Path) -> None:
    """The toy course with its secret seed, built and released, with our configuration.

    Its limits are short: a class that hands in endless loops is to be graded in no time.
    """
    shutil.copytree(TOY, folder)
    settings = folder / "course.toml"
    text = settings.read_text(encoding="utf-8").partition("[limits]")[0]
    settings.write_text(text + LIMITS, encoding="utf-8")
    seed = folder / ".autograder" / "seed"
    seed.parent.mkdir()
    seed.write_text(SEED.hex(), encoding="ascii")
    (folder / "nbgrader_config.py").write_text(OUR_CONFIGURATION, encoding="utf-8")
    build(load_course(folder), folder)


def drop_plots(room: Classroom) -> None:
    """Have nothing drawn: half of the time of grading a right notebook."""
    grading = room.root / "solutions" / "basics" / "double" / "grading.py"
    text = grading.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.strip().startswith("plot=")]
    grading.write_text("\n".join(lines), encoding="utf-8")


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    output: str


@dataclass(frozen=True)
class Classroom:
    """A course's folder, where submissions lie and nbgrader works."""

    root: Path

    @property
    def released(self) -> Notebook:
        """The released notebook, to be changed at will."""
        return read_notebook(self.root / "release" / "basics" / "basics.ipynb")

    def answered(self, double: str = DOUBLE, counter: str = COUNTER) -> Notebook:
        """The released notebook with answers filled in."""
        notebook = self.released
        cell(notebook, "double-answer")["source"] = double
        cell(notebook, "Counter-answer")["source"] = counter
        return notebook

    def place(self, student: str) -> Path:
        """Where a student's notebook is handed in; the folder is there, the notebook is not."""
        path = self.root / "submitted" / student / "basics" / "basics.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def hand_in(self, student: str, content: Notebook | bytes | str) -> Path:
        """Hand in a notebook, or whatever stands in its place."""
        path = self.place(student)
        if isinstance(content, dict):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def nbgrader(self, *arguments: str) -> Ran:
        """Run a real nbgrader command in the course's folder."""
        return run_nbgrader(self.root, *arguments)

    def scores(self) -> dict[str, dict[str, float | None]]:
        """The score of each grade cell, by student, as the gradebook has it."""
        return gradebook_scores(self.root, "basics")

    def autograded(self, student: str) -> Notebook:
        """A student's notebook after grading."""
        return read_notebook(self.root / "autograded" / student / "basics" / "basics.ipynb")

    def feedback(self, student: str) -> str:
        """The text of a student's feedback page."""
        path = self.root / "feedback" / student / "basics" / "basics.html"
        return path.read_text(encoding="utf-8")


def run_nbgrader(folder: Path, *arguments: str) -> Ran:
    """Run a real nbgrader command in a folder."""
    return Ran(*run_command(folder, *arguments))


def gradebook_scores(folder: Path, assignment: str) -> dict[str, dict[str, float | None]]:
    """The score of each grade cell, by student, as the gradebook in a folder has it."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: {
                grade.cell.name: grade.auto_score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in gradebook.assignment_submissions(assignment)
        }


def read_notebook(path: Path) -> Notebook:
    """A notebook as plain data, its sources and outputs joined."""
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    for each in notebook["cells"]:
        each["source"] = "".join(each["source"])
    return notebook


def cell(notebook: Notebook, name: str) -> dict[str, Any]:
    """The cell with this id."""
    return next(each for each in notebook["cells"] if each["id"] == name)


def grade_cell(notebook: Notebook, name: str) -> dict[str, Any]:
    """The cell with this name in nbgrader's metadata; there is no other."""
    found = [
        each
        for each in notebook["cells"]
        if each["metadata"].get("nbgrader", {}).get("grade_id") == name
    ]
    assert len(found) == 1
    return found[0]


def remove(notebook: Notebook, *names: str) -> None:
    """Delete cells."""
    for name in names:
        notebook["cells"].remove(cell(notebook, name))


def double_cell(notebook: Notebook, name: str, times: int = 1) -> None:
    """Put copies of a cell before it, with ids of their own."""
    place = notebook["cells"].index(cell(notebook, name))
    for number in range(times):
        twin = copy.deepcopy(notebook["cells"][place + number])
        twin["id"] = f"{name}-copy-{number}"
        notebook["cells"].insert(place, twin)


def code_cell(source: str, name: str = "added") -> dict[str, Any]:
    """An ordinary code cell."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def text(value: str | list[str]) -> str:
    """The text of an output, which a file may hold as lines."""
    return value if isinstance(value, str) else "".join(value)
