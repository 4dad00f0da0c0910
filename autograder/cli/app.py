"""The commands and what they have in common: options, languages, whom they are about."""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from autograder import __version__
from autograder.cli.ending import FAILED, OK, USAGE, console, stop
from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from autograder.collecting.leftovers import Leftovers
    from autograder.collecting.roster import Roster
    from autograder.report.language import Language

__all__ = [
    "FAILED",
    "OK",
    "USAGE",
    "AssignmentOption",
    "CourseOption",
    "ExerciseArgument",
    "FolderOption",
    "LanguageOption",
    "RosterOption",
    "SandboxLayers",
    "StudentsOption",
    "app",
    "class_roster",
    "console",
    "course_root",
    "language_of_errors",
    "print_leftovers",
    "report_language",
    "run_commands",
    "say_who_is_left",
    "stop",
]

_MOST_NAMES: Final = 20

app = typer.Typer(
    name="autograder",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    epilog="Commands end with 0 where all is right, with 1 where something failed, and with 2 for "
    "wrong usage or a broken course; docs/results.md has a table.",
    pretty_exceptions_enable=False,
)


class SandboxLayers(enum.StrEnum):
    """How student code is confined."""

    full = "full"
    inner = "inner"
    none = "none"


_LANGUAGE_HELP: Final = "Language of the report; else the course's first."
LanguageOption = Annotated[str | None, typer.Option("--lang", help=_LANGUAGE_HELP)]
# The environment is asked here alone: what is typed counts more, before a command as behind it.
_LanguageBefore = Annotated[
    str | None, typer.Option("--lang", envvar="AUTOGRADER_LANGUAGE", help=_LANGUAGE_HELP)
]
CourseOption = Annotated[
    Path | None, typer.Option("--course", help="Root of the course; else the nearest one.")
]

FolderOption = Annotated[
    Path | None, typer.Option("--exercises", help="The folder `exercises/`; else the nearest.")
]

ExerciseArgument = Annotated[
    str, typer.Argument(metavar="EXERCISE", help="Name of an exercise, or its file.")
]

AssignmentOption = Annotated[str | None, typer.Option("--assignment", help="This one alone.")]

StudentsOption = Annotated[
    list[str] | None, typer.Option("--student", help="This one alone; may be repeated.")
]

RosterOption = Annotated[
    Path | None,
    typer.Option("--roster", help="Who takes part; else `students.csv` or the gradebook."),
]


def report_language(asked: str | None, languages: Sequence[str], folder: Path) -> Language:
    """The language of a report, with the course's own sentences in it.

    Args:
        asked: what `--lang` says, or None.
        languages: of the course; the first is the default.
        folder: the root of the course, or where the public checks are.
    """
    from autograder.report.language import read_language  # noqa: PLC0415 - loads NumPy

    if asked is not None and asked not in languages:
        cause = UnknownNameError("language", asked, languages)
        raise typer.BadParameter(str(cause), param_hint="--lang") from cause
    return read_language(asked or languages[0], folder)


def course_root(course: Path | None) -> Path:
    """The root of the course that was asked for, or of the nearest one from here upwards."""
    from autograder.course import find_course  # noqa: PLC0415 - loads NumPy

    if course is None:
        return find_course(Path.cwd())
    if not (course / "course.toml").is_file():
        stop(f"there is no course in {course}: course.toml is missing")
    return course.resolve()


def class_roster(roster: Path | None, root: Path) -> Roster | None:
    """Who takes part: by the file that was asked for, or the course's own, or nobody knows."""
    from autograder.collecting.roster import find_roster, read_roster  # noqa: PLC0415 - seldom used

    return find_roster(root) if roster is None else read_roster(roster)


def print_leftovers(leftovers: Leftovers, language: str, *, to_stderr: bool) -> None:
    """Print what was handed in and could not be placed, and what was passed over."""
    from autograder.report.hand_ins import leftover_lines  # noqa: PLC0415 - loads NumPy

    for line in leftover_lines(leftovers, language):
        typer.echo(line, err=to_stderr)


def say_who_is_left(root: Path) -> None:
    """Say who was graded by points that changed since, if anybody was."""
    from autograder.gradebook.points_changed import still_to_grade  # noqa: PLC0415 - seldom used

    for assignment, students in still_to_grade(root).items():
        shown = ", ".join(students[:_MOST_NAMES]) + (", ..." if len(students) > _MOST_NAMES else "")
        typer.echo(
            f"autograder: {assignment}: points have changed since {len(students)} were graded: "
            f"{shown}; see `autograder regrade`",
            err=True,
        )


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"autograder {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
    lang: _LanguageBefore = None,
) -> None:
    """Auto-graded numerical coursework that names the mistake.

    Without a command it lists the exercises of the folder that you are in, and where each stands.
    """
    if context.invoked_subcommand is None:
        from autograder.cli.overview import show_overview  # noqa: PLC0415 - it asks for this module

        if not show_overview(lang):
            typer.echo(context.get_help())
    elif lang is not None:
        context.default_map = {context.invoked_subcommand: {"lang": lang}}


def language_of_errors() -> str:
    """The language in which a student is told what is wrong with how a command was called."""
    from autograder.cli.student_desk import student_language  # noqa: PLC0415 - asks for this module

    return student_language(sys.argv[1:], typer.main.get_group(app).commands)


def run_commands() -> int:
    """Run the command that the arguments ask for; its exit code."""
    from autograder.cli import (  # noqa: F401, PLC0415 - they register
        build,
        check,
        collect,
        demo,
        doctor,
        explain,
        export,
        feedback,
        forget,
        grade,
        handout,
        hint,
        mistakes,
        new,
        regrade,
        report,
        reset,
        validate,
        watch,
        worker,
    )
    from autograder.cli.student_desk import chosen_language  # noqa: PLC0415
    from autograder.cli.usage_errors import UsageError, print_usage_error  # noqa: PLC0415

    language = chosen_language(sys.argv[1:])
    group = typer.main.get_command(app)
    if language == "ko":
        from autograder.cli.korean_help import put_into_korean  # noqa: PLC0415 - seldom used

        put_into_korean(group)
    try:
        # An exit of a command is what it returns; it does not raise.
        return group(prog_name="autograder", standalone_mode=False) or OK
    except UsageError as error:
        print_usage_error(error, language)
        return USAGE
    except typer.Abort:
        return FAILED
