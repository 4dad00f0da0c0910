"""The check cell of a student's notebook: the public checks, in the student's own kernel."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from autograder.diagnosis.slip import Evidence
from autograder.errors import AutograderError, CourseError, UnknownNameError
from autograder.grading.judge import judge_here
from autograder.grading.results import ExerciseNote, ExerciseResult
from autograder.keys.key import Key
from autograder.keys.outline import key_files, read_outline
from autograder.keys.public_file import PUBLIC_FOLDER, read_key
from autograder.limits import Limits
from autograder.notebook.packed_checks import PACKED, unpacked
from autograder.sandbox.guest.contract import find_difference
from autograder.sandbox.session import ContractReply

if TYPE_CHECKING:
    from autograder.report.language import Language

__all__ = ["CheckFailed", "NoChecksError", "NoLanguageError", "check"]

_BEGAN_IN = Path.cwd()
"""The folder of the notebook: the first cell of a notebook imports this."""


class _Plain:
    """An error that IPython shows as its text, in place of a traceback through the framework."""

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


class CheckFailed(_Plain, AutograderError, AssertionError):  # noqa: N818 - what a student reads
    """Some public check of an exercise failed; the report above it says which, and why.

    Attributes:
        result: of the exercise.
    """

    def __init__(self, sentence: str, result: ExerciseResult) -> None:
        super().__init__(sentence)
        self.result = result


class NoChecksError(_Plain, CourseError):
    """The public checks of an exercise are not beside the notebook, or cannot be read."""


class NoLanguageError(_Plain, UnknownNameError):
    """The course is not in the language that was asked for."""


def check(exercise: str, language: str | None = None) -> float | None:
    """Check what you wrote against the public checks, and show what is wrong with it.

    Args:
        exercise: its name, which is that of the function or class.
        language: one of the course's; without it the variable `AUTOGRADER_LANGUAGE` decides, else
            it is the course's first.

    Returns:
        None for a student. Where nbgrader itself runs this cell, without the hidden checks, the
        points of the public ones, because it gives full marks to a cell that returns nothing.

    Raises:
        CheckFailed: if a check failed.
        NoChecksError: if the public checks are not beside this notebook, or cannot be read.
        NoLanguageError: if the course is not in this language.
    """
    try:
        key = read_key(_key_path(exercise))
        language = _language(language or os.environ.get("AUTOGRADER_LANGUAGE"), key)
    except CourseError as error:
        raise NoChecksError(_told(error, language), error.path, error.line) from None
    caller = sys._getframe(1)
    names = caller.f_globals
    evidence = Evidence(_difference(names, key), running=True)
    answer, seconds = names.get(exercise), _check_seconds()
    judged = judge_here(key, answer, evidence, seconds=seconds, traced=True)
    result = _with_notes(judged, names, caller.f_code)
    _show(result, language)
    if result.status != "passed":
        from autograder.report.messages import say  # noqa: PLC0415 - only where it is needed

        failed = [check.label.of(language) for check in result.checks if check.finding is not None]
        sentence = f"{exercise}: {', '.join(failed)}\n{say(language, 'try_again')}"
        raise CheckFailed(sentence, result)
    graded = os.environ.get("NBGRADER_EXECUTION") == "autograde"
    return float(result.score - result.extra_credit) if graded else None


def _check_seconds() -> float:
    """How long a check may take: as long as when it is graded."""
    try:
        return read_outline(_public_folder()).limits.check_seconds
    except CourseError:
        return Limits().check_seconds


def _difference(names: dict[str, Any], key: Key) -> ContractReply:
    others = [name for name in key_files(_public_folder()) if name != key.exercise]
    return ContractReply(**find_difference(names, key.exercise, key.signature, others))


def _with_notes(result: ExerciseResult, names: dict[str, Any], cell: CodeType) -> ExerciseResult:
    """Add what only the kernel shows: an answer in the check cell, or one that was not run yet."""
    notes = [*result.notes]
    file = cell.co_filename
    here = "ipykernel_" in file and file in _files(names.get(result.exercise))
    if here and _cell_id() in ("", result.exercise):
        notes.append(ExerciseNote("in_check_cell"))
    if result.status == "missing" and result.diagnosis is None:
        notes.append(ExerciseNote("run_again"))
    return replace(result, notes=tuple(notes))


def _cell_id() -> str:
    """The id of the cell that runs; empty where the program that sent it does not say."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    header = getattr(shell, "parent_header", None)
    metadata = header.get("metadata") if isinstance(header, dict) else None
    name = metadata.get("cellId") if isinstance(metadata, dict) else None
    # Some programs send an address of their own in its place.
    return name if isinstance(name, str) and ":" not in name else ""


