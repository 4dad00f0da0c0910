"""Where every command begins: `check` at once, all others with their options, help and texts."""

from __future__ import annotations

import gc
import io
import os
import sys

from autograder.cli.ending import end_by_what_it_raises
from autograder.cli.plain_check import plain_check

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without Hangul shows a question mark in its place.
            stream.reconfigure(errors="replace")
    end_by_what_it_raises(_run, _language)


def _run() -> int:
    asked = plain_check(sys.argv[1:])
    if asked is not None:
        is_alone = "numpy" not in sys.modules  # and no other program has called this
        if is_alone:
            # A process that has threads cannot be divided.
            os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
            gc.set_threshold(100_000)  # nothing of a short command is worth looking for
        from autograder.cli.checking import run_check  # noqa: PLC0415 - what it runs is heavy

        return run_check(asked, divides=is_alone)
    if sys.argv[1:2] == ["grade"]:
        from autograder.cli.unchanged import say_again  # noqa: PLC0415 - of this command alone

        code = say_again(sys.argv[1:])
        if code is not None:
            return code
    from autograder.cli.app import run_commands  # noqa: PLC0415 - Typer takes long to load

    return run_commands()


def _language() -> str:
    from autograder.cli.app import language_of_errors  # noqa: PLC0415 - seldom needed

    return language_of_errors()
