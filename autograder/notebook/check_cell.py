"""The check cell of a student's notebook: the public checks, in the student's own kernel."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import FunctionType
from typing import TYPE_CHECKING, Any

from autograder.diagnosis.slip import Evidence
from autograder.errors import AutograderError
from autograder.grading.judge import judge_here
from autograder.grading.results import ExerciseNote, ExerciseResult
from autograder.keys.key import Key
from autograder.keys.outline import key_files
from autograder.limits import Limits
from autograder.notebook.checks_beside import Plain, find_outline, public_folder, read_exercise
from autograder.notebook.saved_cells import was_changed_since
from autograder.sandbox.guest.contract import find_difference
from autograder.sandbox.session import ContractReply

if TYPE_CHECKING:
    from autograder.report.language import Language

__all__ = ["CheckFailed", "check", "check_in", "judge_in", "last_result"]

_last: dict[str, tuple[Any, ExerciseResult]] = {}
"""What was last checked in this kernel, and what came of it, by exercise."""


class CheckFailed(Plain, AutograderError, AssertionError):  # noqa: N818 - what a student reads
    """Some public check of an exercise failed; the report above it says which, and why.

    Attributes:
        result: of the exercise.
    """

    def __init__(self, sentence: str, result: ExerciseResult) -> None:
        super().__init__(sentence)
        self.result = result


def check(exercise: str, language: str | None = None) -> float | None:
    """Check what you wrote against the public checks, and show what is wrong with it.

    Args:
        exercise: its name, which is that of the function or class.
        language: one of the course's; without it what the notebook's first cell says,
            else the variable `AUTOGRADER_LANGUAGE`, else it is the course's first.

    Returns:
        None for a student. Where nbgrader itself runs this cell, without the hidden checks, the
        points of the public ones, because it gives full marks to a cell that returns nothing.

    Raises:
        CheckFailed: if a check failed.
        NoChecksError: if the public checks are not beside this notebook, or cannot be read.
        NoLanguageError: if the course is not in this language.
    """
    caller = sys._getframe(1)
    result = check_in(caller.f_globals, exercise, language, caller.f_code.co_filename)
    graded = os.environ.get("NBGRADER_EXECUTION") == "autograde"
    return float(result.score - result.extra_credit) if graded else None


def check_in(
    names: dict[str, Any], exercise: str, asked: str | None, file: str, *, magic: bool = False
) -> ExerciseResult:
    """Check an exercise among the names of a notebook, and show what came of it.

    Args:
        names: the notebook's.
        exercise: its name.
        asked: the language; see `check`.
        file: as which the cell that runs was compiled.
        magic: whether this cell is one that a student made.

    Returns:
        The result: every check passed.

    Raises:
        CheckFailed: if a check failed; see `check` for others.
    """
    # Who writes check(double) means the name.
    exercise = exercise if isinstance(exercise, str) else getattr(exercise, "__name__", "")
    key, language = read_exercise(exercise, asked)
    judged = judge_in(names, key)
    notes = _notes(judged, names, file, magic=magic)
    result = replace(judged, notes=(*judged.notes, *notes))
    _last[exercise] = (names.get(exercise), result)
    _show(result, language)
    if result.status != "passed":
        from autograder.report.messages import say  # noqa: PLC0415 - only where it is needed

        failed = [check.label.of(language) for check in result.checks if check.finding is not None]
        again = say(language, "try_again" if magic else "try_both_again")
        sentence = f"{exercise}: {', '.join(failed)}\n{again}"
        raise CheckFailed(sentence, result)
    return result


def judge_in(names: dict[str, Any], key: Key) -> ExerciseResult:
    """Judge an exercise as it is among the names of a notebook."""
    others = [name for name in key_files(public_folder()) if name != key.exercise]
    difference = find_difference(names, key.exercise, key.signature, others)
    evidence = Evidence(ContractReply(**difference), running=True)
    outline = find_outline()
    # As long as when it is graded.
    limits = Limits() if outline is None else outline.limits
    answer = names.get(key.exercise)
    return judge_here(key, answer, evidence, seconds=limits.check_seconds, traced=True)


def last_result(exercise: str, answer: Any) -> ExerciseResult | None:
    """What the last check of this very function or class has come to, in this kernel."""
    checked, result = _last.get(exercise, (None, None))
    return result if checked is answer else None


def _notes(
    result: ExerciseResult, names: dict[str, Any], file: str, *, magic: bool
) -> Iterator[ExerciseNote]:
    """What only the kernel shows: an answer in the check cell, or one that was not run yet."""
    here = "ipykernel_" in file and file in _files(names.get(result.exercise))
    of_checks = (result.exercise,) if magic else ("", result.exercise)
    if here and _cell_id() in of_checks:
        yield ExerciseNote("in_check_cell")
    if was_changed_since(result.exercise, names):
        yield ExerciseNote("changed_since")
    elif result.status == "missing" and result.diagnosis is None:
        yield ExerciseNote("run_again")


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


def _points_note(result: ExerciseResult, language: Language) -> str:
    """The points of all checks, as far as what was handed out says them."""
    from autograder.report.command_words import points_text  # noqa: PLC0415 - loads with a check
    from autograder.report.messages import say  # noqa: PLC0415

    outline = find_outline()
    listed = [] if outline is None else outline.exercises
    worth = next((each.points for each in listed if each.name == result.exercise), None)
    if worth is None:
        return say(language, "hidden_remain")
    return points_text(language, result.score, result.max_score, worth)


def _show(result: ExerciseResult, language: Language) -> None:
    from autograder.report.terminal import exercise_plain  # noqa: PLC0415 - loads with a check only

    if "IPython" not in sys.modules or sys.modules["IPython"].get_ipython() is None:
        sys.stdout.write(exercise_plain(result, language))
        return
    from IPython.display import display  # noqa: PLC0415

    from autograder.report.card import card_html  # noqa: PLC0415
    from autograder.report.html import pictures  # noqa: PLC0415

    note = _points_note(result, language)
    data = {
        "text/html": card_html(result, language, note),
        "text/plain": exercise_plain(result, language),
    }
    display(data, raw=True)
    for drawing, picture in zip(result.drawings, pictures(result, language), strict=True):
        # Who does not see it is told what it is of.
        about = {"image/png": {"alt": drawing.label.of(language)}}
        display({"image/png": picture}, metadata=about, raw=True)
