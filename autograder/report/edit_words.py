"""The hints for what explains wrong values: an edit, an argument, rounding, a factor."""

from __future__ import annotations

from typing import Literal

from autograder.edits.calls import split_instead
from autograder.report.edit_texts import DEEPER
from autograder.report.language import phrase
from autograder.report.particles import with_particles

__all__ = ["explanation_hint"]

_WORDS = {"loop": "of_loop", "axis": "of_axis", "len": "of_len"}


def explanation_hint(
    kind: str,
    name: str,
    of: str | None,
    value: float | None,
    language: str,
    depth: Literal[1, 2] = 1,
) -> str:
    """A hint for an explanation of wrong values; it names no line.

    Args:
        kind: `edit`, `argument`, `rounding` or `factor`.
        name: of the operator; of the argument; of no meaning for the other kinds.
        of: what an edit is about.
        value: the constant in the place of the argument, the digits, the factor; None where it may
            not be told.
        language: of the report.
        depth: 1 for a question, 2 for a hint that says from where to what.
    """
    about = name if kind == "argument" else of
    key = name if kind == "edit" else kind
    if kind != "edit" and value is not None:
        key = f"{kind}_value"
    if name == "change_number" and of is not None and of.isdigit():
        key = "change_number_itself"
    about, other = split_instead(about)
    text = phrase(language, "edits", f"{key}{DEEPER}" if depth == 2 else key)
    number = "" if value is None else f"{value:.6g}"
    said = text.format(of=_shown(about, language), other=_shown(other, language), value=number)
    return with_particles(said) if language == "ko" else said


def _shown(of: str | None, language: str) -> str:
    """What an edit is about in words: a name as code, a loop or an axis as a word."""
    if of is None:
        return phrase(language, "edits", "of_nothing")
    if of.isdigit():
        return phrase(language, "edits", "of_number").format(of=of)
    return phrase(language, "edits", _WORDS[of]) if of in _WORDS else f"`{of}`"
