"""On which line of a text something is."""

from __future__ import annotations

import re

__all__ = ["line_of_definition", "line_of_word"]


def line_of_word(text: str, word: str) -> int | None:
    """The first line, from 1, that has a word; None where there is none."""
    return _first_line(text, rf"(?<!\w){re.escape(word)}(?!\w)")


def line_of_definition(text: str, name: str) -> int | None:
    """The line, from 1, on which a module defines a function or class, or first has its name."""
    return _first_line(text, rf"^(async +)?(def|class) +{re.escape(name)}\b") or line_of_word(
        text, name
    )


def _first_line(text: str, pattern: str) -> int | None:
    search = re.compile(pattern).search
    return next((n for n, line in enumerate(text.splitlines(), 1) if search(line)), None)
