"""Edits of variables in time: an old value, an update that is lost or early, another beginning."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.spans import Span
from autograder.edits.subjects import about, target_name
from autograder.edits.surroundings import Surroundings, function_name
from autograder.edits.variables import bindings

__all__ = ["OPERATORS"]

_Update = ast.Assign | ast.AugAssign
_Simple = ast.Assign | ast.AugAssign | ast.Expr


def update_not_stored(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Return or keep the old value of a variable, although a new one is worked out."""
    if not isinstance(node, _Update) or not _is_update(node, place):
        return
    target, name = _target(node), f"new_{_bare_name(node)}"
    later = _later(node, place)
    if isinstance(target, ast.Name):
        yield from _reading_old(
            node, [each for each in later if isinstance(each, ast.Return)], place
        )
        return
    value = place.text(node.value)
    if isinstance(node, ast.AugAssign):
        value = f"{place.text(target)} {_SIGNS.get(type(node.op), '+')} ({value})"
    reads = tuple((each, name) for statement in later for each in _reads(target, statement))
    if reads:
        yield Rewrite(target_name(node, place), ((node, f"{name} = {value}"), *reads))


_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def use_old_value(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Use the value that a variable had before its update."""
    if isinstance(node, _Update) and _is_update(node, place):
        later = [each for each in _later(node, place) if not isinstance(each, ast.Return)]
        reading = [each for each in later if _reads(_target(node), each)]
        for each in reading:
            yield from _reading_old(node, [each], place)
        if len(reading) > 1:
            yield from _reading_old(node, reading, place)


def _reading_old(
    node: _Update, statements: list[ast.stmt], place: Surroundings
) -> Iterator[Rewrite]:
    """Let some later statements read what a variable was before its update."""
    target, name = _target(node), f"old_{_bare_name(node)}"
    reads = [each for statement in statements for each in _reads(target, statement)]
    if reads:
        kept = f"{name} = {place.text(target)}\n{' ' * node.col_offset}"
        changes = [(Span.before(node), kept), *((each, name) for each in reads)]
        yield Rewrite(target_name(node, place), tuple(changes))


def _target(node: _Update) -> ast.expr:
    return node.targets[0] if isinstance(node, ast.Assign) else node.target


def _bare_name(node: _Update) -> str:
    names = [each for each in ast.walk(_target(node)) if isinstance(each, ast.Name | ast.Attribute)]
    texts = (each.attr if isinstance(each, ast.Attribute) else each.id for each in names)
    return next((text for text in texts if text != "self"), "value")


def _is_update(node: _Update, place: Surroundings) -> bool:
    """Whether a variable has a value before: an argument, an attribute, or what it read itself."""
    target = _target(node)
    if isinstance(target, ast.Tuple | ast.List):
        return False
    if isinstance(node, ast.AugAssign) or isinstance(target, ast.Attribute | ast.Subscript):
        return place.function is not None and not _is_in(place, "__init__")
    name = getattr(target, "id", "")
    return name in place.variables.arguments or bool(_reads(target, node.value))


def _later(node: ast.stmt, place: Surroundings) -> list[ast.stmt]:
    """The statements after one in its block, until the variable is bound again."""
    block, number = place.block(node)
    target = place.text(_target(node))  # type: ignore[arg-type]
    later = []
    for each in block[number + 1 :]:
        later.append(each)
        if isinstance(each, ast.Assign) and place.text(each.targets[0]) == target:
            break
    return later


def _reads(target: ast.expr, node: ast.AST) -> list[ast.expr]:
    """Where a part reads a variable."""
    text = ast.unparse(target)
    kind = type(target)
    return [
        each
        for each in ast.walk(node)
        if isinstance(each, kind)
        and isinstance(each.ctx, ast.Load)  # type: ignore[attr-defined]
        and ast.unparse(each) == text
    ]


def exchange_statements(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Do two things in the wrong order: use or store before the update, or after it."""
    if not isinstance(node, _Simple):
        return
    block, number = place.block(node)
    following = block[number + 1] if number + 1 < len(block) else None
    if not isinstance(following, _Simple) or _needs(following, node, place):
        return
    if not _meet(node, following):
        return
    between = f"\n{' ' * node.col_offset}"
    text = f"{place.text(following)}{between}{place.text(node)}"
    yield rewrite(target_name(node, place), Span(node, following), text)


def _meet(one: ast.stmt, other: ast.stmt) -> bool:
    """Whether a statement changes what the other reads or changes; calls may change anything."""
    pairs = ((one, other), (other, one))
    return any(_changed(each) & _variables(rest) for each, rest in pairs)


def _changed(node: ast.stmt) -> set[str]:
    if isinstance(node, _Update):
        return _variables(_target(node))
    called = (
        node.value.func if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
    )
    return _variables(called) if called is not None else set()


def _variables(node: ast.AST) -> set[str]:
    names = (each for each in ast.walk(node) if isinstance(each, ast.Name | ast.Attribute))
    texts = (each.attr if isinstance(each, ast.Attribute) else each.id for each in names)
    return set(texts) - {"self", "np"}


def _needs(statement: ast.stmt, earlier: ast.stmt, place: Surroundings) -> bool:
    """Whether a statement reads a name that only the earlier one binds."""
    fresh = _stored(earlier) - _bound_before(earlier, place)
    read = {each.id for each in ast.walk(statement) if isinstance(each, ast.Name)}
    return bool(fresh & read)


def _stored(node: ast.AST) -> set[str]:
    return {
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _bound_before(statement: ast.stmt, place: Surroundings) -> set[str]:
    """The names that a function has bound before a statement."""
    function = place.function
    bound = set(place.variables.arguments)
    for each in ast.walk(function) if function is not None else ():
        if isinstance(each, ast.stmt) and each.lineno < statement.lineno and each is not function:
            bound |= _stored(each) if isinstance(each, _Simple) else set()
    return bound


def drop_statement(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget a statement."""
    if not isinstance(node, _Simple):
        return
    if isinstance(node, ast.Assign):
        if _stored(node) - _bound_before(node, place):
            return
        if _is_in(place, "__init__"):
            return
        yield from _partly_forgotten(node, place)
    yield rewrite(target_name(node, place), node, "pass")


def _partly_forgotten(node: ast.Assign, place: Surroundings) -> Iterator[Rewrite]:
    """Several variables are bound at once, and one of them stays as it was."""
    parts = list(bindings(node))
    for target, value in parts if len(parts) > 1 else ():
        yield rewrite(about(target, node, place), value, place.text(target))


def replace_update(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Replace a variable where it is to be increased, or decrease it."""
    if isinstance(node, ast.AugAssign):
        target, value = place.text(node.target), place.text(node.value)
        of = target_name(node, place)
        yield rewrite(of, node, f"{target} = {value}")
        other = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*"}.get(type(node.op))
        if other:
            yield rewrite(of, node, f"{target} {other}= {value}")


def update_in_place(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Change an array where a new one is to be made: all that share it change too."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.BinOp):
        return
    target, value = node.targets[0], node.value
    sign = _SIGNS.get(type(value.op))
    if sign and place.text(target) == place.text(value.left):
        text = f"{place.text(target)} {sign}= {place.text(value.right)}"
        yield rewrite(target_name(node, place), node, text)


def initial_value(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Begin with another value: zeros, ones, the first value, infinity, None, nothing."""
    if isinstance(node, ast.Assign):
        for target, value in bindings(node):
            for text in _other_beginnings(value, place):
                yield rewrite(about(target, node, place), value, text)


def _other_beginnings(value: ast.expr, place: Surroundings) -> Iterator[str]:
    text = place.text(value)
    if isinstance(value, ast.Constant) and (value.value is None or value.value == 0):
        yield from (each for each in ("0", "1", "-1", "None") if each != text)
        yield from _first_values(place)
    elif "inf" in text and not isinstance(value, ast.Name):
        yield from ("0.0", "-1.0", "float('inf')" if "-" in text else "float('-inf')")
        yield from _first_values(place)
    elif isinstance(value, ast.Call) and function_name(value) == "zeros_like":
        inner = place.text(value.args[0])
        yield from (f"np.ones_like({inner})", f"({inner} + 0)")
    elif isinstance(value, ast.Name) and value.id in place.variables.arguments and place.numpy:
        if not _is_in(place, "__init__"):
            yield f"np.zeros_like({text})"
    elif isinstance(value, ast.List) and len(value.elts) == 1:
        yield "[]"


def _is_in(place: Surroundings, name: str) -> bool:
    return place.function is not None and place.function.name == name


def _first_values(place: Surroundings) -> Iterator[str]:
    """The first values of what the loops of the function go through, before the first loop."""
    if any(isinstance(each, ast.For | ast.While) for each in place.parents):
        return
    nodes = ast.walk(place.function) if place.function is not None else ()
    parts = [each for loop in nodes if isinstance(loop, ast.For) for each in ast.walk(loop.iter)]
    names = (each.id for each in parts if isinstance(each, ast.Name))
    for name in dict.fromkeys(names):
        if name in place.variables.arguments:
            yield f"{name}[0]"


OPERATORS: tuple[Operator, ...] = (
    update_not_stored, use_old_value, exchange_statements, drop_statement, replace_update,
    initial_value, update_in_place,
)  # fmt: skip
