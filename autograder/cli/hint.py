"""`autograder hint`: what is wrong with an exercise, one step at a time."""

from __future__ import annotations

from autograder.cli.app import ExerciseArgument, FolderOption, LanguageOption, app, console
from autograder.cli.student_desk import find_desk

__all__ = ["hint"]


@app.command()
def hint(
    exercise: ExerciseArgument,
    folder: FolderOption = None,
    lang: LanguageOption = None,
) -> None:
    """Give one hint more for an exercise.

    A question comes first, then where to look. Each time you ask you get the next one; when you
    change the file, it begins anew.
    """
    desk = find_desk(folder, lang, [exercise])
    name = desk.folder.name_of(exercise)
    from autograder.student.asked_hint import next_hint  # noqa: PLC0415 - loads NumPy

    out = console()
    with out.status(desk.say("watch_checking")):
        lines = next_hint(desk.folder, name, desk.language, desk.file_of(name))
    for line in lines:
        out.print(line, markup=False)
