"""Composing wrong answers of several errors: random ones, by a seed.

Each is the reference or a listed mistake, to which two more things are done: an edit, a constant in
the place of an argument, rounding, another type, changed inputs, a guard.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import numpy as np

from autograder.course import Solution
from autograder.course.known_source import known_source
from autograder.course.parameters import argument_names
from autograder.edits.making import Edit, known_names, make_edits
from autograder.validation.spoiling import SPOILERS
from autograder.variants.listing import load
from autograder.variants.wrappers import pinned, rounded

__all__ = ["CONSTANTS", "Composed", "Composer", "Part", "PartKind", "edits_of", "load_text"]

PartKind = Literal["mistake", "edit", "argument", "rounding", "type", "inputs", "guard"]

Program = Callable[..., Any]

CONSTANTS: Final = (
    *(0.0, 1.0, 2.0, 3.0, 5.0, 10.0, 100.0),
    *(0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99, 0.999),
    *(1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15),
)
_DIGITS: Final = (0, 1, 2, 3, 4, 5, 6, 8)
_TRIES: Final = 20

_OFTEN: Final[dict[str, int]] = {
    "edit": 8,
    "argument": 3,
    "rounding": 2,
    "type": 1,
    "inputs": 1,
    "guard": 1,
}
"""How often each kind is taken, beside the others."""


@dataclass(frozen=True)
class Part:
    """One thing that is wrong with a composed answer.

    Attributes:
        kind: of it.
        name: of the mistake, the operator of the edit, the argument, or what is done otherwise.
        of: what an edit is about.
        value: the constant, or the digits.
        becomes: the lines that an edit makes; of no effect.
    """

    kind: PartKind
    name: str
    of: str | None = None
    value: float | None = None
    becomes: str = field(default="", compare=False)

    def __str__(self) -> str:
        words = [self.kind, self.name, self.of, None if self.value is None else f"{self.value:g}"]
        return " ".join(filter(None, [*words, self.becomes and f"({self.becomes})"]))


@dataclass(frozen=True)
class Composed:
    """A composed answer.

    Attributes:
        solution: of the exercise that it answers.
        parts: everything that is wrong with it: perhaps a listed mistake, and two more.
        edits: the texts of its edits, by part.
    """

    solution: Solution
    parts: tuple[Part, ...]
    edits: dict[Part, str]

    def program(self, parts: Collection[Part]) -> Program | None:
        """The function or class with some of the parts alone; None where that cannot be made."""
        text = _merged(_base(self.solution, self.parts), [*self._texts(parts)])
        if any(part.kind == "mistake" for part in self.parts) and not _has_mistake(parts):
            # What was edited is the text of the mistake: without it there is nothing to edit.
            if any(part.kind == "edit" for part in parts):
                return None
            text = self.solution.source
        program = None if text is None else load_text(text, self.solution.name)
        if program is None:
            return None
        for part in parts:
            program = _done(part, program)
        return program

    def _texts(self, parts: Collection[Part]) -> Iterator[str]:
        for part in parts:
            if part.kind == "edit":
                yield self.edits[part]


class Composer:
    """Composes wrong answers to one exercise.

    Args:
        solution: the exercise.
    """

    def __init__(self, solution: Solution) -> None:
        self._solution = solution
        self._arguments = [name for name in argument_names(solution.reference) if name != "self"]
        self._edits: dict[str | None, list[Edit]] = {}

    def compose(self, rng: np.random.Generator) -> Composed | None:
        """Compose one; None where no two of the changes that were drawn fit together."""
        for _ in range(_TRIES):
            mistake = None
            if self._solution.mistakes and rng.random() < 0.5:
                mistake = list(self._solution.mistakes)[rng.integers(len(self._solution.mistakes))]
            begin = () if mistake is None else (Part("mistake", mistake),)
            drawn = [self._draw(rng, mistake) for _ in range(2)]
            changes = [part for part, _ in filter(None, drawn)]
            kinds = [part.name if part.kind == "argument" else part.kind for part in changes]
            if len(changes) < 2 or (kinds[0] == kinds[1] != "edit") or changes[0] == changes[1]:
                continue
            texts = {part: text for part, text in filter(None, drawn) if text is not None}
            composed = Composed(self._solution, (*begin, *changes), texts)
            if composed.program(composed.parts) is not None:
                return composed
        return None

    def _draw(
        self, rng: np.random.Generator, mistake: str | None
    ) -> tuple[Part, str | None] | None:
        """One thing that is done to the reference or a mistake, and the text after it if any."""
        kinds, weights = list(_OFTEN), np.array(list(_OFTEN.values()), dtype=float)
        kind = kinds[rng.choice(len(kinds), p=weights / weights.sum())]
        if kind == "edit":
            edits = self._edits_of(mistake)
            if not edits:
                return None
            edit = edits[rng.integers(len(edits))]
            base = self._base(mistake)
            becomes = _becomes(base, edit.source)
            return Part("edit", edit.operator, edit.of, becomes=becomes), edit.source
        if kind == "argument":
            if not self._arguments:
                return None
            name = self._arguments[rng.integers(len(self._arguments))]
            return Part("argument", name, value=CONSTANTS[rng.integers(len(CONSTANTS))]), None
        if kind == "rounding":
            digits = float(_DIGITS[rng.integers(len(_DIGITS))])
            return Part("rounding", "rounding", value=digits), None
        names = [name for name, spoiler in SPOILERS.items() if spoiler.kind == kind]
        return Part(kind, names[rng.integers(len(names))]), None  # type: ignore[arg-type]

    def _edits_of(self, mistake: str | None) -> list[Edit]:
        if mistake not in self._edits:
            self._edits[mistake] = edits_of(self._solution, self._base(mistake))
        return self._edits[mistake]

    def _base(self, mistake: str | None) -> str:
        return _base(self._solution, () if mistake is None else (Part("mistake", mistake),))


def edits_of(solution: Solution, text: str) -> list[Edit]:
    """All edits of a version of an exercise, with the names that its students know."""
    return make_edits(text, known=known_names(solution.source))


def load_text(source: str, name: str) -> Program | None:
    """The function or class of a text made from the course's own; None where there is none."""
    try:
        return load(source, name)
    except Exception:  # noqa: BLE001 - an edit of what a module does when it is loaded
        return None


