"""Edits of calls: one is forgotten, another function is called, or it is called otherwise."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from typing import Final

from autograder.edits.rewriting import Operator, Rewrite, rewrite
from autograder.edits.spans import Span
from autograder.edits.subjects import nearest, subject
from autograder.edits.surroundings import Surroundings, function_name

__all__ = ["OPERATORS", "split_instead"]

_KEPT = frozenset(
    "range enumerate zip len array asarray zeros_like ones_like zeros eye append items arange "
    "isinstance float dict list tuple solve".split()
)
_REDUCING = frozenset(
    "sum mean max min std var median prod argmax argmin cumsum norm any all".split()
)


def drop_call(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget a function: x for abs(x), for minimum(x, 1), for x.max()."""
    if not isinstance(node, ast.Call) or isinstance(place.parent, ast.Expr):
        return
    if function_name(node) in _KEPT:
        return
    of = subject(node, place)
    for argument in node.args:
        if not isinstance(argument, ast.Starred):
            yield rewrite(of, node, place.instead(node, argument))
    if isinstance(node.func, ast.Attribute) and not node.args and not _is_module(node.func.value):
        yield rewrite(of, node, place.text(node.func.value))


def _is_module(node: ast.AST) -> bool:
    return getattr(node, "id", None) in ("np", "math", "numpy") or (
        isinstance(node, ast.Attribute) and node.attr == "linalg"
    )


_SIBLINGS = {
    "sum": "mean max prod", "mean": "sum median max", "median": "mean", "cumsum": "sum cumprod",
    "max": "min mean sum", "min": "max", "maximum": "minimum", "minimum": "maximum",
    "abs": "square", "square": "abs sqrt", "sqrt": "square abs", "exp": "expm1 exp2",
    "expm1": "exp", "log": "log2 log10 log1p", "log1p": "log", "log2": "log", "log10": "log",
    "floor": "ceil round trunc", "ceil": "floor round", "round": "floor ceil", "rint": "floor ceil",
    "cos": "sin", "sin": "cos", "tanh": "sin", "sign": "tanh", "argmax": "argmin",
    "argmin": "argmax", "std": "var", "var": "std", "any": "all", "all": "any", "dot": "multiply",
}  # fmt: skip
_BUILT_IN = {
    "max": "min", "min": "max", "sum": "max", "round": "int", "int": "round", "any": "all",
    "all": "any", "ceil": "int round",
}  # fmt: skip
_OF_ARRAYS = frozenset(
    "sum mean max min prod cumsum cumprod argmax argmin std var any all round".split()
)
_OF_MATH = frozenset("floor ceil sin cos exp expm1 log log2 log10 log1p sqrt trunc".split())


_FOR: Final = "_for_"
"""Between what is called and what belongs there."""


