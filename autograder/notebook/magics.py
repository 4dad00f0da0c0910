"""`%load_ext autograder`: the check as a magic, `%%check NAME` or `%check NAME`."""

from __future__ import annotations

import sys
from typing import Any, Final

from autograder.errors import AutograderError
from autograder.notebook.check_cell import check_in
from autograder.notebook.checks_beside import Plain, read_assignment
from autograder.sandbox.guest.check_stand_ins import opened

__all__ = ["NoNameError", "load_magics"]

_CALL: Final = "get_ipython().run_line_magic('check', {words!r})\n"


class NoNameError(Plain, AutograderError):
    """Nobody said what is to be checked."""


def load_magics(shell: Any) -> None:
    """Give an IPython shell `%check` and `%%check`.

    A cell that begins with `%%check NAME` runs as any other one, and is then checked: what it
    defines is the notebook's, also where grading runs it.
    """
    if _checked_cell not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(_checked_cell)
    shell.register_magic_function(lambda line: _check(shell, line), "line", "check")


def _checked_cell(lines: list[str]) -> list[str]:
    """The lines of a cell, with a call of the check behind them in the place of the magic."""
    found = opened(lines)
    if found is None:
        return lines
    words, body = found
    if body and not body[-1].endswith("\n"):
        body = [*body[:-1], f"{body[-1]}\n"]
    return [*body, _CALL.format(words=words)]


def _check(shell: Any, line: str) -> None:
    names = shell.user_ns
    exercise, _, language = line.strip().partition(" ")
    chosen = names.get("language")
    asked = language.strip() or (chosen if isinstance(chosen, str) else None)
    exercise = exercise.strip("\"'")
    if not exercise:
        raise NoNameError(_no_name(asked))
    check_in(names, exercise, asked, _file(names), magic=True)


def _no_name(asked: str | None) -> str:
    from autograder.report.command_words import command_text  # noqa: PLC0415 - seldom used

    outline, language = read_assignment(asked)
    there = ", ".join(each.name for each in outline.exercises)
    return (
        f"{command_text(language, 'check_what')} {command_text(language, 'there_are', names=there)}"
    )


def _file(names: dict[str, Any]) -> str:
    """As which the cell that runs was compiled."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals is not names:
        frame = frame.f_back
    return frame.f_code.co_filename
