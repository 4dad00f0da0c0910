"""A course of nbgrader's own kind: no `course.toml`, no `solutions/`, assert cells, three lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.classroom import (
    Notebook,
    Ran,
    code_cell,
    gradebook_scores,
    read_notebook,
    run_nbgrader,
)

__all__ = ["THREE_LINES", "PlainCourse", "answer_cell", "grade_cell", "source_notebook"]

THREE_LINES = """\
c = get_config()
from autograder.nbgrader.plugin import configure
configure(c)
"""


def _named(cell: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    whole = {"schema_version": 3, "task": False, "grade_id": cell["id"], **metadata}
    cell["metadata"] = {"nbgrader": whole}
    return cell


def answer_cell(name: str, source: str) -> dict[str, Any]:
    """A cell that students fill in, with its solution."""
    return _named(code_cell(source, name), grade=False, solution=True, locked=False)


def grade_cell(name: str, source: str, points: float = 1) -> dict[str, Any]:
    """A test cell."""
    return _named(code_cell(source, name), grade=True, solution=False, locked=True, points=points)


def source_notebook(*cells: dict[str, Any], **kernel: str) -> Notebook:
    """A notebook for `source/`; its kernel is Python's where none is named."""
    kernel = kernel or {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": list(cells),
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


@dataclass(frozen=True)
class PlainCourse:
    """The folder of such a course; its one assignment is `ps1`."""

    root: Path

    def begin(self, configuration: str = "", **notebooks: Notebook) -> None:
        """Write the source and the configuration, and release the assignment."""
        self.root.mkdir(parents=True, exist_ok=True)
        for name, notebook in notebooks.items():
            self.write(f"source/ps1/{name}.ipynb", json.dumps(notebook))
        self.write("nbgrader_config.py", THREE_LINES + configuration)
        ran = self.nbgrader("generate_assignment", "ps1")
        assert ran.status == 0, ran.output

    def files(self, step: str) -> list[str]:
        """The files that one of nbgrader's commands has written, by their paths in its folder."""
        folder = self.root / step
        found = (path for path in folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(folder).as_posix() for path in found)

    def write(self, path: str | Path, text: str | bytes) -> Path:
        """Write a file of the course."""
        whole = self.root / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(text.encode() if isinstance(text, str) else text)
        return whole

    def hand_in(self, student: str, notebook: str, **answers: str) -> Path:
        """Hand in a released notebook with some cells filled in; the folder that it lies in."""
        released = read_notebook(self.root / "release" / "ps1" / f"{notebook}.ipynb")
        for cell in released["cells"]:
            cell["source"] = answers.get(cell["id"], cell["source"])
        return self.write(f"submitted/{student}/ps1/{notebook}.ipynb", json.dumps(released)).parent

    def nbgrader(self, *arguments: str) -> Ran:
        """Run a real nbgrader command."""
        return run_nbgrader(self.root, *arguments)

    def scores(self) -> dict[str, dict[str, float | None]]:
        """The score of each grade cell, by student, as the gradebook has it."""
        return gradebook_scores(self.root, "ps1")
