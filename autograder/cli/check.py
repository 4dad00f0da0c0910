"""`autograder check`: a student's own check of a `.py` file."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.app import FAILED, Language, LanguageOption, app, console, stop

__all__ = ["check"]


@app.command()
def check(
    exercises: Annotated[list[str], typer.Argument(help="Names of exercises.")],
    folder: Annotated[
        Path | None, typer.Option("--exercises", help="The folder `exercises/`; else the nearest.")
    ] = None,
    lang: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Check what you wrote in `exercises/<assignment>/<exercise>.py`, with the public checks.

    Your code runs in a process of its own, with a time limit, and without a sandbox: it is yours.
    """
    from autograder.grading.keyfile import PUBLIC_FOLDER, read_key  # noqa: PLC0415
    from autograder.grading.running import grade_submission  # noqa: PLC0415
    from autograder.grading.submissions import Submission, read_part  # noqa: PLC0415
    from autograder.sandbox.host import Sandbox  # noqa: PLC0415
    from autograder.sandbox.limits import Limits  # noqa: PLC0415

    root = _find_exercises(folder)
    stubs = {path.stem: path for path in sorted(root.glob("*/*.py"))}
    for name in exercises:
        if name not in stubs:
            stop(_unknown(name, list(stubs)))
    results = []
    with Sandbox(Limits(), layers="none", notebooks=False) as sandbox:
        for name in exercises:
            stub = stubs[name]
            key = read_key(stub.parent / PUBLIC_FOLDER / f"{name}.json")
            parts, unreadable = read_part(stub, name)
            submission = Submission("", key.assignment, parts, unreadable)
            results.append(grade_submission(sandbox, submission, [key]).exercises[0])
    language = (lang or _course_language(root)).value
    if as_json:
        from autograder.report.lines import exercise_document  # noqa: PLC0415

        documents = [exercise_document(result, language) for result in results]
        typer.echo(json.dumps(documents, ensure_ascii=False))
    else:
        from autograder.report.messages import say  # noqa: PLC0415
        from autograder.report.terminal import print_exercise  # noqa: PLC0415

        out = console()
        for result in results:
            print_exercise(out, result, language)
        out.print(say(language, "hidden_remain"), style="dim")
    if any(result.status != "passed" for result in results):
        raise typer.Exit(FAILED)


def _find_exercises(folder: Path | None) -> Path:
    if folder is not None:
        if not folder.is_dir():
            stop(f"there is no folder {folder}")
        return folder
    here = Path.cwd()
    for parent in (here, *here.parents):
        if (parent / "exercises").is_dir():
            return parent / "exercises"
        if parent.name == "exercises":
            return parent
    stop("there is no folder `exercises` here, nor in any folder above")


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    folded = [each for each in known if each.lower() == name.lower()]
    guess = (folded or near or [""])[0]
    hint = f"did you mean {guess!r}?" if guess else f"there are {', '.join(known)}"
    return f"there is no exercise {name!r}; {hint}"


def _course_language(exercises: Path) -> Language:
    from autograder.course.errors import CourseError  # noqa: PLC0415
    from autograder.course.settings import read_settings  # noqa: PLC0415

    try:
        return Language(read_settings(exercises.parent / "course.toml").language)
    except CourseError:
        # A student may have the exercises alone.
        return Language.ko
