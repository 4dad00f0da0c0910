"""What is wrong with how a command was called, in the language of the course."""

from __future__ import annotations

from typing import Any

import typer

__all__ = ["UsageError", "print_usage_error"]

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises where a command cannot be called so; it exports only one kind of it."""


def print_usage_error(error: Any, language: str) -> None:
    """Print the usage, what is wrong, and where help is.

    Args:
        error: a `UsageError`.
        language: in which it is said.
    """
    if language == "en":
        error.show()
        return
    from autograder.report.command_words import command_text  # noqa: PLC0415 - loads NumPy

    path = error.ctx.command_path if error.ctx is not None else "autograder"
    kind, name = _kind(error)
    typer.echo(f"autograder: {command_text(language, kind, name=name)}", err=True)
    typer.echo(command_text(language, "usage_help", command=f"{path} --help"), err=True)


def _kind(error: Any) -> tuple[str, str]:
    """The name of the sentence, and what it is about."""
    match type(error).__name__:
        case "NoSuchOption":
            return "usage_option", error.option_name
        case "NoSuchCommand":
            return "usage_command", error.command_name
        case "MissingParameter":
            return "usage_missing", _parameter(error)
        case "BadOptionUsage":
            return "usage_needs_value", error.option_name
        case "BadParameter":
            return "usage_value", _parameter(error)
    text = error.format_message()
    if text.startswith("No such command"):
        return "usage_command", text.partition("'")[2].partition("'")[0]
    return "usage_wrong", ""


def _parameter(error: Any) -> str:
    """What the parameter is called on the command line."""
    if error.param_hint:
        return str(error.param_hint)
    if error.param is None:
        return ""
    return str(error.param.human_readable_name if not error.param.opts else error.param.opts[0])
