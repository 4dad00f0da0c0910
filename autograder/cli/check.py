"""`autograder check`: its options, its help, and what is wrong with how it was called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.app import FolderOption, LanguageOption, app
from autograder.cli.plain_check import CheckAsked

__all__ = ["check"]


@app.command()
def check(
    exercises: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EXERCISE]...",
            help="Exercises or assignments, by name or file, or a notebook; else what you changed.",
        ),
    ] = None,
    folder: FolderOption = None,
    lang: LanguageOption = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Check all exercises; of one exercise, show all that is wrong."),
    ] = False,
    more: Annotated[
        bool, typer.Option("--more", help="Say also where to look for what is wrong.")
    ] = False,
    save: Annotated[
        Path | None, typer.Option("--save", help="Write the arrays of the wrong call to this .npz.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Check what you wrote with the public checks.

    The file of an exercise is `exercises/<assignment>/<exercise>.py`. Your code, and code of the
    course that calls it, run in a process of their own, with a time limit, and without a sandbox:
    check only exercises of people whom you trust.
    """
    from autograder.cli.checking import run_check  # noqa: PLC0415 - loads NumPy

    asked = CheckAsked(tuple(exercises or ()), folder, lang, every, more, save, as_json)
    raise typer.Exit(run_check(asked))
