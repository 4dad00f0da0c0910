"""The wheel of this very installation, made without a network or a build tool."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

import autograder

__all__ = ["wheel_name", "write_wheel"]

_DISTRIBUTION: Final = "numeric-autograder"
_WHEEL: Final = (
    "Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
)
_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file in it, so that two wheels of the same files are the same."""


def wheel_name() -> str:
    """The name of the wheel of this version."""
    return f"{_DISTRIBUTION.replace('-', '_')}-{autograder.__version__}-py3-none-any.whl"


def write_wheel(folder: Path) -> Path:
    """Write a wheel of the package as it runs here; it has nothing of any course in it.

    Args:
        folder: where it goes.

    Returns:
        The file.
    """
    found = distribution(_DISTRIBUTION)
    path = folder / wheel_name()
    name = path.name.removesuffix("-py3-none-any.whl")
    records = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for inside, data in _contents(found, f"{name}.dist-info"):
            file.writestr(zipfile.ZipInfo(inside, _TIME), data, zipfile.ZIP_DEFLATED)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            records.append(f"{inside},sha256={digest},{len(data)}")
        record = f"{name}.dist-info/RECORD"
        text = "\n".join([*records, f"{record},,", ""])
        file.writestr(zipfile.ZipInfo(record, _TIME), text, zipfile.ZIP_DEFLATED)
    return path


def _contents(found: Distribution, info: str) -> Iterator[tuple[str, bytes]]:
    package = Path(autograder.__file__).resolve().parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
            yield path.relative_to(package.parent).as_posix(), path.read_bytes()
    yield f"{info}/METADATA", (found.read_text("METADATA") or "").encode()
    yield f"{info}/WHEEL", _WHEEL.encode()
    yield f"{info}/entry_points.txt", (found.read_text("entry_points.txt") or "").encode()
