"""The commands and what they have in common: languages, exit codes, errors in one sentence."""

from __future__ import annotations

import enum
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["FAILED", "OK", "USAGE", "Language", "SandboxLayers", "app", "console", "main", "stop"]

OK, FAILED, USAGE = 0, 1, 2
"""All passed; something failed; wrong usage or a broken course."""

app = typer.Typer(
    name="autograder",
    help="Auto-graded numerical coursework that names the mistake.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Language(enum.StrEnum):
    """Of what is printed."""

    ko = "ko"
    en = "en"


class SandboxLayers(enum.StrEnum):
    """How student code is confined."""

    full = "full"
    inner = "inner"
    none = "none"


LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="Language of the report; else the course's.")
]
CourseOption = Annotated[
    Path | None, typer.Option("--course", help="Root of the course; else the nearest one.")
]


def console(*, stderr: bool = False) -> Console:
    """Where people read."""
    from rich.console import Console  # noqa: PLC0415 - machines do without

    return Console(stderr=stderr, highlight=False)


def stop(problem: str, code: int = USAGE) -> NoReturn:
    """End with one sentence on standard error."""
    typer.echo(f"autograder: {problem}", err=True)
    raise typer.Exit(code)


def main() -> None:
    """Run the command line."""
    from autograder.cli import build, check, demo, grade  # noqa: F401, PLC0415 - they register
    from autograder.course.errors import CourseError  # noqa: PLC0415
    from autograder.sandbox.host import SandboxUnavailableError  # noqa: PLC0415

    try:
        app()
    except (CourseError, SandboxUnavailableError) as error:
        typer.echo(f"autograder: {error}", err=True)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        sys.exit(130)
