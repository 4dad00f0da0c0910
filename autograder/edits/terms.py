"""Edits of terms and factors: one is forgotten, doubled, negated, squared, or stands elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import about, nearest, subject
from autograder.edits.surroundings import Surroundings, binding, function_name
from autograder.edits.variables import variable_text

__all__ = ["OPERATORS"]


def drop_term(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget a term of a sum or of a difference."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield rewrite(about(node.right, node, place), node, place.instead(node, node.left))
        of = about(node.left, node, place)
        if isinstance(node.op, ast.Sub):
            yield rewrite(of, node, f"-{place.operand(node.right, ast.Mult())}")
        yield rewrite(of, node, place.instead(node, node.right))


def drop_factor(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget a factor, or a numerator."""
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.Mult | ast.MatMult):
        yield rewrite(about(node.right, node, place), node, place.instead(node, node.left))
        yield rewrite(about(node.left, node, place), node, place.instead(node, node.right))
    elif isinstance(node.op, ast.Div):
        of = about(node.left, node, place)
        yield rewrite(of, node, f"1 / {place.operand(node.right, node.op)}")
        yield rewrite(of, node, place.instead(node, node.right))


def drop_divisor(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget to divide: a sum in the place of a mean, a size without its scale."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod):
        yield rewrite(about(node.right, node, place), node, place.instead(node, node.left))


def drop_exponent(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget an exponent."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        yield rewrite(about(node.right, node, place), node, place.instead(node, node.left))


def flip_sign(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Add for subtract and subtract for add, forget a minus, or write one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        other = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        yield rewrite(
            about(node.right, node, place), node, place.joined(node.left, other, node.right)
        )
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        if not isinstance(node.operand, ast.Constant):
            yield rewrite(nearest(node, place), node, place.instead(node, node.operand))
    elif _is_term(node, place) and not _is_right(node, place):
        yield rewrite(nearest(node, place), node, f"(-{place.atom(node)})")


def swap_operands(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Subtract or divide the wrong way round."""
    turned = ast.Sub | ast.Div | ast.Pow | ast.MatMult | ast.FloorDiv
    if isinstance(node, ast.BinOp) and isinstance(node.op, turned):
        text = place.joined(node.right, node.op, node.left)
        yield rewrite(nearest(node, place), node, text)


def double_term(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Count a term twice."""
    if _is_term(node, place):
        yield rewrite(nearest(node, place), node, f"(2 * {place.operand(node, ast.Mult())})")


def halve_term(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Count half of a term."""
    if _is_term(node, place):
        yield rewrite(nearest(node, place), node, f"({place.operand(node, ast.Mult())} / 2)")


def square_operand(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Square what is not to be squared."""
    # The square of what is under a root is the thing without its root; `drop_call` says that.
    if isinstance(place.parent, ast.Call) and function_name(place.parent) == "sqrt":
        return
    if _is_operand(node, place) and not isinstance(node, ast.BinOp):
        yield rewrite(nearest(node, place), node, f"{place.atom(node)}**2")


def root_operand(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take a root that is not to be taken."""
    if _is_operand(node, place):
        yield rewrite(nearest(node, place), node, f"{place.atom(node)}**0.5")


def add_factor(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Multiply a term by a setting once more, or divide what is returned by a number of entries."""
    if not isinstance(node, ast.expr) or not _is_whole(node, place):
        return
    text = place.operand(node, ast.Mult())
    settings = place.variables.settings - {"eps", "epsilon"}
    for name in sorted(place.variables.arguments & settings):
        yield rewrite(name, node, f"({name} * {text})")
        if name.startswith(_WEIGHTS):
            yield rewrite(name, node, f"((1 - {name}) * {text})")
    if isinstance(place.parent, ast.Return):
        for name in sorted(place.variables.arguments):
            if place.variables.sort(name) == "data" and name not in place.variables.called:
                yield rewrite("len", node, f"({text} / len({name}))")


_WEIGHTS = ("beta", "rho", "ratio", "alpha", "momentum", "decay")


def _is_whole(node: ast.expr, place: Surroundings) -> bool:
    """Whether this is a term, or all that is stored or returned, but no sum."""
    is_sum = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)
    if is_sum or not _is_term(node, place):
        return False
    return isinstance(place.parent, ast.BinOp | ast.Assign | ast.AugAssign | ast.Return)


def multiply_or_divide(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Multiply instead of dividing, or divide instead of multiplying."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        other = ast.Div() if isinstance(node.op, ast.Mult) else ast.Mult()
        yield rewrite(
            about(node.right, node, place), node, place.joined(node.left, other, node.right)
        )


def add_or_multiply(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Add what is to be multiplied, or multiply what is to be added."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Add):
        other = ast.Add() if isinstance(node.op, ast.Mult) else ast.Mult()
        yield rewrite(
            about(node.right, node, place), node, f"({place.joined(node.left, other, node.right)})"
        )


def power_as_product(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Multiply by the exponent."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        text = place.joined(node.left, ast.Mult(), node.right)
        yield rewrite(about(node.right, node, place), node, f"({text})")


def power_of_count(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Raise a weight to the power of what counts the steps."""
    if _is_weight(node, place):
        for name in sorted(place.variables.counts & place.names):
            yield rewrite(subject(node, place), node, f"{place.atom(node)}**{name}")


def elementwise_product(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Multiply entry by entry where matrices are to be multiplied."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield rewrite(nearest(node, place), node, place.joined(node.left, ast.Mult(), node.right))


def integer_division(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Divide without a remainder, or take the whole part of a quotient."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        of = about(node.right, node, place)
        yield rewrite(of, node, place.joined(node.left, ast.FloorDiv(), node.right))
        yield rewrite(of, node, f"int({place.text(node)})")
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
        yield rewrite(
            about(node.right, node, place), node, place.joined(node.left, ast.Div(), node.right)
        )


def absolute_for_square(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take the absolute value in the place of the square."""
    if isinstance(node, ast.BinOp) and _is_square(node):
        yield rewrite(subject(node.left, place), node, f"abs({place.text(node.left)})")
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        inner = node.left  # a * x * x is (a * x) * x
        if not isinstance(inner, ast.BinOp) or not isinstance(inner.op, ast.Mult):
            return
        if ast.dump(inner.right) == ast.dump(node.right):
            text = f"{place.operand(inner.left, ast.Mult())} * abs({place.text(node.right)})"
            yield rewrite(subject(node.right, place), node, text)


def complement(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write 1 - beta for beta."""
    if _is_weight(node, place):
        yield rewrite(subject(node, place), node, f"(1 - {place.text(node)})")


def exchange_weights(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Exchange beta and 1 - beta in a sum."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add | ast.Sub):
        return
    rests = [each for each in ast.walk(node) if _is_rest(each)]
    for weight in dict.fromkeys(place.text(each.right) for each in rests):
        own = [each for each in rests if place.text(each.right) == weight]
        inside = {id(each.right) for each in own}
        others = [
            each
            for each in ast.walk(node)
            if variable_text(each) == weight and id(each) not in inside
        ]
        if others and node not in own:
            changes = [(each, weight) for each in own] + [
                (each, f"(1 - {weight})") for each in others
            ]
            yield Rewrite(subject(others[0], place), tuple(changes))


def _is_square(node: ast.BinOp) -> bool:
    if isinstance(node.op, ast.Pow):
        return isinstance(node.right, ast.Constant) and node.right.value == 2
    return isinstance(node.op, ast.Mult) and ast.dump(node.left) == ast.dump(node.right)


def _is_rest(node: ast.AST) -> TypeGuard[ast.BinOp]:
    """Whether this is 1 - x, with a variable x."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Sub)
        and isinstance(node.left, ast.Constant)
        and node.left.value == 1
        and bool(variable_text(node.right))
    )


def _is_weight(node: ast.AST, place: Surroundings) -> bool:
    """Whether this is a factor x where the function also has 1 - x."""
    parent, function = place.parent, place.function
    if not variable_text(node) or not isinstance(parent, ast.BinOp) or function is None:
        return False
    if not isinstance(parent.op, ast.Mult | ast.Div):
        return False
    rests = (each for each in ast.walk(function) if _is_rest(each))
    return any(place.text(each.right) == place.text(node) for each in rests)


_NO_NUMBERS = frozenset(
    "array asarray zeros_like ones_like zeros ones empty_like eye range enumerate zip append items "
    "keys values dict list tuple len isinstance arange float int".split()
)


def _is_number(node: ast.AST, place: Surroundings) -> bool:
    """Whether this is read, and may be a number or an array."""
    if isinstance(node, ast.Call):
        return function_name(node) not in _NO_NUMBERS
    if isinstance(node, ast.BinOp):
        return True
    if isinstance(node, ast.Subscript):
        return isinstance(node.ctx, ast.Load)
    name = variable_text(node)
    if not name or name in ("np", "math", "self") or name in place.variables.called:
        return False
    is_count = place.variables.sort(name) == "count"
    return not is_count and not isinstance(place.parent, ast.Attribute)


def _is_term(node: ast.AST, place: Surroundings) -> TypeGuard[ast.expr]:
    """Whether this is a term of a sum, an argument, or all that is stored or returned."""
    if not isinstance(node, ast.expr) or not _is_number(node, place):
        return False
    parent = place.parent
    if isinstance(parent, ast.BinOp):
        is_plain = isinstance(node, ast.Name | ast.Attribute) and _is_rest(parent)
        return isinstance(parent.op, ast.Add | ast.Sub) and not is_plain
    if isinstance(parent, ast.Call):
        return node in parent.args and function_name(parent) not in _NO_NUMBERS
    if isinstance(parent, ast.Assign | ast.AugAssign | ast.Return):
        return parent.value is node and not _is_setting_up(place)
    return _is_compared(place) or _is_returned(node, place)


def _is_setting_up(place: Surroundings) -> bool:
    return place.function is not None and place.function.name == "__init__"


def _is_compared(place: Surroundings) -> bool:
    parent = place.parent
    if not isinstance(parent, ast.Compare):
        return False
    return not any(isinstance(each, ast.Is | ast.IsNot | ast.In | ast.NotIn) for each in parent.ops)


def _is_returned(node: ast.AST, place: Surroundings) -> bool:
    """Whether this is one of several returned values."""
    parent = place.parent
    if not isinstance(parent, ast.Tuple) or len(place.parents) < 2:
        return False
    return isinstance(place.parents[-2], ast.Return) and node in parent.elts


def _is_right(node: ast.AST, place: Surroundings) -> bool:
    return isinstance(place.parent, ast.BinOp) and place.parent.right is node


def _is_operand(node: ast.AST, place: Surroundings) -> bool:
    """Whether this is a factor, a denominator, an argument, or a term that is no product."""
    parent = place.parent
    if isinstance(parent, ast.BinOp) and _is_number(node, place):
        if isinstance(parent.op, ast.Mult | ast.Div | ast.MatMult):
            return not isinstance(node, ast.BinOp) or binding(node) < binding(parent)
        return isinstance(parent.op, ast.Add | ast.Sub) and not isinstance(node, ast.BinOp)
    return _is_term(node, place) and not isinstance(parent, ast.Tuple)


OPERATORS: tuple[Operator, ...] = (
    drop_term, drop_factor, drop_divisor, drop_exponent, flip_sign, swap_operands,
    exchange_weights, complement, power_as_product, power_of_count, elementwise_product,
    absolute_for_square, add_factor, double_term, halve_term, square_operand, root_operand,
    multiply_or_divide, integer_division, add_or_multiply,
)  # fmt: skip
