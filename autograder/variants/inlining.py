"""Programs as one expression: what a function returns, written out.

Names of steps on the way, helpers, branches and loops are put in their places, so that two programs
which compute the same in other steps are alike. What a program does beside returning a value is
lost.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from autograder.variants.known_values import chosen, compared, looked_up, one_dict
from autograder.variants.loops_written_out import (
    HELPERS,
    appended,
    broken_off,
    looped,
    returned,
    state,
    stored,
)

__all__ = ["Inlined", "inline"]

_LARGEST: Final = 1500
"""Nodes of an expression; a step that is used often is written out as often."""


@dataclass(frozen=True)
class _Function:
    """A function of the program itself, and the values of the names around it."""

    arguments: ast.arguments
    body: tuple[ast.stmt, ...]
    values: _Values


_Values = Mapping[str, ast.expr | _Function]


@dataclass(frozen=True)
class _Ways:
    """Where the statements of a body lead to.

    Attributes:
        on: what there is when they are done.
        back: what there is when a value is returned.
        out: what there is when a loop is left; None outside of loops.
        depth: how many loops there are around, and before.
    """

    on: Callable[[_Values], ast.expr] = field(default=lambda _: ast.Constant(None))
    back: Callable[[ast.expr], ast.expr] = field(default=lambda value: value)
    out: Callable[[_Values], ast.expr] | None = None
    depth: int = 0


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
        text = ast.unparse(ast.fix_missing_locations(function))
        helpers = [each for helper, each in HELPERS.items() if f"{helper}(" in text]
        return "\n".join([*self.globals, *helpers, text])


def inline(source: str, name: str) -> Inlined | None:
    """Write out what a function returns.

    Args:
        source: the text of a module.
        name: what it calls the function; an assignment may give it that name.

    Returns:
        The function, or None where it changes what it was given, or is no function.
    """
    functions: dict[str, ast.expr | _Function] = {}
    others: list[str] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            functions[node.name] = _Function(node.args, tuple(node.body), functions)
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
    if not isinstance(function, _Function):
        return None
    own = [each.arg for each in ast.walk(function.arguments) if isinstance(each, ast.arg)]
    given: _Values = {each: ast.Name(each, ast.Load()) for each in own}
    try:
        value = _returned(function.body, {**functions, **given}, _Ways())
    except (_TooMuchError, RecursionError):  # a function that calls itself
        return None
    return Inlined(function.arguments, value, tuple(others))


class _TooMuchError(Exception):
    """What a function does cannot be written as one expression, or that would be too long."""


def _returned(body: Sequence[ast.stmt], values: _Values, ways: _Ways) -> ast.expr:
    """What the rest of a function returns, where its names have these values."""
    if not body:
        return ways.on(values)
    first, rest = body[0], body[1:]
    write = _Writer(values, ways.depth).write
    match first:
        case ast.Return():
            return ways.back(ast.Constant(None) if first.value is None else write(first.value))
        case ast.Break() if ways.out is not None:
            return ways.out(values)
        case ast.Continue() if ways.out is not None:
            return ways.on(values)
        case ast.Expr(value=ast.Constant()) | ast.Pass():
            return _returned(rest, values, ways)
        case ast.With():
            return _returned([*first.body, *rest], values, ways)
        case ast.If():
            return chosen(
                write(first.test),
                lambda: _returned([*first.body, *rest], values, ways),
                lambda: _returned([*first.orelse, *rest], values, ways),
            )
        case ast.For(orelse=[]):
            return _over_loop(first, rest, values, ways)
    return _returned(rest, {**values, **_bound(first, values, ways.depth)}, ways)


def _bound(statement: ast.stmt, values: _Values, depth: int) -> _Values:
    """What a statement binds its names to."""
    write = _Writer(values, depth).write
    match statement:
        case ast.FunctionDef(name=name):
            return {name: _Function(statement.args, tuple(statement.body), values)}
        case ast.AugAssign(target=ast.Name(id=changed)):
            old: ast.expr = ast.Name(changed, ast.Load())
            return {changed: write(ast.BinOp(old, statement.op, statement.value))}
        case ast.AugAssign(target=ast.Subscript(value=ast.Name(id=changed)) as place):
            old = ast.Subscript(place.value, place.slice, ast.Load())
            whole = write(ast.BinOp(old, statement.op, statement.value))
            return {changed: _stored(changed, place, whole, values, depth)}
        case ast.Assign(value=ast.Lambda() as made, targets=[ast.Name(id=changed)]):
            return {changed: _lambda(made, values)}
        case ast.Assign(targets=targets):
            new_value = write(statement.value)
            found: dict[str, ast.expr | _Function] = {}
            for target in targets:
                found |= _bound_to(target, new_value, {**values, **found}, depth)
            return found
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(value=ast.Name(id=changed), attr="append"), args=[new]
            )
        ):
            return {changed: appended(_own(changed, values), write(new))}
    raise _TooMuchError


def _value(name: str, values: _Values) -> ast.expr:
    value = values.get(name)
    if not isinstance(value, ast.expr):
        raise _TooMuchError
    return copy.deepcopy(value)


def _own(name: str, values: _Values) -> ast.expr:
    """What a variable holds that is changed in place."""
    value = _value(name, values)
    if isinstance(value, ast.Name) and not _CARRIED.fullmatch(value.id):
        raise _TooMuchError  # it was given, and is changed for whoever gave it
    return value


_CARRIED: Final = re.compile(r"\w+_\d+")


def _stored(
    name: str, target: ast.Subscript, value: ast.expr, values: _Values, depth: int
) -> ast.expr:
    if any(isinstance(each, ast.Slice) for each in ast.walk(target.slice)):
        raise _TooMuchError
    return stored(_own(name, values), _Writer(values, depth).write(target.slice), value)


def _lambda(node: ast.Lambda, values: _Values) -> _Function:
    return _Function(node.args, (ast.Return(node.body),), values)


def _bound_to(target: ast.expr, value: ast.expr, values: _Values, depth: int) -> _Values:
    match target:
        case ast.Name(id=changed):
            return {changed: value}
        case ast.Tuple(elts=names) | ast.List(elts=names):
            return _unpacked(names, value)
        case ast.Subscript(value=ast.Name(id=changed)):
            return {changed: _stored(changed, target, value, values, depth)}
    raise _TooMuchError


def _unpacked(names: Sequence[ast.expr], value: ast.expr) -> dict[str, ast.expr]:
    if isinstance(value, ast.Tuple) and len(value.elts) == len(names):
        parts: list[ast.expr] = value.elts
    else:
        parts = [
            ast.Subscript(copy.deepcopy(value), ast.Constant(n), ast.Load())
            for n in range(len(names))
        ]
    found: dict[str, ast.expr] = {}
    for name, part in zip(names, parts, strict=True):
        if isinstance(name, ast.Tuple):
            found |= _unpacked(name.elts, part)
        elif isinstance(name, ast.Name):
            found[name.id] = part
        else:
            raise _TooMuchError
    return found


def _over_loop(loop: ast.For, rest: Sequence[ast.stmt], values: _Values, ways: _Ways) -> ast.expr:
    """A loop, and what is returned after it."""
    depth = ways.depth + 1
    item = ast.Name(f"item_{depth}", ast.Load())
    items, value = _iterated(_Writer(values, ways.depth).write(loop.iter), item)
    bound = {*_assigned(loop.body), *_assigned([loop])}
    carried = sorted(set(_assigned(loop.body)) & values.keys())
    if (bound - set(carried)) & set(_read(rest)):
        raise _TooMuchError  # what is left of the last turn is used after it
    symbols = {name: f"{name}_{depth}" for name in carried}
    begin = {symbols[name]: _value(name, values) for name in carried}
    kept: dict[str, ast.expr | _Function] = {
        **values, **{name: ast.Name(symbol, ast.Load()) for name, symbol in symbols.items()}
    }  # fmt: skip

    def on(after: _Values) -> ast.expr:
        return state({symbols[name]: _value(name, after) for name in carried})

    turn = _returned(
        loop.body,
        {**kept, **_unpacked([loop.target], ast.Tuple([value], ast.Load()))},
        _Ways(on, lambda found: returned(ways.back(found)), lambda now: broken_off(on(now)), depth),
    )
    after = _returned(rest, kept, replace(ways, depth=depth))
    whole = looped(item.id, symbols.values(), turn, items, begin, after)
    _check_size(whole)
    return whole


def _iterated(items: ast.expr, item: ast.Name) -> tuple[ast.expr, ast.expr]:
    """What a loop goes through, and its value in each turn: a list is made in the loop itself."""
    made = isinstance(items, ast.ListComp | ast.GeneratorExp) and len(items.generators) == 1
    if not made or items.generators[0].ifs:  # type: ignore[attr-defined]
        return items, item
    generator, element = items.generators[0], items.elt  # type: ignore[attr-defined]
    inside = _unpacked([generator.target], ast.Tuple([item], ast.Load()))
    return generator.iter, _Writer(inside, 0).write(element)


def _assigned(body: Sequence[ast.stmt]) -> Iterator[str]:
    """The names that statements bind or change."""
    for node in _nodes(body):
        if isinstance(node, ast.Name | ast.Subscript) and isinstance(node.ctx, ast.Store):
            name = node.value if isinstance(node, ast.Subscript) else node
            yield getattr(name, "id", "")
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "append":
            yield getattr(node.func.value, "id", "")  # type: ignore[attr-defined]


def _read(body: Sequence[ast.stmt]) -> Iterator[str]:
    """The names that statements read."""
    for node in _nodes(body):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id


def _nodes(body: Sequence[ast.stmt]) -> Iterator[ast.AST]:
    for statement in body:
        yield from ast.walk(statement)


def _check_size(written: ast.expr) -> None:
    if sum(1 for _ in ast.walk(written)) > _LARGEST:
        raise _TooMuchError


class _Writer(ast.NodeTransformer):
    """Puts values in the place of names, and what helpers return in the place of their calls."""

    def __init__(self, values: _Values, depth: int) -> None:
        self._values = values
        self._depth = depth

    def write(self, node: ast.expr) -> ast.expr:
        """An expression in which the names have their values."""
        written: ast.expr = self.visit(copy.deepcopy(node))
        _check_size(written)
        return written

    def visit_Name(self, node: ast.Name) -> ast.expr:
        value = self._values.get(node.id, node)
        return self._as_lambda(value) if isinstance(value, _Function) else copy.deepcopy(value)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        called = self._values.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if isinstance(called, _Function):
            return self._result(called, node)
        self.generic_visit(node)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        return self._as_lambda(_lambda(node, self._values))

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        test: ast.expr = self.visit(node.test)
        return chosen(test, lambda: self.visit(node.body), lambda: self.visit(node.orelse))

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        return compared(node)

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        return one_dict(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        return looked_up(node)

    def _as_lambda(self, made: _Function) -> ast.expr:
        """A function as a value."""
        own = {each.arg for each in ast.walk(made.arguments) if isinstance(each, ast.arg)}
        values = {**made.values, **{each: ast.Name(each, ast.Load()) for each in own}}
        value = _returned(made.body, values, _Ways(depth=self._depth))
        return ast.Lambda(made.arguments, value)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        raise _TooMuchError

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        targets = {each.id for each in ast.walk(node.target) if isinstance(each, ast.Name)}
        known = targets & self._values.keys()
        if any(getattr(self._values[each], "id", "") != each for each in known):
            raise _TooMuchError
        self.generic_visit(node)
        return node

    def _argument(self, node: ast.expr) -> ast.expr | _Function:
        """What is passed on: a value, or a function of the program."""
        if isinstance(node, ast.Lambda):
            return _lambda(node, self._values)
        value = self._values.get(node.id) if isinstance(node, ast.Name) else None
        if isinstance(value, _Function):
            return value
        written: ast.expr = self.visit(node)
        return written

    def _result(self, called: _Function, call: ast.Call) -> ast.expr:
        arguments = called.arguments
        if arguments.vararg or arguments.kwarg or any(
            isinstance(each, ast.Starred) for each in call.args
        ):  # fmt: skip
            raise _TooMuchError
        places = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
        defaults = dict(zip(reversed(places), reversed(arguments.defaults), strict=False))
        for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            defaults |= {} if default is None else {each.arg: default}
        around = _Writer(called.values, self._depth)
        known = {name: around._argument(copy.deepcopy(each)) for name, each in defaults.items()}
        known |= dict(zip(places, map(self._argument, call.args), strict=False))
        known |= {
            each.arg: self._argument(each.value) for each in call.keywords if each.arg is not None
        }
        # A name of the caller's that the function binds itself is another one.
        return _returned(called.body, {**called.values, **known}, _Ways(depth=self._depth))
