"""Cutting the solution out of a reference."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.course.faults import Faults
from autograder.errors import CourseError

__all__ = ["BEGIN", "END", "make_stub", "solution_line_numbers", "solution_lines"]

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
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
    kept, inside = [], 0
    for number, line in enumerate(source.splitlines(), 1):
        if BEGIN in line:
            if inside:
                sentence = f"{BEGIN} inside the region of line {inside}"
                faults.add([CourseError(sentence, path, number)])
            inside = number
            indent = line[: len(line) - len(line.lstrip())]
            kept += [indent + filler for filler in _FILLER]
        elif END in line:
            if not inside:
                faults.add([CourseError(f"{END} without {BEGIN}", path, number)])
            inside = 0
        elif not inside:
            kept.append(line)
    if inside:
        faults.add([CourseError(f"{BEGIN} without {END}", path, inside)])
    if BEGIN not in source:
        faults.add([CourseError(f"nothing to fill in: there is no {BEGIN}", path)])
    faults.raise_any()
    stub = "\n".join(kept) + "\n"
    try:
        ast.parse(stub)
    except SyntaxError as error:
        raise CourseError(f"the stub is not Python: {error.msg}", path, error.lineno) from None
    return stub


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
