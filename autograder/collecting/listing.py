"""Listing what a student's folder holds: by descriptor, no link followed, bounded."""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from autograder.collecting.files import (
    MAX_SUBMISSION_BYTES,
    UnreadableError,
    open_without_links,
    read_file,
    system_flags,
)
from autograder.collecting.ignored_names import IgnoredReason, why_ignored

__all__ = [
    "FOLDER",
    "MAX_DEPTH",
    "MAX_ENTRIES",
    "Entry",
    "EntryKind",
    "Listing",
    "RelativePath",
    "list_folder",
    "open_folder_in",
    "read_file_in",
]

FOLDER: Final = os.O_RDONLY | system_flags("O_DIRECTORY", "O_NOFOLLOW")

MAX_ENTRIES: Final = 1_000
"""Files and folders of one student that are looked at."""

MAX_DEPTH: Final = 8
"""Folders in folders of one student that are looked into."""

RelativePath = tuple[str, ...]
"""The names from a student's folder down to a file or folder."""

EntryKind = Literal["file", "folder", "link", "special", "forbidden"]


@dataclass(frozen=True)
class Entry:
    """A file or folder.

    Attributes:
        path: from the student's folder.
        kind: what it is; `forbidden` for a folder that may not be read.
    """

    path: RelativePath
    kind: EntryKind


@dataclass
class Listing:
    """What a folder holds.

    Attributes:
        entries: those nearest to it first.
        ignored: what was passed over, and why.
        cut: folders that were not listed to their end, and why.
    """

    entries: list[Entry] = field(default_factory=list)
    ignored: list[tuple[RelativePath, IgnoredReason]] = field(default_factory=list)
    cut: list[tuple[RelativePath, Literal["too_many", "too_deep"]]] = field(default_factory=list)


def list_folder(folder: int, within: RelativePath = ()) -> Listing:
    """List a folder and the folders in it, up to `MAX_ENTRIES` and `MAX_DEPTH`.

    Args:
        folder: a descriptor of the student's folder.
        within: the part of it that is listed.
    """
    listing = Listing()
    queue = deque([within])
    seen = 0
    while queue:
        path = queue.popleft()
        if len(path) > MAX_DEPTH:
            listing.cut.append((path, "too_deep"))
            continue
        try:
            with open_folder_in(folder, path) as opened, os.scandir(opened) as found:
                children = []
                for child in found:
                    seen += 1
                    if seen > MAX_ENTRIES:
                        listing.cut.append((path, "too_many"))
                        queue.clear()
                        break
                    children.append((child.name, _kind(child)))
        except (OSError, UnreadableError):
            listing.entries.append(Entry(path, "forbidden"))
            continue
        for name, kind in sorted(children):
            reason = why_ignored(name)
            if reason is not None:
                listing.ignored.append(((*path, name), reason))
                continue
            listing.entries.append(Entry((*path, name), kind))
            if kind == "folder" and seen <= MAX_ENTRIES:
                queue.append((*path, name))
    return listing


def _kind(child: os.DirEntry[str]) -> EntryKind:
    if child.is_symlink():
        return "link"
    if child.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if child.is_file(follow_symlinks=False) else "special"


@contextlib.contextmanager
def open_folder_in(folder: int, path: RelativePath) -> Iterator[int]:
    """A descriptor of a folder below another, reached without following a link.

    Raises:
        FileNotFoundError: if it does not exist.
        UnreadableError: with the reason, if it cannot be opened.
    """
    current = os.dup(folder)
    try:
        for name in path:
            inner = open_without_links(name, FOLDER, current)
            os.close(current)
            current = inner
        yield current
    finally:
        os.close(current)


def read_file_in(folder: int, path: RelativePath, longest: int = MAX_SUBMISSION_BYTES) -> bytes:
    """The bytes of a regular file below a folder, reached without following a link.

    Raises:
        UnreadableError: with the reason, if it is anything else.
    """
    try:
        with open_folder_in(folder, path[:-1]) as opened:
            return read_file(path[-1], opened, longest)
    except FileNotFoundError:
        raise UnreadableError("missing") from None
