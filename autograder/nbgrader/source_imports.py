"""What an assignment's source notebooks import, by their text."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

__all__ = ["imported_modules", "large_modules", "source_texts", "written_modules"]

_NAME: Final = r"([A-Za-z_][\w.]*)"
_IMPORT: Final = re.compile(
    rf"^[ \t]*(?:import[ \t]+{_NAME}|from[ \t]+{_NAME}[ \t]+import\b([\w, \t]*))", re.MULTILINE
)
_WRITTEN: Final = re.compile(r"\s*%%(?:writefile|file)[ \t][^\n]*?(\w+)(?:[/\\][^\n]*)?\.py\b")
"""A cell that writes a file of Python; the first folder of its path, or else its name."""

_LARGE: Final = (
    *("networkx", "pandas", "scipy", "seaborn", "skimage", "sklearn", "statsmodels", "sympy"),
    "torch",
)
"""Packages that take long to load, and do nothing else when they are."""


def source_texts(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """The code cells of each notebook in a folder; nothing of one that cannot be read."""
    for path in sorted(folder.glob("*.ipynb")):
        try:
            cells = json.loads(path.read_bytes())["cells"]
            yield path, ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]
        except (OSError, ValueError, KeyError, TypeError):
            continue  # the released notebook, which is in the gradebook, is what counts


def imported_modules(texts: Iterable[str]) -> set[str]:
    """The modules that lines of these texts import, by their whole names.

    Of `from a import b` they are `a` and `a.b`, which may be no module.
    """
    found = set()
    for text in texts:
        for module, package, names in _IMPORT.findall(text):
            found.add(module or package)
            for name in re.findall(r"\w+", names.partition(" as ")[0]):
                found.add(f"{package}.{name}")
    return found


def written_modules(texts: Iterable[str]) -> set[str]:
    """The modules that cells write for those that follow, by `%%writefile`."""
    return {found[1] for found in map(_WRITTEN.match, texts) if found is not None}


@functools.cache
def large_modules(folder: Path) -> tuple[str, ...]:
    """What the source notebooks in a folder import of packages that take long to load."""
    texts = (text for _, cells in source_texts(folder) for text in cells)
    return tuple(
        sorted(name for name in imported_modules(texts) if name.partition(".")[0] in _LARGE)
    )
