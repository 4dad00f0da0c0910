"""The last cell of a student's notebook: all its exercises as a table, and what to do next."""

from __future__ import annotations

import sys
from typing import Any

from autograder.keys.outline import OutlinedExercise
from autograder.notebook.check_cell import judge_in, last_result
from autograder.notebook.checks_beside import read_assignment, read_exercise
from autograder.notebook.saved_cells import was_changed_since
from autograder.student.progress import Standing, standing_of

__all__ = ["summary"]


def summary(language: str | None = None) -> None:
    """Show where all exercises of the notebook stand, their points, and what to do next.

    What was checked since it was last defined is not checked again.

    Args:
        language: see `check`.

    Raises:
        NoChecksError: if the public checks are not beside this notebook, or cannot be read.
        NoLanguageError: if the course is not in this language.
    """
    names = sys._getframe(1).f_globals
    outline, own = read_assignment(language)
    standings = [_standing(each, names, own) for each in outline.exercises]
    changed = [each.name for each in outline.exercises if was_changed_since(each.name, names)]
    from autograder.notebook.summary_table import summary_html, summary_plain  # noqa: PLC0415

    text = summary_plain(outline, standings, changed, own)
    if "IPython" not in sys.modules or sys.modules["IPython"].get_ipython() is None:
        sys.stdout.write(text)
        return
    from IPython.display import display  # noqa: PLC0415

    html = summary_html(outline, standings, changed, own)
    display({"text/html": html, "text/plain": text}, raw=True)


def _standing(exercise: OutlinedExercise, names: dict[str, Any], language: str) -> Standing:
    """Where an exercise stands among the names of the notebook."""
    if exercise.name not in names:
        return Standing(exercise, "not_run", 0)
    result = last_result(exercise.name, names[exercise.name])
    if result is None:
        key, _ = read_exercise(exercise.name, language)
        result = judge_in(names, key)
    return standing_of(exercise, result)
