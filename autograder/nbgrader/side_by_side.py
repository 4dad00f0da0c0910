"""`nbgrader autograde` for a class: notebooks run side by side, and are written in its order.

nbgrader grades one submission after the other, and opens its gradebook for each step. Here its
steps are as they were, the gradebook is open already, and what each notebook has to run is asked of
several workers before its turn comes.
"""

from __future__ import annotations

import contextlib
import functools
import json
import logging
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from nbgrader.converters import Autograde
from traitlets import import_item

from autograder.gradebook.transactions import CommandGradebooks
from autograder.nbgrader.assignment_workers import new_worker
from autograder.nbgrader.before_grading import is_python
from autograder.nbgrader.clean_notebook import clean_notebook, read_hand_in
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.notebook_grading import NotebookRun
from autograder.nbgrader.open_gradebooks import gradebooks_of, with_gradebooks
from autograder.nbgrader.resolved_hand_ins import taken_hand_in
from autograder.nbgrader.restore_cells import RestoreCells
from autograder.nbgrader.run_ahead import NotebookName, RunAhead, running_ahead
from autograder.nbgrader.schema_once import checked_once

__all__ = ["SANITIZERS", "grade_side_by_side"]

SANITIZERS: Final = (
    "nbgrader.preprocessors.ClearOutput",
    RestoreCells,
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
)
"""nbgrader's steps before a notebook is run. Others might do something when they are done twice:
then nothing is foreseen."""

_SILENT: Final = logging.getLogger(f"{__name__}.foreseen")
"""nbgrader says what there is to say when a notebook's turn comes."""
_SILENT.setLevel(logging.CRITICAL + 1)


@functools.cache
def grade_side_by_side() -> None:
    """Have `nbgrader autograde` run the notebooks of a class side by side."""
    convert, initialise = Autograde.convert_notebooks, Autograde.init_assignment

    @functools.wraps(convert)
    def convert_notebooks(self: Any) -> None:
        about = self.coursedir
        with contextlib.ExitStack() as stack:
            stack.enter_context(checked_once())
            gradebooks = CommandGradebooks(about.db_url, about.course_id)
            stack.callback(gradebooks.disconnect)
            stack.enter_context(with_gradebooks(self, gradebooks))
            ahead = _ahead_of(self, gradebooks)
            if ahead is not None:
                stack.enter_context(running_ahead(self, ahead))
            convert(self)

    @functools.wraps(initialise)
    def init_assignment(self: Any, assignment_id: str, student_id: str) -> None:
        with gradebooks_of(self).writing():
            initialise(self, assignment_id, student_id)

    Autograde.convert_notebooks = convert_notebooks
    Autograde.init_assignment = init_assignment


def _ahead_of(converter: Any, gradebooks: CommandGradebooks) -> RunAhead | None:
    """Workers for what can be foreseen; None where that is less than two notebooks."""
    grader = _grader_of(converter)
    if grader is None or not grader.enabled:
        return None
    notebooks = dict(_to_grade(converter))
    processors = grader.workers or len(os.sched_getaffinity(0))
    workers = min(processors, len(notebooks))
    if workers < 2:
        return None
    foreseen = _Foreseen(converter, grader, gradebooks, notebooks)
    setup = grader.assignment_setup(converter.coursedir.assignment_id)
    return RunAhead(list(notebooks), foreseen.runs, lambda: new_worker(setup), workers)


def _grader_of(converter: Any) -> GradeInSandbox | None:
    """The preprocessor that runs notebooks, if only our own steps stand before it."""
    first = next(iter(converter.autograde_preprocessors), None)
    kind = import_item(first) if isinstance(first, str) else first
    if not (isinstance(kind, type) and issubclass(kind, GradeInSandbox)):
        return None
    if tuple(converter.sanitize_preprocessors) != SANITIZERS:
        return None
    grader: GradeInSandbox = kind(parent=converter, log=_SILENT)
    return grader


def _to_grade(converter: Any) -> Iterator[tuple[NotebookName, tuple[str, Any]]]:
    """The notebooks that nbgrader will grade in its order: names, paths and what it says of them.

    Of submissions that were graded before it grades those that were handed in again. Which these
    are is left to it.
    """
    about = converter.coursedir
    left_out = about.student_id_exclude.split(",")
    pattern = converter._format_source("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True)
    for folder in sorted(converter.assignments):
        found = re.match(pattern, folder)
        if found is None or found["student_id"] in left_out:
            continue
        results = converter._format_dest(**found.groupdict())
        for path in sorted(converter.assignments[folder]):
            whole = about.notebook_id == "*"
            result = results if whole else os.path.join(results, os.path.basename(path))
            if converter.force or not os.path.exists(result):
                resources = converter.init_single_notebook_resources(path)
                names = resources["nbgrader"]
                yield NotebookName(names["student"], names["notebook"]), (path, resources)


class _Foreseen:
    """What nbgrader is about to ask for the notebooks of a class."""

    def __init__(
        self,
        converter: Any,
        grader: GradeInSandbox,
        gradebooks: CommandGradebooks,
        notebooks: dict[NotebookName, tuple[str, Any]],
    ) -> None:
        self._converter = converter
        self._grader = grader
        self._gradebooks = gradebooks
        self._notebooks = notebooks
        kinds = (import_item(each) if isinstance(each, str) else each for each in SANITIZERS)
        self._steps = [kind(parent=converter, log=_SILENT) for kind in kinds]

    def runs(self, name: NotebookName) -> Sequence[NotebookRun]:
        """The runs of a notebook; none if it is one that nbgrader will refuse."""
        path, resources = self._notebooks[name]
        try:
            taken = taken_hand_in(self._converter, path)
            notebook = read_hand_in(Path(path), taken, self._grader)
            with self._gradebooks.reading():
                for step in self._steps:
                    notebook, resources = step(notebook, resources)
            # Between its two passes nbgrader writes the notebook and reads it again.
            notebook = clean_notebook(json.dumps(notebook).encode())
            if not is_python(notebook.metadata.get("kernelspec", {})):
                return []
            return self._grader.runs_of(notebook, resources["nbgrader"]).all
        except Exception:  # noqa: BLE001 - nbgrader meets it when the notebook's turn comes
            return []
