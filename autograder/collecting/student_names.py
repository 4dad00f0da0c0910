"""How students are called: by the name of their folder, in NFC, compared exactly."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal

__all__ = ["NameReason", "refused_names", "safe_name", "student_id"]

NameReason = Literal["unsafe_id", "same_id"]

_INVISIBLE: Final = (
    *((0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800)),
    *((0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF)),
)
"""Characters that Python calls printable, and that no screen shows: fillers and selectors."""

_MOST_MARKS: Final = 3
"""Combining marks on one letter; languages use up to three, a tower of them hides other text."""


_MAX_BYTES: Final = 255
"""Of a file's name; escapes are longer than what they stand for."""


def student_id(name: str) -> str:
    """A student's id: the name of the folder in NFC."""
    return unicodedata.normalize("NFC", name)


def safe_name(name: str) -> str:
    """A name as it can be shown.

    Args:
        name: of a folder or a file.

    Returns:
        The name in NFC, with escapes for what a screen or a file would obey, for what nobody would
        see, for towers of combining marks, and for spaces at either end; cut where a file could no
        longer have it.
    """
    text = student_id(name)
    inner = range(len(text) - len(text.lstrip(" ")), len(text.rstrip(" ")))
    shown, marks = [], 0
    for place, char in enumerate(text):
        marks = marks + 1 if unicodedata.combining(char) else 0
        if char == " " and place not in inner:
            shown.append("\\x20")
        elif _is_plain(char) and marks <= _MOST_MARKS:
            shown.append(char)
        else:
            shown.append(char.encode("unicode_escape", "surrogatepass").decode("ascii"))
    name = "".join(shown)
    if len(name.encode()) <= _MAX_BYTES:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:12]
    return f"{name.encode()[: _MAX_BYTES - 13].decode('utf-8', 'ignore')}~{digest}"


def _is_plain(char: str) -> bool:
    invisible = any(first <= ord(char) <= last for first, last in _INVISIBLE)
    return char.isprintable() and char != "\\" and not invisible


def refused_names(names: Iterable[str]) -> dict[str, NameReason]:
    """The names that stand for no student, each with its reason.

    Args:
        names: of all folders of students.

    Returns:
        `unsafe_id` for one that cannot be shown as it is, `same_id` for those that are the same in
        NFC.
    """
    every = list(names)
    count = Counter(map(student_id, every))
    refused: dict[str, NameReason] = {}
    for name in every:
        if safe_name(name) != student_id(name):
            refused[name] = "unsafe_id"
        elif count[student_id(name)] > 1:
            refused[name] = "same_id"
    return refused
