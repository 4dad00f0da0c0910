"""Beginning a course, and beginning an exercise in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from autograder.course.folder_names import why_no_name
from autograder.course.settings import Settings, read_settings
from autograder.course.skeletons import (
    assignment_table,
    assignment_texts,
    course_files,
    titled,
)
from autograder.errors import AutograderError, PathError
from autograder.texts import is_language

__all__ = ["BeginningError", "begin_course", "begin_exercise"]


class BeginningError(AutograderError):
    """A course or an exercise cannot be begun as it was asked for."""


def begin_course(folder: Path, languages: Sequence[str]) -> list[Path]:
    """Write the files of a new course without assignments.

    Args:
        folder: where it goes; it is made.
        languages: of its texts, the main one first.

    Returns:
        The files.

    Raises:
        BeginningError: if a language is none, or is there twice.
        PathError: if there is something in the folder already.
    """
    for number, language in enumerate(languages):
        if not is_language(language):
            sentence = f"a language is two or three small letters, as in en, and not {language!r}"
            raise BeginningError(sentence)
        if language in languages[:number]:
            raise BeginningError(f"the language {language!r} is there twice")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PathError(f"{folder} is there already, and is not empty", folder)
    (folder / "solutions").mkdir(parents=True)
    return _write_all(folder, course_files(titled(folder.resolve().name), languages))


def begin_exercise(
    root: Path,
    assignment: str,
    name: str,
    make_files: Callable[[Sequence[str]], Mapping[str, str]],
) -> list[Path]:
    """Write the files of a new exercise, and begin its assignment where that is new.

    Args:
        root: of the course.
        assignment: the name of the assignment.
        name: of the exercise.
        make_files: makes the texts of its files, given the languages of the course.

    Returns:
        The files that were written or changed.

    Raises:
        BeginningError: if one of the names cannot be used, or is there already.
        CourseError: if `course.toml` has a fault.
    """
    settings = read_settings(root / "course.toml")
    for each in (assignment, name):
        if why := why_no_name(each):
            raise BeginningError(why)
    _refuse_taken(root, name)
    files = make_files(settings.languages)
    folder = root / "solutions" / assignment
    written = []
    if assignment not in {each.name for each in settings.assignment}:
        written += _begin_assignment(root, folder, settings)
    (folder / name).mkdir(parents=True)
    return [*written, *_write_all(folder / name, files)]


def _refuse_taken(root: Path, name: str) -> None:
    """Refuse a name that another exercise of the course has."""
    for other in (root / "solutions").glob("*/*"):
        if other.is_dir() and other.name == name:
            raise BeginningError(f"there is an exercise {name!r} already, in {other}")


def _begin_assignment(root: Path, folder: Path, settings: Settings) -> list[Path]:
    """Name a new assignment in `course.toml`, and write its texts where none are there."""
    path = root / "course.toml"
    text = path.read_text(encoding="utf-8")
    table = assignment_table(folder.name, settings.languages)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text.rstrip("\n") + "\n" + table, encoding="utf-8")
    if any(folder.glob("*.md")):
        return [path]
    return [path, *_write_all(folder, assignment_texts(settings.languages))]


def _write_all(folder: Path, files: Mapping[str, str]) -> list[Path]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]
