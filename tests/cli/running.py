"""Running a command in this process."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from autograder.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


def run(*arguments: object, cwd: Path | None = None, columns: int = 300) -> Ran:
    """Run `autograder` with these arguments, in a folder."""
    out, err = io.StringIO(), io.StringIO()
    before = Path.cwd()
    with (
        mock.patch.object(sys, "argv", ["autograder", *map(str, arguments)]),
        mock.patch.dict(os.environ, {"COLUMNS": str(columns)}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            os.chdir(cwd or before)
            main()
        except SystemExit as ended:
            code = ended.code or 0
        finally:
            os.chdir(before)
    assert isinstance(code, int)
    return Ran(code, out.getvalue(), err.getvalue())


def stopped(ran: Ran) -> str:
    """What was said by a command that ended with wrong usage: one sentence, and nothing else."""
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("autograder: ")
    assert ran.err.count("\n") == 1
    return ran.err.removeprefix("autograder: ").rstrip("\n")
