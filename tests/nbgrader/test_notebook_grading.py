"""What a worker does for nbgrader: cells are run, exercises judged, reports drawn."""

from __future__ import annotations

import subprocess
import sys

import pytest

from autograder.collecting.pieces import Piece
from autograder.nbgrader.notebook_grading import NOTEBOOKS, NotebookRun, NotebookSetup
from tests.toy_settings import LIMITS

pytestmark = pytest.mark.sandbox

CELLS = (
    "def double(x):\n    return x * x",
    "print('hello'); 1 + 1",
    "raise ValueError('no')",
    "import sys; print('careful', file=sys.stderr)",
)


def test_a_notebook_is_run_judged_and_drawn(toy_keys):
    """Each cell with what it shows, each exercise with points, report and record."""
    setup = NotebookSetup(toy_keys, LIMITS, "none", "en", {})
    run = NotebookRun([Piece(number, source) for number, source in enumerate(CELLS)], ["double"])
    with NOTEBOOKS.begin(setup) as grade:
        graded = grade(run)
    defines, prints, raises, warns = graded.cells
    assert (defines.outputs, defines.problem, defines.result) == ([], None, None)
    assert [output["output_type"] for output in prints.outputs] == ["stream", "execute_result"]
    assert (prints.result, prints.wrote_errors) == ("2", False)
    assert (raises.problem.type, raises.outputs[0]["ename"]) == ("ValueError", "ValueError")
    assert warns.wrote_errors
    double = graded.exercises["double"]
    assert (double.score, double.record["diagnosis"]["name"]) == (0, "squares")
    assert "Is it squared" in double.outputs[0]["data"]["text/html"]


def test_a_worker_starts_without_nbgrader():
    """Which takes each worker of a class five seconds of a processor to load."""
    code = "import sys, autograder.nbgrader.notebook_grading as _; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"nbgrader", "nbformat", "jsonschema"}.isdisjoint(done.stdout.split())
