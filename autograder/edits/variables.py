"""The variables of a function: their names, what they begin as, and which of them count."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Function", "Variables", "bindings", "variable_text"]

Function = ast.FunctionDef | ast.Lambda

_COUNTS = frozenset("t n d k i j T step steps epoch epochs warmup patience horizon waited".split())
_SETTINGS = frozenset(
    "lr lr0 beta beta1 beta2 gamma eps epsilon lam lambda_ alpha ratio start rho momentum".split()
)


@dataclass(frozen=True)
class Variables:
    """The variables of a function and of those around it.

    Attributes:
        names: of all of them.
        arguments: the names of the arguments.
        values: of each name, what it is first bound to.
        called: the names that are called as functions.
        counts: the names of whole numbers that count something.
        settings: the names of single numbers that are chosen, as a learning rate.
    """

    names: frozenset[str] = frozenset()
    arguments: frozenset[str] = frozenset()
    values: dict[str, ast.expr] = field(default_factory=dict)
    called: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()

    def sort(self, name: str) -> str:
        """What a variable is: people take one for another of the same sort."""
        bare = name.removeprefix("self.")
        if bare in self.counts or bare.startswith("n_") or bare.split("_")[-1] in _COUNTS:
            return "count"
        return "setting" if bare in self.settings else "data"

    def within(self, function: Function) -> Variables:
        """These variables and those of a function inside."""
        arguments = frozenset(
            each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)
        )
        own = (arguments | frozenset(_assigned(function))) - {"self", "_"}
        names = self.names | own
        return Variables(
            names=names,
            arguments=self.arguments | (arguments - {"self"}),
            values=self.values | dict(reversed(list(_values(function)))),
            called=self.called | frozenset(_called(function)),
            settings=self.settings | frozenset(_settings(function)) | (_SETTINGS & names),
            counts=self.counts | frozenset(_counting(function)) | (_COUNTS & names),
        )


def variable_text(node: ast.AST) -> str:
    """A variable or an attribute of `self` that is read, as it is written; else empty."""
    if not isinstance(getattr(node, "ctx", None), ast.Load):
        return ""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"self.{node.attr}" if node.value.id == "self" else ""
    return ""


def _assigned(function: Function) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _values(function: Function) -> Iterator[tuple[str, ast.expr]]:
    """Each name with what it is bound to, in the order of the text."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target, value in _pairs(node.targets[0], node.value):
                if isinstance(target, ast.Name):
                    yield target.id, value
        elif isinstance(node, ast.For):
            for each in ast.walk(node.target):
                if isinstance(each, ast.Name):
                    yield each.id, node.iter


def bindings(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each variable that an assignment binds, with its own value."""
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=False)
    else:
        yield target, value


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple):
        parts = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
        yield from zip(target.elts, parts, strict=False)
    else:
        yield target, value


def _settings(function: Function) -> Iterator[str]:
    """The arguments that are numbers where they are not given."""
    arguments = function.args.args[::-1]
    for each, default in zip(arguments, function.args.defaults[::-1], strict=False):
        if isinstance(default, ast.Constant) and isinstance(default.value, float):
            yield each.arg


def _called(function: Function) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def _counting(function: Function) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Call):
            yield from _counters(node.target, node.iter)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range":
            yield from (each.id for each in node.args if isinstance(each, ast.Name))
        elif isinstance(node, ast.Assign) and (_is_size(node.value) or _is_sum_of_sizes(node)):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def _is_sum_of_sizes(node: ast.Assign) -> bool:
    names = [each.id for each in ast.walk(node.value) if isinstance(each, ast.Name)]
    return bool(names) and all(each.startswith("n_") for each in names)


def _is_size(node: ast.expr) -> bool:
    """Whether this is a number of entries, or rounded to a whole number."""
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
    return name in ("len", "int", "ceil", "floor")


def _counters(target: ast.expr, iterated: ast.Call) -> Iterator[str]:
    name = getattr(iterated.func, "id", "")
    if name == "enumerate" and isinstance(target, ast.Tuple):
        target = target.elts[0]
    elif name != "range":
        return
    if isinstance(target, ast.Name):
        yield target.id
