"""Cutting the solution out of a reference."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from autograder.course.faults import Faults
from autograder.errors import CourseError

__all__ = [
    "BEGIN",
    "END",
    "NUMPY",
    "clear_regions",
    "comes_first",
    "make_stub",
    "solution_line_numbers",
    "solution_lines",
    "with_numpy",
]

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
NUMPY = "import numpy as np"
"""What every stub imports, whatever the reference uses."""
_FILLER = ("# YOUR CODE HERE", "raise NotImplementedError()")


def make_stub(source: str, path: Path) -> str:
    """The reference with its solution regions cleared, as nbgrader clears them.

    Args:
        source: the text of `reference.py`.
        path: where it came from, for errors.

    Returns:
        The stub; its docstrings and signatures are those of the reference.

    Raises:
        CourseError: if the marks do not pair up, are missing, or what is left is not Python.
    """
    faults = Faults()
    inside = 0
    for number, line in enumerate(source.splitlines(), 1):
        if BEGIN in line:
            if inside:
                sentence = f"{BEGIN} inside the region of line {inside}"
                faults.add([CourseError(sentence, path, number)])
            inside = number
        elif END in line:
            if not inside:
                faults.add([CourseError(f"{END} without {BEGIN}", path, number)])
            inside = 0
    if inside:
        faults.add([CourseError(f"{BEGIN} without {END}", path, inside)])
    if BEGIN not in source:
        faults.add([CourseError(f"nothing to fill in: there is no {BEGIN}", path)])
    faults.raise_any()
    stub = clear_regions(source)
    try:
        ast.parse(stub)
    except SyntaxError as error:
        raise CourseError(f"the stub is not Python: {error.msg}", path, error.lineno) from None
    return with_numpy(stub)


def clear_regions(source: str) -> str:
    """A text with its solution regions cleared; its marks pair up."""
    kept, inside = [], False
    for line in source.splitlines():
        if BEGIN in line:
            inside = True
            indent = line[: len(line) - len(line.lstrip())]
            kept += [indent + filler for filler in _FILLER]
        elif END in line:
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept) + "\n"


def with_numpy(stub: str) -> str:
    """A stub or a reference with the import that whoever fills it in will want."""
    if NUMPY in stub.splitlines():
        return stub
    if not re.match(r'r?("""|from __future__|import |from )', stub):
        return f"{NUMPY}\n\n\n{stub}"
    # After what must come first, and beside other imports.
    lines = stub.splitlines(keepends=True)
    body = ast.parse(stub).body
    first = next(each for each in body if not comes_first(each))
    at = first.lineno - 1
    return "".join([*lines[:at], f"{NUMPY}\n", *lines[at:]])


def comes_first(statement: ast.stmt) -> bool:
    """Whether a statement has to stand before all others: a docstring, a future import."""
    docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return docstring or (isinstance(statement, ast.ImportFrom) and statement.module == "__future__")


def solution_lines(source: str) -> list[str]:
    """The lines between the marks, stripped, without blank lines and comments."""
    every = source.splitlines()
    lines = [every[number - 1].strip() for number in solution_line_numbers(source)]
    return [line for line in lines if line and not line.startswith("#")]


def solution_line_numbers(source: str) -> list[int]:
    """The numbers of the lines between the marks, from 1."""
    numbers, inside = [], False
    for number, line in enumerate(source.splitlines(), 1):
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif inside:
            numbers.append(number)
    return numbers
