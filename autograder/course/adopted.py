"""Mistakes that were met in a class and taken over: a student's code with a name and a hint.

Such code is never run in a trusted process, not even after a teacher has named it: it stays text,
and grading runs it in the sandbox like any submission to learn what it answers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.toml_file import read_toml
from autograder.errors import CourseError
from autograder.texts import Text
from autograder.unknown_names import unknown

__all__ = ["ADOPTED_FOLDER", "Adopted", "read_adopted", "skeleton"]

ADOPTED_FOLDER = "adopted"
"""Beside an exercise's `mistakes.py`; one TOML file for each, under the name of the mistake."""


@dataclass(frozen=True)
class Adopted:
    """A mistake as somebody handed it in.

    Attributes:
        hint: what the report says of it.
        source: the code, which defines the exercise's function or class.
    """

    hint: Text
    source: str


def read_adopted(
    folder: Path, languages: Sequence[str]
) -> tuple[dict[str, Adopted], tuple[CourseError, ...]]:
    """The adopted mistakes of an exercise.

    Args:
        folder: of the exercise.
        languages: of the course; each mistake has a hint in each of them.

    Returns:
        Those that are complete, by name, and the fault of each of the others: it has no hints yet,
        or is not what `skeleton` writes.
    """
    found, unfinished = {}, []
    for path in sorted((folder / ADOPTED_FOLDER).glob("*.toml")):
        try:
            found[path.stem] = _read(path, languages)
        except CourseError as fault:
            unfinished.append(fault)
    return found, tuple(unfinished)


def _read(path: Path, languages: Sequence[str]) -> Adopted:
    file = read_toml(path)
    texts = file.document
    for name, text in texts.items():
        if name not in ("source", *languages):
            raise file.fault(unknown("key or language", name, ["source", *languages]), (name,))
        if not isinstance(text, str):
            raise file.fault(f"`{name}` is a text, not {text!r}", (name,))
    if "source" not in texts:
        raise file.fault("this is no adopted mistake: it has no `source`")
    empty = [each for each in languages if not texts.get(each, "").strip()]
    if empty:
        where = " and in ".join(map(repr, empty))
        raise file.fault(f"say in {where} what this mistake is, in one sentence")
    return Adopted(Text(**{each: texts[each] for each in languages}), texts["source"])


def skeleton(source: str, languages: Sequence[str]) -> str:
    """The text of a new file: the code, and a hint to fill in for each language of the course."""
    # A literal string reads best; JSON's quoting is TOML's too, for what cannot stand in one.
    plain = all(char.isprintable() or char in "\n\t" for char in source)
    literal = plain and "'''" not in source and not source.endswith("'")
    quoted = f"'''\n{source}'''" if literal else _basic_string(source)
    hints = "".join(f'{language} = ""\n' for language in languages)
    return (
        "# A mistake that was met in a class. Say in one sentence what it is: point at the cause,\n"
        "# and do not give the line away.\n"
        f"{hints}\n"
        f"source = {quoted}\n"
    )


def _basic_string(text: str) -> str:
    # DEL is the one sign that JSON lets stand and TOML does not.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
