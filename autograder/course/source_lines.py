"""On which line of a text something is."""

from __future__ import annotations

import re

__all__ = ["line_of_definition", "line_of_keys", "line_of_word"]


def line_of_word(text: str, word: str) -> int | None:
    """The first line, from 1, that has a word; None where there is none."""
    return _first_line(text, rf"(?<!\w){re.escape(word)}(?!\w)")


def line_of_definition(text: str, name: str) -> int | None:
    """The line, from 1, on which a module defines a function or class, or first has its name."""
    return _first_line(text, rf"^(async +)?(def|class) +{re.escape(name)}\b") or line_of_word(
        text, name
    )


def line_of_keys(text: str, *keys: str) -> int | None:
    """The line, from 1, of the last of these quoted keys, each after the one before it."""
    place = line = None
    for key in keys:
        found = re.compile(rf"[\"']{re.escape(key)}\??[\"']\s*:").search(text, place or 0)
        if found is None:
            return line
        place, line = found.end(), text.count("\n", 0, found.start()) + 1
    return line


def _first_line(text: str, pattern: str) -> int | None:
    search = re.compile(pattern).search
    return next((n for n, line in enumerate(text.splitlines(), 1) if search(line)), None)
