"""What every result depends on: the code of this project, Python, and the packages installed."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import platform
import sys
from pathlib import Path

__all__ = ["environment_digest", "installed"]


@functools.cache
def environment_digest() -> bytes:
    """The SHA-256 of the code of this project, of Python, and of what is installed."""
    digest = hashlib.sha256()
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        digest.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes() + b"\0")
    for fact in (sys.version, platform.machine(), *installed()):
        digest.update(fact.encode() + b"\0")
    return digest.digest()


def installed() -> list[str]:
    """The names and versions of all distributions, as their folders are called."""
    found = set()
    for folder in sys.path:
        # Where setuptools was imported its own copies of others are on the path as well.
        if not folder.endswith("_vendor"):
            with contextlib.suppress(OSError):
                found.update(os.listdir(folder))
    return sorted(each for each in found if each.endswith((".dist-info", ".egg-info")))
