"""The sentence about an unknown name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import PurePath

__all__ = ["unknown"]


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """A sentence about an unknown name, with the nearest known one.

    Args:
        what: the kind of name: `exercise`, `assignment`, `setting`.
        name: as it was typed; a path or a file's name counts as the name in it.
        known: the names that exist.
    """
    names = list(known)
    # A path may be what the shell completed.
    typed = PurePath(name).name.removesuffix(".py").removesuffix(".ipynb")
    folded = [each for each in names if each.lower() == typed.lower()]
    near = folded or difflib.get_close_matches(typed, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names) or 'none'}"
    return f"there is no {what} {name!r}; {hint}"
