"""Parts of an expression of which the value is known: choices, and entries of dicts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

__all__ = ["chosen", "compared", "looked_up", "one_dict"]


def chosen(test: ast.expr, yes: Callable[[], ast.expr], no: Callable[[], ast.expr]) -> ast.expr:
    """What a choice comes to: one of its two sides, where it is known which."""
    if isinstance(test, ast.Constant):
        return yes() if test.value else no()
    return ast.IfExp(test, yes(), no())


def compared(node: ast.Compare) -> ast.expr:
    """Whether two known values are the same; other comparisons stay as they are."""
    match node:
        case ast.Compare(
            left=ast.Constant(value=left),
            ops=[ast.Eq() | ast.NotEq() | ast.Is() | ast.IsNot() as operator],
            comparators=[ast.Constant(value=right)],
        ):
            same = type(left) is type(right) and left == right
            return ast.Constant(same == isinstance(operator, ast.Eq | ast.Is))
    return node


def one_dict(node: ast.Dict) -> ast.Dict:
    """A dict with the entries of those that are unpacked in it; of two with one key the last."""
    found: dict[str, tuple[ast.expr | None, ast.expr]] = {}
    for key, value in _entries(node):
        found[ast.dump(value if key is None else key)] = (key, value)
    return ast.Dict([key for key, _ in found.values()], [each for _, each in found.values()])


def _entries(node: ast.Dict) -> Iterator[tuple[ast.expr | None, ast.expr]]:
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None and isinstance(value, ast.Dict):
            yield from _entries(value)
        else:
            yield key, value


def looked_up(node: ast.Subscript) -> ast.expr:
    """An entry of a dict, where it is known which; other entries stay as they are."""
    if isinstance(node.value, ast.Dict) and isinstance(node.slice, ast.Constant):
        for key, value in _entries(node.value):
            if isinstance(key, ast.Constant) and key.value == node.slice.value:
                return value
    return node
