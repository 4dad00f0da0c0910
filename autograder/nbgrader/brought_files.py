"""The brought files of a student: handed in beside a notebook, and there when it runs.

They reach the sandbox and nothing else. The grader looks at names and sizes; a worker reads them.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from autograder.collecting.files import UnreadableError, open_without_links
from autograder.collecting.listing import (
    FOLDER,
    Entry,
    RelativePath,
    list_folder,
    open_folder_in,
    read_file_in,
)
from autograder.collecting.student_names import safe_name
from autograder.nbgrader.given_files import GivenFiles, is_left_out
from autograder.sandbox.session import BroughtFile

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory  # workers do without nbgrader

__all__ = ["Brought", "find_brought", "read_brought"]

_KILOBYTE: Final = 1000
"""Bytes, as nbgrader counts them."""

_WHY: Final = {
    "link": "links are not followed",
    "special": "it is no ordinary file",
    "forbidden": "it may not be read",
    "too_many": "there are too many files",
    "too_deep": "it lies too deep",
}


class Brought(msgspec.Struct, frozen=True):
    """Which files of a student may be there.

    Attributes:
        folder: that they lie in; empty where there are none.
        paths: of the files, from there.
    """

    folder: str = ""
    paths: list[list[str]] = []


def find_brought(
    about: CourseDirectory,
    folder: str,
    given: GivenFiles,
    most_mb: int,
    say: Callable[[str], object],
) -> Brought:
    """Find what a student may bring, by nbgrader's own rules.

    Args:
        about: the course, which says what is ignored, and how large files may be.
        folder: of the submission.
        given: files in whose place none is taken.
        most_mb: how much all may have together, in MiB.
        say: is told of each file that is left out, but for those that nobody misses.
    """
    path = Path(folder)
    if path.is_symlink() or path.parent.is_symlink():
        return Brought()
    try:
        opened = open_without_links(path, FOLDER)
    except (OSError, UnreadableError):
        return Brought()
    try:
        found = _chosen(about, opened, given, most_mb, say)
    finally:
        os.close(opened)
    return Brought(folder, found) if found else Brought()


def _chosen(
    about: CourseDirectory,
    opened: int,
    given: GivenFiles,
    most_mb: int,
    say: Callable[[str], object],
) -> list[list[str]]:
    left = min(about.max_dir_size * _KILOBYTE, most_mb << 20)
    chosen: list[list[str]] = []
    listing = list_folder(opened)
    for cut, reason in listing.cut:
        say(_left_out(cut, _WHY[reason]))
    for entry in listing.entries:
        if entry.kind == "folder" or not _counts(about, entry, given):
            continue
        if entry.kind != "file":
            say(_left_out(entry.path, _WHY[entry.kind]))
            continue
        try:
            size = _size(opened, entry.path)
            "/".join(entry.path).encode()
        except (OSError, UnreadableError, UnicodeEncodeError):
            say(_left_out(entry.path, _WHY["forbidden"]))
            continue
        if given.is_in_a_closed_folder("/".join(entry.path)):
            say(_left_out(entry.path, "its folder is the assignment's own"))
        elif size > about.max_file_size * _KILOBYTE:
            say(_left_out(entry.path, "it is too large (`CourseDirectory.max_file_size`)"))
        elif size > left:
            say(_left_out(entry.path, "all together are too large (`data_mb`, `max_dir_size`)"))
        else:
            left -= size
            chosen.append(list(entry.path))
    return chosen


def _counts(about: CourseDirectory, entry: Entry, given: GivenFiles) -> bool:
    """Whether somebody may miss it: nbgrader would copy it, and it is not the instructor's."""
    name = entry.path[-1]
    if name.endswith(".ipynb") or any(is_left_out(each, about.ignore) for each in entry.path):
        return False
    included = any(fnmatch.fnmatchcase(name, pattern) for pattern in about.include)
    return included and "/".join(entry.path) not in given.taken


def _size(opened: int, path: RelativePath) -> int:
    with open_folder_in(opened, path[:-1]) as folder:
        return os.stat(path[-1], dir_fd=folder, follow_symlinks=False).st_size


def _left_out(path: RelativePath, why: str) -> str:
    name = "/".join(safe_name(each) for each in path) or "."
    return f"{name}: is not there when the notebook runs: {why}"


def read_brought(brought: Brought, most_mb: int) -> list[BroughtFile]:
    """Read the files; one that is another by now is left out.

    Args:
        brought: which files.
        most_mb: how much they may have together, in MiB.
    """
    if not brought.paths:
        return []
    try:
        opened = open_without_links(brought.folder, FOLDER)
    except (OSError, UnreadableError):
        return []
    try:
        return list(_read(opened, brought.paths, most_mb << 20))
    finally:
        os.close(opened)


def _read(opened: int, paths: Sequence[Sequence[str]], left: int) -> Iterator[BroughtFile]:
    for path in paths:
        try:
            data = read_file_in(opened, tuple(path), left)
        except (OSError, UnreadableError):
            continue
        left -= len(data)
        yield BroughtFile("/".join(path), data)
