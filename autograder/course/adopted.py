"""Mistakes that were met in a class and taken over: a student's code, named and hinted.

Such code is never run in a trusted process, not even after a teacher has named it: it stays text,
and grading runs it in the sandbox like any submission to learn what it answers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import msgspec

from autograder.course.authoring import Hint
from autograder.errors import CourseError

__all__ = ["ADOPTED_FOLDER", "Adopted", "read_adopted", "skeleton"]

ADOPTED_FOLDER = "adopted"
"""Beside an exercise's `mistakes.py`; one TOML file for each, under the name of the mistake."""


@dataclass(frozen=True)
class Adopted:
    """A mistake as somebody handed it in.

    Attributes:
        hint: what to tell of it.
        source: the code, which defines the exercise's function or class.
    """

    hint: Hint
    source: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    ko: str
    en: str
    source: str


def read_adopted(folder: Path) -> tuple[dict[str, Adopted], tuple[CourseError, ...]]:
    """The adopted mistakes of an exercise.

    Args:
        folder: of the exercise.

    Returns:
        Those that are whole, by name, and what is wrong with each of the others: it has no hints
        yet, or is not what `skeleton` writes.
    """
    found, unfinished = {}, []
    for path in sorted((folder / ADOPTED_FOLDER).glob("*.toml")):
        try:
            found[path.stem] = _read(path)
        except CourseError as problem:
            unfinished.append(problem)
    return found, tuple(unfinished)


def _read(path: Path) -> Adopted:
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise CourseError(f"this is no adopted mistake: {error}", path) from None
    for language, hint in (("ko", file.ko), ("en", file.en)):
        if not hint.strip():
            problem = f"say in {language!r} what this mistake is, in one sentence"
            raise CourseError(problem, path)
    return Adopted(Hint(file.ko, file.en), file.source)


def skeleton(source: str) -> str:
    """The text of a new file: the code, and two hints to fill in."""
    # A literal string reads best; JSON's quoting is TOML's too, for what cannot stand in one.
    plain = all(char.isprintable() or char in "\n\t" for char in source)
    literal = plain and "'''" not in source and not source.endswith("'")
    quoted = f"'''\n{source}'''" if literal else _basic_string(source)
    return (
        "# A mistake that was met in a class. Say in one sentence what it is: point at the cause,\n"
        "# and do not give the line away.\n"
        'ko = ""\n'
        'en = ""\n\n'
        f"source = {quoted}\n"
    )


def _basic_string(text: str) -> str:
    # DEL is the one sign that JSON lets stand and TOML does not.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
