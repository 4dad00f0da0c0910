"""A function that is written already, taken over as the reference of a new exercise."""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass
from pathlib import Path

from autograder.course.skeletons import TO_WRITE
from autograder.course.stub import BEGIN, END
from autograder.course.text_files import read_source
from autograder.errors import CourseError
from autograder.unknown_names import unknown

__all__ = ["TakenFunction", "take_function"]


@dataclass(frozen=True)
class TakenFunction:
    """A function taken out of a file.

    Attributes:
        reference: the text of a `reference.py` with this function, its body between the marks.
        required: its arguments without a default, each with its annotation or "".
        beside: the names of the helpers that it needs; they stay in the stub.
    """

    reference: str
    required: dict[str, str]
    beside: tuple[str, ...]


def take_function(path: Path, function: str, name: str) -> TakenFunction:
    """Take a function out of a file, with the imports and helpers that it needs.

    Args:
        path: of the file.
        function: what it is called there.
        name: what it is called in the exercise.

    Raises:
        CourseError: if the file is not Python, or has no such function.
    """
    source = read_source(path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise CourseError(f"not Python: {error.msg}", path, error.lineno) from None
    found = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    if function not in found:
        for each in tree.body:
            if isinstance(each, ast.ClassDef) and each.name == function:
                sentence = f"{function!r} is a class: begin with --class, and write it there"
                raise CourseError(sentence, path, each.lineno)
        raise CourseError(unknown("function", function, found), path)
    node = found[function]
    kept = [each for each in _needed(tree, node) if each is not node]
    parts = [ast.get_source_segment(source, each) or "" for each in kept]
    imports = [part for part, each in zip(parts, kept, strict=True) if _is_import(each)]
    helpers = [part for part, each in zip(parts, kept, strict=True) if not _is_import(each)]
    blocks = [*(["\n".join(imports)] if imports else []), *helpers, _marked(source, node)]
    text = _renamed("\n\n\n".join(blocks) + "\n", function, name)
    beside = tuple(each for helper in kept if not _is_import(helper) for each in _defined(helper))
    return TakenFunction(text, _required(node), beside)


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _needed(tree: ast.Module, node: ast.stmt) -> list[ast.stmt]:
    """The statements of a module that define what a function uses, itself included, in order."""
    by_name = {name: each for each in tree.body for name in _defined(each)}
    needed: list[ast.stmt] = []
    todo = [node]
    while todo:
        each = todo.pop()
        if each not in needed:
            needed.append(each)
            used = {part.id for part in ast.walk(each) if isinstance(part, ast.Name)}
            todo += [by_name[name] for name in used if name in by_name]
    return [each for each in tree.body if each in needed]


def _defined(node: ast.stmt) -> list[str]:
    """The names that a statement of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    if isinstance(node, ast.Assign):
        names = [each for target in node.targets for each in ast.walk(target)]
        return [each.id for each in names if isinstance(each, ast.Name)]
    return []


def _marked(source: str, node: ast.FunctionDef) -> str:
    """The text of a function with its body between the marks, and a docstring before them."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    lines = source.splitlines()
    if not body or body[0].lineno == node.lineno:  # all on one line, or nothing but a docstring
        written = ast.unparse(ast.Module([node], []))
        lines = written.splitlines()
        node = next(each for each in ast.parse(written).body if isinstance(each, ast.FunctionDef))
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    begin = body[0].lineno - 1 if body else node.end_lineno or 0
    head = lines[node.lineno - 1 : begin]
    while head and not head[-1].strip():
        head.pop()
    indent = " " * (node.body[0].col_offset)
    if ast.get_docstring(node) is None:
        head.append(f'{indent}"""{TO_WRITE} what it returns, in one line."""')
    inside = lines[begin : node.end_lineno] or [f"{indent}pass"]
    return "\n".join([*head, f"{indent}{BEGIN}", *inside, f"{indent}{END}"])


def _required(node: ast.FunctionDef) -> dict[str, str]:
    arguments = [*node.args.posonlyargs, *node.args.args]
    without = arguments[: len(arguments) - len(node.args.defaults)]
    without += [
        argument
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        if default is None
    ]
    return {each.arg: ast.unparse(each.annotation) if each.annotation else "" for each in without}


def _renamed(text: str, old: str, new: str) -> str:
    """The text with another name for a function; attributes of this name keep it."""
    if old == new:
        return text
    tokens, before = [], ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        changed = token.type == tokenize.NAME and token.string == old and before != "."
        tokens.append(token)
        before = token.string
        if changed:
            tokens[-1] = token._replace(string=new)
    # From the end to the beginning, so that places stay what they are.
    lines = text.splitlines(keepends=True)
    for token in reversed(tokens):
        if token.type == tokenize.NAME and token.string == new:
            (row, start), (_, end) = token.start, token.end
            line = lines[row - 1]
            lines[row - 1] = line[:start] + new + line[end:]
    return "".join(lines)
