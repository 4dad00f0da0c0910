"""Public checks in one file beside a notebook, for places where single files are uploaded."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from autograder.errors import CourseError

__all__ = ["PACKED", "pack", "unpacked"]

PACKED: Final = "public.zip"
"""The name of the file."""

_MOST_FILES, _MOST_BYTES = 1000, 256 << 20


def pack(folder: Path, path: Path) -> None:
    """Write the public checks of a folder as one file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(each.name, (1980, 1, 1, 0, 0, 0))
            packed.writestr(entry, each.read_bytes(), zipfile.ZIP_DEFLATED)


@lru_cache
def unpacked(path: Path) -> Path:
    """A folder with the public checks of such a file; it is there as long as this process runs.

    Raises:
        CourseError: if the file cannot be read, or is not what `pack` writes.
    """
    folder = Path(tempfile.mkdtemp(prefix="autograder-public-"))
    try:
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
            too_much = sum(each.file_size for each in entries) > _MOST_BYTES
            if len(entries) > _MOST_FILES or too_much:
                raise CourseError("it is larger than public checks are", path)
            for each in entries:
                name = PurePosixPath(each.filename).name
                if PurePosixPath(name).suffix in (".json", ".toml"):
                    (folder / name).write_bytes(packed.read(each))
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        raise CourseError("the public checks in it cannot be read; get it anew", path) from None
    return folder
