"""`autograder forget`: remove what is kept of one student."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.app import CourseOption, app, course_root, stop

__all__ = ["forget"]


@app.command()
def forget(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The name of the folder.")],
    course: CourseOption = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Remove it; without it, only what there is is listed.")
    ] = False,
) -> None:
    """Remove what is kept of one student.

    That is hand-ins, results, gradebook, feedback, roster and cache. It
    lists what it cannot remove: archives that you downloaded, and pages that name the student.
    """
    from autograder.collecting.student_names import student_id  # noqa: PLC0415 - loads NumPy
    from autograder.forgetting.traces import find_traces, mentions_left  # noqa: PLC0415

    root: Path = course_root(course)
    who = student_id(student)
    traces = find_traces(root, who)
    if not traces and not mentions_left(root, who):
        stop(f"nothing is kept of {student!r}")
    for trace in traces:
        if yes:
            trace.remove()
        typer.echo(f"{'removed' if yes else 'there is'}: {trace.what}")
    for path in mentions_left(root, who):
        typer.echo(f"{path} names {student!r}: make it anew, or remove it yourself")
    if yes:
        typer.echo("archives that you downloaded, and backups, are yours to remove")
    elif traces:
        typer.echo("nothing was removed: add --yes")
