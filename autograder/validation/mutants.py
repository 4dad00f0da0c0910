"""Making mutants of a reference: one small change of its text inside a solution region.

They come from the operators of cosmic-ray, and from our own for numerical code.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.course import Solution
from autograder.course.stub import solution_line_numbers
from autograder.edits.mutant_operators import OPERATORS
from autograder.edits.spans import SourceText
from autograder.edits.surroundings import places
from autograder.validation.additions import ADDITIONS
from autograder.validation.known_values import known_values
from autograder.validation.solution_functions import solution_functions

__all__ = ["Mutant", "make_mutants"]


@dataclass(frozen=True)
class Mutant:
    """A version of a reference with one change, which is wrong unless it is equivalent.

    Attributes:
        operator: the name of the change.
        line: in `reference.py`, from 1.
        before: the line in the reference, stripped; several if the change spans several.
        after: the same lines after the change.
        number: counts the solution's lines with this text, from 1.
        source: the whole text after the change.
    """

    operator: str
    line: int
    before: str
    after: str
    number: int
    source: str

    @property
    def name(self) -> str:
        """A readable name that is the same in every run."""
        before, after = (" ⏎ ".join(each.splitlines()) for each in (self.before, self.after))
        return f"{self.operator}, line {self.line}: {before} → {after}"


def make_mutants(solution: Solution) -> list[Mutant]:
    """Make all mutants of an exercise's reference, in the order of their lines.

    The text outside the solution regions is the statement and stays. Mutants that are not valid
    Python, or mean the same as the reference or an earlier mutant, are left out.

    Args:
        solution: the exercise.

    Returns:
        The mutants.
    """
    source = solution.source
    lines = solution_line_numbers(source)
    seen = {ast.dump(ast.parse(source))}
    mutants = []
    edits = (
        *_library_edits(source, lines),
        *_own_edits(source, lines),
        *_additions(solution, lines),
    )
    for operator, edit in edits:
        text = source[: edit.start] + edit.text + source[edit.end :]
        meaning = _meaning(text)
        if meaning is not None and meaning not in seen:
            seen.add(meaning)
            mutants.append(_mutant(source, lines, operator, text, edit.anchor))
    return sorted(mutants, key=lambda each: each.line)


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str
    anchor: int | None = None
    """The line to show as the first one, although it may not change."""


def _meaning(text: str) -> str | None:
    """The syntax tree as text; None for text that is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `is` with a number, and the like
            compile(text, "mutant.py", "exec")
        return ast.dump(ast.parse(text))
    except (SyntaxError, ValueError):
        return None


def _mutant(source: str, lines: list[int], operator: str, text: str, anchor: int | None) -> Mutant:
    old, new = source.splitlines(), text.splitlines()
    first = next(i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    if anchor is not None:
        first = min(first, anchor - 1)
    last = 0
    while old[-1 - last] == new[-1 - last] and first + last < min(len(old), len(new)) - 1:
        last += 1
    before = _stripped(old[first : len(old) - last])
    after = _stripped(new[first : len(new) - last])
    height = len(before)
    places = [n for n in lines if _stripped(old[n - 1 : n - 1 + height]) == before]
    number = places.index(first + 1) + 1
    return Mutant(operator, first + 1, "\n".join(before), "\n".join(after), number, text)


def _stripped(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines]


# Our own operators, on Python's own trees.


def _own_edits(source: str, lines: list[int]) -> Iterator[tuple[str, _Edit]]:
    for node, place in places(source, lines):
        for operator in OPERATORS:
            for changed, text in operator(node, place):
                yield operator.__name__, _Edit(*place.source.span(changed), text)


def _additions(solution: Solution, lines: list[int]) -> Iterator[tuple[str, _Edit]]:
    whole = SourceText(solution.source)
    known = known_values(solution)
    for function in solution_functions(solution.source, set(lines), known):
        for addition in ADDITIONS:
            for changed, text in addition(function):
                anchor = changed.lineno  # type: ignore[attr-defined]
                yield addition.__name__, _Edit(*whole.span(changed), text, anchor)


# The operators of cosmic-ray, on parso's trees.

_LEFT_OUT = re.compile(
    # They raise an error for every float: killing them proves nothing.
    "RShift|LShift|BitOr|BitAnd|BitXor|Invert"
    # The interpreter decides whether two equal numbers are one object.
    "|(Eq|NotEq|Lt|LtE|Gt|GtE)_Is(Not)?$"
    # They draw random numbers, so that every run would differ.
    "|VariableReplacer|VariableInserter"
)


def _library_operators() -> Iterator[tuple[str, Any]]:
    import parso.python.tree  # noqa: F401, PLC0415 - cosmic-ray needs it loaded first
    from cosmic_ray.operators.provider import OperatorProvider  # noqa: PLC0415 - slow to import

    provider = OperatorProvider()
    for name in provider:
        if not _LEFT_OUT.search(name):
            yield name, provider[name]()


def _library_edits(source: str, lines: list[int]) -> Iterator[tuple[str, _Edit]]:
    from cosmic_ray.ast import ast_nodes, get_ast  # noqa: PLC0415 - slow to import

    operators = list(_library_operators())
    whole = SourceText(source)
    inside = set(lines)
    nodes = [node for node in ast_nodes(get_ast(source)) if node.start_pos[0] in inside]
    for node in nodes:
        for name, operator in operators:
            for index, (start, end) in enumerate(list(operator.mutation_positions(node))):
                if start[0] in inside:
                    yield name, _library_edit(node, operator, index, whole, start, end)


def _library_edit(
    node: Any, operator: Any, index: int, whole: SourceText, start: Any, end: Any
) -> _Edit:
    """Turn an operator's change of a node into a change of text, and restore the tree.

    The operators change the tree itself. Parsing it again for each mutant, as `cosmic_ray.mutating`
    does, would take longer than running the mutants.
    """
    memory = [(each, dict(vars_of(each))) for each in (node, *getattr(node, "children", []))]
    changed = operator.mutate(node, index).get_code()
    for each, attributes in memory:
        for attribute, value in attributes.items():
            setattr(each, attribute, value)
    first, last = whole.offset(*start), whole.offset(*end)
    node_start, node_end = (
        whole.offset(*node.get_start_pos_of_prefix()),
        whole.offset(*node.end_pos),
    )
    text = changed[first - node_start : len(changed) - (node_end - last)]
    return _Edit(first, last, text.lstrip())


def vars_of(node: Any) -> Iterator[tuple[str, Any]]:
    """The parts of a node that an operator may change: its text and its children."""
    if hasattr(node, "value"):
        yield "value", node.value
    if hasattr(node, "children"):
        yield "children", list(node.children)
