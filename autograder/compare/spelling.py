"""Whether a text is another one but for its spelling."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["is_misspelt"]

_LONGEST: Final = 100
_FEWEST: Final = 4
"""Letters of a word whose ending may differ; one in which a letter may differ has one more."""

_ENDINGS: Final = ("ing", "ed", "es", "e", "s")


def is_misspelt(output: str, expected: str) -> bool:
    """Whether a text is wrong by its spelling alone.

    Capitals, spaces and punctuation may differ; the ending of a word, as in "overfit" and
    "overfitting"; or one letter that is not the first, since "asymmetric" is another word than
    "symmetric". Numbers may not.

    Args:
        output: a text that is not the expected one.
        expected: what belongs there.
    """
    if output == expected or max(len(output), len(expected)) > _LONGEST:
        return False
    mine, other = _letters(output), _letters(expected)
    if mine == other:
        return bool(mine)
    if min(len(mine), len(other)) < _FEWEST or _digits(mine) != _digits(other):
        return False
    if _stem(mine) == _stem(other):
        return True
    return mine[0] == other[0] and min(len(mine), len(other)) > _FEWEST and _one_off(mine, other)


def _letters(text: str) -> str:
    """The letters and digits, as if there were no capitals."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _stem(word: str) -> str:
    """A word without the ending of its form; what is left has letters enough to know it by."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _FEWEST:
            return stem[:-1] if len(stem) > _FEWEST and stem[-1] == stem[-2] else stem
    return word


def _one_off(one: str, other: str) -> bool:
    """Whether one letter is missing, too many or another one, or two neighbours are exchanged."""
    shorter, longer = sorted((one, other), key=len)
    start = next(
        (n for n, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]),
        len(shorter),
    )
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    if shorter[start + 1 :] == longer[start + 1 :]:
        return True
    exchanged = shorter[start : start + 2] == longer[start : start + 2][::-1]
    return exchanged and shorter[start + 2 :] == longer[start + 2 :]
