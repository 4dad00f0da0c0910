"""Hiding hidden tests in what students see."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests
from nbgrader.utils import is_grade, is_solution

__all__ = ["HideHiddenTests"]


class HideHiddenTests(ClearHiddenTests):  # type: ignore[misc]
    """Removes hidden tests from grade cells; a student's own marks in other cells stay."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, cell_index: int
    ) -> tuple[NotebookNode, Any]:
        """Hide the regions of one cell."""
        if is_grade(cell) and not is_solution(cell):
            cell.source = self.visible(cell.source)
        return cell, resources

    def visible(self, source: str) -> str:
        """The source of a grade cell as it was released."""
        kept, hidden = [], False
        for line in source.split("\n"):
            if self.begin_test_delimeter in line:
                hidden = True
            elif self.end_test_delimeter in line:
                hidden = False
            elif not hidden:
                kept.append(line)
        return "\n".join(kept)
