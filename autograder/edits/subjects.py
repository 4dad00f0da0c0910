"""What a part of a program is about, as a student would know it: an argument, a function."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.edits.surroundings import Surroundings, function_name

__all__ = ["about", "is_small", "nearest", "subject", "target_name"]

_MODULES = {"np", "numpy", "math", "self"}
_TRANSPARENT = {"asarray", "array", "float", "append", "int", "isinstance", "float64"}
_NAME = re.compile(r"[A-Za-z0-9_]+")
_COMMON = frozenset(
    "grad grads gradient residual residuals batch loss losses error errors prediction path "
    "velocity epoch step m_hat v_hat".split()
)
"""What a student understands although it stands in the solution alone."""

_SMALL = 1e-3
_EPSILONS = {"eps", "epsilon", "tiny"}


def subject(node: ast.AST | None, place: Surroundings) -> str | None:
    """The first name in a part that means something to a student; else its first number.

    A variable of the solution's own is replaced by what it is made of.
    """
    if node is None:
        return None
    named = next(_names(node, place, frozenset()), None)
    return named or next(_numbers(node), None)


def about(part: ast.AST | None, whole: ast.AST, place: Surroundings) -> str | None:
    """What a part is about, or else what the whole around it is about."""
    return subject(part, place) or nearest(whole, place)


def nearest(node: ast.AST, place: Surroundings) -> str | None:
    """The name that is nearest to a node: in it, or in what is around it."""
    for each in (node, *reversed(place.parents)):
        if isinstance(each, ast.expr | ast.keyword):
            found = subject(each, place)
        elif isinstance(each, ast.stmt):
            found = target_name(each, place)
        else:
            continue
        if found is not None:
            return found
    return None


def target_name(statement: ast.stmt, place: Surroundings) -> str | None:
    """What a statement changes, returns, or calls; the name of a function."""
    if isinstance(statement, ast.Assign):
        return subject(statement.targets[0], place) or subject(statement.value, place)
    if isinstance(statement, ast.AugAssign | ast.AnnAssign):
        return subject(statement.target, place) or subject(statement.value, place)
    if isinstance(statement, ast.Return):
        return subject(statement.value, place)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        if isinstance(function, ast.Attribute):
            return subject(function.value, place)
    if isinstance(statement, ast.For | ast.While):
        return "loop"
    if isinstance(statement, ast.If):
        return subject(statement.test, place)
    return statement.name if isinstance(statement, ast.FunctionDef) else None


def is_small(node: ast.AST) -> bool:
    """Whether this is a small number that keeps a division or a logarithm finite."""
    if isinstance(node, ast.Constant) and isinstance(node.value, float):
        return 0 < node.value <= _SMALL
    name = getattr(node, "id", None) or getattr(node, "attr", None)
    return name in _EPSILONS


def _names(node: ast.AST, place: Surroundings, seen: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield from _of_name(node, place, seen)
    elif isinstance(node, ast.Attribute):
        yield from _of_attribute(node, place, seen)
    elif isinstance(node, ast.Call):
        yield from _of_call(node, place, seen)
    elif is_small(node):
        yield "eps"
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and _NAME.fullmatch(node.value):
            yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _names(child, place, seen)


def _of_name(node: ast.Name, place: Surroundings, seen: frozenset[str]) -> Iterator[str]:
    name = node.id
    if name in _MODULES or name == "_":
        return
    value = place.variables.values.get(name)
    if _is_known(name, place) or name in seen or value is None:
        yield name
    elif place.variables.sort(name) == "count" and _is_counted(value):
        yield "loop"
    else:
        made_of = list(_names(value, place, seen | {name}))
        yield from sorted(made_of, key=lambda each: not _is_known(each, place))
        yield name


def _is_known(name: str, place: Surroundings) -> bool:
    return name in place.known or name in place.variables.arguments or name in _COMMON


def _is_counted(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and function_name(value) in ("range", "enumerate")


def _of_attribute(node: ast.Attribute, place: Surroundings, seen: frozenset[str]) -> Iterator[str]:
    if isinstance(node.value, ast.Name) and node.value.id in _MODULES:
        yield node.attr
    elif node.attr in ("shape", "size"):
        yield "len"
    else:
        yield from _names(node.value, place, seen)


def _of_call(node: ast.Call, place: Surroundings, seen: frozenset[str]) -> Iterator[str]:
    name = function_name(node)
    if name in ("range", "enumerate", "zip"):
        yield from (each for part in node.args for each in _names(part, place, seen))
        yield "loop"
    elif name in _TRANSPARENT:
        yield from (each for part in node.args for each in _names(part, place, seen))
    elif name in place.variables.names or not name:
        yield from _names(node.func, place, seen)
    else:
        yield name


def _numbers(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        value = each.value if isinstance(each, ast.Constant) else None
        if isinstance(value, int | float) and 2 <= value < 1e9 and value == int(value):
            yield str(int(value))
