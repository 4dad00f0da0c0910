"""Korean particles, which depend on how the word before them ends."""

from __future__ import annotations

import re

__all__ = ["with_particles"]

_PAIRS = {
    "은(는)": ("은", "는"), "이(가)": ("이", "가"), "을(를)": ("을", "를"),
    "와(과)": ("과", "와"), "과(와)": ("과", "와"), "(으)로": ("으로", "로"),
}  # fmt: skip
_PARTICLE = re.compile(rf"(\S)({'|'.join(map(re.escape, _PAIRS))})")
_WORD = re.compile(r"([A-Za-z]+|\d|[가-힣])[^A-Za-z\d가-힣]*$")


def with_particles(text: str) -> str:
    """A Korean text with the right one of each pair of particles.

    Args:
        text: has pairs as `은(는)`, `이(가)`, `을(를)`, `와(과)`, `(으)로`.

    Examples:
        >>> with_particles("`beta`은(는) `m`을(를)")
        '`beta`는 `m`을'
    """
    parts, position = [], 0
    for found in _PARTICLE.finditer(text):
        parts.append(text[position : found.start(2)])
        position = found.end()
        parts.append(_particle(text[: found.start(2)], found[2]))
    return "".join([*parts, text[position:]])


def _particle(before: str, pair: str) -> str:
    closed, open_ = _PAIRS[pair]
    end = _final_sound(before)
    if pair == "(으)로" and end == _RIEUL:
        return open_
    return closed if end else open_


_RIEUL = "ㄹ"
_OTHER = "closed"
_DIGITS = {"0": _OTHER, "1": _RIEUL, "3": _OTHER, "6": _OTHER, "7": _RIEUL, "8": _RIEUL}
_LETTERS = {"l": _RIEUL, "m": _OTHER, "n": _OTHER, "r": _RIEUL}


def _final_sound(text: str) -> str:
    """The consonant with which a text ends when it is read in Korean; empty for a vowel."""
    text = re.sub(r"(?<=\S)\([A-Za-z]\w*\)$", "", text)  # what is in brackets is not read: 축(axis)
    found = _WORD.search(text)
    if found is None:
        return ""
    word = found[1]
    if word.isdigit():
        return _DIGITS.get(word, "")
    return _sound_of_latin(word.lower()) if word.isascii() else _sound_of_syllable(word)


def _sound_of_syllable(syllable: str) -> str:
    final = (ord(syllable) - ord("가")) % 28
    if final == 8:
        return _RIEUL
    return _OTHER if final else ""


def _sound_of_latin(word: str) -> str:
    """How a word ends that is read as Korean speakers read English: sqrt, beta, warmup."""
    if len(word) == 1 or not re.search("[aeiouy]", word):
        return _LETTERS.get(word[-1], "")  # read letter by letter
    if re.search(r"(l|le)$", word):
        return _RIEUL
    if re.search(r"(m|n|ng|[aeiou]me|[aeiou]ne)$", word):
        return _OTHER
    # A stop after a short vowel closes the syllable, as in clip, hat and batch_fit.
    return _OTHER if re.search(r"(^|[^aeiou])[aeiou](p|t|k|ck)$", word) else ""
