"""A text in several languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

__all__ = ["FALLBACK", "Text", "decode_text", "encode_text", "is_language", "text_by_language"]

FALLBACK = "en"
"""The language of a text that does not have the one that is asked for."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4})?")


def is_language(name: object) -> bool:
    """Whether this names a language: two or three small letters, as in `en`, or `pt_BR`."""
    return isinstance(name, str) and _LANGUAGE.fullmatch(name) is not None


class Text:
    """A text by language, in the order of the course's languages; or one text for all of them.

    `Text(ko="두 배", en="Double")` has two languages, `Text("w₁")` is the same in every language.
    """

    __slots__ = ("_by_language", "_same")

    def __init__(self, same: str | None = None, /, **by_language: str) -> None:
        if (same is None) == (not by_language):
            raise ValueError("a text is given by language, or once for all languages")
        self._same = same
        self._by_language = by_language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is given in, in order; none where it is the same in all."""
        return tuple(self._by_language)

    def of(self, language: str) -> str:
        """The text in a language; else in English, else in the first language that it has."""
        if self._same is not None:
            return self._same
        for each in (language, FALLBACK):
            if each in self._by_language:
                return self._by_language[each]
        return next(iter(self._by_language.values()))

    def with_others(self, first: str) -> str:
        """The text in one language, and in brackets what it is in each of the others."""
        begin = self.of(first)
        others = [text for text in self._by_language.values() if text != begin]
        return f"{begin} ({', '.join(others)})" if others else begin

    def mapped(self, change: Callable[[str], str]) -> Text:
        """The text with the same change in every language."""
        if self._same is not None:
            return Text(change(self._same))
        return Text(**{language: change(text) for language, text in self.items()})

    def items(self) -> Iterator[tuple[str, str]]:
        """Each language with its text; none where the text is the same in all."""
        yield from self._by_language.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Text):
            return NotImplemented
        return (self._same, self._by_language) == (other._same, other._by_language)

    def __hash__(self) -> int:
        return hash((self._same, frozenset(self._by_language.items())))

    def __repr__(self) -> str:
        if self._same is not None:
            return f"Text({self._same!r})"
        return f"Text({', '.join(f'{each}={text!r}' for each, text in self.items())})"


def text_by_language(value: Any) -> Text:
    """A text from what a file or an author gives: a string, or strings by language.

    Raises:
        ValueError: if it is neither.
    """
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value)
    if (
        isinstance(value, Mapping)
        and value
        and all(map(is_language, value))
        and all(isinstance(text, str) for text in value.values())
    ):
        return Text(**value)
    raise ValueError(f"a text is a string, or strings by language, not {value!r}")


def encode_text(value: Any) -> Any:
    """What JSON and TOML have in place of a text; msgspec's `enc_hook`."""
    if isinstance(value, Text):
        return dict(value.items()) or value.of(FALLBACK)
    raise NotImplementedError(f"{type(value).__name__} cannot be encoded")


def decode_text(kind: type, value: Any) -> Any:
    """The text that JSON or TOML has; msgspec's `dec_hook`."""
    if kind is Text:
        return text_by_language(value)
    raise NotImplementedError(f"{kind.__name__} cannot be decoded")