def _base(solution: Solution, parts: Sequence[Part]) -> str:
    """The text that is edited: of the listed mistake among the parts, or of the reference."""
    chosen = next((part.name for part in parts if part.kind == "mistake"), None)
    return solution.source if chosen is None else known_source(solution, "mistakes.py", chosen)


def _becomes(base: str, text: str) -> str:
    """The lines of a text that are not in another one, in one line."""
    before, after = base.splitlines(), text.splitlines()
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    lines = [line.strip() for tag, _, _, a, b in codes if tag != "equal" for line in after[a:b]]
    return "; ".join(lines)


def _has_mistake(parts: Collection[Part]) -> bool:
    return any(part.kind == "mistake" for part in parts)


def _done(part: Part, program: Program) -> Program:
    """A program with something done to it from outside; edits and mistakes are in its text."""
    if part.kind == "argument":
        return pinned(program, part.name, part.value or 0.0)
    if part.kind == "rounding":
        return rounded(program, int(part.value or 0))
    return SPOILERS[part.name].spoil(program) if part.name in SPOILERS else program


def _merged(base: str, edited: Sequence[str]) -> str | None:
    """A text with several changes, each of which is given by the whole text after it alone.

    Returns:
        The text; None where two changes touch the same lines, or lines side by side.
    """
    lines = base.splitlines(keepends=True)
    hunks: list[tuple[int, int, list[str]]] = []
    for text in edited:
        changed = text.splitlines(keepends=True)
        codes = difflib.SequenceMatcher(None, lines, changed, autojunk=False).get_opcodes()
        hunks += [(a, b, changed[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    hunks.sort(key=lambda hunk: hunk[:2])
    if any(begin <= end for (_, end, _), (begin, _, _) in itertools.pairwise(hunks)):
        return None
    for begin, end, replacement in reversed(hunks):
        lines[begin:end] = replacement
    return "".join(lines)
