"""The pieces of a submission: cells of a notebook, or `.py` files. No source is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

__all__ = [
    "GIVEN",
    "Piece",
    "asked_after",
    "binds",
    "cell_name",
    "check_places",
    "checks_with_answers",
    "defines",
    "imported_answers",
    "looks_into",
    "mentions",
    "notebook_pieces",
    "plain_text",
]

GIVEN: Final = "-given"
"""How the name of a cell ends in which something stands that nobody is to change."""


@dataclass(frozen=True)
class Piece:
    """A piece of source that runs as a whole: a notebook's code cell, or a `.py` file.

    Attributes:
        number: of the cell in its notebook, or of the file; errors refer to it.
        source: the text.
        exercise: that a file belongs to; None for cells, which all share one namespace.
        asked: the exercises whose check cell, or the last copy of it, comes before the next piece.
        given: whether a file is the course's own, so that no line of it is told.
    """

    number: int
    source: str
    exercise: str | None = None
    asked: tuple[str, ...] = ()
    given: bool = False


def notebook_pieces(
    cells: Sequence[Mapping[str, Any]],
    exercises: Sequence[str] = (),
    given: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Piece, ...]:
    """The code cells of a notebook, numbered by their place among all cells.

    Args:
        cells: all of them; see `read_notebook`.
        exercises: of the assignment. Their check cells belong to the course and are not run. Their
            answers are code, whatever type a student gave the cell.
        given: the texts that stand in cells of these names, whatever a student wrote there.
    """
    answers = {f"{exercise}-answer" for exercise in exercises}
    pieces: list[Piece] = []
    # The last copy of an answer counts, as the last definition does.
    for number, cell in reversed(list(enumerate(cells))):
        name = cell_name(cell)
        is_code = cell["cell_type"] == "code" or name in answers
        answers.discard(name)
        if is_code and name not in exercises:
            text = given.get(name.removesuffix(GIVEN), "") if name.endswith(GIVEN) else ""
            pieces.append(Piece(number, text or plain_text(cell.get("source"))))
    names = set(map(cell_name, cells))
    left_out = [name for name in exercises if name in given and f"{name}{GIVEN}" not in names]
    pieces += [Piece(len(cells) + n, given[name]) for n, name in enumerate(left_out)]
    return asked_after(reversed(pieces), check_places(cells, exercises))


def imported_answers(
    cells: Iterable[Mapping[str, Any]], given: Mapping[str, str] = MappingProxyType({})
) -> tuple[Piece, ...]:
    """The answers of a notebook that a cell of it imports by name, each as a file of its own.

    Such a notebook was made of files, by whoever handed it in, or where a gradebook is written.

    Args:
        cells: all of them.
        given: see `notebook_pieces`.
    """
    placed = [(number, cell_name(cell), cell) for number, cell in enumerate(cells)]
    texts = [(number, name, plain_text(cell.get("source"))) for number, name, cell in placed]
    wanted = {name for _, _, text in texts for name in _IMPORT.findall(text)}
    found = {}
    for number, name, text in texts:
        exercise = name.removesuffix("-answer").removesuffix(GIVEN)
        if exercise != name and exercise in wanted:
            found[exercise] = Piece(number, given.get(exercise, text), exercise)
    names = [name for name in given if name in wanted - found.keys()]
    # No other piece has such a number: it says how many lines there are.
    first = len(placed) + len(given)
    left_out = [Piece(first + n, given[name], name) for n, name in enumerate(names)]
    return (*left_out, *found.values())[:_MOST_IMPORTED]


_MOST_IMPORTED: Final = 100
"""Each is sent to each fork, and a name may be any."""

_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+(\w{1,200})", re.MULTILINE)


def check_places(cells: Iterable[Mapping[str, Any]], exercises: Sequence[str]) -> dict[str, int]:
    """Where each exercise is checked: the number of its check cell, of the last copy of it.

    A check cell is known by nbgrader's name, by the id of the cell, or by a line that reads
    `check("name", ...)` or `%%check name`: people copy and move cells, and programs drop their
    metadata.
    """
    places = {}
    for number, cell in enumerate(cells):
        names: list[Any] = [cell_name(cell)]
        if names[0] not in exercises:
            names.append(cell.get("id"))
            if cell["cell_type"] == "code":
                text = plain_text(cell.get("source"))
                names += _CHECK.findall(text) + _MAGIC.findall(text)
        places.update({name: number for name in exercises if name in names})
    return places


_CHECK = re.compile(r"^[ \t]*check\([ \t]*[\"'](\w+)[\"'][^()\n]*\)[ \t;]*(?:#.*)?$", re.MULTILINE)
_MAGIC = re.compile(r"^%%?check[ \t]+(\w+)", re.MULTILINE)


def checks_with_answers(
    cells: Iterable[Mapping[str, Any]], exercises: Sequence[str]
) -> tuple[str, ...]:
    """The exercises whose answers were typed into their check cells, where nothing is run."""
    texts = ((cell_name(cell), plain_text(cell.get("source"))) for cell in cells)
    found = [name for name, text in texts if name in exercises and defines(text, name)]
    return tuple(dict.fromkeys(found))


def defines(source: str, name: str) -> bool:
    """Whether a line of a text begins the definition of this function or class."""
    begins = re.compile(rf"(?:async[ \t]+)?(?:def|class)[ \t]+{re.escape(name)}\b")
    return any(begins.match(line) for line, _ in _mentions(source, name))


def binds(source: str, name: str) -> bool:
    """Whether a line of a text looks as if it binds a name: by `def`, `=` or `import`."""
    name = re.escape(name)
    begins = rf"(?:def|class)[ \t]+{name}\b|{name}[ \t]*(?:=(?!=)|,)"
    looks = re.compile(rf"[ \t]*(?:{begins}|(?:from|import)\b.*\b{name}\b)")
    return any(looks.match(line) for line, _ in _mentions(source, name))


def looks_into(source: str, name: str) -> bool:
    """Whether a text takes something out of what has this name, as `np.` does."""
    return any(after == "." for _, after in _mentions(source, name))


def mentions(source: str, name: str) -> bool:
    """Whether a name stands anywhere in a text."""
    return any(_mentions(source, name))


_MOST_MENTIONS, _AROUND = 1000, 500


def _mentions(source: str, name: str) -> Iterator[tuple[str, str]]:
    """The line around each mention of a name, empty where it is long, and the character behind it.

    It takes as long as it takes to find the name, whatever the text: each name is looked for in all
    of a submission, which may have ten megabytes.
    """
    start = 0
    for _ in range(_MOST_MENTIONS):
        place = source.find(name, start)
        if place < 0:
            return
        start = place + len(name)
        before, after = source[max(0, place - 1) : place], source[start : start + 1]
        if _is_in_a_name(before) or _is_in_a_name(after):
            continue
        begin = source.rfind("\n", max(0, place - _AROUND), place) + 1
        is_whole = begin > 0 or place < _AROUND
        yield source[begin : start + _AROUND].partition("\n")[0] if is_whole else "", after


def _is_in_a_name(char: str) -> bool:
    return char == "_" or char.isalnum()


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
