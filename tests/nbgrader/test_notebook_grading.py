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


@pytest.fixture(scope="module")
def places():
    """The lines at which the last of some cells ended, as they are shown."""
    with NOTEBOOKS.begin(NotebookSetup({}, LIMITS, "none", "en", {})) as grade:

        def told(*cells: str) -> list[str]:
            pieces = [Piece(3 + number, source) for number, source in enumerate(cells)]
            (error,) = grade(NotebookRun(pieces, [])).cells[-1].outputs
            return error["traceback"][:-1]

        yield told


def test_an_error_has_the_line_of_the_cell_and_that_in_which_it_arose(places):
    """Each from the cell that it stands in: a test has other lines than the function it calls."""
    answer = "x = 0\n\n\ndef f(n):\n    return 1 / n"
    test = "# a\ntry:\n    f(x)\nexcept KeyError:\n    pass"
    assert places(answer, test) == ["----> 3     f(x)", "----> 5     return 1 / n"]
    assert places(answer, "f(0)") == ["----> 1 f(0)", "----> 5     return 1 / n"]
    assert places("x = 0", "y = 1\n1 / x") == ["----> 2 1 / x"]
    assert places("x = 0", "y = 1\nx +") == ["----> 2 x +"]


def test_an_error_elsewhere_has_no_line(places):
    """What a library calls, or what says that it stands nowhere, is no line of a notebook."""
    assert places("raise SyntaxError('x', ('<submission 3>', 9, 1, 'y'))") == [
        "----> 1 raise SyntaxError('x', ('<submission 3>', 9, 1, 'y'))"
    ]
    assert places("import json", "exec('1 / 0')") == ["----> 1 exec('1 / 0')"]


def test_a_worker_starts_without_nbgrader():
    """Which takes each worker of a class five seconds of a processor to load."""
    code = "import sys, autograder.nbgrader.notebook_grading as _; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"nbgrader", "nbformat", "jsonschema"}.isdisjoint(done.stdout.split())
