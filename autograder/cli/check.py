"""`autograder check`: a student's own check of a `.py` file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import FAILED, LanguageOption, app, console, stop, unknown

if TYPE_CHECKING:
    from autograder.course import Settings
    from autograder.limits import Limits

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
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Check what you wrote in `exercises/<assignment>/<exercise>.py`, with the public checks.

    Your code runs in a process of its own, with a time limit, and without a sandbox: it is yours.
    """
    from autograder.collecting.submissions import Submission, read_piece  # noqa: PLC0415
    from autograder.grading.run import grade_submission  # noqa: PLC0415
    from autograder.keys.public_file import read_key  # noqa: PLC0415 - loads NumPy
    from autograder.sandbox.unconfined import NoSandbox  # noqa: PLC0415

    root = _find_exercises(folder)
    known = _known(root)
    if not known:
        stop(f"{root} holds no exercises")
    names = [_meant(given, known) for given in exercises]
    settings = _settings(root)
    keys = {name: read_key(known[name]) for name in dict.fromkeys(names)}
    results = []
    interpreter = NoSandbox(_limits(settings, root))
    for name, key in keys.items():
        pieces, unreadable = read_piece(_file(known[name], name), name)
        submission = Submission("", key.assignment, pieces, unreadable)
        results.append(grade_submission(interpreter, submission, [key]).exercises[0])
    # Without a course.toml, as for a student who has the exercises alone, it is Korean.
    language = lang.value if lang else settings.language if settings else "ko"
    if as_json:
        from autograder.report.result_records import document, exercise_record  # noqa: PLC0415

        documents = [document(exercise_record(result, language)) for result in results]
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


def _known(root: Path) -> dict[str, Path]:
    """The public checks of each exercise, by its name; a file of them outlives a deleted stub."""
    from autograder.keys.public_file import PUBLIC_FOLDER  # noqa: PLC0415

    return {path.stem: path for path in sorted(root.glob(f"*/{PUBLIC_FOLDER}/*.json"))}


def _file(checks: Path, name: str) -> Path:
    """Where a student writes an exercise, given where its public checks are."""
    return checks.parent.parent / f"{name}.py"


def _meant(given: str, known: dict[str, Path]) -> str:
    """The exercise that is meant by its name, or by the file that it is written in."""
    path = Path(given)
    name = path.stem if path.suffix == ".py" else given
    if name not in known:
        stop(unknown("exercise", given, known))
    own = _file(known[name], name)
    if name != given and path.exists() and not (own.exists() and path.samefile(own)):
        stop(f"{given} is not what is checked: {name} is written in {own}")
    return name


def _settings(exercises: Path) -> Settings | None:
    """What the course says, if a course is around the exercises."""
    from autograder.course.settings import read_settings  # noqa: PLC0415

    path = exercises.resolve().parent / "course.toml"
    return read_settings(path) if path.is_file() else None


def _limits(settings: Settings | None, exercises: Path) -> Limits:
    from autograder.course.course_limits import limits_of  # noqa: PLC0415
    from autograder.limits import Limits  # noqa: PLC0415

    return limits_of(settings, exercises.resolve().parent) if settings else Limits()
