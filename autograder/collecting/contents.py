"""What a file of code is an answer to: a linear look at its text; nothing is parsed or run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from autograder.collecting.asked import Asked
from autograder.collecting.files import text_of
from autograder.collecting.notebook_file import read_notebook
from autograder.collecting.pieces import cell_name, plain_text

__all__ = ["Contents", "file_contents", "notebook_contents"]

_DEFINES: Final = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w{1,200})", re.MULTILINE)
_MOST: Final = 0.75
"""The share of an assignment's exercises that is enough for a notebook to be an answer to it."""

_IMPORTS: Final = re.compile(r"^from (\w{1,200}) import [\w, ]{1,1000}\n", re.MULTILINE)
"""What is added to a stub that is handed out as a file, if the exercise has others; and more."""

_DOCSTRING: Final = ('r"""', '"""')


@dataclass(frozen=True)
class Contents:
    """What a look at a notebook or a `.py` file shows.

    Attributes:
        cells: the exercises of which it has a cell.
        defines: the exercises of which it has the function or class at the beginning of a line.
        touched: whether anything in it is not as it was handed out.
        foreign: whether its cells are those of another course.
        digest: the same for two files with the same code.
    """

    cells: frozenset[str]
    defines: frozenset[str]
    touched: bool
    foreign: bool
    digest: bytes

    def assignments(self, asked: Asked) -> list[str]:
        """The assignments that it has anything of."""
        found = self.cells | self.defines
        return [name for name, each in asked.assignments.items() if not found.isdisjoint(each)]

    def answers_to(self, asked: Asked) -> list[str]:
        """The assignments that it can be meant for.

        Those that it has cells of. Without any, those of which it defines most: a function of
        another assignment may be there to help.
        """
        if self.cells:
            return [n for n, each in asked.assignments.items() if not self.cells.isdisjoint(each)]
        shares = {
            name: len(self.defines.intersection(each)) / len(each)
            for name, each in asked.assignments.items()
            if each
        }
        most = max(shares.values(), default=0.0)
        return [name for name, share in shares.items() if share and share >= min(most, _MOST)]


def notebook_contents(data: bytes, asked: Asked) -> Contents:
    """Look at a notebook.

    Raises:
        UnreadableError: if this is no notebook.
    """
    cells = read_notebook(data)["cells"]
    known = {name for exercises in asked.assignments.values() for name in exercises}
    answers = {f"{name}-answer": name for name in known}
    named: set[str] = set()
    foreign = changed = False
    defined: set[str] = set()
    sources = []
    for cell in cells:
        name = cell_name(cell) or _cell_id(cell)
        foreign = foreign or bool(cell_name(cell))
        source = plain_text(cell.get("source"))
        if name in known:
            named.add(name)
            continue
        if name in answers:
            named.add(answers[name])
            changed = changed or not _is_stub(source, asked.stubs.get(answers[name]))
        elif cell["cell_type"] == "code":
            defined |= known.intersection(_DEFINES.findall(source))
        else:
            continue
        sources.append(source)
    return Contents(
        cells=frozenset(named),
        defines=frozenset(defined),
        touched=changed or bool(defined) or not named,
        foreign=foreign and not named and not defined,
        digest=_digest(sources),
    )


def _cell_id(cell: Mapping[str, Any]) -> str:
    name = cell.get("id")
    return name if isinstance(name, str) else ""


def file_contents(data: bytes, asked: Asked) -> Contents:
    """Look at a `.py` file.

    Raises:
        UnreadableError: if it is no text.
    """
    text = text_of(data)
    known = {name for exercises in asked.assignments.values() for name in exercises}
    defined = frozenset(known.intersection(_DEFINES.findall(text)))
    plain = _IMPORTS.sub("", text)
    touched = not any(
        _is_stub_file(each, asked.stubs.get(name)) for name in defined for each in (text, plain)
    )
    return Contents(frozenset(), defined, touched, foreign=False, digest=_digest([text]))


def _is_stub(source: str, stub: str | None) -> bool:
    return stub is not None and _lines(source) == _lines(stub)


def _is_stub_file(text: str, stub: str | None) -> bool:
    """Whether a file is a stub, perhaps below the statement in a docstring of its own."""
    if stub is None or not text.rstrip().endswith(stub.rstrip()):
        return False
    head = text.rstrip().removesuffix(stub.rstrip()).strip()
    return not head or (head.startswith(_DOCSTRING) and head.count('"""') == 2)


def _lines(text: str) -> list[str]:
    """The lines of a text without what an editor adds or drops at their ends."""
    return [line.rstrip() for line in text.strip().splitlines()]


def _digest(sources: Iterable[str]) -> bytes:
    digest = hashlib.sha256()
    for source in sources:
        digest.update("\n".join(_lines(source)).encode("utf-8", "replace") + b"\0")
    return digest.digest()
