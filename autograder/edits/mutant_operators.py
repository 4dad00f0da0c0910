"""Operators that make mutants of numerical code: each makes one small change of a text.

Every operator is a function of a node of the syntax tree and of its surroundings; it yields the
spans to replace and what to put there. Validation uses those of cosmic-ray beside them.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator

from autograder.edits.spans import Span
from autograder.edits.surroundings import Surroundings, function_name

__all__ = ["OPERATORS", "Change"]

Change = tuple[ast.AST, str]
"""A node of the tree, and the text that takes its place."""


Operator = Callable[[ast.AST, Surroundings], Iterator[Change]]

_SIGNS: dict[type[ast.operator], str] = {
    ast.Sub: " - ", ast.Div: " / ", ast.FloorDiv: " // ", ast.Mod: " % ", ast.Pow: "**",
    ast.MatMult: " @ ",
}  # fmt: skip


def swap_operands(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn a - b into b - a, and likewise for every operator whose order matters."""
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        left, right = (place.operand(each, node.op) for each in (node.left, node.right))
        yield node, f"{right}{_SIGNS[type(node.op)]}{left}"


def drop_operand(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn a + b into a, and into b: an epsilon, a factor, an exponent is forgotten."""
    if isinstance(node, ast.BinOp):
        yield node, place.instead(node, node.left)
        yield node, place.instead(node, node.right)


def replace_matmul(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn a @ b into a * b."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        left, right = (place.operand(each, node.op) for each in (node.left, node.right))
        yield node, f"{left} * {right}"


_LOOPS = {"range", "enumerate", "zip"}


def unwrap_call(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn abs(x) into x, minimum(x, 1) into x and into 1, x.max() into x."""
    if not isinstance(node, ast.Call) or isinstance(place.parent, ast.Expr):
        return
    if isinstance(node.func, ast.Name) and node.func.id in _LOOPS:
        return
    for argument in node.args:
        if not isinstance(argument, ast.Starred):
            yield node, place.instead(node, argument)
    if isinstance(node.func, ast.Attribute) and not node.args and not node.keywords:
        yield node, place.text(node.func.value)


_SYMMETRIC = {"minimum", "maximum", "min", "max", "logaddexp", "multiply", "add", "dot1d"}


def swap_arguments(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Exchange neighbouring arguments, and neighbouring results of a return statement."""
    if isinstance(node, ast.Call) and function_name(node) not in _SYMMETRIC:
        items = node.args
    elif isinstance(node, ast.Tuple) and isinstance(place.parent, ast.Return):
        items = node.elts
    else:
        return
    for first, second in itertools.pairwise(items):
        if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
            yield Span(first, second), f"{place.text(second)}, {place.text(first)}"


_SIBLINGS = {
    "floor": ["ceil"], "ceil": ["floor"], "maximum": ["minimum"], "minimum": ["maximum"],
    "max": ["min"], "min": ["max"], "sum": ["mean"], "mean": ["sum"], "cumsum": ["cumprod"],
    "cos": ["sin"], "sin": ["cos"], "exp": ["exp2", "expm1"], "log": ["log2", "log1p"],
    "log1p": ["log"], "sqrt": ["square"], "square": ["abs"], "abs": ["square"], "sign": ["abs"],
    "zeros_like": ["ones_like"], "eye": ["ones"], "argmax": ["argmin"], "argmin": ["argmax"],
}  # fmt: skip


def replace_function(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Replace a called function: ceil for floor, mean for sum, minimum for maximum."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = place.text(node.func.value)
        for name in _SIBLINGS.get(node.func.attr, []):
            if owner != "math" or name in ("ceil", "floor", "sin", "cos", "log2", "log1p"):
                yield node.func, f"{owner}.{name}"


_CONSTANTS = {"inf": ["0.0"], "pi": ["3.14"], "e": ["2.718"]}


def replace_constant(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Replace infinity by 0, pi by 3.14, and one string of the solution by another."""
    if isinstance(node, ast.Attribute) and place.text(node.value) in ("np", "math"):
        for text in _CONSTANTS.get(node.attr, []):
            yield node, text
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for other in place.texts:
            if other != node.value:
                yield node, repr(other)


def change_axis(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Replace an axis by another, or by all axes."""
    if isinstance(node, ast.keyword) and node.arg == "axis":
        now = place.text(node.value)
        for axis in ("0", "1", "None"):
            if axis != now:
                yield node.value, axis


def drop_keyword(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Forget a keyword argument."""
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg is not None:
                others = [each for each in node.keywords if each is not keyword]
                kept: list[ast.expr | ast.keyword] = [*node.args, *others]
                arguments = ", ".join(_argument(each, place) for each in kept)
                yield node, f"{place.text(node.func)}({arguments})"


def _argument(node: ast.expr | ast.keyword, place: Surroundings) -> str:
    if isinstance(node, ast.keyword):
        return f"{node.arg}={place.text(node.value)}" if node.arg else f"**{place.text(node.value)}"
    return place.text(node)


def shift_index(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Count one more or one less, as in t, t + 1 and t - 1."""
    if not isinstance(node, ast.Name | ast.Attribute | ast.Call) or not _counts(node, place):
        return
    yield node, f"({place.text(node)} + 1)"
    yield node, f"({place.text(node)} - 1)"


def _counts(node: ast.AST, place: Surroundings) -> bool:
    """Whether a node is an exponent, a bound, an index, or part of a comparison."""
    parent = place.parent
    if isinstance(parent, ast.BinOp):
        return isinstance(parent.op, ast.Pow) and parent.right is node
    if isinstance(parent, ast.Call):
        return function_name(parent) == "range" and node in parent.args
    if isinstance(parent, ast.Compare):
        return not any(isinstance(op, ast.Is | ast.IsNot | ast.In) for op in parent.ops)
    return isinstance(parent, ast.Slice) or (
        isinstance(parent, ast.Subscript) and parent.slice is node
    )


def drop_bound(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Forget where a slice begins, or where it ends."""
    if isinstance(node, ast.Slice):
        lower, upper = (place.text(each) if each else "" for each in (node.lower, node.upper))
        if lower:
            yield node, f":{upper}"
        if upper:
            yield node, f"{lower}:"


def unwrap_subscript(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn x[i] into x, and x.T into x."""
    transposed = isinstance(node, ast.Attribute) and node.attr == "T"
    if isinstance(node, ast.Subscript) or transposed:
        yield node, place.atom(node.value)  # type: ignore[attr-defined]


def replace_name(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Replace a variable by another of the same statement, or by one with another number."""
    if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
        return
    if node.id not in place.names or place.statement is None:
        return
    near = {
        each.id
        for each in _own_nodes(place.statement)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    }
    alike = {name for name in place.names if _letters(name) == _letters(node.id)}
    for name in sorted(((near & place.names) | alike) - {node.id}):
        yield node, name


def _letters(name: str) -> str:
    return "".join(char for char in name if not char.isdigit())


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """The nodes of a statement without the statements in it."""
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        yield node
        todo += [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.stmt)]


def assign_in_place(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn w = w - x into w -= x, which changes the caller's array."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.BinOp):
        return
    target, value = node.targets[0], node.value
    sign = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}.get(type(value.op))
    if sign and place.text(target) == place.text(value.left):
        yield node, f"{place.text(target)} {sign}= {place.text(value.right)}"


def replace_update(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Turn x += y into x -= y, and into x = y."""
    if isinstance(node, ast.AugAssign):
        target, value = place.text(node.target), place.text(node.value)
        opposite = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*"}.get(type(node.op))
        if opposite:
            yield node, f"{target} {opposite}= {value}"
        yield node, f"{target} = {value}"


def drop_statement(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Forget a statement."""
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr):
        yield node, "pass"


def settle_condition(node: ast.AST, place: Surroundings) -> Iterator[Change]:
    """Replace a condition by True or False."""
    if isinstance(node, ast.If | ast.IfExp):
        yield node.test, "True"
        yield node.test, "False"


OPERATORS: tuple[Operator, ...] = (
    swap_operands, drop_operand, replace_matmul, unwrap_call, swap_arguments, replace_function,
    replace_constant, change_axis, drop_keyword, shift_index, drop_bound, unwrap_subscript,
    replace_name, assign_in_place, replace_update, drop_statement, settle_condition,
)  # fmt: skip
"""All operators; each has the name of its function."""
