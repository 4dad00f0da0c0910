"""`autograder new`: begin a course, or an exercise in it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import CourseOption, app, course_root, stop

if TYPE_CHECKING:
    from autograder.course.fitting_inputs import FittingInputs
    from autograder.course.taken_function import TakenFunction

__all__ = ["new_course", "new_exercise"]

new = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Begin a course, or an exercise in it."
)
app.add_typer(new, name="new")

Files = Mapping[str, str]


@new.command("course")
def new_course(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where it goes; it is made.")],
    languages: Annotated[
        str, typer.Option(help="Of its texts, the main one first, as in `ko,en`.")
    ] = "en",
) -> None:
    """Begin a course: its settings, and a place for its exercises."""
    from autograder.course.beginning import begin_course  # noqa: PLC0415 - loads NumPy

    chosen = [each.strip() for each in languages.split(",")]
    _say(begin_course(folder, chosen))
    typer.echo(f"next, in {folder}: autograder new exercise ASSIGNMENT/NAME")


@new.command("exercise")
def new_exercise(
    place: Annotated[
        str,
        typer.Argument(
            metavar="ASSIGNMENT/NAME", help="Its assignment, and the function or class it asks for."
        ),
    ],
    of_class: Annotated[bool, typer.Option("--class", help="It asks for a class.")] = False,
    driver: Annotated[
        bool, typer.Option("--driver", help="A plain call is not enough: it has a driver.")
    ] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FUNCTION", help="Take the reference from here: FILE.py:FUNCTION."
        ),
    ] = None,
    course: CourseOption = None,
) -> None:
    """Begin an exercise that builds at once, to be changed bit by bit.

    Comments in its files say what to write where. An assignment that is new is added to
    course.toml.
    """
    from autograder.course.beginning import begin_exercise  # noqa: PLC0415 - loads NumPy
    from autograder.course.skeletons import (  # noqa: PLC0415
        TO_WRITE,
        class_files,
        function_files,
        with_driver_files,
    )

    assignment, slash, name = place.partition("/")
    if not slash or "/" in name:
        stop(f"an exercise is named with its assignment, as in first/{name or place}")
    if source is not None and (of_class or driver):
        stop("--from takes a function as it is; leave out --class and --driver")
    root = course_root(course)
    if source is not None:
        make = _taken(source, name)
    else:
        skeleton = class_files if of_class else with_driver_files if driver else function_files
        make = functools.partial(skeleton, name)
    _say(begin_exercise(root, assignment, name, make))
    typer.echo(
        f"next: autograder build --examine; write what is marked by {TO_WRITE}, reference.py first"
    )


def _say(paths: Sequence[Path]) -> None:
    here = Path.cwd()
    for path in paths:
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        typer.echo(f"wrote {shown}")


def _taken(source: str, name: str) -> Callable[[Sequence[str]], Files]:
    """What makes the files of an exercise from a function that is written already."""
    from autograder.course.fitting_inputs import FittingInputs  # noqa: PLC0415 - loads NumPy
    from autograder.course.skeletons import written_files  # noqa: PLC0415
    from autograder.course.taken_function import take_function  # noqa: PLC0415

    file, colon, function = source.rpartition(":")
    path, function = (Path(file), function) if colon else (Path(source), name)
    taken = take_function(path, function, name)
    fitting = _fitting(taken, name, path)
    if taken.beside:
        typer.echo(f"these helpers stay in the stub: {', '.join(taken.beside)}")
    if fitting is None:
        typer.echo("no plain inputs fit: write the cases in grading.py, in the place of ...")
        fitting = FittingInputs(
            [dict.fromkeys(taken.required, "...")] * 3, dict.fromkeys(taken.required, "float")
        )
    return lambda languages: written_files(
        name,
        languages,
        reference=taken.reference,
        domain=fitting.domain,
        inputs=fitting.cases,
    )


def _fitting(taken: TakenFunction, name: str, path: Path) -> FittingInputs | None:
    from autograder.course.fitting_inputs import (  # noqa: PLC0415 - loads NumPy
        fitting_inputs,
        run_source,
    )
    from autograder.course.module_loading import TooLongError  # noqa: PLC0415

    try:
        function = run_source(taken.reference, name, path)
    except TooLongError as error:
        stop(f"{path}: loading this file {error}")
    except Exception as error:  # noqa: BLE001 - the author's own code, whatever it raises
        stop(f"{path}: {type(error).__name__}: {error}")
    return fitting_inputs(function, taken.required)
