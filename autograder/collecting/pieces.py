"""What a submission is made of: the cells of a notebook, or `.py` files. No source is parsed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.collecting.files import UnreadableError, text_of

__all__ = ["Piece", "cell_name", "notebook_pieces", "plain_text", "read_notebook"]

_MAX_CELLS = 2_000
_UTF_16 = (b"{\0", b"\0{")
"""How a notebook in UTF-16 begins that has no byte order mark; to UTF-8 it is text."""


@dataclass(frozen=True)
class Piece:
    """A piece of source that is run as one: a notebook's code cell, or a `.py` file.

    Attributes:
        number: of the cell in its notebook, or of the file; errors name it.
        source: the text.
        exercise: whose file it is; None for cells, which all share one namespace.
    """

    number: int
    source: str
    exercise: str | None = None


def notebook_pieces(data: bytes, exercises: Sequence[str] = ()) -> tuple[Piece, ...]:
    """The code cells of a notebook's bytes, numbered by their place among all cells.

    Args:
        data: of the file.
        exercises: of the assignment. Their check cells are the course's and are not run, and their
            answers are code, whatever a student made of either.

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


def read_notebook(data: bytes) -> dict[str, Any]:
    """A notebook's bytes as they are, with cells that have a type, and a source if they are code.

    Raises:
        UnreadableError: if this is no notebook.
    """
    if data[:2] in _UTF_16:
        raise UnreadableError("not_utf8")
    text = text_of(data)
    try:
        document: dict[str, Any] = msgspec.json.decode(text)
        for cell in document["cells"]:
            _check_cell(cell)
    except (msgspec.DecodeError, RecursionError, KeyError, TypeError, ValueError):
        raise UnreadableError("not_notebook") from None
    if len(document["cells"]) > _MAX_CELLS:
        raise UnreadableError("too_large")
    return document


def _check_cell(cell: dict[str, Any]) -> None:
    if cell["cell_type"] == "code":
        source = cell["source"]
        if not isinstance("".join(source) if isinstance(source, list) else source, str):
            raise TypeError


def cell_name(cell: Mapping[str, Any]) -> str:
    """What nbgrader calls a cell; empty where it, or a student, wrote no name."""
    metadata = cell.get("metadata")
    ours = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = ours.get("grade_id") if isinstance(ours, dict) else None
    return name if isinstance(name, str) else ""


def plain_text(value: Any) -> str:
    """A text, which a notebook may hold as a list of lines; empty for anything else."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""
