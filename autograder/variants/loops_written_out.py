"""Loops in programs that are one expression: what they carry on from turn to turn."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["HELPERS", "appended", "broken_off", "looped", "returned", "state", "stored"]

HELPERS: Final = {
    "_looped": """
def _looped(items, begin, turn, after):
    state = begin
    for item in items:
        state = turn(item, **state)
        if isinstance(state, tuple):
            how, state = state
            if how == "returned":
                return state
            break
    return after(**state)
""",
    "_stored": """
def _stored(whole, index, value):
    whole = whole.copy()
    whole[index] = value
    return whole
""",
}
"""The text of each function that such an expression may call."""


def _called(name: str, *args: ast.expr, **keywords: ast.expr) -> ast.expr:
    named = [ast.keyword(key, value) for key, value in keywords.items()]
    return ast.Call(ast.Name(name, ast.Load()), list(args), named)


def stored(whole: ast.expr, index: ast.expr, value: ast.expr) -> ast.expr:
    """An array, a list or a dict with another value in one place."""
    return _called("_stored", whole, index, value)


def appended(whole: ast.expr, value: ast.expr) -> ast.expr:
    """A list with one value more."""
    return ast.BinOp(whole, ast.Add(), ast.List([value], ast.Load()))


def state(values: Mapping[str, ast.expr]) -> ast.expr:
    """What a loop carries from one turn to the next."""
    return _called("dict", **values)


def returned(value: ast.expr) -> ast.expr:
    """What a turn leads to in which a value is returned."""
    return ast.Tuple([ast.Constant("returned"), value], ast.Load())


def broken_off(values: ast.expr) -> ast.expr:
    """What a turn leads to after which the loop is left."""
    return ast.Tuple([ast.Constant("left"), values], ast.Load())


def looped(
    item: str,
    names: Iterable[str],
    turn: ast.expr,
    items: ast.expr,
    begin: Mapping[str, ast.expr],
    after: ast.expr,
) -> ast.expr:
    """A loop, and what is returned after it.

    Args:
        item: the name of what it goes through, in a turn.
        names: of what it carries from turn to turn.
        turn: what one turn leads to.
        items: that it goes through.
        begin: what it carries at first.
        after: what is returned in the end.
    """
    carried = list(names)
    return _called(
        "_looped",
        items,
        state(begin),
        _function([item, *carried], turn),
        _function(carried, after),
    )


def _function(names: Iterable[str], value: ast.expr) -> ast.expr:
    arguments = ast.arguments([], [ast.arg(each) for each in names], None, [], [], None, [])
    return ast.Lambda(arguments, value)
