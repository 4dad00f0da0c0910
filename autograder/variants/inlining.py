"""Programs as one expression: what a function without loops returns, written out.

Names of steps on the way, helpers and branches are put in their places, so that two programs which
compute the same in other steps are alike. What a program does beside returning a value is lost.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["Inlined", "inline"]

_LARGEST: Final = 1500
"""Nodes of an expression; a step that is used often is written out as often."""

_Values = Mapping[str, ast.expr]


@dataclass(frozen=True)
class Inlined:
    """A function as one expression.

    Attributes:
        arguments: of the function.
        value: what it returns.
        globals: the statements of its module that are no functions: imports and constants.
    """

    arguments: ast.arguments
    value: ast.expr
    globals: tuple[str, ...]

    def source(self, name: str) -> str:
        """The text of a module that defines this function under a name."""
        body: list[ast.stmt] = [ast.Return(self.value)]
        function = ast.FunctionDef(name, self.arguments, body, [])
        return "\n".join([*self.globals, ast.unparse(ast.fix_missing_locations(function))])


def inline(source: str, name: str) -> Inlined | None:
    """Write out what a function returns.

    Args:
        source: the text of a module.
        name: what it calls the function; an assignment may give it that name.

    Returns:
        The function, or None where it has a loop, changes something in place, or is no function.
    """
    functions: dict[str, ast.FunctionDef] = {}
    others: list[str] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            functions[node.name] = node
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            functions |= {
                target.id: functions[node.value.id]
                for target in node.targets
                if isinstance(target, ast.Name) and node.value.id in functions
            }
        elif isinstance(node, ast.Import | ast.ImportFrom | ast.Assign):
            others.append(ast.unparse(node))
        elif not isinstance(node, ast.Expr):
            return None
    function = functions.get(name)
    if function is None:
        return None
    try:
        value = _returned(function.body, {}, functions)
    except _TooMuchError:
        return None
    return Inlined(function.args, value, tuple(others))


class _TooMuchError(Exception):
    """What a function does cannot be written as one expression, or that would be too long."""


def _returned(
    body: Sequence[ast.stmt], values: _Values, functions: Mapping[str, ast.FunctionDef]
) -> ast.expr:
    """What the rest of a function returns, where its names have these values."""
    if not body:
        return ast.Constant(None)
    first, rest = body[0], body[1:]
    write = _Writer(values, functions).write
    match first:
        case ast.Return(value=None):
            return ast.Constant(None)
        case ast.Return(value=value) if value is not None:
            return write(value)
        case ast.Expr(value=ast.Constant()) | ast.Pass():
            return _returned(rest, values, functions)
        case ast.With():
            return _returned([*first.body, *rest], values, functions)
        case ast.If():
            return ast.IfExp(
                write(first.test),
                _returned([*first.body, *rest], values, functions),
                _returned([*first.orelse, *rest], values, functions),
            )
        case ast.AugAssign(target=ast.Name(id=changed)):
            old = ast.Name(changed, ast.Load())
            value = write(ast.BinOp(old, first.op, first.value))
            return _returned(rest, {**values, changed: value}, functions)
        case ast.Assign(targets=[ast.Name(id=changed)]):
            return _returned(rest, {**values, changed: write(first.value)}, functions)
        case ast.Assign(targets=[ast.Tuple(elts=names)]):
            return _returned(rest, {**values, **_unpacked(names, write(first.value))}, functions)
    raise _TooMuchError


def _unpacked(names: Sequence[ast.expr], value: ast.expr) -> dict[str, ast.expr]:
    if not all(isinstance(each, ast.Name) for each in names):
        raise _TooMuchError
    known = [each.id for each in names if isinstance(each, ast.Name)]
    if isinstance(value, ast.Tuple) and len(value.elts) == len(known):
        return dict(zip(known, value.elts, strict=True))
    return {
        each: ast.Subscript(copy.deepcopy(value), ast.Constant(n), ast.Load())
        for n, each in enumerate(known)
    }


class _Writer(ast.NodeTransformer):
    """Puts values in the place of names, and what helpers return in the place of their calls."""

    def __init__(self, values: _Values, functions: Mapping[str, ast.FunctionDef]) -> None:
        self._values = values
        self._functions = functions

    def write(self, node: ast.expr) -> ast.expr:
        """An expression in which the names have their values."""
        written: ast.expr = self.visit(copy.deepcopy(node))
        if sum(1 for _ in ast.walk(written)) > _LARGEST:
            raise _TooMuchError
        return written

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self._values[node.id]) if node.id in self._values else node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        called = self._functions.get(node.func.id) if isinstance(node.func, ast.Name) else None
        return node if called is None else self._result(called, node)

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        raise _TooMuchError

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        raise _TooMuchError

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        if any(isinstance(each, ast.Name) and each.id in self._values
               for each in ast.walk(node.target)):  # fmt: skip
            raise _TooMuchError
        self.generic_visit(node)
        return node

    def _result(self, called: ast.FunctionDef, call: ast.Call) -> ast.expr:
        arguments = called.args
        if arguments.vararg or arguments.kwarg or any(
            isinstance(each, ast.Starred) for each in call.args
        ):  # fmt: skip
            raise _TooMuchError
        places = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
        defaults = dict(zip(reversed(places), reversed(arguments.defaults), strict=False))
        for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            defaults |= {} if default is None else {each.arg: default}
        given = dict(zip(places, call.args, strict=False))
        given |= {each.arg: each.value for each in call.keywords if each.arg is not None}
        others = {name: value for name, value in self._functions.items() if value is not called}
        return _returned(called.body, {**defaults, **given}, others)
