"""The names of packed files: what they were called, and whether they may be written."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Container
from typing import Final

from autograder.collecting.listing import RelativePath
from autograder.collecting.student_names import safe_name

__all__ = ["MAX_FOLDERS", "free_path", "inner_path", "without_archive_ending", "zip_name"]

MAX_FOLDERS: Final = 16
"""Folders in folders around one packed file."""

_MOST_BYTES: Final = 200
_LONGEST_ENDING: Final = 12
_UTF_8: Final = 0x800
"""The flag of a name in UTF-8."""

_DRIVE: Final = re.compile(r"[A-Za-z]:")
_ENDING: Final = re.compile(r"\.(?:zip|tar|tgz|tbz2|tar\.gz|tar\.bz2)$", re.IGNORECASE)


def zip_name(info: zipfile.ZipInfo) -> str:
    """The name of a file in a zip archive; without the flag, in what Windows in Korea wrote."""
    if info.flag_bits & _UTF_8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def inner_path(name: str) -> RelativePath | None:
    """The folders and the name of a packed file, as they may be written.

    Args:
        name: as it is packed, with slashes or backslashes.

    Returns:
        Its parts; none where nothing is left of it. None where it would lie outside of the folder
        that it is unpacked into, or too deep in folders.
    """
    plain = name.replace("\\", "/")
    parts = [each for each in plain.split("/") if each not in ("", ".")]
    leaves = plain.startswith("/") or ".." in parts or _DRIVE.match(plain)
    if leaves or len(parts) > MAX_FOLDERS:
        return None
    return tuple(map(_writable, parts))


def _writable(part: str) -> str:
    """A name without what a screen would obey, short enough for a file."""
    stem, dot, ending = part.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        stem, ending = part, ""
    shown = safe_name(f"{dot}{ending}" if ending else "").replace("\\", "_")
    room = _MOST_BYTES - len(shown.encode())
    return safe_name(stem).replace("\\", "_").encode()[:room].decode("utf-8", "ignore") + shown


def without_archive_ending(name: str) -> str | None:
    """The name of an archive that is opened, without its ending; None for any other file."""
    shorter = _ENDING.sub("", name)
    return shorter if shorter and shorter != name else None


def free_path(path: RelativePath, taken: Container[RelativePath]) -> RelativePath:
    """A path, or one beside it where it is taken already.

    An archive may have one name thousands of times: not each number is tried.
    """
    if path not in taken:
        return path
    low, high = 1, 2
    while _numbered(path, high) in taken:
        low, high = high, 2 * high
    while high - low > 1:
        between = (low + high) // 2
        low, high = (between, high) if _numbered(path, between) in taken else (low, between)
    return _numbered(path, high)


def _numbered(path: RelativePath, number: int) -> RelativePath:
    stem, dot, ending = path[-1].rpartition(".")
    name = f"{stem} ({number}){dot}{ending}" if stem else f"{ending} ({number})"
    return (*path[:-1], name)
