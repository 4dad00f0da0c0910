"""Edits of numbers: another one, a small one added or moved, values bounded or rounded."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.subjects import about, is_small, nearest, subject
from autograder.edits.surroundings import Surroundings, function_name

__all__ = ["OPERATORS"]

_SMALL = ("1e-8", "1e-7", "1e-4", "1e-12", "1e-10", "1e-15")
_OTHERS = {
    0: ("1", "-1"), 1: ("0", "2"), 2: ("1", "3", "4", "0.5"), 0.5: ("1", "2", "0.25"),
    3: ("2",), 4: ("2",), -1: ("0", "1"),
}  # fmt: skip
_NAMED = {"pi": ("3.14", "(2 * np.pi)", "(np.pi / 2)", "180"), "e": ("2.718",), "inf": ("0.0", "1")}


def change_number(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Write another number: 1 for 2, 1 for 0.5, 0 for 1."""
    if isinstance(place.parent, ast.keyword) or _is_one_of_rest(node, place):
        return
    for text in _other_numbers(node, place):
        yield rewrite(_of_number(node, place), node, text)


def _other_numbers(node: ast.AST, place: Surroundings) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and place.text(node.value) in ("np", "math"):
        yield from _NAMED.get(node.attr, ())
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return
    if not isinstance(node.value, int | float):
        return
    if is_small(node):
        yield from (*(each for each in _SMALL if float(each) != node.value), "0")
    else:
        yield from _OTHERS.get(node.value, ("0", "1"))


def _is_one_of_rest(node: ast.AST, place: Surroundings) -> bool:
    """Whether this is the 1 of 1 - x: without it, the term is forgotten."""
    parent = place.parent
    if not isinstance(parent, ast.BinOp) or not isinstance(parent.op, ast.Sub):
        return False
    return parent.left is node and getattr(node, "value", None) == 1


def _of_number(node: ast.AST, place: Surroundings) -> str | None:
    """The number itself where it is a factor, else what it is reckoned with."""
    return subject(node, place) or nearest(node, place)


_ROOTS = {"sqrt", "log", "log2", "log10"}


def move_epsilon(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Add a small number inside of a root or a logarithm, and not outside, or the other way."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and is_small(node.right):
        yield from _moved_inside(node, place)
    call = _function_of_sum(node)
    if call is not None:
        of, inner = subject(call.right, place), place.text(call.left)
        small = place.text(call.right)
        yield rewrite(of, node, f"({_around(node, inner, place)} + {small})")
        if place.numpy:
            text = _around(node, f"np.maximum({inner}, {small})", place)
            yield rewrite(of, node, text)


def _moved_inside(node: ast.BinOp, place: Surroundings) -> Iterator[Rewrite]:
    of, small = subject(node.right, place), place.text(node.right)
    argument = _argument(node.left)
    if argument is not None:
        inner = place.text(argument)
        yield rewrite(of, node, _around(node.left, f"{inner} + {small}", place))
        yield rewrite(of, node, f"{_around(node.left, f'{inner} + {small}', place)} + {small}")
        yield rewrite(of, node, _around(node.left, f"{inner} + {small}**2", place))
    if place.numpy:
        yield rewrite(of, node, f"np.maximum({place.text(node.left)}, {small})")


def _argument(node: ast.AST) -> ast.expr | None:
    """That of a root or a logarithm."""
    if isinstance(node, ast.Call) and function_name(node) in _ROOTS and len(node.args) == 1:
        return node.args[0]
    is_root = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
    if is_root and getattr(node.right, "value", None) == 0.5:  # type: ignore[attr-defined]
        return node.left  # type: ignore[attr-defined, no-any-return]
    return None


def _function_of_sum(node: ast.AST) -> ast.BinOp | None:
    """The argument of a root or a logarithm, if a small number is added to it."""
    inner = _argument(node)
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Add) and is_small(inner.right):
        return inner
    return None


def _around(node: ast.AST, text: str, place: Surroundings) -> str:
    """A root or a logarithm of another argument."""
    if isinstance(node, ast.Call):
        return f"{place.text(node.func)}({text})"
    return f"({text})**0.5"


def add_epsilon(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Add a small number to a denominator, or to the argument of a root or a logarithm."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        part, of = node.right, about(node.right, node, place)
    elif isinstance(node, ast.Call) and _argument(node) is not None:
        part, of = node.args[0], function_name(node)
    else:
        return
    if isinstance(part, ast.Constant) or any(map(is_small, ast.walk(part))):
        return
    if isinstance(node, ast.Call):
        for small in _SMALL[:2]:
            yield rewrite(of, node, f"({place.text(node)} + {small})")
    for small in _SMALL if isinstance(node, ast.Call) else _SMALL[:4]:
        yield rewrite(of, part, f"({place.text(part)} + {small})")


_EDGES = ("1e-7", "1e-8", "1e-10", "1e-12", "1e-15")
_LIMITS = ("500", "50", "20", "709")


def clip_values(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Keep the argument of a logarithm, an exponential, or the result within bounds."""
    if not place.numpy:
        return
    if isinstance(node, ast.Call) and len(node.args) == 1 and node.args:
        name, part = function_name(node), node.args[0]
        if name in ("log", "log2", "log10"):
            yield from (rewrite(name, part, text) for text in _clipped(place.text(part)))
        elif name == "exp":
            for limit in _LIMITS:
                text = f"np.clip({place.text(part)}, -{limit}, {limit})"
                yield rewrite(name, part, text)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.BinOp | ast.Call):
        text, of = place.text(node.value), nearest(node.value, place)
        for small in ("1e-7", "1e-15"):
            yield rewrite(of, node.value, f"np.clip({text}, {small}, 1 - {small})")
        yield rewrite(of, node.value, f"np.clip({text}, 0, 1)")
        yield rewrite(of, node.value, f"np.maximum({text}, 0)")
        settings = place.variables.arguments & place.variables.settings
        for name in sorted(settings - {"eps", "epsilon"}):
            yield rewrite(name, node.value, f"np.minimum({text}, {name})")
            yield rewrite(name, node.value, f"np.maximum({text}, {name})")


def _clipped(text: str) -> Iterator[str]:
    for small in _EDGES:
        yield f"np.clip({text}, {small}, 1 - {small})"
        yield f"np.maximum({text}, {small})"


def round_values(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Round in the middle of a computation."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.BinOp | ast.Call):
        return
    if place.numpy and _name_of(node.value) not in _NO_NUMBERS:
        of = subject(node.targets[0], place)
        for digits in (2, 3, 4):
            yield rewrite(of, node.value, f"np.round({place.text(node.value)}, {digits})")


_NO_NUMBERS = frozenset("zeros_like ones_like array eye range zeros arange len fit ceil".split())


def _name_of(node: ast.AST) -> str:
    return function_name(node) if isinstance(node, ast.Call) else ""


OPERATORS: tuple[Operator, ...] = (
    move_epsilon, add_epsilon, clip_values, change_number, round_values
)  # fmt: skip
