"""Thoughtless answers: None, an input, zeros, the first public answer."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.course import Solution
from autograder.keys.key import Key
from autograder.sandbox.codec import Value

__all__ = ["literal", "thoughtless_answers"]

_PRELUDE = '''\
import numpy as np

inf, nan = float("inf"), float("nan")


def _filled(value, number):
    """The same structure with one number everywhere."""
    if isinstance(value, (list, tuple)):
        return type(value)(_filled(item, number) for item in value)
    if isinstance(value, dict):
        return {name: _filled(item, number) for name, item in value.items()}
    if isinstance(value, np.ndarray):
        kind = value.dtype if value.dtype.kind in "fc" or number == number else float
        return np.full(value.shape, number, dtype=kind)
    return number


'''


def thoughtless_answers(
    solution: Solution, key: Key, *, confined: bool = True
) -> Iterator[tuple[str, str]]:
    """Make the answers of somebody who has understood nothing.

    Args:
        solution: the exercise.
        key: of the exercise.
        confined: whether they run where memory and time are bounded; otherwise only the few that no
            driver can make grow.

    Yields:
        What each answers, in words, and its source.
    """
    first = next(check for check in key.checks if check.public).cases[0].expected
    for answer, expression in _expressions(solution, first):
        if confined or (answer in _HARMLESS and not isinstance(solution.reference, type)):
            yield answer, _PRELUDE + _answering(solution, expression)


_HARMLESS = {
    "None",
    "the first public answer",
    "zeros, like the first public answer",
    "NaN, like the first public answer",
}


def _expressions(solution: Solution, first: Value) -> Iterator[tuple[str, str]]:
    shown = literal(first)
    yield "None", "None"
    yield "the first public answer", shown
    for name, number in (("zeros", "0.0"), ("ones", "1.0"), ("NaN", "nan")):
        yield f"{name}, like the first public answer", f"_filled({shown}, {number})"
        yield f"{name}, like its first input", f"_filled(given[0], {number})"
    arguments = _arguments(solution)
    for place, name in enumerate(arguments):
        yield f"its input {name}", f"given[{place}]"
    if isinstance(first, list | tuple) and 1 < len(first) <= len(arguments):
        yield f"its first {len(first)} inputs", f"given[:{len(first)}]"


def _arguments(solution: Solution) -> list[str]:
    """The arguments without default, of the function or of the method that takes most."""
    functions = [getattr(solution.reference, name) for name in _methods(solution)]
    return max((_required(each) for each in functions or [solution.reference]), key=len)


def _required(function: Any) -> list[str]:
    parameters = inspect.signature(function).parameters.values()
    return [p.name for p in parameters if p.default is p.empty and p.name != "self"]


def _methods(solution: Solution) -> list[str]:
    """The public methods of a class; none of a function."""
    if not isinstance(solution.reference, type):
        return []
    members = vars(solution.reference).items()
    return [name for name, value in members if callable(value) and not name.startswith("_")]


def _answering(solution: Solution, expression: str) -> str:
    """Source of a function, or of a class, that returns an expression of what is `given`."""
    methods = _methods(solution)
    if not methods:
        return _function(solution.name, "*args", expression, "")
    head = f"class {solution.name}:\n    def __init__(self, *args, **kwargs):\n        pass\n\n"
    return head + "\n".join(_function(name, "self, *args", expression, "    ") for name in methods)


def _function(name: str, arguments: str, expression: str, indent: str) -> str:
    lines = (
        f"def {name}({arguments}, **kwargs):",
        "    given = (*args, *kwargs.values())",
        f"    return {expression}",
    )
    return "".join(f"{indent}{line}\n" for line in lines)


def literal(value: Value) -> str:
    """Python text that evaluates to a value, where `np`, `inf` and `nan` are defined."""
    if isinstance(value, np.ndarray):
        flat = ", ".join(repr(item) for item in value.ravel().tolist())
        return f"np.array([{flat}], dtype={value.dtype.name!r}).reshape({value.shape})"
    if isinstance(value, tuple):
        return f"({''.join(literal(item) + ', ' for item in value)})"
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name!r}: {literal(item)}' for name, item in value.items())}}}"
    return repr(value)
