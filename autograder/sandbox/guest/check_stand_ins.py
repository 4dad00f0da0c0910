"""What stands for the checks of a student's notebook where grading runs the checks."""

from __future__ import annotations

import re
import sys
import types
from typing import Any, Final

__all__ = ["CHECK_MODULE", "hide_checks", "hide_magics", "opened"]

CHECK_MODULE: Final = "autograder.notebook"
"""The module that released notebooks import their check from."""

_MAGIC = re.compile(r"%%check(?:[ \t]+(.*\S))?[ \t]*\n?")


def hide_checks() -> None:
    """Make what a student's notebook imports from us do nothing here."""
    stand_in: Any = types.ModuleType(CHECK_MODULE)
    stand_in.check = stand_in.summary = lambda *args, **kwargs: None
    stand_in.load_magics = lambda shell: None
    sys.modules[CHECK_MODULE] = stand_in


def hide_magics(shell: Any) -> None:
    """Have a `%%check` cell run as any other one, with or without `%load_ext` before it."""
    shell.input_transformers_cleanup.append(_plain_cell)
    shell.register_magic_function(lambda line: None, "line", "check")


def opened(lines: list[str]) -> tuple[str, list[str]] | None:
    """What a `%%check` cell checks, and its other lines, which keep their numbers.

    Args:
        lines: of a cell, with their ends.

    Returns:
        None for another cell.
    """
    found = _MAGIC.fullmatch(lines[0]) if lines else None
    if found is None:
        return None
    body = lines[1:]
    # Another magic is one in the first line only.
    kept = body if body and body[0].startswith("%%") else ["#\n", *body]
    return found[1] or "", kept


def _plain_cell(lines: list[str]) -> list[str]:
    found = opened(lines)
    return lines if found is None else found[1]
