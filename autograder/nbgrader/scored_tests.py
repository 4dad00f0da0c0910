"""The scores of an instructor's own tests, by nbgrader's rules."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import IgnorePattern

from autograder.nbgrader.cell_outputs import (
    error_output,
    hidden_test_output,
    says_failed,
    score_output,
    shown_output,
)
from autograder.nbgrader.notebook_grading import RanCell
from autograder.report.language import Language
from autograder.report.messages import say

__all__ = ["Scoring"]


@dataclass(frozen=True)
class Scoring:
    """How the tests of a notebook are scored.

    Attributes:
        language: of what is said.
        seconds: that a cell may take.
        parent: whose configuration says which standard error counts.
        log: is told of scores that are none.
    """

    language: Language
    seconds: float
    parent: Any
    log: Any

    def score(self, cell: NotebookNode, ran: RanCell, *, hidden: bool) -> None:
        """Score a test cell, and end it with a number.

        An error earns nothing, a number earns itself, and anything else earns full marks. Output on
        standard error earns nothing either: nbgrader applies that rule, after `IgnorePattern`.

        Args:
            cell: with the outputs that are shown.
            ran: what decides: the whole test.
            hidden: whether that was a run of its own, of which nothing is shown.
        """
        points = float(cell.metadata.nbgrader.points)
        shown = [shown_output(output) for output in cell.outputs]
        warned = hidden and ran.wrote_errors and self._counts_as_error(ran)
        if hidden and ran.problem is None and not warned:
            # The whole test decides: what only its visible part met does not.
            shown = [output for output in shown if not says_failed(output)]
        if ran.problem is not None:
            score = 0.0
            if ran.problem.kind == "timeout":
                text = say(self.language, "test_timeout", seconds=self.seconds)
                shown = [output for output in shown if output["output_type"] != "error"]
                shown.append(error_output("Stopped", text))
            elif hidden and not any(output["output_type"] == "error" for output in shown):
                shown.append(hidden_test_output(ran.problem, self.language))
        else:
            score = self._partial_credit(cell.metadata.nbgrader.grade_id, ran.result, points)
        shown.append(score_output(0.0 if warned else score))
        cell.outputs = [from_dict(output) for output in shown]

    def _counts_as_error(self, ran: RanCell) -> bool:
        """Whether standard error is left that `IgnorePattern` does not take away."""
        ignore = IgnorePattern(parent=self.parent)
        cell = new_code_cell(outputs=[from_dict(output) for output in ran.outputs])
        if ignore.enabled:
            cell, _ = ignore.preprocess_cell(cell, {}, 0)
        return any(output.get("name") == "stderr" for output in cell.outputs)

    def _partial_credit(self, name: str, result: str | None, points: float) -> float:
        try:
            score = float(result or "")
        except ValueError:
            return points
        if 0 <= score <= points:
            return score
        self.log.warning("'%s' says %s of %s points", name, result, points)
        return points if math.isfinite(score) and score > points else 0.0
