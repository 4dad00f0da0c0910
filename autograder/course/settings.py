"""Reading `course.toml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import msgspec

from autograder.errors import CourseError

__all__ = ["AssignmentSettings", "Language", "NoteSettings", "Settings", "Title", "read_settings"]

Language = Literal["ko", "en"]


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title in both languages."""

    ko: str
    en: str


class AssignmentSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[assignment]]`: its folder, and what the notebook says before and after the exercises.

    Attributes:
        name: of its folder under `solutions/`.
        title: what students call it.
        order: its exercises; those it does not name follow in alphabetical order.
    """

    name: str
    title: Title
    order: list[str] = []


class NoteSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[note]]`: a numbered point of the lecture that the course belongs to."""

    number: str
    title: Title


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `course.toml`.

    Attributes:
        title: of the course.
        language: of results and feedback, where nobody asks for another.
        assignment: the assignments in the order in which they are taught.
        note: the points of the lecture; exercises say which of them they belong to.
        limits: bounds on a submission, by the names of `sandbox.limits.Limits`.
    """

    title: Title
    language: Language = "ko"
    assignment: list[AssignmentSettings] = []
    note: list[NoteSettings] = []
    limits: dict[str, float] = {}


def read_settings(path: Path) -> Settings:
    """Read and check `course.toml`.

    Raises:
        CourseError: if it is missing, is not TOML, or says something it may not.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        problem = "there is no course here: this file is missing"
        raise CourseError(problem, path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"cannot be read: {error}", path) from None
    try:
        return msgspec.toml.decode(text, type=Settings)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise CourseError(str(error), path, _line_of(text, error)) from None


def _line_of(text: str, error: Exception) -> int | None:
    found = re.search(r"at line (\d+)", str(error))
    if found:
        return int(found[1])
    field = re.search(r"`\$\.?([\w.\[\]]*?)(\w+)`$", str(error))
    return line_with(text, field[2]) if field else None


def line_with(text: str, word: str) -> int | None:
    """The first line, from 1, that holds a word; None where there is none."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    lines: list[Any] = [n for n, line in enumerate(text.splitlines(), 1) if pattern.search(line)]
    return lines[0] if lines else None
