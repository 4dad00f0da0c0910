"""The help of every command in Korean, in as many columns as its letters take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

from autograder.cli.korean_help_texts import COMMAND_HELP, EPILOG, OPTION_HELP

__all__ = ["USAGE", "put_into_korean", "width_of"]

USAGE: Final = "쓰는 법: "
_HEADINGS: Final = {"Options": "옵션", "Arguments": "인자", "Commands": "명령"}
_NOTES: Final = {"required": "필수", "default": "기본값", "env var": "환경 변수"}
_COLUMN_GAP: Final = 2
_FIRST_COLUMN: Final = 30


def put_into_korean(command: Any, path: str = "") -> None:
    """Have a command and those below it show their help in Korean.

    Args:
        command: as Typer makes it anew for each run.
        path: the words behind `autograder` that lead to it.
    """
    base: Any = command.context_class
    formatter = type("KoreanFormatter", (_Korean, base.formatter_class), {})
    command.context_class = type("KoreanContext", (base,), {"formatter_class": formatter})
    command.help = COMMAND_HELP.get(path, command.help)
    command.short_help = command.help.partition("\n\n")[0]
    if command.epilog:
        command.epilog = EPILOG
    for name, below in getattr(command, "commands", {}).items():
        put_into_korean(below, f"{path} {name}".strip())


class _Korean:
    """What a formatter of help does otherwise where a letter may take two columns."""

    width: int
    current_indent: int
    write: Any

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called; `prefix` is what Typer would write before it."""
        first = f"{USAGE}{prog} "
        self._write_wrapped(args, first, " " * min(width_of(first), _FIRST_COLUMN))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{' ' * self.current_indent}{_HEADINGS.get(heading, heading)}:\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write("\n")
            self._write_wrapped(paragraph, indent, indent)

    def write_dl(
        self,
        rows: Sequence[tuple[str, str]],
        col_max: int = _FIRST_COLUMN,
        col_spacing: int = _COLUMN_GAP,
    ) -> None:
        """Write names, and what each of them is beside it."""
        widest = max(width_of(name) for name, _ in rows)
        column = self.current_indent + min(widest, col_max) + col_spacing
        for name, text in rows:
            first = f"{' ' * self.current_indent}{name}"
            if width_of(first) > column - col_spacing:
                self.write(f"{first}\n")
                first = ""
            self._write_wrapped(_translated(text), f"{first:<{column}}", " " * column)

    def _write_wrapped(self, text: str, first: str, others: str) -> None:
        for line in _wrapped(text.split(), first, others, self.width):
            self.write(f"{line}\n")


def _translated(text: str) -> str:
    """The text of an option with its notes, such as `[default: 2; x>=1]`."""
    said, _, notes = text.partition("  [")
    korean = OPTION_HELP.get(said, said)
    return f"{korean} [{'; '.join(_notes(notes[:-1]))}]" if notes else korean


def _notes(text: str) -> Iterator[str]:
    for note in text.split("; "):
        name, colon, value = note.partition(": ")
        yield f"{_NOTES.get(name, name)}{colon}{value}"


def _wrapped(words: Sequence[str], first: str, others: str, width: int) -> Iterator[str]:
    """Lines of words that take at most `width` columns."""
    line, is_empty = first, True
    for word in words:
        longer = f"{line}{'' if is_empty else ' '}{word}"
        if not is_empty and width_of(longer) > width:
            yield line.rstrip()
            longer = f"{others}{word}"
        line, is_empty = longer, False
    yield line.rstrip()


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes; rich could say it, but takes long to load."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in plain)
