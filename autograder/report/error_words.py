"""The commonest errors of Python and NumPy in the language of a report."""

from __future__ import annotations

import functools
import re
from string import Formatter

from autograder.report.error_texts import ERRORS, OTHER_WORDINGS
from autograder.report.language import phrase
from autograder.report.particles import with_particles
from autograder.texts import FALLBACK

__all__ = ["error_in_words"]

_KEY = "no_key"
"""All that a KeyError says is the key."""


def error_in_words(type_name: str, message: str, language: str) -> str | None:
    """What an error says, in a language; None where that is not known, or is Python's own.

    The message is a student's data, who may raise anything: what is taken from it is bounded, and
    is made safe to show by whoever shows it.

    Args:
        type_name: of the error.
        message: what it says.
        language: of the report.
    """
    if language == FALLBACK:
        return None
    if type_name == "KeyError":
        return _said(_KEY, {"key": message}, language)
    for name, pattern in _patterns():
        if found := pattern.fullmatch(message):
            words = found.groupdict()
            if inner := error_in_words(words.get("type", ""), words.get("message", ""), language):
                words["message"] = inner
            return _said(name, words, language)
    return None


def _said(name: str, words: dict[str, str], language: str) -> str:
    shown = {gap: _shown(gap, word) for gap, word in words.items()}
    text = phrase(language, "errors", name).format(**shown)
    return with_particles(text) if language == "ko" else text


def _shown(gap: str, word: str) -> str:
    if gap == "names":
        return ", ".join(f"`{name}`" for name in re.findall(r"'([^']+)'", word)) or word
    if gap == "operator":
        return word.removesuffix(" or pow()").removeprefix("unary ")
    return "None" if word == "NoneType" else word


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """By name, how an error is known again."""
    texts = [(name, text) for name, text in ERRORS[FALLBACK].items() if name != _KEY]
    texts += [(name, text) for name, several in OTHER_WORDINGS.items() for text in several]
    return [(name, _pattern(text)) for name, text in texts]


def _pattern(text: str) -> re.Pattern[str]:
    parts = []
    for literal, gap, _, _ in Formatter().parse(text):
        parts.append(re.escape(literal))
        if gap is not None:
            parts.append(f"(?P<{gap}>{_word(gap)})")
    # NumPy ends some messages with a blank.
    return re.compile(f"{''.join(parts)} ?")


def _word(gap: str) -> str:
    """What may stand in a gap; none of it can be read in two ways, so that reading stays short."""
    if gap.startswith("n") and gap not in ("name", "names"):
        return r"-?\d{1,20}"
    if gap.endswith("shape"):
        return r"\([\d,\- ]{0,80}\)"
    if gap in ("names", "value", "message"):
        return r"[^\n]{1,400}?"
    if gap == "operator":
        return r"[^\s:'\w]{1,3}(?: or pow\(\))?|\*\*=|unary [-+~]|abs\(\)|\w{1,40}"
    return r"[^'\"\s()]{1,80}"
