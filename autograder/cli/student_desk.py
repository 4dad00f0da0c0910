"""What the commands of a student have in common: the folder, the language, errors in it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from autograder.errors import AutograderError, UnknownNameError

if TYPE_CHECKING:
    from autograder.grading.student_check import ExerciseFolder
    from autograder.report.language import Language

__all__ = [
    "STUDENT_COMMANDS",
    "Desk",
    "chosen_language",
    "course_language",
    "find_desk",
    "short_path",
    "student_error",
    "student_language",
]

STUDENT_COMMANDS = ("check", "hint", "watch", "reset")
"""The commands whose user is a student: what they say, they say in the language of the course."""


class Desk:
    """A student's folder with the language of the reports.

    Attributes:
        folder: of the exercises.
        language: of the reports.
    """

    def __init__(self, folder: ExerciseFolder, language: Language) -> None:
        self.folder = folder
        self.language = language

    def say(self, name: str, **words: object) -> str:
        """A sentence of the command line."""
        from autograder.report.command_words import command_text  # noqa: PLC0415 - loads NumPy

        return command_text(self.language, name, **words)

    def file_of(self, exercise: str) -> str:
        """The file of an exercise, as one would type it here."""
        return short_path(self.folder.file_of(exercise))


def short_path(path: Path) -> str:
    """A path from the current folder, where it lies below it."""
    absolute, here = path.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)


def find_desk(folder: Path | None, lang: str | None, files: Iterable[str] = ()) -> Desk:
    """The folder that was asked for, or the nearest one, and the language of its reports.

    Args:
        folder: what `--exercises` says.
        lang: what `--lang` says.
        files: that were named; asked where no folder is near.
    """
    from autograder.grading.student_check import find_exercises  # noqa: PLC0415 - loads NumPy

    found = find_exercises(folder, files)
    return Desk(found, course_language(lang, found.languages, found.sentences))


def course_language(lang: str | None, languages: Sequence[str], folder: Path) -> Language:
    """The language that was asked for, or the first of the course; with the course's sentences.

    Args:
        lang: what `--lang` says.
        languages: of the course.
        folder: where the public checks are.

    Raises:
        UnknownNameError: if the course is not in this language.
    """
    from autograder.report.language import read_language  # noqa: PLC0415 - loads NumPy

    if lang is not None and lang not in languages:
        raise UnknownNameError("language", lang, languages)
    return read_language(lang or languages[0], folder)


def student_language(arguments: Sequence[str], commands: Collection[str]) -> str:
    """The language in which a command says what keeps it from going on.

    The chosen one for a student's command; English for a command of an instructor.

    Args:
        arguments: of the command line.
        commands: all that there are.
    """
    words = [each for each in arguments if not each.startswith("-")]
    if words and words[0] in set(commands).difference(STUDENT_COMMANDS):
        return "en"
    return chosen_language(arguments)


def chosen_language(arguments: Sequence[str]) -> str:
    """The language of help, and of what is wrong with how a command was called.

    That of `--lang`, of `AUTOGRADER_LANGUAGE`, or the first of the course around the current
    folder; English where there is none.

    Args:
        arguments: of the command line.
    """
    near = _languages_near()
    asked = (_asked(arguments), os.environ.get("AUTOGRADER_LANGUAGE"))
    known = near or ["en", "ko"]
    return next((each for each in asked if each is not None and each in known), known[0])


def _asked(arguments: Sequence[str]) -> str | None:
    """What `--lang` says; the last one counts, as where a command is run."""
    asked = None
    for word, after in zip(arguments, [*arguments[1:], None], strict=False):
        if word == "--lang":
            asked = after
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return asked


def _languages_near() -> list[str]:
    """The languages of the course around the current folder; nothing heavy is loaded."""
    here = Path.cwd()
    for parent in (here, *here.parents):
        for folder in (parent / "exercises", parent):
            for path in sorted(folder.glob("*/public/assignment-outline.json")):
                if found := _languages_in(path, json.loads):
                    return found
        if found := _languages_in(parent / "course.toml", _read_toml):
            return found
    return []


def _read_toml(text: str) -> Any:
    import tomllib  # noqa: PLC0415 - a check does without

    return tomllib.loads(text)


def _languages_in(path: Path, read: Callable[[str], Any]) -> list[str]:
    """The languages that a file names; none where it cannot be read."""
    try:
        languages = read(path.read_text(encoding="utf-8"))["languages"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [each for each in languages if isinstance(each, str)]


_MOST_NAMES: Final = 12
"""Names that an error of a student's command lists; more are better read as `autograder` alone."""


def student_error(error: AutograderError, language: str) -> str:
    """What an error says, in the language of the course where it has a sentence for it."""
    is_list = isinstance(error, UnknownNameError) and len(error.known) > _MOST_NAMES
    if language == "en" and not is_list:
        return str(error)
    from autograder.report.command_words import error_text  # noqa: PLC0415 - loads NumPy

    return error_text(error, language)
