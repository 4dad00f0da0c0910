"""Names that no student gave: what systems and tools leave in folders."""

from __future__ import annotations

from typing import Final

__all__ = ["IgnoredReason", "why_ignored"]

IgnoredReason = str
"""The end of the name of a sentence: see `ignored_...` in the report's sentences."""

_NAMES: Final = {
    "__macosx": "system",
    ".ds_store": "system",
    ".localized": "system",
    ".spotlight-v100": "system",
    ".trashes": "system",
    ".fseventsd": "system",
    "desktop.ini": "system",
    "thumbs.db": "system",
    "$recycle.bin": "system",
    ".ipynb_checkpoints": "cache",
    "__pycache__": "cache",
    ".pytest_cache": "cache",
    ".ruff_cache": "cache",
    ".mypy_cache": "cache",
    ".git": "tool",
    ".gitignore": "tool",
    ".autograder": "tool",
    ".vscode": "tool",
    ".idea": "tool",
    ".venv": "tool",
    ".jupyter": "tool",
    ".virtual_documents": "tool",
    "timestamp.txt": "timestamp",
}


def why_ignored(name: str) -> IgnoredReason | None:
    """Why a file or folder of this name is passed over; None where it is not."""
    folded = name.casefold()
    if folded in _NAMES:
        return _NAMES[folded]
    if folded.startswith("._"):
        return "system"
    if folded.startswith(("~$", ".~lock.", ".~")):
        return "lock"
    if folded.endswith((".pyc", ".swp")):
        return "cache"
    return None
