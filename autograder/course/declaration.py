"""Whether `grading.py` declares an exercise that can be graded."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from autograder.course.authoring import Check, Exercise, Plot, PlotKind, Reports
from autograder.course.settings import line_with
from autograder.errors import CourseError

__all__ = ["validate_exercise"]


def validate_exercise(exercise: Exercise, path: Path) -> None:
    """Refuse an exercise that is not declared as it has to be.

    Args:
        exercise: what `grading.py` made.
        path: of that file.

    Raises:
        CourseError: about the first thing that is wrong, with its line.
    """
    for problem in _exercise_problems(exercise):
        raise CourseError(problem, path, _line(path))
    names = set()
    for check in exercise.checks:
        for problem in _check_problems(check):
            raise CourseError(problem, path, check.line)
        if check.name in names:
            raise CourseError(f"a second check named {check.name!r}", path, check.line)
        names.add(check.name)
    total = sum(check.points for check in exercise.checks)
    if total != exercise.points:
        problem = f"the checks are worth {total} points, the exercise says {exercise.points}"
        raise CourseError(problem, path, _line(path))
    if not any(check.public for check in exercise.checks):
        raise CourseError("no check is public: students would see nothing", path)


def _line(path: Path) -> int | None:
    return line_with(path.read_text(encoding="utf-8"), "exercise")


def _exercise_problems(exercise: Exercise) -> Iterator[str]:
    if not exercise.checks:
        yield "the exercise has no check"
    if not _is_whole(exercise.points):
        yield f"the points of the exercise are a whole number, not {exercise.points!r}"
    notes = exercise.notes
    if not isinstance(notes, list | tuple) or not all(isinstance(note, str) for note in notes):
        yield f"`notes` is a list of texts, not {notes!r}"
    elif not any(note.strip() for note in notes):
        yield "the exercise names no notes"
    if not isinstance(exercise.oracle, str):
        yield f"`oracle` is a text, not {exercise.oracle!r}"
    elif not exercise.oracle.strip():
        yield "the exercise names no oracle"


def _check_problems(check: Check) -> Iterator[str]:
    for name in (check.name, check.ko):
        if not isinstance(name, str):
            yield f"a check's name is a text, not {name!r}"
        elif not name.strip():
            yield "a check without a name in both languages"
    if not _is_whole(check.points):
        yield f"the points of {check.name!r} are a whole number, not {check.points!r}"
    elif check.points <= 0:
        yield f"{check.name!r} is worth no points"
    if not isinstance(check.public, bool):
        yield f"`public` is True or False, not {check.public!r}"
    if not isinstance(check.driver, str):
        yield f"`driver` is the name of a driver, not {check.driver!r}"
    if check.reports not in (None, *get_args(Reports)):
        kinds = ", ".join(map(repr, get_args(Reports)))
        yield f"`reports` is one of {kinds}, not {check.reports!r}"
    for bound in ("rtol", "atol"):
        value = getattr(check, bound)
        if value is not None and not (_is_number(value) and value >= 0):
            yield f"`{bound}` is a finite number, zero or more, and not {value!r}"
    if check.plot is not None:
        yield from _plot_problems(check.plot)


def _plot_problems(plot: Any) -> Iterator[str]:
    if not isinstance(plot, Plot):
        yield f"`plot` is a Plot, not {plot!r}"
        return
    if plot.kind not in get_args(PlotKind):
        yield f"a Plot is a 'path' or a 'curve', not {plot.kind!r}"
    for axis in ("x", "y"):
        words = getattr(plot, axis)
        if not _is_pair(words) or not all(isinstance(word, str) for word in words):
            yield f"`{axis}` of a Plot is a Korean and an English text, not {words!r}"
    if plot.bowl is not None and not (_is_pair(plot.bowl) and all(map(_is_number, plot.bowl))):
        yield f"`bowl` of a Plot is two numbers, not {plot.bowl!r}"


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2
