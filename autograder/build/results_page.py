"""The page that describes `results.jsonl`, with the fields as the structs have them."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin

import msgspec

from autograder.report import result_records

__all__ = ["results_page"]

_PAGE: Final = Path(__file__).with_suffix(".md")
_MARK: Final = re.compile(r"^<!-- (\w+) -->$", re.MULTILINE)
_WORDS: Final = {int: "integer", float: "number", str: "string", types.NoneType: "null"}


def results_page() -> str:
    """The page as Markdown.

    Returns:
        The text of `docs/results.md`: what is written by hand, and in the place of each mark the
        table of the struct that it names.
    """
    text = _PAGE.read_text(encoding="utf-8")
    return _MARK.sub(lambda mark: _table(getattr(result_records, mark[1])), text)


def _table(record: type[msgspec.Struct]) -> str:
    lines = ["| field | type | what it is |", "|---|---|---|"]
    about = dict(_attributes(record))
    for field in msgspec.structs.fields(record):
        lines.append(f"| `{field.name}` | {_word(field.type)} | {about[field.name]} |")
    return "\n".join(lines)


def _attributes(record: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """What the docstring says of each field, on one line, without the dot at its end."""
    _, _, section = (inspect.getdoc(record) or "").partition("Attributes:\n")
    for entry in re.split(r"\n(?= {4}\w)", section.strip("\n")):
        name, _, what = entry.strip().partition(": ")
        yield name, " ".join(what.split()).removesuffix(".")


def _word(kind: Any) -> str:
    """A type in the words of JSON."""
    origin = get_origin(kind)
    if origin is Literal:
        return "string"
    if origin is list:
        return "list"
    if origin in (Union, types.UnionType):
        return " or ".join(map(_word, get_args(kind)))
    return _WORDS.get(kind, "object")
