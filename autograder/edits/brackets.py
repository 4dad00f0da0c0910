"""Edits of brackets: one pair is forgotten, or encloses something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import about
from autograder.edits.surroundings import Surroundings, binding

__all__ = ["OPERATORS"]

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: " + ", ast.Sub: " - ", ast.Mult: " * ", ast.Div: " / ", ast.FloorDiv: " // ",
    ast.Mod: " % ", ast.Pow: "**", ast.MatMult: " @ ",
}  # fmt: skip


def drop_brackets(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write a / (b + c) as a / b + c, and (a + b) * c as a + b * c."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = node.operand
        if isinstance(inner, ast.BinOp) and binding(inner) < binding(node):
            yield rewrite(about(inner.right, node, place), node, f"-{place.text(inner)}")
    if not isinstance(node, ast.BinOp):
        return
    left, right = place.operand(node.left, node.op), place.operand(node.right, node.op)
    sign = _SIGNS[type(node.op)]
    if isinstance(node.left, ast.UnaryOp) and left.startswith("("):
        of = about(node.left, node, place)
        yield rewrite(of, node, f"{place.text(node.left)}{sign}{right}")
    if isinstance(node.left, ast.BinOp) and left.startswith("("):
        of = about(node.left.left, node.left, place)
        yield rewrite(of, node, f"{place.text(node.left)}{sign}{right}")
    if isinstance(node.right, ast.BinOp) and right.startswith("("):
        of = about(node.right.right, node.right, place)
        yield rewrite(of, node, f"{left}{sign}{place.text(node.right)}")


def move_brackets(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write a - b * c as (a - b) * c, and a / b * c as a / (b * c)."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(right, ast.BinOp) and binding(right) > binding(node):
        first, second, third = left, right.left, right.right
        inner = f"({_joined(first, node.op, second, place)})"
        of = about(third, right, place)
        text = f"{inner}{_SIGNS[type(right.op)]}{place.operand(third, right.op)}"
        yield rewrite(of, node, text)
    if isinstance(left, ast.BinOp) and binding(left) >= binding(node):
        if binding(left) == binding(node) and isinstance(left.op, ast.Add | ast.Mult):
            return
        inner = f"({_joined(left.right, node.op, right, place)})"
        text = f"{place.operand(left.left, left.op)}{_SIGNS[type(left.op)]}{inner}"
        yield rewrite(about(right, node, place), node, text)


def _joined(left: ast.expr, operator: ast.operator, right: ast.expr, place: Surroundings) -> str:
    first, second = place.operand(left, operator), place.operand(right, operator)
    return f"{first}{_SIGNS[type(operator)]}{second}"


OPERATORS: tuple[Operator, ...] = (drop_brackets, move_brackets)
