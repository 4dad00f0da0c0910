"""Folders and files of a course whose names nobody would find."""

from __future__ import annotations

import difflib
import keyword
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course.settings import NAME
from autograder.errors import CourseError

__all__ = ["misnamed_files", "misnamed_folders", "misnamed_texts", "why_no_name"]

_KNOWN_FILES = (
    *("reference.py", "grading.py", "driver.py", "judge.py", "mistakes.py", "alternatives.py"),
    *("corpus.py", "equivalents.toml"),
)
"""The files of an exercise that have a meaning, beside its statements."""

_LIKE = 0.8
"""How much a file's name has to be like a known one to be taken for it, from 0 to 1."""

_LEFT_BY_TOOLS = re.compile(r"[._].*|adopted")


def why_no_name(name: str) -> str | None:
    """Why nothing in a course can have this name, and what it could be called; None if it can."""
    if keyword.iskeyword(name):
        return f"{name!r} is a word of Python; add something, as in {name + '_of'!r}"
    if NAME.fullmatch(name):
        return None
    near = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_")
    near = near if NAME.fullmatch(near) else "my_name"
    return f"{name!r} is no name: letters, digits and underscores, a letter first, as in {near!r}"


def misnamed_folders(parent: Path) -> Iterator[CourseError]:
    """The folders in `solutions/`, or in an assignment, whose names cannot be used."""
    for path in sorted(parent.iterdir()) if parent.is_dir() else ():
        if path.is_dir() and not _LEFT_BY_TOOLS.fullmatch(path.name):
            sentence = why_no_name(path.name)
            if sentence is not None:
                yield CourseError(f"{sentence}; rename this folder", path)


def misnamed_files(folder: Path, languages: Sequence[str]) -> Iterator[CourseError]:
    """The files of an exercise that nothing reads, with names much like those of files that count.

    A missing file is often one with a slip in its name.

    Args:
        folder: of the exercise.
        languages: of the course.
    """
    statements = [f"statement.{language}.md" for language in languages]
    yield from _misnamed(folder, (*_KNOWN_FILES, *statements))


def misnamed_texts(
    folder: Path, languages: Sequence[str], tasks: Sequence[str]
) -> Iterator[CourseError]:
    """The texts of an assignment that nothing reads; see `misnamed_files`.

    Args:
        folder: of the assignment.
        languages: of the course.
        tasks: the names of what a person grades.
    """
    names = ("intro", "takeaway", "notebook", *tasks)
    known = [f"{name}.{language}.md" for name in names for language in languages]
    if folder.is_dir():
        yield from _misnamed(folder, (*known, "figure.py"))


def _misnamed(folder: Path, known: Sequence[str]) -> Iterator[CourseError]:
    there = sorted(path.name for path in folder.iterdir() if path.is_file())
    for name in there:
        near = difflib.get_close_matches(name, known, n=1, cutoff=_LIKE)
        if near and name not in known and near[0] not in there:
            yield CourseError(f"nothing reads this file; is it {near[0]!r}?", folder / name)
