"""What `nbgrader autograde` does with a notebook, step by step, as it is configured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.converters import Autograde

from autograder.nbgrader.grade_in_sandbox import GradeInSandbox

__all__ = ["DraftConverter", "Steps", "applied", "steps_of"]


class DraftConverter(Autograde):  # type: ignore[misc]
    """nbgrader's own, which writes a submission to a draft of its folder."""

    draft: Path | None = None

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        if self.draft is not None:
            return str(self.draft)
        return str(super()._format_dest(assignment_id, student_id, escape))


@dataclass
class Steps:
    """nbgrader's steps in order: before a notebook is run, the run, and after it."""

    restore: list[Any] = field(default_factory=list)
    prepare: list[Any] = field(default_factory=list)
    grade: GradeInSandbox | None = None
    save: list[Any] = field(default_factory=list)


def steps_of(converter: DraftConverter) -> Steps:
    """The steps of a converter, as `nbgrader_config.py` names them."""
    steps = Steps()
    converter._sanitizing = True
    converter._init_preprocessors()
    steps.restore = list(converter.exporter._preprocessors)
    converter._sanitizing = False
    converter._init_preprocessors()
    for step in converter.exporter._preprocessors:
        if isinstance(step, GradeInSandbox):
            steps.grade = step
        else:
            (steps.prepare if steps.grade is None else steps.save).append(step)
    converter._sanitizing = True
    return steps


def applied(
    steps: Sequence[Any], notebook: NotebookNode, resources: Any
) -> tuple[NotebookNode, Any]:
    """What a notebook and what is known of it are after some steps."""
    for step in steps:
        notebook, resources = step(notebook, resources)
    return notebook, resources