def replace_function(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Call another function: mean for sum, ceil for floor, log2 for log, square for abs."""
    if not isinstance(node, ast.Call):
        return
    name, of = function_name(node), subject(node, place)
    if isinstance(node.func, ast.Attribute):
        owner = place.text(node.func.value)
        for other in _SIBLINGS.get(name, "").split():
            if owner == "np" or other in (_OF_MATH if owner == "math" else _OF_ARRAYS):
                yield rewrite(_instead(other, of), node.func, f"{owner}.{other}")
    if not isinstance(node.func, ast.Attribute) or place.text(node.func.value) == "math":
        for other in _BUILT_IN.get(name, "").split():
            yield rewrite(_instead(other, of), node.func, other)


def _instead(other: str, of: str | None) -> str | None:
    """Both functions in one word: `mean_for_sum`."""
    return None if of is None else f"{other}{_FOR}{of}"


def split_instead(about: str | None) -> tuple[str | None, str | None]:
    """What belongs there, and what is called instead where that is known too.

    Args:
        about: what an edit is about.
    """
    other, found, of = (about or "").rpartition(_FOR)
    return (of, other) if found else (about, None)


def one_bound(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Bound values on one side only."""
    if isinstance(node, ast.Call) and function_name(node) == "clip" and len(node.args) == 3:
        values, low, high = map(place.text, node.args)
        yield rewrite("clip", node, f"np.maximum({values}, {low})")
        yield rewrite("clip", node, f"np.minimum({values}, {high})")


_Whole = ast.BinOp | ast.Call | ast.Name


def add_function(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Call a function where none belongs: abs of a difference, floor of a quotient, a final sum."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and _is_difference(node):
        yield rewrite("abs", node, f"abs({place.text(node)})")
    if place.numpy and _is_share(node, place):
        for name in ("floor", "ceil", "round"):
            yield rewrite(name, node, f"np.{name}({place.text(node)})")
    if isinstance(node, ast.Return) and isinstance(node.value, _Whole) and place.numpy:
        for name in ("sum", "mean", "abs", "sqrt", "square"):
            yield rewrite(name, node.value, f"np.{name}({place.text(node.value)})")


def _is_difference(node: ast.BinOp) -> bool:
    """Whether two variables are subtracted, and not one from a number."""
    return not isinstance(node.left, ast.Constant) and not isinstance(node.right, ast.Constant)


def _is_share(node: ast.AST, place: Surroundings) -> bool:
    """Whether something that counts is divided."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    counts = place.variables.counts
    return any(isinstance(each, ast.Name) and each.id in counts for each in ast.walk(node))


def exchange_calls(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Call two functions in the other order: abs(sum(x)) for sum(abs(x))."""
    if not isinstance(node, ast.Call) or len(node.args) != 1 or function_name(node) in _KEPT:
        return
    inner = node.args[0]
    if isinstance(inner, ast.Call) and inner.args and function_name(inner) not in _KEPT:
        function = place.text(node.func)
        rest = "".join(f", {place.text(each)}" for each in inner.args[1:])
        own = "".join(f", {_keyword(each, place)}" for each in node.keywords)
        theirs = "".join(f", {_keyword(each, place)}" for each in inner.keywords)
        deepest = f"{function}({place.text(inner.args[0])}{own})"
        text = f"{place.text(inner.func)}({deepest}{rest}{theirs})"
        yield rewrite(subject(node, place), node, text)
    elif isinstance(inner, ast.BinOp):
        yield from _called_first(node, inner, place)


def _keyword(node: ast.keyword, place: Surroundings) -> str:
    return f"{node.arg}={place.text(node.value)}" if node.arg else f"**{place.text(node.value)}"


def _called_first(node: ast.Call, inner: ast.BinOp, place: Surroundings) -> Iterator[Rewrite]:
    """Call a function on each operand, or on the base of a power or a square."""
    own = "".join(f", {_keyword(each, place)}" for each in node.keywords)
    function = place.text(node.func)
    left, right = (place.text(each) for each in (inner.left, inner.right))
    of = subject(node, place)
    sign = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}.get(type(inner.op))
    if isinstance(inner.op, ast.Pow):
        yield rewrite(of, node, f"{function}({left}{own})**{place.atom(inner.right)}")
    elif sign is not None:
        yield rewrite(of, node, f"({function}({left}{own}) {sign} {function}({right}{own}))")


def change_axis(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Reduce along another axis, along all of them, or along one where all are meant."""
    if not isinstance(node, ast.Call) or function_name(node) not in _REDUCING | {"softmax"}:
        return
    axis = next((each for each in node.keywords if each.arg == "axis"), None)
    if axis is not None:
        now = place.text(axis.value)
        for other in ("0", "1", "-1", "None"):
            if other != now:
                yield rewrite("axis", axis.value, other)
    elif isinstance(node.func, ast.Attribute):
        *_, last = [None, *node.args]
        for other in ("0", "-1"):
            if last is not None:
                yield rewrite("axis", Span.after(last), f", axis={other}")
            elif not _is_module(node.func.value):
                yield rewrite("axis", node, f"{place.text(node.func)}(axis={other})")


def change_keepdims(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Forget keepdims, or keep an axis that is to go."""
    if not isinstance(node, ast.Call):
        return
    keywords = {each.arg: each for each in node.keywords}
    if "keepdims" in keywords:
        yield rewrite("keepdims", keywords["keepdims"].value, "False")
    elif "axis" in keywords and function_name(node) in _REDUCING - {"cumsum"}:
        yield rewrite("keepdims", Span.after(keywords["axis"]), ", keepdims=True")


def change_ddof(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Divide a variance by n - 1, or by n."""
    if not isinstance(node, ast.Call) or function_name(node) not in ("std", "var"):
        return
    ddof = next((each for each in node.keywords if each.arg == "ddof"), None)
    if ddof is not None:
        yield rewrite(
            function_name(node), ddof.value, "0" if place.text(ddof.value) == "1" else "1"
        )
    elif node.args:
        yield rewrite(function_name(node), Span.after(node.args[-1]), ", ddof=1")


_SYMMETRIC = frozenset("minimum maximum min max logaddexp multiply add range clip where".split())


def exchange_arguments(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Exchange neighbouring arguments of a call."""
    if isinstance(node, ast.Call) and function_name(node) not in _SYMMETRIC:
        yield from _exchanged(subject(node.func, place), node.args, place)


def exchange_results(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Exchange neighbouring values that are returned together."""
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        yield from _exchanged(None, node.value.elts, place)


def _exchanged(of: str | None, items: list[ast.expr], place: Surroundings) -> Iterator[Rewrite]:
    for first, second in itertools.pairwise(items):
        if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
            text = f"{place.text(second)}, {place.text(first)}"
            yield rewrite(of or nearest(first, place), Span(first, second), text)


def last_of_ties(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Take the last of several equal largest or smallest entries."""
    if isinstance(node, ast.Call) and function_name(node) in ("argmax", "argmin") and node.args:
        values, name = place.text(node.args[0]), place.text(node.func)
        yield rewrite(function_name(node), node, f"(len({values}) - 1 - {name}({values}[::-1]))")


def sign_of_zero(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Give zero the sign of a positive or of a negative number."""
    if isinstance(node, ast.Call) and function_name(node) == "sign" and len(node.args) == 1:
        values = place.text(node.args[0])
        for test, other in ((">= 0", "-1.0"), ("> 0", "-1.0"), ("> 0", "0.0")):
            yield rewrite("sign", node, f"np.where({values} {test}, 1.0, {other})")


def other_size(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Count the entries, or the columns, where rows are meant."""
    if isinstance(node, ast.Call) and function_name(node) == "len" and node.args:
        values = place.text(node.args[0])
        if place.numpy:
            yield rewrite("len", node, f"np.size({values})")
            yield rewrite("len", node, f"np.shape({values})[-1]")
        for other in sorted(place.variables.arguments & _arrays(place) - {values}):
            yield rewrite("len", node, f"np.shape({other})[-1]")
            yield rewrite("len", node, f"np.size({other})")
        for other in sorted(place.variables.arguments & place.variables.counts):
            yield rewrite("len", node, other)


def _arrays(place: Surroundings) -> frozenset[str]:
    """The arguments that are multiplied as matrices, or indexed."""
    found: set[str] = set()
    for node in ast.walk(place.function) if place.function is not None else ():
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            found |= {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            found.add(node.value.id)
    return frozenset(found)


def transpose(node: ast.AST, place: Surroundings) -> Iterator[Rewrite]:
    """Transpose what is not to be transposed, or forget it."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield rewrite(subject(node.value, place), node, place.text(node.value))
    elif isinstance(node, ast.Name) and _is_multiplied(place):
        yield rewrite(subject(node, place), node, f"{node.id}.T")


def _is_multiplied(place: Surroundings) -> bool:
    return isinstance(place.parent, ast.BinOp) and isinstance(place.parent.op, ast.MatMult)


OPERATORS: tuple[Operator, ...] = (
    drop_call, replace_function, exchange_calls, change_axis, change_keepdims, one_bound,
    change_ddof,
    exchange_arguments, exchange_results, last_of_ties, sign_of_zero, other_size, transpose,
    add_function,
)  # fmt: skip
