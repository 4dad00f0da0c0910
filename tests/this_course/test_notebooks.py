"""The seven notebooks, run from top to bottom in a real kernel, as a student and an author do."""

from __future__ import annotations

import shutil

import nbformat
import pytest
from nbclient import NotebookClient

from tests.sampling import sampled
from tests.this_course.conftest import ROOT

ASSIGNMENTS = sorted(path.name for path in (ROOT / "source").iterdir())

pytestmark = pytest.mark.nbgrader


def run_all(kind: str, assignment: str, folder) -> list:
    """Run a notebook with nothing beside it but what was handed out; its code cells."""
    shutil.copytree(ROOT / kind / assignment, folder, dirs_exist_ok=True)
    notebook = nbformat.read(folder / f"{assignment}.ipynb", as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, resources=resources, allow_errors=True, timeout=120).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def errors(cell) -> list:
    """The errors that a cell ended with."""
    return [output for output in cell.outputs if output.output_type == "error"]


@pytest.mark.parametrize("assignment", sampled(ASSIGNMENTS, 0.28, of="solved"))
def test_the_solved_notebook_passes(assignment, tmp_path):
    """No cell raises, and every check cell shows its report."""
    cells = run_all("source", assignment, tmp_path)
    assert [(cell.id, error.evalue) for cell in cells for error in errors(cell)] == []
    (figure,) = (cell for cell in cells if cell.id == "figure")
    assert any("image/png" in output.get("data", {}) for output in figure.outputs)
    checks = [cell for cell in cells if cell.source.startswith("check(")]
    assert checks
    for cell in checks:
        assert any("text/html" in output.get("data", {}) for output in cell.outputs), cell.id


@pytest.mark.parametrize("assignment", sampled(ASSIGNMENTS, 0.14, of="released"))
def test_the_released_notebook_fails_in_its_checks_alone(assignment, tmp_path):
    """With a short error, and a report that says that nothing is written yet."""
    cells = run_all("release", assignment, tmp_path)
    failing = [cell for cell in cells if errors(cell)]
    checks = [cell for cell in cells if cell.source.startswith("check(")]
    assert [cell.id for cell in failing] == [cell.id for cell in checks]
    for cell in checks:
        (error,) = errors(cell)
        assert error.ename == "CheckFailed"
        assert len(error.traceback) <= 5
        shown = "".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)
        assert "아직 작성하지 않았습니다" in shown


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_notebook_reads_like_a_lesson(assignment):
    """Title and aims, each exercise with its answer and check, a figure, and what to take away."""
    notebook = nbformat.read(ROOT / "release" / assignment / f"{assignment}.ipynb", as_version=4)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert (ids[:2], ids[-3:]) == (["lesson", "setup"], ["figure", "take-away", "summary"])
    names = [name.removesuffix("-statement") for name in ids[2:-3:3]]
    wanted = [part for name in names for part in (f"{name}-statement", f"{name}-answer", name)]
    assert ids[2:-3] == wanted
    assert any(line.startswith("# ") for line in notebook.cells[0].source.splitlines())
