"""Edits of indices and slices: where a part begins and ends, which entry is taken."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import nearest, subject
from autograder.edits.surroundings import Surroundings, function_name
from autograder.edits.variables import variable_text

__all__ = ["OPERATORS"]


def drop_bound(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget where a slice begins, or where it ends."""
    if isinstance(node, ast.Slice):
        lower, upper = (place.text(each) if each else "" for each in (node.lower, node.upper))
        of = subject(place.parent, place)
        if lower:
            yield rewrite(of, node, f":{upper}")
        if upper:
            yield rewrite(of, node, f"{lower}:")


def shift_slice(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Begin or end a slice one entry earlier or later, or count it from the end."""
    if not isinstance(node, ast.Slice):
        return
    of = subject(place.parent, place)
    lower, upper = (place.text(each) if each else "" for each in (node.lower, node.upper))
    for bound in filter(None, (lower, upper)):
        for text in (f"({bound}) + 1", f"({bound}) - 1", f"-({bound})"):
            low, high = (text if each == bound else each for each in (lower, upper))
            yield rewrite(of, node, f"{low}:{high}")


def shorten(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Leave out the first or the last entry of what is returned or passed on."""
    parent = place.parent
    if place.variables.sort(variable_text(node)) == "count":
        return
    is_passed = isinstance(parent, ast.Return) and isinstance(node, ast.Name | ast.Call)
    if is_passed or (_is_packed(parent) and _is_variable(node, place)):
        yield rewrite(nearest(node, place), node, f"{place.text(node)}[1:]")
        yield rewrite(nearest(node, place), node, f"{place.text(node)}[:-1]")


def _is_packed(parent: ast.AST) -> bool:
    """Whether this makes one array or one number of an array."""
    packing = ("array", "sum", "mean", "max", "min", "abs", "square")
    return isinstance(parent, ast.Call) and function_name(parent) in packing


def _is_variable(node: ast.AST, place: Surroundings) -> bool:
    name = variable_text(node)
    return bool(name) and name in place.names and name not in place.variables.called


def other_entry(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take the first, the last or a neighbouring entry."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield from _first_of_loop(node, place)
    if not isinstance(node, ast.Subscript):
        return
    if not isinstance(node.slice, ast.Constant | ast.UnaryOp | ast.Name):
        return
    now = place.text(node.slice)
    for other in ("0", "-1", "1"):
        if other != now:
            yield rewrite(subject(node.value, place), node.slice, other)


def _first_of_loop(node: ast.Name, place: Surroundings) -> Iterator[Rewrite]:
    """In each turn of a loop, the first entry of what it goes through."""
    for loop in place.parents:
        if not isinstance(loop, ast.For) or getattr(loop.target, "id", "") != node.id:
            continue
        if variable_text(loop.iter):
            yield rewrite(subject(loop.iter, place), node, f"{place.text(loop.iter)}[0]")


def drop_index(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take all of an array where a part of it is meant."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield rewrite(subject(node.value, place), node, place.atom(node.value))


OPERATORS: tuple[Operator, ...] = (drop_index, drop_bound, shift_slice, other_entry, shorten)
