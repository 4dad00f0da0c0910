"""The sentence about an unknown name, and the known one that is meant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

__all__ = ["nearest_name", "unknown"]


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """A sentence about an unknown name, with the nearest known one.

    Args:
        what: the kind of name: `exercise`, `assignment`, `setting`.
        name: as it was typed; a path or a file's name counts as the name in it.
        known: the names that exist.
    """
    names = list(known)
    near = nearest_name(name, names)
    hint = f"did you mean {near!r}?" if near else f"there are {', '.join(names) or 'none'}"
    return f"there is no {what} {name!r}; {hint}"


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like one that was typed; None where none is like it.

    Args:
        name: as it was typed; a path or a file's name counts as the name in it.
        known: the names that exist.
    """
    names = list(known)
    # A path may be what the shell completed.
    typed = PurePath(name).name.removesuffix(".py").removesuffix(".ipynb")
    folded = [each for each in names if each.lower() == typed.lower()]
    if folded:
        return folded[0]
    from difflib import get_close_matches  # noqa: PLC0415 - every command loads this module

    return next(iter(get_close_matches(typed, names, n=1, cutoff=0.5)), None)
