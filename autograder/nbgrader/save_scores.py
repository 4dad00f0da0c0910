"""Extra credit in nbgrader's gradebook, beside the scores that nbgrader saves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

__all__ = ["EXTRA_CREDIT", "SaveScores"]

EXTRA_CREDIT: Final = "autograder_extra_credit"
"""In the resources of a graded notebook: by grade cell, the extra credit that it earned."""


class SaveScores(SaveAutoGrades):  # type: ignore[misc]
    """Saves the scores as nbgrader does, and the extra credit of exercises that have any."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Save what a notebook earned."""
        # What the notebook itself says may be a student's.
        self._extra: Mapping[str, float] = resources.get(EXTRA_CREDIT, {})
        return super().preprocess(nb, resources)  # type: ignore[no-any-return]

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        name = cell.metadata["nbgrader"]["grade_id"]
        if name in self._extra:
            names = (name, self.notebook_id, self.assignment_id, self.student_id)
            self.gradebook.find_grade(*names).extra_credit = self._extra[name]
        super()._add_score(cell, resources)
