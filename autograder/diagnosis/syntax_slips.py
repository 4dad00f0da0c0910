"""What Python says of a text that is no Python, as one of a few reasons that have a sentence."""

from __future__ import annotations

from typing import Final

from autograder.sandbox.outcome import Problem

__all__ = ["SYNTAX_SLIPS", "syntax_slip"]

_REASONS: Final[dict[str, tuple[str, ...]]] = {
    "syntax_bracket": ("was never closed", "unmatched ", "does not match opening"),
    "syntax_colon": ("expected ':'",),
    "syntax_empty_block": ("expected an indented block",),
    "syntax_string": ("unterminated ", "EOL while scanning", "EOF while scanning"),
    "syntax_equals": ("Maybe you meant '=='",),
    "syntax_comma": ("Perhaps you forgot a comma",),
    "syntax_character": ("invalid character", "invalid non-printable character"),
    "syntax_outside": ("outside function",),
}
"""What the message of a reason contains."""

SYNTAX_SLIPS: Final = (*_REASONS, "syntax_tabs", "syntax_indent", "syntax")
"""The names of these slips."""


def syntax_slip(problem: Problem) -> str:
    """The reason of a syntax error.

    Args:
        problem: with the message of a `SyntaxError` or of one of its kinds; it may be forged.
    """
    if problem.type == "TabError":
        return "syntax_tabs"
    for name, marks in _REASONS.items():
        if any(mark in problem.message for mark in marks):
            return name
    return "syntax_indent" if problem.type == "IndentationError" else "syntax"
