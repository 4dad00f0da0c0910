"""Reading one file that was handed in: it must be regular and small, and no link is followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from autograder.errors import AutograderError

__all__ = [
    "MAX_SUBMISSION_BYTES",
    "Reason",
    "UnreadableError",
    "open_without_links",
    "read_file",
    "system_flags",
    "text_of",
]

MAX_SUBMISSION_BYTES = 10 << 20

Reason = Literal[
    "missing", "empty", "not_utf8", "not_notebook", "directory", "link", "special", "too_large",
    "forbidden", "unsafe_id", "same_id", "several", "other_assignment", "other_course", "archive",
    "file_for_folder",
]  # fmt: skip


class UnreadableError(AutograderError):
    """What was handed in cannot be read.

    Attributes:
        reason: why, in one of the words of `Reason`.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"what was handed in cannot be read: {reason}")
        self.reason: Reason = reason


def open_without_links(path: str | Path, flags: int, folder: int | None = None) -> int:
    """Open a file or folder without following a link or waiting for a writer.

    Args:
        path: of it.
        flags: of `os.open`, `O_NOFOLLOW` among them.
        folder: a descriptor of the folder that the path begins in, or None for here.

    Raises:
        FileNotFoundError: if it does not exist.
        UnreadableError: with the reason, if it cannot be opened.
    """
    try:
        return os.open(
            path, flags | system_flags("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"), dir_fd=folder
        )
    except FileNotFoundError:
        raise
    except PermissionError:
        raise UnreadableError("forbidden") from None
    except OSError:
        # ELOOP for a link; ENOTDIR for a link or a file in the place of a folder.
        mode = os.stat(path, dir_fd=folder, follow_symlinks=False).st_mode
        raise UnreadableError("link" if stat.S_ISLNK(mode) else "special") from None


def system_flags(*names: str) -> int:
    """Combine flags; Windows, where nobody grades, lacks some of them."""
    return sum(getattr(os, name, 0) for name in names)


def read_file(
    path: str | Path, folder: int | None = None, longest: int = MAX_SUBMISSION_BYTES
) -> bytes:
    """The bytes of a regular file, links not followed.

    Args:
        path: of it.
        folder: a descriptor of the folder that the path begins in, or None for here.
        longest: how many bytes it may have.

    Raises:
        UnreadableError: with the reason, if it is anything else.
    """
    try:
        descriptor = open_without_links(path, os.O_RDONLY | system_flags("O_NOFOLLOW"), folder)
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError("directory")
        if not stat.S_ISREG(mode):
            raise UnreadableError("special")
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(longest + 1)
    finally:
        os.close(descriptor)
    if len(data) > longest:
        raise UnreadableError("too_large")
    return data


def text_of(data: bytes) -> str:
    """The text in the bytes of a file, with line feeds at the ends of its lines.

    Raises:
        UnreadableError: if it is not UTF-8, or has no text.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("not_utf8") from None
    if not text.strip():
        raise UnreadableError("empty")
    return text.replace("\r\n", "\n")
