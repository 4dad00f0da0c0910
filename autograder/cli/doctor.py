"""`autograder doctor`: whether student code can be graded safely on this machine."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from autograder.cli.app import FAILED, app

__all__ = ["doctor"]

_SIGN = {"works": "✔", "partly": "◐", "missing": "✘"}


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Report whether student code can be confined on this machine.

    Every layer of the sandbox is tried; where one is missing, the report says what to do.
    """
    from autograder.sandbox.doctor import examine_machine  # noqa: PLC0415 - starts a sandbox

    report = examine_machine()
    if as_json:
        typer.echo(json.dumps(report.document(), ensure_ascii=False))
    else:
        for layer in report.layers:
            need = "" if layer.state == "works" else " (needed)" if layer.needed else " (optional)"
            typer.echo(f"{_SIGN[layer.state]} {layer.name}: {layer.state}{need}")
            typer.echo(f"    {layer.promise}")
            if layer.advice:
                typer.echo(f"    {layer.advice}")
        verdict = "Submissions can be graded here." if report.can_grade else report.problem
        typer.echo(f"\n{verdict}")
    if not report.can_grade:
        raise typer.Exit(FAILED)
