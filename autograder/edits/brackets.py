"""Edits of brackets: one pair is forgotten, or encloses something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import about, is_small
from autograder.edits.surroundings import Surroundings, binding, function_name, sign

__all__ = ["OPERATORS"]


def drop_brackets(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write a / (b + c) as a / b + c, and (a + b) * c as a + b * c."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = node.operand
        if isinstance(inner, ast.BinOp) and binding(inner) < binding(node):
            yield rewrite(about(inner.right, node, place), node, f"-{place.text(inner)}")
    if not isinstance(node, ast.BinOp):
        return
    left, right = place.operand(node.left, node.op), place.operand(node.right, node.op)
    between = sign(node.op)
    if isinstance(node.left, ast.UnaryOp) and left.startswith("("):
        of = about(node.left, node, place)
        yield rewrite(of, node, f"{place.text(node.left)}{between}{right}")
    if isinstance(node.left, ast.BinOp) and left.startswith("("):
        of = about(node.left.left, node.left, place)
        yield rewrite(of, node, f"{place.text(node.left)}{between}{right}")
    if isinstance(node.right, ast.BinOp) and right.startswith("("):
        of = about(node.right.right, node.right, place)
        yield rewrite(of, node, f"{left}{between}{place.text(node.right)}")


def move_brackets(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write a - b * c as (a - b) * c, and a / b * c as a / (b * c)."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(right, ast.BinOp) and binding(right) > binding(node):
        first, second, third = left, right.left, right.right
        inner = f"({place.joined(first, node.op, second)})"
        of = about(third, right, place)
        text = f"{inner}{sign(right.op)}{place.operand(third, right.op)}"
        yield rewrite(of, node, text)
    if isinstance(left, ast.BinOp) and binding(left) >= binding(node):
        if binding(left) == binding(node) and isinstance(left.op, ast.Add | ast.Mult):
            return
        inner = f"({place.joined(left.right, node.op, right)})"
        text = f"{place.operand(left.left, left.op)}{sign(left.op)}{inner}"
        yield rewrite(about(right, node, place), node, text)


_NO_NUMBERS = frozenset("range enumerate zip len int float array asarray append".split())


def end_brackets_early(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write f(a) * b for f(a * b): the brackets of a call end too early."""
    if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
        return
    inner, name = node.args[0], function_name(node)
    # That a small number stands outside is said by `move_epsilon`.
    if isinstance(inner, ast.BinOp) and name not in _NO_NUMBERS and not is_small(inner.right):
        rest = f"{sign(inner.op)}{place.operand(inner.right, inner.op)}"
        yield rewrite(name, node, f"{place.text(node.func)}({place.text(inner.left)}){rest}")


OPERATORS: tuple[Operator, ...] = (drop_brackets, move_brackets, end_brackets_early)
