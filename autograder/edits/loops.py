"""Edits of loops: how often, over what, and what is done inside of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.spans import Span
from autograder.edits.subjects import about, subject, target_name
from autograder.edits.surroundings import Surroundings, function_name
from autograder.edits.variables import bindings, variable_text

__all__ = ["OPERATORS"]

_Simple = ast.Assign | ast.AugAssign | ast.Expr


def return_in_loop(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Return at the end of the first turn of a loop."""
    if isinstance(node, ast.For | ast.While) and place.function is not None:
        last = place.function.body[-1]
        if isinstance(last, ast.Return):
            yield _appended(node, place.text(last))


def one_turn(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Leave a loop after its first turn."""
    if isinstance(node, ast.For | ast.While):
        yield _appended(node, "break")


def _appended(loop: ast.For | ast.While, line: str) -> Rewrite:
    last = loop.body[-1]
    return rewrite("loop", Span.after(last), f"\n{' ' * last.col_offset}{line}")


def change_range(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Begin or end one turn earlier or later, or leave out the rest."""
    if not isinstance(node, ast.Call) or function_name(node) != "range" or not node.args:
        return
    of = _bound_name(node)
    for text in _other_ranges([place.text(each) for each in node.args]):
        yield rewrite(of, node, f"range({text})")


def _bound_name(node: ast.Call) -> str:
    bound = node.args[0] if len(node.args) == 1 else node.args[1]
    return bound.id if isinstance(bound, ast.Name) else "loop"


def _other_ranges(texts: list[str]) -> Iterator[str]:
    if len(texts) == 1:
        (stop,) = texts
        yield from (f"({stop}) - 1", f"({stop}) + 1", f"1, {stop}", f"1, ({stop}) + 1")
    elif len(texts) == 2:
        start, stop = texts
        yield from (f"{start}, ({stop}) - 1", f"{start}, ({stop}) + 1")
        yield from (
            f"({start}) - 1, {stop}",
            f"({start}) - 1, ({stop}) - 1",
            f"({start}) + 1, {stop}",
        )
    else:
        start, stop, step = texts
        yield from (f"{start}, {stop}", f"{start}, ({stop}) - 1, {step}")
        yield from (f"{start}, ({stop}) + 1, {step}", f"{start}, ({stop}) - ({step}), {step}")
        yield f"{start}, ({stop}) - ({step}) + 1, {step}"


def shift_count(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Count from 1 instead of 0, or from 0 instead of 1."""
    if isinstance(node, ast.Call) and function_name(node) == "enumerate" and node.args:
        begin = "0" if len(node.args) + len(node.keywords) > 1 else "1"
        yield rewrite(_counter(place), node, f"enumerate({place.text(node.args[0])}, {begin})")


def _counter(place: Surroundings) -> str | None:
    target = getattr(place.parent, "target", None)
    if isinstance(target, ast.Tuple):
        return subject(target.elts[0], place)
    return "loop"


def other_order(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Go through what is given from the end, sorted, or without its first or last."""
    for iterated in _iterated(node):
        name, of = place.text(iterated), subject(iterated, place)
        for text in (f"{name}[::-1]", f"sorted({name})", f"{name}[1:]", f"{name}[:-1]"):
            yield rewrite(of, iterated, text)
    if _is_part(node):
        name, of = place.text(node.value), subject(node.value, place)
        yield rewrite(of, node.value, f"sorted({name})")
        yield rewrite(of, node.value, f"{name}[::-1]")


def _iterated(node: ast.AST) -> Iterator[ast.expr]:
    """The variables that a loop or a list goes through."""
    loops = getattr(node, "generators", [node] if isinstance(node, ast.For) else [])
    yield from (each.iter for each in loops if variable_text(each.iter))


def _is_part(node: ast.AST) -> TypeGuard[ast.Subscript]:
    """Whether this is a slice of a variable."""
    is_slice = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)
    return is_slice and bool(variable_text(node.value))  # type: ignore[attr-defined]


def reset_in_loop(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Begin anew in each turn of a loop with what is set before it."""
    if isinstance(node, ast.For | ast.While):
        for each in _before(node, place):
            for target, value in bindings(each) if isinstance(each, ast.Assign) else ():
                line = f"{place.text(target)} = {place.text(value)}"
                text = f"{line}\n{' ' * node.body[0].col_offset}"
                yield rewrite(about(target, node, place), Span.before(node.body[0]), text)


def keep_in_loop(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Go on in each turn of a loop with what is to begin anew in it."""
    if not isinstance(node, ast.For | ast.While):
        return
    fresh = {each.id for each in ast.walk(node) if _is_stored(each)}
    for statement in node.body:
        for target, value in bindings(statement) if isinstance(statement, ast.Assign) else ():
            read = {each.id for each in ast.walk(value) if isinstance(each, ast.Name)}
            if isinstance(target, ast.Name) and not fresh & read:
                line = f"{target.id} = {place.text(value)}\n{' ' * node.col_offset}"
                changes = ((Span.before(node), line), (value, target.id))
                yield Rewrite(about(target, node, place), changes)


def _is_stored(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def move_into_loop(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Do in each turn of a loop what is to be done once, before it or after it."""
    if not isinstance(node, ast.For | ast.While):
        return
    for each in _before(node, place):
        if not isinstance(each, ast.Assign):
            yield _moved_in(each, node, place)
    block, number = place.block(node)
    after = block[number + 1] if number + 1 < len(block) else None
    if isinstance(after, _Simple):
        text = place.indented(after, node.body[-1].col_offset)
        inside = (Span.after(node.body[-1]), f"\n{' ' * node.body[-1].col_offset}{text}")
        yield Rewrite(target_name(after, place), (inside, (after, "pass")))


def _before(loop: ast.stmt, place: Surroundings) -> Iterator[_Simple]:
    """The simple statements before a loop, in its block, which lie in the solution."""
    block, number = place.block(loop)
    for each in block[:number]:
        if isinstance(each, _Simple) and each.lineno in place.lines:
            yield each


def _moved_in(statement: _Simple, loop: ast.For | ast.While, place: Surroundings) -> Rewrite:
    column = loop.body[0].col_offset
    text = f"{place.indented(statement, column)}\n{' ' * column}"
    changes = ((statement, "pass"), (Span.before(loop.body[0]), text))
    return Rewrite(target_name(statement, place), changes)


def move_out_of_loop(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Do once, after a loop, what is to be done in each turn."""
    if not isinstance(node, ast.For | ast.While):
        return
    last = node.body[-1]
    if isinstance(last, _Simple):
        text = place.indented(last, node.col_offset)
        outside = (Span.after(node), f"\n{' ' * node.col_offset}{text}")
        yield Rewrite(target_name(last, place), ((last, "pass"), outside))


OPERATORS: tuple[Operator, ...] = (
    return_in_loop, one_turn, change_range, shift_count, other_order, reset_in_loop, keep_in_loop,
    move_into_loop, move_out_of_loop,
)  # fmt: skip
