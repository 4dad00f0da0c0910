"""Making the edits of a program that people's errors need."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Collection, Iterator
from types import CodeType

import msgspec

from autograder.course.stub import solution_line_numbers
from autograder.edits import (
    brackets,
    calls,
    conditions,
    loops,
    names,
    numbers,
    slices,
    states,
    terms,
)
from autograder.edits.everywhere import Site, everywhere
from autograder.edits.rewriting import Operator, Rewrite
from autograder.edits.spans import SourceText
from autograder.edits.surroundings import Surroundings, places

__all__ = ["OPERATOR_NAMES", "Edit", "each_edit", "is_likely", "known_names", "make_edits"]

_SPARE = (
    "add_or_multiply", "root_operand", "square_operand", "round_values", "add_epsilon",
    "add_factor", "multiply_or_divide", "add_function", "halve_term", "clip_values", "double_term",
    "exchange_names",
)  # fmt: skip
"""What people do least; it is left out of a large program, in this order."""


def is_likely(operator: str) -> bool:
    """Whether an operator is not one of those that people's errors need least."""
    return operator not in _SPARE


_OPERATORS: tuple[Operator, ...] = tuple(
    sorted(
        (
            *states.OPERATORS, *terms.OPERATORS, *brackets.OPERATORS, *conditions.OPERATORS,
            *loops.OPERATORS, *calls.OPERATORS, *slices.OPERATORS, *names.OPERATORS,
            *numbers.OPERATORS,
        ),
        key=lambda operator: not is_likely(operator.__name__),
    )
)  # fmt: skip
"""In the order in which they are tried: of two that make the same program, the first counts."""

OPERATOR_NAMES: tuple[str, ...] = tuple(each.__name__ for each in _OPERATORS)
"""The names of all operators. They stand in `results.jsonl`."""


class Edit(msgspec.Struct, frozen=True):
    """A program with one change.

    Attributes:
        operator: what was done: one of `OPERATOR_NAMES`.
        of: what it is about, as a student would know it: an argument, a variable, a function,
            `loop`, `axis`; letters, digits and underscores; None where nothing has a name.
        source: the whole text after the change.
        line: where the change begins, from 1.
    """

    operator: str
    of: str | None
    source: str
    line: int


def make_edits(
    source: str, *, lines: Collection[int] | None = None, known: Collection[str] = ()
) -> list[Edit]:
    """Make all edits of a program.

    Args:
        source: the whole text.
        lines: the numbers of the lines to change; where they are not given, those between the
            solution marks, and where there are no marks, the lines of all functions.
        known: names that a student knows beside those that stand outside of these lines.

    Returns:
        The edits, each of which is Python and another program than the text and than the others.
    """
    return _few_enough(list(each_edit(source, lines=lines, known=known)))


def each_edit(
    source: str,
    *,
    lines: Collection[int] | None = None,
    known: Collection[str] = (),
    first: Collection[str] = (),
) -> Iterator[Edit]:
    """Make the edits of a program one by one, for those who need only the first of them.

    Args:
        source: the whole text.
        lines: as in `make_edits`.
        known: as in `make_edits`.
        first: the names of operators whose edits come before those of all others.

    Yields:
        All edits, also those that `make_edits` leaves out of a large program.
    """
    if lines is None:
        lines = solution_line_numbers(source) or sorted(_lines_of_functions(source))
    known = {*known, *known_names(source, lines)}
    seen = {_meaning(source)}
    text = SourceText(source)
    found = list(places(source, lines, known))
    for operator in sorted(_OPERATORS, key=lambda each: each.__name__ not in first):
        for change in _changes(operator, found):
            edit = _edit(operator.__name__, change, text)
            meaning = _meaning(edit.source)
            if meaning is not None and meaning not in seen:
                seen.add(meaning)
                yield edit


_ONCE = frozenset(
    "add_factor double_term halve_term square_operand root_operand multiply_or_divide "
    "add_or_multiply add_function round_values name_as_one name_as_number settle_condition "
    "drop_statement".split()
)
"""What people do at one place, and not wherever it can be done."""

_MOST = 600


def _few_enough(edits: list[Edit]) -> list[Edit]:
    for operator in _SPARE:
        if len(edits) <= _MOST:
            break
        edits = [each for each in edits if each.operator != operator]
    return edits


def known_names(source: str, lines: Collection[int] | None = None) -> frozenset[str]:
    """The words that stand outside of a solution, in signatures and docstrings."""
    if lines is None:
        lines = solution_line_numbers(source)
    inside = frozenset(lines)
    outside = [line for number, line in enumerate(source.splitlines(), 1) if number not in inside]
    return frozenset(re.findall(r"[A-Za-z_][A-Za-z0-9_]*", "\n".join(outside)))


def _lines_of_functions(source: str) -> Iterator[int]:
    """The lines of the statements in functions, without docstrings."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            for each in node.body[1:] if ast.get_docstring(node) is not None else node.body:
                yield from range(each.lineno, (each.end_lineno or each.lineno) + 1)


def _changes(operator: Operator, found: list[tuple[ast.AST, Surroundings]]) -> Iterator[Rewrite]:
    """What an operator makes at each place, and at all places that are alike."""
    sites = [
        Site(node, place, number, change)
        for node, place in found
        for number, change in enumerate(operator(node, place))
    ]
    yield from (each.change for each in sites)
    if operator.__name__ not in _ONCE:
        yield from everywhere(sites)


def _edit(name: str, change: Rewrite, text: SourceText) -> Edit:
    line = min(node.lineno for node, _ in change.changes)  # type: ignore[attr-defined]
    return Edit(name, change.of, text.replaced(change.changes), line)


_Meaning = tuple[object, ...]


def _meaning(text: str) -> _Meaning | None:
    """What a text does, without its lines; None for a text that is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a number that is called, `is` with a number
            return _meaning_of_code(compile(text, "edit.py", "exec"))
    except (SyntaxError, ValueError):
        return None


def _meaning_of_code(code: CodeType) -> _Meaning:
    # It takes a third of the time that a dump of the tree takes.
    constants = (
        _meaning_of_code(each) if isinstance(each, CodeType) else repr(each)
        for each in code.co_consts
    )
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    return (code.co_code, code.co_exceptiontable, *names, *constants)
