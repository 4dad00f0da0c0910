"""What a plain `autograder check` asks for, read without Typer, which takes long to load.

Only what is right and spelled out is understood here; help, wrong usage and everything unusual are
left to Typer.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["CheckAsked", "plain_check"]


@dataclass(frozen=True)
class CheckAsked:
    """What `autograder check` is asked for.

    Attributes:
        exercises: names or files of exercises, assignments, or notebooks; none for what changed.
        folder: what `--exercises` says.
        lang: what `--lang` says, or the environment.
        every: `--all`.
        more: `--more`.
        save: what `--save` says.
        as_json: `--json`.
    """

    exercises: tuple[str, ...] = ()
    folder: Path | None = None
    lang: str | None = None
    every: bool = False
    more: bool = False
    save: Path | None = None
    as_json: bool = False


_FLAGS: Final = {"--all", "--more", "--json"}
_VALUES: Final = {"--exercises", "--lang", "--save"}


def plain_check(arguments: Sequence[str]) -> CheckAsked | None:
    """What is asked for; None where it is another command, or not plain.

    Args:
        arguments: of the command line, without the program's name.
    """
    if not arguments or arguments[0] != "check":
        return None
    flags: set[str] = set()
    values: dict[str, str] = {}
    exercises: list[str] = []
    rest = iter(arguments[1:])
    for word in rest:
        name, is_joined, value = word.partition("=")
        if word in _FLAGS:
            flags.add(word)
        elif name in _VALUES:
            given = value if is_joined else next(rest, "")
            if not given or given.startswith("-"):
                return None
            values[name] = given
        elif not word or word.startswith("-"):
            return None
        else:
            exercises.append(word)
    folder, save = values.get("--exercises"), values.get("--save")
    return CheckAsked(
        exercises=tuple(exercises),
        folder=None if folder is None else Path(folder),
        lang=values.get("--lang", os.environ.get("AUTOGRADER_LANGUAGE") or None),
        every="--all" in flags,
        more="--more" in flags,
        save=None if save is None else Path(save),
        as_json="--json" in flags,
    )
