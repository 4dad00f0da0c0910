"""The text of one known answer, cut out of a file of several."""

from __future__ import annotations

import ast

from autograder.course.model import Solution
from autograder.course.parameters import base_name, bind_text

__all__ = ["known_source"]


def known_source(solution: Solution, file: str, chosen: str) -> str:
    """Cut one answer out of a file, with the code that it needs, under the exercise's name.

    Args:
        solution: the exercise.
        file: where the answer is defined.
        chosen: its name; the values of a mistake's parameters stand in the text.
    """
    source = (solution.folder / file).read_text(encoding="utf-8")
    nodes = {name: node for node in ast.parse(source).body for name in _defined(node)}
    own = base_name(chosen)
    bind_text(nodes[own], chosen)
    needed, todo = set(), [own]
    while todo:
        name = todo.pop()
        if name in nodes and name not in needed:
            needed.add(name)
            todo += [each.id for each in ast.walk(nodes[name]) if isinstance(each, ast.Name)]
    needed -= {"mistake"}
    kept = dict.fromkeys(node for name, node in nodes.items() if name in needed)
    for node in kept:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            node.decorator_list = []
    parts = [ast.unparse(node) for node in kept]
    return "\n\n".join([*parts, f"{solution.name} = {own}"])


def _defined(node: ast.stmt) -> list[str]:
    """The names that a statement of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [each for target in targets for each in ast.walk(target)]
        return [each.id for each in names if isinstance(each, ast.Name)]
    return []
