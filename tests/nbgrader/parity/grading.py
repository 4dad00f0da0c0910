"""Grading one notebook by a real kernel, as nbgrader does, and in the sandbox, as we do."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade, is_grade, is_solution
from traitlets.config import Config

from autograder.nbgrader.grade_in_sandbox import GradeInSandbox

__all__ = ["by_kernel", "in_sandbox"]

_QUIET = logging.getLogger("quiet")
_QUIET.addHandler(logging.NullHandler())
_QUIET.propagate = False

Cells = list[dict[str, Any]]


def by_kernel(notebook: NotebookNode, folder: Path, *, timeout: int) -> Cells:
    """What nbgrader's own preprocessor and its rule for scores make of a notebook.

    Where it gives up, no cell has a score.
    """
    try:
        Execute(log=_QUIET, timeout=timeout).preprocess(
            notebook, {"metadata": {"path": str(folder)}}
        )
    except CellTimeoutError:
        return [{"outputs": [], "score": "refused"} for _ in notebook.cells]
    return [_seen(cell, cell.get("outputs", [])) for cell in notebook.cells]


def in_sandbox(notebook: NotebookNode, **settings: Any) -> Cells:
    """What our preprocessor makes of it, with nbgrader's rule for scores."""
    about = {"nbgrader": {"assignment": "", "notebook": "parity", "student": "a", "db_url": ""}}
    config = Config({"GradeInSandbox": settings})
    GradeInSandbox(log=_QUIET, config=config).preprocess(notebook, about)
    seen = []
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        if is_grade(cell) and not is_solution(cell) and cell.cell_type == "code":
            outputs = outputs[:-1]  # the score, by which nbgrader is told
        seen.append(_seen(cell, outputs))
    return seen


def _seen(cell: NotebookNode, outputs: list[NotebookNode]) -> dict[str, Any]:
    kinds = sorted({kind for output in outputs for kind in _kinds(output)})
    if not is_grade(cell):
        return {"outputs": kinds}
    try:
        score, _ = determine_grade(cell, _QUIET)
    except ValueError:
        score = "refused"
    if isinstance(score, float) and score > cell.metadata.nbgrader.points:
        score = "refused"
    return {"outputs": kinds, "score": score}


def _kinds(output: NotebookNode) -> list[str]:
    if output.output_type == "stream":
        return [str(output.name)]
    if output.output_type == "error":
        return [f"error {output.ename}"]
    picture = ["picture"] if "image/png" in output.data else []
    return [*picture, "value"] if output.output_type == "execute_result" else picture or ["value"]
