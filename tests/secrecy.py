"""What students must not find in anything that they are given, and looking for it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from autograder.course import Course, Solution
from autograder.course.stub import solution_lines
from autograder.texts import Text

__all__ = ["leaks", "secret_lines", "texts_in"]

_TELLING = 13
"""A shorter line gives nothing away."""

_START = 10
"""A name or a number is a secret from this length on."""

_COMMON = re.compile(r"(import |from |with np\.errstate\(|return \w+$)")
"""Nor does a line that stands in any program."""


def secret_lines(course: Course, *, mistakes: bool = True) -> set[str]:
    """Lines of code that stand in what only instructors have.

    Those of the solution regions, of mistakes, of alternatives, and of the functions that yield the
    cases of hidden checks; without comments and docstrings, and without what a student reads anyway.

    Args:
        course: whose.
        mistakes: whether wrong versions count; what everybody reads may show one as an example.
    """
    lines: set[str] = set()
    for solution in course.solutions():
        lines |= set(solution_lines(solution.source))
        for name in ["alternatives.py", *(["mistakes.py"] if mistakes else [])]:
            lines |= set(_code_lines(solution.folder / name))
        lines |= set(_hidden_cases(solution))
    told = "\n".join(_told(course))
    return {
        line
        for line in lines
        if len(line) >= _TELLING and not _COMMON.match(line) and line not in told
    }


def _told(course: Course) -> Iterator[str]:
    """What students read: stubs, statements, drivers, hints."""
    for assignment in course.assignments:
        yield from _texts(assignment.intro)
        yield from _texts(assignment.takeaway)
    for solution in course.solutions():
        yield solution.stub
        yield from _texts(solution.statement)
        yield solution.driver_source or ""
        for hint in solution.hints.values():
            yield from _texts(hint)


def _texts(text: Text) -> Iterator[str]:
    return (each for _, each in text.items())


def _code_lines(path: Path) -> Iterator[str]:
    """The code of a file, stripped: without decorators, docstrings and comments."""
    source = path.read_text(encoding="utf-8")
    left_out = {number for node in ast.walk(ast.parse(source)) for number in _left_out(node)}
    for number, line in enumerate(source.splitlines(), 1):
        if number not in left_out and not line.strip().startswith("#"):
            yield line.strip()


def _left_out(node: ast.AST) -> Iterable[int]:
    if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
        return
    parts: list[ast.AST] = list(getattr(node, "decorator_list", []))
    if ast.get_docstring(node, clean=False) is not None:
        parts.append(node.body[0])
    for part in parts:
        yield from range(part.lineno, (part.end_lineno or part.lineno) + 1)  # type: ignore[attr-defined]


def _hidden_cases(solution: Solution) -> Iterator[str]:
    """The lines of the functions that make hidden cases."""
    path = solution.folder / "grading.py"
    source = path.read_text(encoding="utf-8")
    hidden = {check.cases.__name__ for check in solution.exercise.checks if not check.public}
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name in hidden:
            lines = source.splitlines()[node.lineno : node.end_lineno]
            yield from (line.strip() for line in lines if not line.strip().startswith("#"))


def texts_in(root: Path) -> Iterator[tuple[Path, str]]:
    """Every file below a folder, as one text; of JSON the strings that are in it."""
    for path in sorted(root.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            if path.suffix in (".ipynb", ".json"):
                text = "\n".join(_strings(json.loads(text)))
            yield path, text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            yield "".join(value)  # the lines of a cell
        for each in value:
            yield from _strings(each)


def leaks(root: Path, secrets: Iterable[str]) -> list[str]:
    """Where a secret stands below a folder: `file: what`, an empty list where none does."""
    by_start: dict[str, list[str]] = {}
    for secret in secrets:
        assert len(secret) >= _START
        by_start.setdefault(secret[:_START], []).append(secret)
    return [
        f"{path.relative_to(root)}: {secret}"
        for path, text in texts_in(root)
        for start in by_start.keys() & _windows(text)
        for secret in by_start[start]
        if secret in text
    ]


def _windows(text: str) -> set[str]:
    """Whatever a secret that stands in a text can begin with: much faster than looking for each."""
    return {text[place : place + _START] for place in range(len(text))}
