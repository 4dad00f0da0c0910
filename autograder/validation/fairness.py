"""Auditing fairness: every harmless way of being right must be accepted.

Some variants rewrite the text of the reference (another order of operations), some change how its
inputs lie in memory, some change the type of what it returns; the alternatives count too. Rewritten
ones are also asked the exercise's cases in float32, and with arrays several times as long. Each
must get full marks and stay far inside the tolerances, which are chosen by what these variants use.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import numpy as np

from autograder.compare import Tolerance
from autograder.compare.comparison import leaf_pairs
from autograder.course import Solution
from autograder.course.domains import read_domains
from autograder.grading.judge import judge
from autograder.keys.answer import all_answers
from autograder.keys.key import Key, KeyCase
from autograder.sandbox.call import Call
from autograder.sandbox.codec import plain_copy
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome, Problem
from autograder.validation.finding_sentence import why

__all__ = ["LARGEST_SHARE", "Audit", "audit"]

LARGEST_SHARE = 0.25
"""Harmless variants may use up this part of a tolerance: a margin of at least four."""

_LONGER = 8
"""The factor by which the arrays of a larger question are longer."""

_Array = np.ndarray[Any, np.dtype[Any]]
_Implementation = Callable[..., Any]
_Outcomes = Mapping[str, list[Outcome]]


@dataclass(frozen=True)
class Audit:
    """The audit of one exercise.

    Attributes:
        variants: the names of the harmless variants that apply to it.
        faults: the variants that were refused or used too much of a tolerance.
        share: the largest part of a tolerance that any of them used up.
    """

    variants: tuple[str, ...]
    faults: tuple[str, ...]
    share: float


def audit(solution: Solution, key: Key) -> Audit:
    """Grade every harmless variant of an exercise's reference, and its alternatives.

    Args:
        solution: the exercise.
        key: of the exercise, with its hidden checks.

    Returns:
        The audit.
    """
    names, faults, largest = [], [], 0.0
    # A variant calls the reference from outside: what is in its own code says nothing.
    key = replace(key, forbid=(), require=())
    for name, asked, outcomes in _variants(key, solution):
        names.append(name)
        where = f"{solution.folder / 'reference.py'}: harmless variant {name!r}"
        for check in judge(asked, outcomes).checks:
            if check.finding is not None:
                faults.append(f"{where} fails {check.name!r}: {why(check.finding)}")
        share = _share(asked, outcomes)
        largest = max(largest, share)
        if share > LARGEST_SHARE:
            faults.append(f"{where} uses {share:.2g} of a tolerance")
    return Audit(tuple(names), tuple(faults), largest)


def _variants(key: Key, solution: Solution) -> Iterator[tuple[str, Key, _Outcomes]]:
    """The name of each variant, the key it was asked by, and its outcomes."""
    rewritten = {
        name: implementation
        for name, rewrite in _REWRITES.items()
        if (implementation := _rewritten(solution, rewrite)) is not None
    }
    for name, implementation in (rewritten | solution.alternatives).items():
        yield name, key, _outcomes(key, implementation)
    for name, lay_out in _LAYOUTS.items():
        yield name, key, _outcomes(key, solution.reference, lay_out)
    if not isinstance(solution.reference, type):
        for name, change in _RETURNS.items():
            yield name, key, _outcomes(key, _returning(solution.reference, change))
    for question, change in _QUESTIONS.items():
        if question == _IN_SINGLE and not _allows_single(solution):
            continue
        other = _asked_otherwise(key, solution.reference, change)
        for name, implementation in rewritten.items():
            yield f"{name}, {question}", other, _outcomes(other, implementation)


def _allows_single(solution: Solution) -> bool:
    """Whether an argument may be a float32 array, as far as the exercise says."""
    domains = read_domains(solution.exercise.domain).values()
    forms = [form.innermost for domain in domains for form in domain.forms]
    arrays = [form for form in forms if form.kind == "array"]
    return not arrays or any("float32" in form.dtypes for form in arrays)


def _asked_otherwise(key: Key, reference: _Implementation, change: Callable[[Any], Any]) -> Key:
    """A key with other inputs, without those that the reference refuses; no check is hidden."""
    checks = []
    for check in key.checks:
        cases = []
        for case in check.cases:
            mistakes = dict.fromkeys(case.mistakes, Outcome(problem=Problem("missing")))
            other = KeyCase(change(plain_copy(case.inputs)), None, mistakes)
            outcome = call_here(reference, key.call(check, other).fresh())
            if outcome.problem is None:
                cases.append(replace(other, expected=outcome.output))
        checks.append(replace(check, cases=tuple(cases)))
    return replace(key, checks=tuple(checks))


def _outcomes(
    key: Key, implementation: _Implementation, change: Callable[[Any], Any] = lambda value: value
) -> _Outcomes:
    return {
        check.name: [
            call_here(implementation, _changed(key.call(check, case).fresh(), change))
            for case in check.cases
        ]
        for check in key.checks
    }


def _changed(call: Call, change: Callable[[Any], Any]) -> Call:
    return msgspec.structs.replace(call, inputs=_mapped(call.inputs, change))


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """A value in which every number and array is changed by a function."""
    if isinstance(value, dict):
        return {name: _mapped(item, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_mapped(item, change) for item in value)
    return change(value)


def _share(key: Key, outcomes: _Outcomes) -> float:
    """The largest part of a tolerance that any number uses up."""
    largest = 0.0
    for answer in all_answers(key, outcomes):
        if answer.judge is not None:
            continue
        for _, output, expected in leaf_pairs(answer.output, answer.expected) or []:
            largest = max(largest, _leaf_share(output, expected, answer.tolerance))
    return largest


def _leaf_share(output: Any, expected: Any, tolerance: Tolerance) -> float:
    found, wanted = np.asarray(output), np.asarray(expected)
    if wanted.dtype.kind != "f" or found.dtype.kind != "f" or found.shape != wanted.shape:
        return 0.0
    rtol, atol = tolerance.at(wanted.dtype)
    both = np.isfinite(found) & np.isfinite(wanted)
    a, b = found[both].astype(float), wanted[both].astype(float)
    return float(np.max(np.abs(a - b) / (atol + rtol * np.abs(b)), initial=0.0))


# Other questions.


def _in_single(value: Any) -> Any:
    single = isinstance(value, np.ndarray) and value.dtype == np.float64
    return value.astype(np.float32) if single else value


def _longer(inputs: Any) -> Any:
    """The inputs, with the longest arrays repeated along their length."""
    lengths: list[int] = []
    _mapped(inputs, lambda value: lengths.append(len(value)) if np.ndim(value) else None)
    longest = max(lengths, default=0)

    def repeat(value: Any) -> Any:
        if not isinstance(value, np.ndarray) or not value.ndim or len(value) != longest:
            return value
        return np.concatenate([value] * _LONGER)

    return _mapped(inputs, repeat)


_IN_SINGLE = "in float32"

_QUESTIONS: dict[str, Callable[[Any], Any]] = {
    _IN_SINGLE: lambda inputs: _mapped(inputs, _in_single),
    "on longer arrays": _longer,
}


# Inputs that lie otherwise in memory.


def _fortran(value: Any) -> Any:
    return np.asfortranarray(value) if isinstance(value, np.ndarray) and value.ndim > 1 else value


def _strided(value: Any) -> Any:
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return value
    wide = np.zeros((*value.shape[:-1], 2 * value.shape[-1]), dtype=value.dtype)
    wide[..., ::2] = value
    return wide[..., ::2]


def _read_only(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        value.flags.writeable = False
    return value


_LAYOUTS: dict[str, Callable[[Any], Any]] = {
    "inputs in Fortran order": _fortran,
    "inputs that are not contiguous": _strided,
    "inputs that are read-only": _read_only,
}


# Other types of the returned value.


def _returning(implementation: _Implementation, change: Callable[[Any], Any]) -> _Implementation:
    @functools.wraps(implementation)
    def changed(*args: Any, **kwargs: Any) -> Any:
        return change(implementation(*args, **kwargs))

    return changed


def _list_for_tuple(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _array_for_number(value: Any) -> Any:
    return np.asarray(value) if isinstance(value, float | np.floating) else value


def _number_for_array(value: Any) -> Any:
    single = isinstance(value, np.ndarray | np.generic) and np.ndim(value) == 0
    return value.item() if single else value


_RETURNS: dict[str, Callable[[Any], Any]] = {
    "a list for a tuple": _list_for_tuple,
    "arrays without axes for numbers": lambda value: (
        _mapped(value, _array_for_number) if isinstance(value, tuple) else _array_for_number(value)
    ),
    "Python numbers for NumPy's": lambda value: (
        _mapped(value, _number_for_array) if isinstance(value, tuple) else _number_for_array(value)
    ),
}


# Other orders of operations.

_NO_NUMBERS = (ast.List, ast.ListComp, ast.Tuple, ast.JoinedStr, ast.Dict)


class _Swap(ast.NodeTransformer):
    """a + b to b + a, a * b to b * a."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        commutes = isinstance(node.op, ast.Add | ast.Mult)
        if commutes and not any(isinstance(n, _NO_NUMBERS) for n in (node.left, node.right)):
            node.left, node.right = node.right, node.left
        return node


