"""Brought files: what was handed in beside a notebook, written where the notebook finds it."""

from __future__ import annotations

import contextlib
import os
from typing import Any

__all__ = ["write_part"]


def write_part(path: str, data: Any, *, first: bool) -> None:
    """Write the next part of a file in the current folder, and make the folders that it lies in.

    What cannot be written is not there; a given file of that name stays.

    Args:
        path: from the current folder.
        data: bytes, as an array.
        first: whether the file begins with it.
    """
    with contextlib.suppress(OSError):
        if os.path.dirname(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "xb" if first else "ab") as file:
            file.write(data.tobytes())
