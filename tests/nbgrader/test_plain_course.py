"""A course of nbgrader's own kind is graded by three lines of configuration, and nothing else."""

from __future__ import annotations

import io
import json
import logging
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import AutogradeApp
from traitlets import TraitError
from traitlets.config import Config

from autograder.limits import Limits
from autograder.nbgrader import side_by_side
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.notebook_grading import GradedNotebook, NotebookRun, RanCell
from autograder.nbgrader.plugin import configure
from tests.nbgrader.plain_course import PlainCourse, answer_cell, grade_cell, source_notebook

AREA = """\
def area(r):
    ### BEGIN SOLUTION
    return 3 * r * r
    ### END SOLUTION"""
FILES = """\
import csv, numpy
from tools.area import FACTOR
from mine.helper import VALUE
from left import OWN
rows = list(csv.reader(open("data.csv")))
assert (rows, FACTOR, VALUE, OWN) == ([["1", "2"]], 3, 7, True)
assert numpy.zeros(1).shape == (1,)"""
PACKAGES = """\
import scipy.optimize
from sklearn.ensemble import RandomForestClassifier
RandomForestClassifier(5, n_jobs=-1).fit([[0], [1]], [0, 1])
assert scipy.optimize.minimize_scalar(lambda x: x * x).success"""
LEFT = 'c.Autograde.exclude_overwriting = {"ps1": ["left.py"]}\n'
HIDDEN = "assert area(1) == 3\n### BEGIN HIDDEN TESTS\nassert area(7) == 147\n### END HIDDEN TESTS"


BROUGHT = {
    "left.py": "OWN = True\n",
    "mine/helper.py": "VALUE = 7\n",
    "data.csv": "the student's\n",
    "numpy.py": "oops = 1\n",
    "page.html": "<script>alert(1)</script>",
}
"""What a student hands in beside the notebook."""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> PlainCourse:
    """A course that was released, graded, and has its feedback and its table of grades."""
    course = PlainCourse(tmp_path_factory.mktemp("plain") / "course")
    cells = (answer_cell("area", AREA), grade_cell("is-right", HIDDEN, points=2))
    more = (grade_cell("files", FILES, points=4), grade_cell("packages", PACKAGES))
    course.write("source/ps1/data.csv", "1,2\n")
    course.write("source/ps1/tools/area.py", "FACTOR = 3\n")
    course.write("source/ps1/left.py", "OWN = False\n")
    course.begin(LEFT, first=source_notebook(*cells, *more), second=source_notebook(*cells))
    folder = course.hand_in("kim", "first", area="def area(r):\n    return 3 * r**2")
    course.hand_in("kim", "second", area="def area(r):\n    return 3 * r\nbytearray(1 << 40)")
    for path, text in BROUGHT.items():
        course.write(folder / path, text)
    for command in (("autograde", "ps1"), ("generate_feedback", "ps1"), ("export",)):
        ran = course.nbgrader(*command)
        assert ran.status == 0, ran.output
        for word in ("Traceback", "not recognized", "Alternative text"):
            assert word not in ran.output
    return course


@pytest.mark.nbgrader
def test_every_command_works_without_a_course_of_ours(graded):
    """All notebooks of an assignment are graded, and nothing of ours is left in the folder."""
    assert "kim,,,,7.0,0.0,7.0,9.0" in (graded.root / "grades.csv").read_text(encoding="utf-8")
    names = {path.name for path in graded.root.iterdir()}
    assert names == {
        *("source", "release", "submitted", "autograded", "feedback"),
        *("gradebook.db", "grades.csv", "nbgrader_config.py"),
    }


@pytest.mark.nbgrader
def test_files_and_packages_are_there(graded):
    """Those of the assignment, a student's own where they stand in no other's place; SciPy too."""
    scores = graded.scores()["kim"]
    assert (scores["files"], scores["packages"]) == (4.0, 1.0)


@pytest.mark.nbgrader
def test_no_file_of_a_student_reaches_a_web_server(graded):
    """Those of the instructor lie beside the graded notebook, as ever."""
    shown = [path for step in ("autograded", "feedback") for path in graded.files(step)]
    assert shown == [
        *("kim/ps1/data.csv", "kim/ps1/first.ipynb", "kim/ps1/second.ipynb"),
        *("kim/ps1/tools/area.py", "kim/ps1/first.html", "kim/ps1/second.html"),
    ]


