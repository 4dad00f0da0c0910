"""The pieces of a submission: cells of a notebook, or `.py` files. No source is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from autograder.collecting.files import UnreadableError, text_of

__all__ = [
    "Piece",
    "asked_after",
    "cell_name",
    "check_places",
    "notebook_pieces",
    "plain_text",
    "read_notebook",
]

_MAX_CELLS = 2_000
_UTF_16 = (b"{\0", b"\0{")
"""The first bytes of a notebook in UTF-16 without a byte order mark, which is valid UTF-8 too."""


@dataclass(frozen=True)
class Piece:
    """A piece of source that runs as a whole: a notebook's code cell, or a `.py` file.

    Attributes:
        number: of the cell in its notebook, or of the file; errors refer to it.
        source: the text.
        exercise: that a file belongs to; None for cells, which all share one namespace.
        asked: the exercises whose check cell, or the last copy of it, comes before the next piece.
    """

    number: int
    source: str
    exercise: str | None = None
    asked: tuple[str, ...] = ()


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
    cells = read_notebook(data)["cells"]
    # The last copy of an answer counts, as the last definition does.
    for number, cell in reversed(list(enumerate(cells))):
        name = cell_name(cell)
        is_code = cell["cell_type"] == "code" or name in answers
        answers.discard(name)
        if is_code and name not in exercises:
            pieces.append(Piece(number, plain_text(cell.get("source"))))
    return asked_after(reversed(pieces), check_places(cells, exercises))


def check_places(cells: Iterable[Mapping[str, Any]], exercises: Sequence[str]) -> dict[str, int]:
    """Where each exercise is checked: the number of its check cell, of the last copy of it.

    A check cell is known by nbgrader's name, by the id of the cell, or by a line that reads
    `check("name", ...)`: people copy and move cells, and programs drop their metadata.
    """
    places = {}
    for number, cell in enumerate(cells):
        names: list[Any] = [cell_name(cell)]
        if names[0] not in exercises:
            names.append(cell.get("id"))
            if cell["cell_type"] == "code":
                names += _CHECK.findall(plain_text(cell.get("source")))
        places.update({name: number for name in exercises if name in names})
    return places


_CHECK = re.compile(r"^[ \t]*check\([ \t]*[\"'](\w+)[\"'][^()\n]*\)[ \t;]*(?:#.*)?$", re.MULTILINE)


def asked_after(pieces: Iterable[Piece], places: Mapping[str, int]) -> tuple[Piece, ...]:
    """The pieces, each with the exercises that are checked before the next one.

    Args:
        pieces: in the order of their numbers.
        places: see `check_places`.
    """
    placed = list(pieces)
    for exercise, place in places.items():
        before = [index for index, piece in enumerate(placed) if piece.number <= place]
        if before:
            piece = placed[before[-1]]
            placed[before[-1]] = replace(piece, asked=(*piece.asked, exercise))
    return tuple(placed)


def read_notebook(data: bytes) -> dict[str, Any]:
    """Decode a notebook whose cells all have a type and, if they are code, a source.

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
