"""The functions of a reference that have statements in the solution, and the names around these."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from autograder.edits.mutant_operators import Change
from autograder.validation.known_values import KnownValues

__all__ = ["Scope", "SolutionFunction", "loaded", "solution_functions", "stored"]


@dataclass(frozen=True)
class Scope:
    """The names around a statement.

    Attributes:
        bound: all that are bound before it.
        inner: those of them that are variables of a loop, or arguments of a function inside.
    """

    bound: frozenset[str]
    inner: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SolutionFunction:
    """A function or method of a reference.

    Attributes:
        source: the whole text.
        name: by which it finds itself: `adam_step`, `Adam.step`.
        tree: of the function.
        body: its own statements in the solution, in order.
        known: what is known of its arguments and results.
        settings: the same of `__init__`, if it is a method.
        numpy: whether the text imports NumPy as `np`.
    """

    source: str
    name: str
    tree: ast.FunctionDef
    body: tuple[ast.stmt, ...]
    known: KnownValues
    settings: KnownValues
    numpy: bool

    def text(self, node: ast.AST) -> str:
        """The source of a node."""
        return ast.get_source_segment(self.source, node) or ast.unparse(node)

    @property
    def arguments(self) -> list[str]:
        """The names of its arguments, without `self`."""
        return [each.arg for each in self.tree.args.args if each.arg != "self"]

    @property
    def arguments_read(self) -> list[str]:
        """The names of those that its solution reads."""
        read = {self.text(name) for statement in self.body for name in loaded(statement)}
        return [name for name in self.arguments if name in read]

    @property
    def result(self) -> ast.expr | None:
        """What its last statement returns, if it returns something that is not constant."""
        last = self.body[-1]
        if isinstance(last, ast.Return) and not isinstance(last.value, ast.Constant):
            return last.value
        return None

    @property
    def results(self) -> list[ast.expr]:
        """The parts of the result: those of a tuple, or the one that it is."""
        if isinstance(self.result, ast.Tuple):
            return self.result.elts
        return [self.result] if self.result is not None else []

    @property
    def stored(self) -> frozenset[str]:
        """All names that its solution binds."""
        return frozenset().union(*map(stored, self.body))

    def statements(self) -> Iterator[tuple[ast.stmt, Scope]]:
        """Every statement of the solution, those in loops and in functions too, in order."""
        yield from _statements(list(self.body), Scope(frozenset(self.arguments)))

    def begun(self, *lines: str) -> Change:
        """The change that puts lines before the first statement."""
        first = self.body[0]
        return first, self.joined([*lines, self.text(first)], first)

    def returned(self, part: ast.expr, text: str) -> Change:
        """The change that returns something else in the place of a part of the result."""
        last = self.body[-1]
        parts = [text if each is part else self.text(each) for each in self.results]
        return last, self.joined([f"return {', '.join(parts)}"], last)

    def joined(self, lines: list[str], place: ast.stmt) -> str:
        """Lines in the place of a statement, with an import of NumPy where they need one."""
        if not self.numpy and any("np." in line for line in lines):
            lines = ["import numpy as np", *lines]
        return ("\n" + " " * place.col_offset).join(lines)


def solution_functions(
    source: str, lines: set[int], known: Mapping[str, KnownValues]
) -> Iterator[SolutionFunction]:
    """The functions and methods that have statements in the solution.

    Args:
        source: the text of the reference.
        lines: the numbers of the solution's lines.
        known: what is known of each method, and under "" of a function or a constructor.
    """
    tree = ast.parse(source)
    numpy = any(isinstance(each, ast.Import) and each.names[0].asname == "np" for each in tree.body)
    nothing = KnownValues()
    for prefix, function in _functions(tree):
        body = tuple(each for each in function.body if each.lineno in lines)
        if body:
            name, method = prefix + function.name, prefix and function.name
            own = known.get("" if method == "__init__" else method, nothing)
            settings = known.get("", nothing) if prefix else nothing
            yield SolutionFunction(source, name, function, body, own, settings, numpy)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield "", node
        elif isinstance(node, ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.FunctionDef):
                    yield f"{node.name}.", each


def _statements(body: list[ast.stmt], scope: Scope) -> Iterator[tuple[ast.stmt, Scope]]:
    bound = scope.bound
    for each in body:
        yield each, Scope(bound, scope.inner)
        within = _bound_within(each)
        deeper = Scope(bound | within, scope.inner | within)
        for part in (getattr(each, "body", []), getattr(each, "orelse", [])):
            yield from _statements(part, deeper)
        bound |= stored(each)


def _bound_within(statement: ast.stmt) -> frozenset[str]:
    """The variables of a loop, or the arguments of a function."""
    if isinstance(statement, ast.For):
        return stored(statement.target)
    if isinstance(statement, ast.FunctionDef):
        return frozenset(each.arg for each in statement.args.args)
    return frozenset()


def stored(node: ast.AST) -> frozenset[str]:
    """The names that a node binds."""
    return frozenset(
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    )


def loaded(node: ast.AST) -> Iterator[ast.Name | ast.Attribute]:
    """The names and attributes that a node reads, each once."""
    seen = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name | ast.Attribute) and isinstance(each.ctx, ast.Load):
            text = ast.unparse(each)
            if text not in seen:
                seen.add(text)
                yield each
