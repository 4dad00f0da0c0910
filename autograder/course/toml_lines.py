"""On which line each key of a TOML file is: no decoder of TOML says it."""

from __future__ import annotations

import json
import re

__all__ = ["TomlPath", "toml_lines"]

TomlPath = tuple[str | int, ...]
"""Where a value is: names of keys and, in arrays, indices from 0."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[A-Za-z0-9_-]+"
    r"|[ \t\r]+"
    r"|.",
    re.DOTALL,
)
_TRIVIA = (" ", "\t", "\r", "#")


def toml_lines(text: str) -> dict[TomlPath, int]:
    """The line, from 1, on which each key, table and entry of an array begins.

    Args:
        text: valid TOML.
    """
    return _Reader(text).read()


class _Reader:
    """Walks over the tokens once; the grammar is checked by whoever decoded the text before."""

    def __init__(self, text: str) -> None:
        self._tokens = _TOKEN.findall(text)
        self._next = 0
        self._line = 1
        self._lines: dict[TomlPath, int] = {}
        self._tables: dict[TomlPath, int] = {}

    def read(self) -> dict[TomlPath, int]:
        table: TomlPath = ()
        while (word := self._peek(over="\n")) is not None:
            if word == "[":
                table = self._header()
            else:
                self._pair(table)
        return self._lines

    def _peek(self, over: str = "") -> str | None:
        """The next token after blanks and comments, and after line breaks where they are passed."""
        while self._next < len(self._tokens):
            word = self._tokens[self._next]
            if not word.startswith(_TRIVIA) and word != over:
                return str(word)
            self._take()
        return None

    def _take(self) -> str:
        word = str(self._tokens[self._next])
        self._next += 1
        self._line += word.count("\n")
        return word

    def _header(self) -> TomlPath:
        """`[a.b]` or `[[a.b]]`; below an array of tables, `a` is its last table."""
        self._take()
        several = self._peek() == "["
        if several:
            self._take()
        line, names = self._line, self._key()
        while self._peek() == "]":
            self._take()
        path: TomlPath = ()
        for number, name in enumerate(names, 1):
            path = (*path, name)
            if several and number == len(names):
                self._tables[path] = self._tables.get(path, -1) + 1
            self._lines.setdefault(path, line)
            if path in self._tables:
                path = (*path, self._tables[path])
                self._lines.setdefault(path, line)
        return path

    def _pair(self, table: TomlPath) -> None:
        line, path = self._line, table
        for name in self._key():
            path = (*path, name)
            self._lines.setdefault(path, line)
        self._peek()
        self._take()  # the sign of equality
        self._value(path)

    def _key(self) -> list[str]:
        names = []
        while True:
            self._peek()
            word = self._take()
            names.append(_unquoted(word))
            if self._peek() != ".":
                return names
            self._take()

    def _value(self, path: TomlPath) -> None:
        word = self._peek()
        if word == "[":
            self._array(path)
        elif word == "{":
            self._inline_table(path)
        else:
            while (word := self._peek()) is not None and word not in (",", "]", "}", "\n"):
                self._take()

    def _array(self, path: TomlPath) -> None:
        self._take()
        index = 0
        while (word := self._peek(over="\n")) not in ("]", None):
            if word == ",":
                self._take()
                continue
            self._lines[*path, index] = self._line
            self._value((*path, index))
            index += 1
        self._take()

    def _inline_table(self, path: TomlPath) -> None:
        self._take()
        while (word := self._peek(over="\n")) not in ("}", None):
            if word == ",":
                self._take()
            else:
                self._pair(path)
        self._take()


def _unquoted(word: str) -> str:
    if word.startswith('"'):
        return str(json.loads(word))
    return word.strip("'")
