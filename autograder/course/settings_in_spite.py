"""What a course says in spite of what is wrong with its `course.toml`.

Whoever looks for more faults needs it: the exercises are examined whatever that file says.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.settings import Settings, faults_of_course
from autograder.course.toml_file import read_toml
from autograder.course.toml_lines import TomlPath
from autograder.errors import CourseError
from autograder.texts import decode_text, is_language

__all__ = ["settings_in_spite"]

_LANGUAGES = re.compile(r"^languages\s*=\s*\[[^\]]*\]", re.MULTILINE)
_STATEMENT = re.compile(r"statement\.([a-z]{2,3})\.md")


def settings_in_spite(root: Path) -> tuple[Settings, float]:
    """What the `course.toml` of a course says without what is wrong with it.

    Args:
        root: of the course.

    Returns:
        The settings, with the languages of the statements where those of the file have a fault; and
        how many assignments have no name that can be read, infinity where nobody can say that.
    """
    path = root / "course.toml"
    try:
        document = deepcopy(read_toml(path).document)
        faults = [where for where, _ in faults_of_course(document)]
    except CourseError:
        document, faults = _languages_alone(path), [("assignment",)]
    _remove(document, faults)
    listed = _list(document, "assignment")
    assignments = [each for each in listed if isinstance(each, dict) and "name" in each]
    for each in assignments:
        each.setdefault("title", each["name"])
        each["task"] = [task for task in _list(each, "task") if {"name", "points"} <= task.keys()]
    lost: float = math.inf if ("assignment",) in faults else len(listed) - len(assignments)
    document["assignment"] = assignments
    document["note"] = [
        each for each in _list(document, "note") if {"number", "title"} <= each.keys()
    ]
    document["languages"] = _languages(root, document, faults)
    document.setdefault("title", root.name)
    return msgspec.convert(document, Settings, dec_hook=decode_text), lost


def _list(table: dict[str, Any], key: str) -> list[Any]:
    found = table.get(key)
    return found if isinstance(found, list) else []


def _remove(document: dict[str, Any], faults: Sequence[TomlPath]) -> None:
    """Remove what has a fault; a table that lacks something stays."""
    # Of a list the last entries first: the others keep their places.
    for where in sorted(faults, key=lambda each: [str(part).zfill(9) for part in each])[::-1]:
        table: Any = document
        for part in where[:-1]:
            table = table[part]
        last = where[-1] if where else ""
        if isinstance(last, int):
            if not isinstance(table[last], dict):
                del table[last]
        else:
            table.pop(last, None)


def _languages(root: Path, document: dict[str, Any], faults: Sequence[TomlPath]) -> list[str]:
    """The languages, with those of the statements where one of them has a fault."""
    said = [each for each in _list(document, "languages") if is_language(each)]
    said = list(dict.fromkeys(said))
    if said and not any(where[:1] == ("languages",) for where in faults):
        return said
    files = sorted((root / "solutions").glob("*/*/statement.*.md"))
    found = [_STATEMENT.fullmatch(file.name) for file in files]
    return list(dict.fromkeys([*said, *(each[1] for each in found if each)])) or ["en"]


def _languages_alone(path: Path) -> dict[str, Any]:
    """The languages, of a file that is not TOML."""
    try:
        line = _LANGUAGES.search(path.read_text(encoding="utf-8"))
        return {} if line is None else dict(msgspec.toml.decode(line[0]))
    except (OSError, UnicodeDecodeError, msgspec.DecodeError):
        return {}
