"""The next hint for an exercise, as lines."""

from __future__ import annotations

from autograder.grading.student_check import ExerciseFolder
from autograder.report.command_words import command_text, typed
from autograder.student.hint_steps import hint_steps
from autograder.student.progress import read_progress

__all__ = ["next_hint"]


def next_hint(folder: ExerciseFolder, exercise: str, language: str, shown_path: str) -> list[str]:
    """Check an exercise and say one hint more than the last time; keep how many were said.

    Args:
        folder: of the exercises.
        exercise: its name.
        language: of the hint.
        shown_path: of its file, as the student would type it.

    Returns:
        Lines.
    """
    if folder.is_untouched(folder.outline_of(exercise)):
        return [command_text(language, "hint_not_begun", file=shown_path)]
    result = folder.check(exercise)
    progress = read_progress(folder)
    steps = hint_steps(result, language)
    step = min(progress.hints(exercise) + 1, len(steps))
    progress.record(result, hints=step)
    progress.save()
    if not steps:
        return [command_text(language, "hint_not_needed")]
    lines = [command_text(language, "hint_of", step=step, total=len(steps)), *steps[:step]]
    command = typed("hint", exercise)
    after = "hint_next" if step < len(steps) else "hint_last"
    return [*lines, command_text(language, after, command=command)]
