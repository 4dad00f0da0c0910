"""Describing what is wrong with a file that somebody else wrote, with the name of the field."""

from __future__ import annotations

import re
from typing import Final

import msgspec

__all__ = ["FormatError", "field_problem", "require_format"]

_PLACE: Final = re.compile(r" - at (?:`key` in )?`\$(?P<path>[^`]*)`$")
_KINDS: Final = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


class FormatError(ValueError):
    """A file has a format that this version does not read.

    Attributes:
        found: the number of its format.
        known: the number of the format that is read.
    """

    def __init__(self, what: str, found: int, known: int, remedy: str) -> None:
        advice = "update autograder" if found > known else remedy
        super().__init__(
            f"{what} of format {found}, and this version reads format {known}: {advice}"
        )
        self.found = found
        self.known = known


class _Format(msgspec.Struct):
    format: int


def require_format(data: bytes | str, known: int, what: str, remedy: str) -> None:
    """Refuse a file of another format than this version reads, before anything else is read.

    Args:
        data: JSON, an object with the field `format`.
        known: the number of the format that is read.
        what: begins the sentence, with its verb: `this line is`.
        remedy: what to do where the format is an older one.

    Raises:
        FormatError: if it has another format.
        msgspec.DecodeError: if it is not JSON, or has no such field.
    """
    found = msgspec.json.decode(data, type=_Format).format
    if found != known:
        raise FormatError(what, found, known, remedy)


def field_problem(error: Exception) -> str:
    """Put msgspec's message into plain words, with the path of the field.

    Args:
        error: a `msgspec.DecodeError`, or a `ValueError` whose text ends with paths as msgspec
            writes them, the innermost first.

    Returns:
        For example: in `checks[0].points`, expected a whole number >= 1.
    """
    text, path = str(error), ""
    while found := _PLACE.search(text):
        path += found["path"]
        text = text[: found.start()]
    problem = _in_plain_words(text)
    path = path.removeprefix(".")
    return f"in `{path}`, {problem}" if path else problem


def _in_plain_words(text: str) -> str:
    for beginning, plain in _BEGINNINGS.items():
        if text.startswith(beginning):
            text = plain + text.removeprefix(beginning)
    return _TYPES.sub(_kinds, text)


_BEGINNINGS: Final = {
    "Object missing required field": "there is no field",
    "Object contains unknown field": "there is an unknown field",
    "Expected": "expected",
    "Invalid enum value": "there is an unknown value",
    "Number out of range": "a number is too large",
    "JSON is malformed": "the text is not JSON",
    "Input data was truncated": "the text ends too early",
}
_TYPES: Final = re.compile(r"(?<=expected )`([a-z |]+)`|(?<=got )`([a-z |]+)`")


def _kinds(found: re.Match[str]) -> str:
    names = (found[1] or found[2]).split(" | ")
    return " or ".join(_KINDS.get(name, name) for name in names)
