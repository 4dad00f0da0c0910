"""The public checks beside a notebook: finding and reading them, and saying what is missing."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import CourseError, UnknownNameError
from autograder.keys.key import Key
from autograder.keys.outline import Outline, key_files, read_outline
from autograder.keys.public_file import PUBLIC_FOLDER, read_key
from autograder.notebook.packed_checks import PACKED, unpacked

if TYPE_CHECKING:
    from autograder.report.language import Language

__all__ = [
    "NoChecksError",
    "NoLanguageError",
    "Plain",
    "find_outline",
    "public_folder",
    "read_assignment",
    "read_exercise",
]

_BEGAN_IN = Path.cwd()
"""The folder of the notebook: the first cell of a notebook imports this."""


class Plain:
    """An error that IPython shows as its text, in place of a traceback through the framework."""

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


class NoChecksError(Plain, CourseError):
    """The public checks of an exercise are not beside the notebook, or cannot be read."""


class NoLanguageError(Plain, UnknownNameError):
    """The course is not in the language that was asked for."""

    def __init__(self, plain: UnknownNameError, sentence: str) -> None:
        super().__init__(plain.what, plain.name, plain.known)
        self._sentence = sentence

    def __str__(self) -> str:
        return self._sentence


def read_exercise(exercise: str, asked: str | None) -> tuple[Key, Language]:
    """Read the public checks of an exercise.

    Args:
        exercise: its name.
        asked: the language; without one what the notebook's first cell says, else the variable
            `AUTOGRADER_LANGUAGE`, else it is the course's first.

    Returns:
        The key, and the language of the report with the course's own sentences in it.

    Raises:
        NoChecksError: if the checks are not there, or cannot be read.
        NoLanguageError: if the course is not in this language.
    """
    try:
        key = read_key(_key_path(exercise, public_folder()))
        return key, _language(asked, key.title.languages)
    except CourseError as error:
        raise NoChecksError(_told(error, asked), error.path, error.line) from None


def read_assignment(asked: str | None) -> tuple[Outline, Language]:
    """Read the outline of the assignment; see `read_exercise`."""
    try:
        outline = read_outline(public_folder())
        return outline, _language(asked, outline.languages)
    except CourseError as error:
        raise NoChecksError(_told(error, asked), error.path, error.line) from None


def find_outline() -> Outline | None:
    """The outline of the assignment; None where it cannot be read: a check can do without."""
    try:
        return read_outline(public_folder())
    except CourseError:
        return None


def public_folder() -> Path:
    """The public checks beside the notebook, also after `%cd`; or those in one file there."""
    here, beside = Path(PUBLIC_FOLDER), _BEGAN_IN / PUBLIC_FOLDER
    for folder in (here, beside):
        if folder.is_dir():
            return folder
    for packed in (Path(PACKED).absolute(), _BEGAN_IN / PACKED):
        if packed.is_file():
            return unpacked(packed)
    return here


def _key_path(exercise: str, folder: Path) -> Path:
    path = folder / f"{exercise}.json"
    if not path.is_file() and folder.is_dir():
        known = sorted(key_files(folder))
        raise CourseError(f"there is no exercise {exercise!r}; here are {', '.join(known)}", path)
    return path


def _language(asked: str | None, languages: Sequence[str]) -> Language:
    from autograder.report.language import read_language  # noqa: PLC0415 - loads with a check only

    own = _own_language()
    asked = asked or (own if own in languages else os.environ.get("AUTOGRADER_LANGUAGE"))
    if not asked or asked in languages:
        return read_language(asked or languages[0], public_folder())
    from autograder.report.command_words import error_text  # noqa: PLC0415 - seldom used

    plain = UnknownNameError("language", str(asked), languages)
    sentence = error_text(plain, read_language(languages[0], public_folder()))
    raise NoLanguageError(plain, sentence)


def _own_language() -> str | None:
    """What the notebook's first cell says; None outside of a notebook."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    said = None if shell is None else shell.user_ns.get("language")
    return said if isinstance(said, str) else None


def _language_near() -> str | None:
    """The language of what is said where the checks of an exercise cannot be read."""
    outline = find_outline()
    return None if outline is None else outline.languages[0]


def _told(error: CourseError, asked: str | None) -> str:
    """What is wrong with the public checks, in the language of the notebook."""
    chosen = (asked, _own_language(), os.environ.get("AUTOGRADER_LANGUAGE"))
    language = next(filter(None, chosen), None) or _language_near() or "en"
    from autograder.report.command_words import command_text  # noqa: PLC0415 - seldom used

    if not error.path.exists():
        known = sorted(key_files(error.path.parent))
        if not known:
            return command_text(language, "no_checks")
        unknown = command_text(language, "unknown_exercise", name=error.path.stem)
        return f"{unknown} {command_text(language, 'there_are', names=', '.join(known))}"
    if language != "ko":  # no other has sentences without the checks themselves
        return error.sentence
    return command_text(language, "error_public_checks", reason=error.sentence)
