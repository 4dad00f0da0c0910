"""`autograder watch`: check on every save."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cli.app import FolderOption, LanguageOption, app, console
from autograder.cli.student_desk import find_desk

__all__ = ["watch"]


@app.command()
def watch(
    exercise: Annotated[
        str | None,
        typer.Argument(metavar="[EXERCISE]", help="Where to begin; else the first unfinished one."),
    ] = None,
    folder: FolderOption = None,
    lang: LanguageOption = None,
) -> None:
    """Check an exercise each time you save it.

    It goes from one exercise to the next. Keys: n next, h hint, l list, r reset to the stub (your
    file is kept), q quit.
    """
    desk = find_desk(folder, lang, [exercise] if exercise else [])
    begin = None if exercise is None else desk.folder.name_of(exercise)
    from autograder.student.keys_pressed import pressed_keys  # noqa: PLC0415 - loads NumPy
    from autograder.student.watching import Watching  # noqa: PLC0415

    watching = Watching(desk.folder, desk.language, console(), begin)
    with pressed_keys() as next_key:
        watching.run(next_key)
