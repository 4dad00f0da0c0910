"""`autograder check`: a student's own check of a `.py` file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.app import FAILED, LanguageOption, app, console, report_language

__all__ = ["check"]


@app.command()
def check(
    exercises: Annotated[
        list[str], typer.Argument(metavar="EXERCISE", help="Names of exercises, or their files.")
    ],
    folder: Annotated[
        Path | None, typer.Option("--exercises", help="The folder `exercises/`; else the nearest.")
    ] = None,
    lang: LanguageOption = None,
    more: Annotated[
        bool, typer.Option("--more", help="Say also where to look for what is wrong.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Check what you wrote in `exercises/` with the public checks.

    The file of an exercise is `exercises/<assignment>/<exercise>.py`. Your code, and code of the
    course that calls it, run in a process of their own, with a time limit, and without a sandbox:
    check only exercises of people whom you trust.
    """
    from autograder.grading.student_check import find_exercises  # noqa: PLC0415 - loads NumPy

    found = find_exercises(folder, exercises)
    names = dict.fromkeys([found.name_of(given) for given in exercises])
    sentences = found.key_files[next(iter(names))].parent
    language = report_language(lang, found.languages, sentences)
    results = [found.check(name) for name in names]
    if as_json:
        from autograder.report.result_records import document, exercise_record  # noqa: PLC0415

        documents = [document(exercise_record(result, language)) for result in results]
        typer.echo(json.dumps(documents, ensure_ascii=False))
    else:
        from autograder.report.messages import say  # noqa: PLC0415
        from autograder.report.terminal import print_exercise  # noqa: PLC0415

        out = console()
        for result in results:
            print_exercise(out, result, language, more=more)
        out.print(say(language, "hidden_remain"), style="dim")
    if any(result.status != "passed" for result in results):
        raise typer.Exit(FAILED)
