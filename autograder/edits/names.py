"""Edits of names: one for another, one that is counted otherwise, one that is left out."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import subject
from autograder.edits.surroundings import Surroundings, function_name
from autograder.edits.variables import variable_text

__all__ = ["OPERATORS"]

_FEW = 4


def replace_name(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Read another variable: one of the same statement, of a like name, or of which it is made."""
    name = variable_text(node)
    if not _is_data(name, place) or isinstance(place.parent, ast.Attribute):
        return
    for other in sorted(_mistakable(name, place) - {name}):
        yield rewrite(subject(node, place), node, other)


def _is_data(name: str, place: Surroundings) -> bool:
    """Whether this is a variable, and no function."""
    if name.startswith("self."):
        return True
    return name in place.names and name not in place.variables.called


def _mistakable(name: str, place: Surroundings) -> set[str]:
    if place.statement is None:
        return set()
    near = {variable_text(each) for each in _own_nodes(place.statement)}
    made_of = place.variables.values.get(name)
    if made_of is not None:
        near |= {variable_text(each) for each in ast.walk(made_of)}
    near |= {other for other, value in place.variables.values.items() if _is_made(value, name)}
    if name in place.variables.arguments:
        near |= _arguments_of_sort(name, place)
    alike = {other for other in _all_names(place) if _are_alike(name, other)}
    sort = place.variables.sort
    return {each for each in near | alike if _is_data(each, place) and sort(each) == sort(name)}


def _is_made(value: ast.expr, name: str) -> bool:
    """Whether a variable is reckoned from another."""
    if not isinstance(value, ast.BinOp):
        return False
    return any(variable_text(each) == name for each in ast.walk(value))


_FEW_ARGUMENTS = 6


def _arguments_of_sort(name: str, place: Surroundings) -> set[str]:
    """The arguments that are of the same sort as one, if they are few, and of one function."""
    variables = place.variables
    if sum(isinstance(each, ast.FunctionDef) for each in place.parents) > 1:
        return set()
    others = {each for each in variables.arguments if variables.sort(each) == variables.sort(name)}
    return others if len(others - variables.called) <= _FEW_ARGUMENTS else set()


def _all_names(place: Surroundings) -> set[str]:
    around = next((each for each in place.parents if isinstance(each, ast.ClassDef)), None)
    attributes = ast.walk(around) if around is not None else ()
    return set(place.names) | {variable_text(each) for each in attributes} - {""}


def _are_alike(name: str, other: str) -> bool:
    """Whether two names differ in a number, or share a word."""
    if _letters(name) == _letters(other):
        return True
    words, others = (each.removeprefix("self.").split("_") for each in (name, other))
    if name.startswith("self.") != other.startswith("self."):
        return words == others
    return len(words) + len(others) > 2 and bool(set(words) & set(others))


def _letters(name: str) -> str:
    return "".join(char for char in name if not char.isdigit())


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """The nodes of a statement without the statements in it."""
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        yield node
        todo += [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.stmt)]


def exchange_names(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Exchange two variables in a statement, or two arguments in all of a function."""
    if not isinstance(node, ast.Assign | ast.AugAssign | ast.Return | ast.Expr | ast.If):
        return
    yield from _exchanged(list(_own_nodes(node)), place)
    body = _solution(place)
    if body and body[0] is node:
        every = [each for statement in body for each in ast.walk(statement)]
        yield from _exchanged(every, place, arguments=True)


def _solution(place: Surroundings) -> list[ast.stmt]:
    """The statements of the function around a node that lie in the solution."""
    body = place.function.body if place.function is not None else []
    return [each for each in body if each.lineno in place.lines]


def _exchanged(
    nodes: list[ast.AST], place: Surroundings, *, arguments: bool = False
) -> Iterator[Rewrite]:
    read = dict.fromkeys(variable_text(each) for each in nodes)
    names = [name for name in read if name and _is_data(name, place)]
    if arguments:
        names = [name for name in names if name in place.variables.arguments]
    few = len(names) <= _FEW
    for one, two in itertools.combinations(names, 2):
        is_sort = place.variables.sort(one) == place.variables.sort(two)
        if not is_sort or not (few or _are_alike(one, two)):
            continue
        found = [each for each in nodes if variable_text(each) in (one, two)]
        changes = tuple((each, two if variable_text(each) == one else one) for each in found)
        yield Rewrite(subject(found[0], place), changes)


def shift_name(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Count one more or one less: t + 1 or t - 1 for t, or for both parts of a quotient."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        parts = (node.left, node.right)
        if all(_counts(each, place) for each in parts):
            for sign in ("+", "-"):
                changes = tuple((each, f"({place.text(each)} {sign} 1)") for each in parts)
                yield Rewrite(subject(node, place), changes)
    if not _counts(node, place) or not _is_reckoned(node, place):
        return
    text = place.text(node)
    yield rewrite(subject(node, place), node, f"({text} + 1)")
    yield rewrite(subject(node, place), node, f"({text} - 1)")


def _counts(node: ast.AST, place: Surroundings) -> bool:
    if isinstance(node, ast.Call):
        return function_name(node) == "len"
    name = variable_text(node).removeprefix("self.")
    return bool(name) and name in place.variables.counts


def _is_reckoned(node: ast.AST, place: Surroundings) -> bool:
    """Whether a node is an operand, a bound, an argument or an index."""
    parent = place.parent
    if isinstance(parent, ast.Call):
        return node in parent.args
    if isinstance(parent, ast.Subscript):
        return parent.slice is node
    if isinstance(parent, ast.Compare):
        return not any(isinstance(op, ast.Is | ast.IsNot | ast.In) for op in parent.ops)
    return isinstance(parent, ast.BinOp | ast.Slice | ast.Return)


def name_as_one(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take a variable for 1 where it is a term, compared, or an argument."""
    yield from _settled(node, place, "1")


def name_as_zero(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take a variable for 0 where it is an exponent, compared, or an argument."""
    yield from _settled(node, place, "0")


_USUAL = {
    "beta": ("0.9", "0.99", "0.999"),
    "rho": ("0.9", "0.99"),
    "gamma": ("0.9", "0.5"),
    "eps": ("1e-8", "1e-7"),
    "lr": ("0.01", "0.1"),
}


def name_as_number(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write the usual number in one of the places where a setting belongs."""
    name = variable_text(node)
    if _is_data(name, place) and isinstance(place.parent, ast.BinOp):
        for number in _USUAL.get(_letters(name.removeprefix("self.")), ()):
            yield rewrite(subject(node, place), node, number)


def _settled(node: ast.AST, place: Surroundings, number: str) -> Iterator[Rewrite]:
    if not _is_data(variable_text(node), place):
        return
    parent = place.parent
    if isinstance(parent, ast.BinOp):
        # Elsewhere it is the same as to forget the operand.
        operators = ast.Add | ast.Sub if number == "1" else ast.Pow
        fits = isinstance(parent.op, operators) and (number == "1" or parent.right is node)
    else:
        fits = isinstance(parent, ast.Compare) or _is_small_argument(node, place)
    if fits:
        yield rewrite(subject(node, place), node, number)


def _is_small_argument(node: ast.AST, place: Surroundings) -> bool:
    parent = place.parent
    taken = {"minimum", "maximum", "min", "max", "clip"}
    return isinstance(parent, ast.Call) and node in parent.args and function_name(parent) in taken


OPERATORS: tuple[Operator, ...] = (
    replace_name, exchange_names, shift_name, name_as_one, name_as_zero, name_as_number
)  # fmt: skip
