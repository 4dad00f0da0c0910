"""Edits of conditions: a comparison, a guard, what is returned where nothing is found."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import nearest, subject
from autograder.edits.surroundings import Surroundings, function_name
from autograder.edits.variables import variable_text

__all__ = ["OPERATORS"]

_TIES: dict[type[ast.cmpop], str] = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
_TURNED: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: (">", ">=", "=="), ast.LtE: (">=", ">", "=="), ast.Gt: ("<", "<=", "=="),
    ast.GtE: ("<=", "<", "=="),
    ast.Eq: ("!=", ">=", ">"), ast.NotEq: ("==",), ast.Is: ("is not",), ast.IsNot: ("is",),
}  # fmt: skip
_TIES_BY_NAME = {
    "less": "less_equal", "less_equal": "less",
    "greater": "greater_equal", "greater_equal": "greater",
}  # fmt: skip


def include_bound(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write <= for <, or < for <=: equality counts on the other side."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _TIES:
        yield _compared(node, _TIES[type(node.ops[0])], place)
    elif isinstance(node, ast.Call) and function_name(node) in _TIES_BY_NAME:
        name = f"np.{_TIES_BY_NAME[function_name(node)]}"
        yield rewrite(nearest(node.args[0], place), node.func, name)


def turn_comparison(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Compare the other way round."""
    if isinstance(node, ast.Compare):
        for sign in _TURNED.get(type(node.ops[0]), ()):
            yield _compared(node, sign, place)


def _compared(node: ast.Compare, sign: str, place: Surroundings) -> Rewrite:
    left, right = place.text(node.left), place.text(node.comparators[0])
    rest = "".join(f" {_sign(op)} {place.text(part)}" for op, part in _rest(node))
    return rewrite(nearest(node, place), node, f"{left} {sign} {right}{rest}")


def _rest(node: ast.Compare) -> Iterator[tuple[ast.cmpop, ast.expr]]:
    yield from zip(node.ops[1:], node.comparators[1:], strict=True)


def _sign(operator: ast.cmpop) -> str:
    name = ast.Name("x")
    return ast.unparse(ast.Compare(name, [operator], [name]))[2:-2]


def settle_condition(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Do always, or never, what depends on a condition."""
    if isinstance(node, ast.If | ast.IfExp):
        of = nearest(node.test, place)
        yield rewrite(of, node.test, "True")
        yield rewrite(of, node.test, "False")


def change_condition(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write `or` for `and`, or forget one of several conditions."""
    if not isinstance(node, ast.BoolOp):
        return
    word = "or" if isinstance(node.op, ast.And) else "and"
    texts = [place.text(each) for each in node.values]
    yield rewrite(nearest(node, place), node, f"({f' {word} '.join(texts)})")
    kept = "and" if isinstance(node.op, ast.And) else "or"
    for number, each in enumerate(node.values):
        others = texts[:number] + texts[number + 1 :]
        yield rewrite(subject(each, place), node, f"({f' {kept} '.join(others)})")


def replace_text(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Answer with another of the texts."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for other in place.texts:
            if other != node.value and isinstance(
                place.parent, ast.Return | ast.IfExp | ast.Assign
            ):
                yield rewrite(subject(node, place), node, repr(other))


def other_default(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Return something else where nothing was found."""
    if not isinstance(node, ast.Return) or place.function is None:
        return
    is_constant = isinstance(node.value, ast.Constant) and node.value.value is None
    if not is_constant or place.function.body[-1] is not node:
        return
    counts = place.variables.counts & place.variables.names
    for text in ("-1", "0", "float('inf')", *sorted(counts)):
        yield rewrite("None", node, f"return {text}")


def include_missing(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take None, 0 and an empty array for the same."""
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.IsNot):
        name = variable_text(node.left)
        if name:
            negated = "not " if isinstance(node.ops[0], ast.Is) else ""
            yield rewrite(nearest(node, place), node, f"({negated}{name})")


OPERATORS: tuple[Operator, ...] = (
    include_bound, turn_comparison, settle_condition, change_condition, replace_text,
    other_default, include_missing,
)  # fmt: skip
