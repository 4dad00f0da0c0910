"""What the commands of a student say: their sentences, and errors, in one language."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any, Final

from autograder.errors import AutograderError, CourseError, PathError, UnknownNameError
from autograder.report.command_texts import COMMANDS
from autograder.report.language import Language, phrase
from autograder.report.messages import visible
from autograder.report.particles import with_particles
from autograder.texts import FALLBACK
from autograder.unknown_names import nearest_name

__all__ = ["command_text", "error_text", "points_text", "typed"]


def command_text(language: str, name: str, /, **words: Any) -> str:
    """A sentence of the command line with its gaps filled, on one line."""
    shown = {name: visible(word) if isinstance(word, str) else word for name, word in words.items()}
    text = phrase(language, "commands", name).format(**shown)
    return with_particles(text) if language == "ko" else text


def typed(*words: str) -> str:
    """A command of this program as one would type it where this one was typed.

    Who called it by a path, as `.venv/bin/autograder`, finds none by its name alone.
    """
    return " ".join([_program(), *words])


def _program() -> str:
    called = sys.argv[0] if sys.argv else ""
    name = os.path.basename(called).removesuffix(".exe")
    known = shutil.which(_NAME)
    if name != _NAME or (known is not None and os.path.realpath(known) == os.path.realpath(called)):
        return _NAME
    near = os.path.abspath(called).startswith(os.path.join(os.getcwd(), ""))
    return os.path.relpath(called) if near else _NAME


_NAME: Final = "autograder"


def points_text(language: str, score: int, public: int, worth: int) -> str:
    """The points of the public checks, and how much the exercise is worth with the hidden ones."""
    name = "points_of_all" if worth > public else "points_all_public"
    return command_text(language, name, score=score, public=public, worth=worth)


def error_text(error: AutograderError, language: str) -> str:
    """What an error says, in a language where that has a sentence for it."""
    own = language.own if isinstance(language, Language) else {}
    if isinstance(error, UnknownNameError) and len(error.known) > _MOST_NAMES:
        return _unknown(error, language)
    if language == FALLBACK or not (language in COMMANDS or "commands" in own):
        return str(error)
    if isinstance(error, UnknownNameError):
        return _unknown(error, language)
    if isinstance(error, PathError) and f"error_{error.kind}" in COMMANDS[FALLBACK]:
        return command_text(language, f"error_{error.kind}", path=str(error.path), **error.words)
    if isinstance(error, CourseError):
        return command_text(language, "error_public_checks", reason=str(error))
    return str(error)


def _unknown(error: UnknownNameError, language: str) -> str:
    kind = f"unknown_{error.what}"
    known = kind if kind in COMMANDS[FALLBACK] else "unknown_name"
    near = nearest_name(error.name, error.known)
    begin = command_text(language, known, name=error.name)
    if near is not None:
        return f"{begin} {command_text(language, 'did_you_mean', near=near)}"
    if len(error.known) > _MOST_NAMES:
        return f"{begin} {command_text(language, 'see_list', command=typed())}"
    return f"{begin} {command_text(language, 'there_are', names=', '.join(error.known))}"


_MOST_NAMES: Final = 12
"""Names that are listed where one is unknown; of more, the list of all is better read."""
