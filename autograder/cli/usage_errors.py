"""What is wrong with how a command was called, in the language of the course."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import typer

from autograder.errors import AutograderError

__all__ = ["UsageError", "print_usage_error"]

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises where a command cannot be called so; it exports only one kind of it."""


def print_usage_error(error: Any, language: str) -> None:
    """Print the usage, what is wrong, and where help is.

    Args:
        error: a `UsageError`.
        language: in which it is said.
    """
    if language == "en" or type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    from autograder.report.command_words import command_text  # noqa: PLC0415 - loads NumPy

    typer.echo(f"autograder: {' '.join(_sentences(error, language))}", err=True)
    help_of = command_text(language, "usage_help", command=f"{_command(error)} --help")
    typer.echo(help_of, err=True)


def _command(error: Any) -> str:
    """The command that was called, as one would type it."""
    if error.ctx is not None:
        return str(error.ctx.command_path)
    # Typer does not say of which command an option without its value is.
    first = next(iter(sys.argv[1:]), "-")
    return "autograder" if first.startswith("-") else f"autograder {first}"


def _sentences(error: Any, language: str) -> Iterator[str]:
    """What is wrong, and what is meant perhaps."""
    from autograder.report.command_words import command_text, error_text  # noqa: PLC0415

    if isinstance(error.__cause__, AutograderError):
        yield f"{_parameter(error)}: {error_text(error.__cause__, language)}"
        return
    name, words = _what(error)
    yield command_text(language, name, **words)
    if name == "usage_command" and error.ctx is not None:
        from autograder.unknown_names import nearest_name  # noqa: PLC0415 - seldom used

        near = nearest_name(words["name"], error.ctx.command.commands)
        if near is not None:
            yield command_text(language, "did_you_mean", near=near)


def _what(error: Any) -> tuple[str, dict[str, str]]:
    """The name of the sentence, and what its gaps are filled with."""
    text = error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            return "usage_option", {"name": error.option_name}
        case "MissingParameter":
            name = _parameter(error)
            # A student knows no placeholders of a usage line.
            what = "usage_no_exercise" if name == "EXERCISE" else "usage_missing"
            return what, {"name": name}
        case "BadOptionUsage":
            takes = "does not take" not in text
            return "usage_needs_value" if takes else "usage_flag", {"name": error.option_name}
        case "BadParameter":
            return _bad_value(error, text)
    if (found := re.search(r"[Nn]o such command '([^']*)'", text)) is not None:
        return "usage_command", {"name": found[1]}
    if (found := re.search(r"unexpected extra arguments? *(?:\(s\) )?\((.*)\)", text)) is not None:
        return "usage_left", {"name": found[1]}
    return ("usage_no_command" if text.startswith("Missing command") else "usage_wrong"), {}


def _bad_value(error: Any, text: str) -> tuple[str, dict[str, str]]:
    """What is wrong with a value, by what Typer says of it, in words that change with its version.

    What nothing here fits is still said to be a wrong value.
    """
    words = {"name": _parameter(error)}
    if (found := re.search(r"(?:greater than or equal to |x>=)(-?\d+)", text)) is not None:
        return "usage_least", {**words, "least": found[1]}
    if "integer" in text:
        return "usage_whole", words
    if (found := re.search(r"goes not with (\S+)", text)) is not None:
        return "usage_together", {**words, "other": found[1]}
    if (found := re.search(r"'([^']*)' is not one of (.*?)\.?$", text)) is not None:
        return "usage_choice", {**words, "value": found[1], "names": found[2].replace("'", "")}
    return "usage_value", words


def _parameter(error: Any) -> str:
    """What the parameter is called on the command line."""
    if error.param_hint:
        return str(error.param_hint)
    if error.param is None:
        return ""
    if error.param.opts and error.param.opts[0].startswith("-"):
        return str(error.param.opts[-1])
    return str(error.param.metavar or error.param.human_readable_name.upper())
