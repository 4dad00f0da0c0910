"""Which drivers of an exercise bound how often a submission calls a function."""

from __future__ import annotations

import ast

__all__ = ["bounds_calls"]


def bounds_calls(driver: str, source: str | None) -> bool:
    """Whether a driver uses `at_most`, by itself or by a function beside it.

    Args:
        driver: its name, or `inputs_after(name)`.
        source: the text of `driver.py`, if there is one.
    """
    tree = ast.parse(source or "")
    defined = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    todo, seen = [driver.removeprefix("inputs_after(").removesuffix(")")], set()
    while todo:
        name = todo.pop()
        if name == "at_most":
            return True
        if name in defined and name not in seen:
            seen.add(name)
            todo += [each.id for each in ast.walk(defined[name]) if isinstance(each, ast.Name)]
    return False
