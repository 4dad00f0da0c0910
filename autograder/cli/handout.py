"""`autograder handout`: the folder that students get."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.app import CourseOption, app, course_root

__all__ = ["handout"]


@app.command()
def handout(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where it goes; new or empty.")],
    course: CourseOption = None,
) -> None:
    """Write the folder that students get.

    Stubs, notebooks, public checks, the wheel of this program, `start.py`, which installs it, a
    README in the languages of the course, and settings for VS Code. There is nothing hidden in it.
    """
    from autograder.build.handed_out import write_handout  # noqa: PLC0415 - loads NumPy
    from autograder.course import load_course  # noqa: PLC0415

    files = write_handout(load_course(course_root(course)), folder)
    typer.echo(f"{folder}: {len(files)} files; students begin with README.md")