@pytest.mark.nbgrader
def test_memory_that_is_used_up(graded):
    """The sentence says how much there was."""
    page = graded.root / "feedback" / "kim" / "ps1" / "second.html"
    assert "The notebook asked for more than 4096 MB of memory." in page.read_text("utf-8")


@pytest.mark.nbgrader
def test_a_notebook_in_another_language_stops_the_command(graded, tmp_path):
    """Before anything runs, in one sentence; nobody's grade changes."""
    course = PlainCourse(Path(shutil.copytree(graded.root, tmp_path / "course")))
    before = course.scores()
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_notebook("second", "ps1").kernelspec = json.dumps({"name": "ir"})
        gradebook.db.commit()
    ran = course.nbgrader("autograde", "ps1", "--force")
    assert ran.status == 1
    assert "ps1/second.ipynb asks for the kernel 'ir', and only Python is graded" in ran.output
    assert "Traceback" not in ran.output
    assert course.scores() == before


@pytest.mark.nbgrader
def test_hidden_tests_are_not_in_the_feedback(graded):
    """Of the one that failed neither."""
    page = graded.root / "feedback" / "kim" / "ps1" / "second.html"
    text = page.read_text(encoding="utf-8")
    assert "A hidden check met AssertionError." in text
    assert "147" not in text


def test_no_course_where_one_is_named(tmp_path):
    """It is said in one sentence, and nothing is graded: nbgrader passes over other errors."""
    with pytest.raises(SystemExit, match=r"nbgrader_config.py: .*course.toml is missing"):
        configure(Config(), root=tmp_path)


def limits_of(**said: int) -> Limits:
    """The limits of a notebook where there is no `course.toml`."""
    config = Config()
    config.GradeInSandbox.update(said)
    plugin = GradeInSandbox(config=config)
    return plugin.chosen_limits(None, plugin.timeout)


def test_limits_without_a_course():
    """Half a minute for a cell, as in nbgrader; its configuration says otherwise."""
    assert limits_of().cell_seconds == 30
    chosen = limits_of(timeout=5, memory_mb=300, scratch_mb=7)
    assert (chosen.cell_seconds, chosen.memory_mb, chosen.scratch_mb) == (5, 300, 7)


@pytest.mark.parametrize("value", [0, -1, 10_000_000])
def test_a_limit_that_is_none_is_refused(value):
    """By its name."""
    with pytest.raises(TraitError, match=r"GradeInSandbox.memory_mb: Expected `int`.*, and not"):
        limits_of(memory_mb=value)


def test_what_course_toml_says_counts():
    """Where nbgrader's configuration says nothing else."""
    plugin = GradeInSandbox(memory_mb=300)
    chosen = plugin.chosen_limits(Limits(cell_seconds=2), None)
    assert (chosen.cell_seconds, chosen.memory_mb) == (2, 300)


class _Worker:
    """Runs nothing, and remembers what it was asked."""

    def __init__(self, asked: list[NotebookRun]) -> None:
        self._asked = asked

    def ask(self, run: NotebookRun) -> GradedNotebook:
        self._asked.append(run)
        return GradedNotebook([RanCell([]) for _ in run.pieces], {})

    def close(self) -> None:
        """Nothing was started."""


@pytest.mark.nbgrader
def test_a_class_runs_ahead_of_nbgrader(graded, tmp_path, monkeypatch):
    """Each notebook is run as it is about to be asked for, and no second time; the log sums up."""
    root = Path(shutil.copytree(graded.root, tmp_path / "course"))
    path = root / "submitted" / "kim" / "ps1" / "second.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][1]["source"] = "assert True"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    asked: list[NotebookRun] = []
    monkeypatch.setattr(side_by_side, "new_worker", lambda setup: _Worker(asked))
    monkeypatch.chdir(root)
    app = AutogradeApp()
    app.initialize(["ps1", "--force"])
    logged = io.StringIO()
    app.log.addHandler(logging.StreamHandler(logged))
    app.start()
    last = logged.getvalue().splitlines()[-3:]
    assert last[0] == "Graded kim (1 of 1)"
    assert last[1:] == [
        "ps1: 1 graded",
        "  cells were altered, deleted or copied, and are put right: kim",
    ]
    assert [run.draw for run in sorted(asked, key=lambda run: run.draw)] == [False] * 2 + [True] * 2
    assert PlainCourse(root).scores()["kim"]["is-right"] == 2.0
