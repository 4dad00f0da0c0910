"""Working out libraries of wrong answers with a progress bar, for the commands that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from autograder.cli.app import console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from autograder.course import Course
    from autograder.sandbox.confined import Layers

__all__ = ["work_out"]


def work_out(
    course: Course, exercises: Iterable[str], *, layers: Layers = "full", workers: int | None = None
) -> None:
    """Work out the libraries that are not there yet, and show how far that is.

    Args:
        course: that the exercises belong to.
        exercises: their names.
        layers: of the sandbox, for mistakes that were adopted from students.
        workers: how many are worked out at a time; None for one on each processor.
    """
    from autograder.workers.libraries import (  # noqa: PLC0415 - loads NumPy
        missing_libraries,
        work_out_libraries,
    )

    missing = missing_libraries(course, exercises)
    if not missing:
        return
    out = console(stderr=True)
    ready = work_out_libraries(course, missing, layers=layers, workers=workers)
    if not out.is_terminal:
        number = "1 exercise" if len(missing) == 1 else f"{len(missing)} exercises"
        typer.echo(f"working out wrong answers of {number}, once", err=True)
        for _ in ready:
            pass
        return
    from rich.progress import Progress  # noqa: PLC0415 - slow to import

    with Progress(console=out, transient=True) as progress:
        task = progress.add_task("working out wrong answers, once", total=len(missing))
        for _ in ready:
            progress.advance(task)
