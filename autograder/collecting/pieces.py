"""The pieces of a submission: cells of a notebook, or `.py` files. No source is parsed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.collecting.notebook_file import read_notebook

__all__ = ["Piece", "cell_name", "notebook_pieces", "plain_text"]


@dataclass(frozen=True)
class Piece:
    """A piece of source that runs as a whole: a notebook's code cell, or a `.py` file.

    Attributes:
        number: of the cell in its notebook, or of the file; errors refer to it.
        source: the text.
        exercise: that a file belongs to; None for cells, which all share one namespace.
    """

    number: int
    source: str
    exercise: str | None = None


def notebook_pieces(data: bytes, exercises: Sequence[str] = ()) -> tuple[Piece, ...]:
    """Read the code cells of a notebook, numbered by their place among all cells.

    Args:
        data: of the file.
        exercises: of the assignment. Their check cells belong to the course and are not run. Their
            answers are code, whatever type a student gave the cell.

    Raises:
        UnreadableError: if this is no notebook.
    """
    answers = {f"{exercise}-answer" for exercise in exercises}
    pieces: list[Piece] = []
    # The last copy of an answer counts, as the last definition does.
    for number, cell in reversed(list(enumerate(read_notebook(data)["cells"]))):
        name = cell_name(cell)
        is_code = cell["cell_type"] == "code" or name in answers
        answers.discard(name)
        if is_code and name not in exercises:
            pieces.append(Piece(number, plain_text(cell.get("source"))))
    return tuple(reversed(pieces))


def cell_name(cell: Mapping[str, Any]) -> str:
    """The name that nbgrader gave a cell; empty where there is no valid one."""
    metadata = cell.get("metadata")
    ours = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = ours.get("grade_id") if isinstance(ours, dict) else None
    return name if isinstance(name, str) else ""


def plain_text(value: Any) -> str:
    """A text, which a notebook may store as a list of lines; empty for anything else."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""
