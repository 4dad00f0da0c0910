"""`autograder worker`: this machine works for a scheduler."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from autograder.cli.app import FAILED, app, stop

__all__ = ["worker"]


@app.command()
def worker(
    scheduler: Annotated[
        str, typer.Argument(metavar="URL", help="Of the scheduler: tls://host:8786.")
    ],
    jobs: Annotated[int, typer.Option(min=1, help="Submissions at a time.")] = os.cpu_count() or 1,
) -> None:
    """Grade what a scheduler sends.

    The sandbox of this machine is tried first. `autograder grade --scheduler URL` sends it.
    It ends with Ctrl-C, or when the scheduler ends.
    """
    from autograder.sandbox.doctor import examine_machine  # noqa: PLC0415 - starts a sandbox
    from autograder.workers.dask_cluster import checked_address  # noqa: PLC0415

    address = checked_address(scheduler)
    report = examine_machine()
    if not report.can_grade:
        stop(f"nothing can be graded here: {report.problem}", FAILED)
    try:
        from autograder.workers.dask_worker import work_for  # noqa: PLC0415
    except ModuleNotFoundError as error:
        stop(f"`autograder worker` needs the package {error.name}, which is not installed")
    typer.echo(f"autograder: works for {address}, {jobs} submissions at a time", err=True)
    work_for(address, jobs)
