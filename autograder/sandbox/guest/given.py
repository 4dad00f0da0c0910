"""Given files: what each fork finds in its working folder, and cannot change.

They lie in one folder that all forks may read. A fork gets folders of its own and a link for each
file, so that nothing is copied, and what it writes beside them is its own.
"""

from __future__ import annotations

import contextlib
import os
from typing import NamedTuple

__all__ = ["MOST_IN_A_FOLDER", "NOTHING_GIVEN", "Layout", "lay_out", "layout_of"]

MOST_IN_A_FOLDER = 200
"""Files and folders, at any depth; a folder with more is one link, and nothing is written in it."""


class Layout(NamedTuple):
    """How given files are laid out.

    Attributes:
        folders: that a fork makes, each after the one that it lies in.
        links: to files, and to folders with many.
    """

    folders: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def entries(self) -> int:
        """How many files and folders this makes."""
        return len(self.folders) + len(self.links)


NOTHING_GIVEN = Layout((), ())


def layout_of(given: str) -> Layout:
    """How the files in a folder are laid out; nothing where the folder has no name."""
    return _layout_of(given, "") if given else NOTHING_GIVEN


def _layout_of(given: str, inside: str) -> Layout:
    folders, links = [], []
    with os.scandir(os.path.join(given, inside)) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = os.path.join(inside, entry.name)
            if not entry.is_dir(follow_symlinks=False):
                links.append(path)
                continue
            inner = _layout_of(given, path)
            if inner.entries > MOST_IN_A_FOLDER:
                links.append(path)
            else:
                folders += [path, *inner.folders]
                links += inner.links
    return Layout(tuple(folders), tuple(links))


def lay_out(layout: Layout, given: str) -> None:
    """Make the folders and links in the current folder; what is there already stays.

    Args:
        layout: of the given files.
        given: the folder that they lie in.
    """
    for path in layout.folders:
        with contextlib.suppress(FileExistsError):
            os.mkdir(path)
    for path in layout.links:
        with contextlib.suppress(FileExistsError):
            os.symlink(os.path.join(given, path), path)
