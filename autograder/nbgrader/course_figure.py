"""The course's own cell that draws what a student's functions give, and when it is drawn.

Nothing is graded by it, and it takes longer than all the rest of a notebook. So it is left out
where a class is graded, unless a person grades a part of the notebook; feedback draws it then.
"""

from __future__ import annotations

import symtable
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task

from autograder.collecting.pieces import mentions
from autograder.course.text_files import read_text
from autograder.nbgrader.cell_outputs import Output
from autograder.nbgrader.loaded_course import is_ours
from autograder.report.messages import say

__all__ = ["figure_of", "is_left_out", "left_out_figures", "not_drawn_output"]

_MARK: Final = {"autograder": "not drawn"}
"""The metadata of an output; a student's outputs have none."""


def figure_of(root: str, assignment: str) -> str:
    """The text of the cell; empty where an assignment has none.

    Args:
        root: see `course_root`.
        assignment: its name.

    Raises:
        CourseError: if the file is not text.
    """
    path = Path(root, "solutions", assignment, "figure.py")
    return read_text(path).strip() if is_ours(root, assignment) and path.is_file() else ""


def left_out_figures(
    cells: Iterable[NotebookNode], sources: Mapping[int, str], figure: str
) -> frozenset[int]:
    """The cells that draw the figure, where nobody needs them.

    Args:
        cells: of a notebook.
        sources: of those that are run and not graded, by number.
        figure: see `figure_of`.
    """
    drawing = {number for number, source in sources.items() if source.strip() == figure}
    if not (figure and drawing) or any(map(_is_graded_by_a_person, cells)):
        return frozenset()
    others = [source for number, source in sources.items() if number not in drawing]
    if any(mentions(source, name) for name in _names_bound(figure) for source in others):
        return frozenset()
    return frozenset(drawing)


def not_drawn_output(language: str) -> Output:
    """What stands in the place of the figure: how to get it."""
    said = {"text/plain": say(language, "figure_not_drawn")}
    return {"output_type": "display_data", "metadata": dict(_MARK), "data": said}


def is_left_out(cell: Mapping[str, Any]) -> bool:
    """Whether a cell of a graded notebook is one whose figure was not drawn."""
    return any(output.get("metadata") == _MARK for output in cell.get("outputs", ()))


def _is_graded_by_a_person(cell: NotebookNode) -> bool:
    return bool(is_task(cell) or (is_grade(cell) and is_solution(cell)))


def _names_bound(figure: str) -> list[str]:
    """The names that the cell leaves in the notebook."""
    table = symtable.symtable(figure, "figure.py", "exec")
    symbols = table.get_symbols()
    return [each.get_name() for each in symbols if each.is_assigned() or each.is_imported()]
