"""The cells that the notebooks of the parity suite are made of."""

from __future__ import annotations

import textwrap
from typing import Any, TypeAlias

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

__all__ = ["Cell", "answer", "code", "essay", "graded", "notebook_of", "task"]

Cell: TypeAlias = dict[str, Any]


def code(source: str) -> Cell:
    """A cell that is neither answered nor graded."""
    return {"source": source}


def answer(source: str) -> Cell:
    """What a student wrote in a cell for an answer."""
    return {"source": source, "solution": True}


def graded(points: float, source: str) -> Cell:
    """A locked cell that grades the answers above it."""
    return {"source": source, "grade": True, "locked": True, "points": points}


def essay(points: float, source: str, kind: str = "markdown") -> Cell:
    """An answer that a person grades."""
    return {"source": source, "solution": True, "grade": True, "points": points, "kind": kind}


def task(points: float, source: str) -> Cell:
    """A task for the cells that a student adds below it."""
    return {"source": source, "task": True, "points": points, "kind": "markdown", "locked": True}


def notebook_of(cells: list[Cell]) -> NotebookNode:
    """The notebook as nbgrader has it when it comes to run it."""
    made = []
    for number, cell in enumerate(cells):
        make = new_markdown_cell if cell.get("kind") == "markdown" else new_code_cell
        made.append(make(textwrap.dedent(cell["source"]).strip("\n"), id=f"cell-{number}"))
        roles = {role: cell.get(role, False) for role in ("grade", "solution", "task", "locked")}
        if any(roles.values()):
            made[-1].metadata["nbgrader"] = {
                **roles,
                "grade_id": f"cell-{number}",
                "schema_version": 3,
            }
            if "points" in cell:
                made[-1].metadata["nbgrader"]["points"] = cell["points"]
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=made, metadata={"kernelspec": python})
