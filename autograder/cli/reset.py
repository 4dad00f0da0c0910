"""`autograder reset`: an exercise's file as it was handed out."""

from __future__ import annotations

from autograder.cli.app import ExerciseArgument, FolderOption, LanguageOption, app, console
from autograder.cli.student_desk import find_desk, short_path

__all__ = ["reset"]


@app.command()
def reset(
    exercise: ExerciseArgument,
    folder: FolderOption = None,
    lang: LanguageOption = None,
) -> None:
    """Begin an exercise anew.

    Its file becomes the stub that was handed out; your own file is kept.
    """
    desk = find_desk(folder, lang, [exercise])
    name = desk.folder.name_of(exercise)
    from autograder.student.fresh_stub import reset as put_stub_back  # noqa: PLC0415 - loads NumPy

    kept = put_stub_back(desk.folder, name)
    out = console()
    if kept is None:
        out.print(desk.say("reset_untouched", file=desk.file_of(name)), markup=False)
        return
    out.print(desk.say("reset", file=desk.file_of(name)), markup=False)
    out.print(desk.say("kept", file=short_path(kept)), markup=False)
