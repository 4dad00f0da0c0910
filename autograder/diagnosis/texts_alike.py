"""Texts that say the right thing otherwise: in another spelling, or in other words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from autograder.compare import agrees
from autograder.compare.spelling import is_misspelt
from autograder.keys.answer import Answer

__all__ = ["TEXTUAL", "explain_texts"]

TEXTUAL: Final = ("misspelt", "other_words")
"""The names of what texts may have in common, in the order in which they are tried."""

_ENOUGH: Final = 3
"""So many texts that come again as they were said before are no accident."""


def explain_texts(answers: Sequence[Answer]) -> str | None:
    """Find what all texts that are wrong have in common, where nothing else is wrong.

    Args:
        answers: to every case.

    Returns:
        One of `TEXTUAL`, or None.
    """
    parts = [part for each in answers for part in _parts(each)]
    texts = [part for part in parts if all(isinstance(value, str) for value in part)]
    wrong = [(output, expected) for output, expected in texts if output != expected]
    if not wrong or len(texts) < len(parts):
        return None
    if all(is_misspelt(*pair) for pair in wrong):
        return "misspelt"
    return "other_words" if _are_other_words(texts) else None


def _parts(answer: Answer) -> list[tuple[Any, Any]]:
    """The texts of an answer and what belongs there, and what else is wrong."""
    pairs = answer.leaves
    if pairs is None:
        return [(answer.output, answer.expected)]
    return [
        (output, expected)
        for _, output, expected in pairs
        if isinstance(expected, str) or not agrees(output, expected, answer.tolerance)
    ]


def _are_other_words(texts: Sequence[tuple[str, str]]) -> bool:
    """Whether each expected text has one word of its own in all answers."""
    words: dict[str, str] = {}
    for output, expected in texts:
        if words.setdefault(expected, output) != output:
            return False
    own = [output for expected, output in words.items() if output != expected]
    distinct = len(set(words.values())) == len(words) > 1
    # A right word in the place of another one is no other word for it.
    return distinct and not set(own) & set(words) and len(texts) - len(words) >= _ENOUGH