def _files(answer: Any) -> set[str]:
    """Where the code of a function, or of the methods of a class, was compiled."""
    inside = [answer] if not isinstance(answer, type) else list(vars(answer).values())
    return {each.__code__.co_filename for each in inside if isinstance(each, FunctionType)}


def _language(asked: str | None, key: Key) -> Language:
    """The language of the report, with the course's own sentences in it."""
    from autograder.report.language import read_language  # noqa: PLC0415 - loads with a check only

    languages = key.title.languages
    if asked is not None and asked not in languages:
        raise NoLanguageError("language", asked, languages)
    return read_language(asked or languages[0], _public_folder())


def _told(error: CourseError, asked: str | None) -> str:
    """What is wrong with the public checks, in the language of the notebook."""
    language = asked or os.environ.get("AUTOGRADER_LANGUAGE")
    if language != "ko":  # no other has sentences without the checks themselves
        return error.sentence
    from autograder.report.command_words import command_text  # noqa: PLC0415 - seldom used

    if not error.path.exists():
        known = sorted(key_files(error.path.parent))
        if not known:
            return command_text(language, "no_checks")
        unknown = command_text(language, "unknown_exercise", name=error.path.stem)
        return f"{unknown} {command_text(language, 'there_are', names=', '.join(known))}"
    return command_text(language, "error_public_checks", reason=error.sentence)


def _key_path(exercise: str) -> Path:
    folder = _public_folder()
    path = folder / f"{exercise}.json"
    if not path.is_file() and folder.is_dir():
        known = sorted(key_files(folder))
        raise CourseError(f"there is no exercise {exercise!r}; here are {', '.join(known)}", path)
    return path


def _public_folder() -> Path:
    """The public checks beside the notebook, also after `%cd`; or those in one file there."""
    here, beside = Path(PUBLIC_FOLDER), _BEGAN_IN / PUBLIC_FOLDER
    for folder in (here, beside):
        if folder.is_dir():
            return folder
    for packed in (Path(PACKED).absolute(), _BEGAN_IN / PACKED):
        if packed.is_file():
            return unpacked(packed)
    return here


def _points_note(result: ExerciseResult, language: Language) -> str:
    """The points of all checks, as far as what was handed out says them."""
    from autograder.report.command_words import points_text  # noqa: PLC0415 - loads with a check
    from autograder.report.messages import say  # noqa: PLC0415

    try:
        exercises = read_outline(_public_folder()).exercises
        worth = next(each.points for each in exercises if each.name == result.exercise)
    except (CourseError, StopIteration):
        return say(language, "hidden_remain")
    return points_text(language, result.score, result.max_score, worth)


def _show(result: ExerciseResult, language: Language) -> None:
    from autograder.report.terminal import exercise_plain  # noqa: PLC0415 - loads with a check only

    if "IPython" not in sys.modules or sys.modules["IPython"].get_ipython() is None:
        sys.stdout.write(exercise_plain(result, language))
        return
    from IPython.display import Image, display  # noqa: PLC0415

    from autograder.report.card import card_html  # noqa: PLC0415
    from autograder.report.html import pictures  # noqa: PLC0415

    note = _points_note(result, language)
    data = {
        "text/html": card_html(result, language, note),
        "text/plain": exercise_plain(result, language),
    }
    display(data, raw=True)
    for picture in pictures(result, language):
        display(Image(data=picture))