class _Regroup(ast.NodeTransformer):
    """(a + b) + c to a + (b + c), and the same for products."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        inner = node.left
        if isinstance(inner, ast.BinOp) and type(inner.op) is type(node.op):
            if isinstance(node.op, ast.Add | ast.Mult):
                return ast.BinOp(inner.left, node.op, ast.BinOp(inner.right, node.op, node.right))
            if isinstance(node.op, ast.Sub):
                return ast.BinOp(inner.left, node.op, ast.BinOp(inner.right, ast.Add(), node.right))
        return node


class _Reciprocal(ast.NodeTransformer):
    """a / b to a * (1 / b)."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.op, ast.Div):
            return node
        one = ast.BinOp(ast.Constant(1), ast.Div(), node.right)
        return ast.BinOp(node.left, ast.Mult(), one)


class _Products(ast.NodeTransformer):
    """x ** 2 to x * x, and x * x to x ** 2."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Pow) and ast.unparse(node.right) == "2":
            return ast.BinOp(node.left, ast.Mult(), node.left)
        if isinstance(node.op, ast.Mult) and ast.unparse(node.left) == ast.unparse(node.right):
            return ast.BinOp(node.left, ast.Pow(), ast.Constant(2))
        return node


_REWRITES: dict[str, type[ast.NodeTransformer]] = {
    "operands swapped": _Swap,
    "sums and products regrouped": _Regroup,
    "reciprocals for divisions": _Reciprocal,
    "squares for products": _Products,
}


def _rewritten(solution: Solution, rewrite: type[ast.NodeTransformer]) -> _Implementation | None:
    """The reference after a rewrite, or None where the rewrite changes nothing."""
    tree = ast.parse(solution.source)
    before = ast.unparse(tree)
    after = ast.unparse(ast.fix_missing_locations(rewrite().visit(tree)))
    if after == before:
        return None
    namespace: dict[str, Any] = {"__name__": "variant"}
    exec(compile(after, "variant.py", "exec"), namespace)  # noqa: S102 - the course's own code
    return namespace[solution.name]  # type: ignore[no-any-return]
