"""Files that appear whole or not at all, whatever happens on the way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Final

__all__ = ["create_whole", "publish", "write_whole"]

_OF_EVERYBODY: Final = 0o666
"""The default of `open`, before the user's mask is applied."""


def write_whole(path: Path, text: str) -> None:
    """Write or replace a file; a reader finds either all of the old text or all of the new.

    Args:
        path: of the file; its folder exists.
        text: its content.

    Raises:
        OSError: if it cannot be written; then the file is as it was.
    """
    draft = _write_draft(path, text, _OF_EVERYBODY)
    try:
        publish(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def create_whole(path: Path, text: str, *, mode: int = _OF_EVERYBODY) -> bool:
    """Make a new file, whole; of two processes that do so at the same time, one wins.

    Args:
        path: of the file; its folder exists.
        text: its content.
        mode: its permissions.

    Returns:
        Whether it was made; an existing file is left as it is.

    Raises:
        OSError: if it cannot be written.
    """
    draft = _write_draft(path, text, mode)
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(path.parent)
    return True


def publish(draft: Path, path: Path, file: IO[str] | None = None) -> None:
    """Give a draft its final name, after all of it is on the disk.

    Args:
        draft: a whole file in the same folder.
        path: its final name; an existing file is replaced.
        file: the draft, if it is still open.

    Raises:
        OSError: if the disk is full or the name cannot be given.
    """
    if file is not None:
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _flush_folder(path.parent)


def _write_draft(path: Path, text: str, mode: int) -> Path:
    # Several processes may write the same file: each has a draft of its own.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        draft.unlink(missing_ok=True)
        # A full disk names no file, and nobody has asked for a draft.
        raise type(error)(error.errno, error.strerror, str(path)) from None
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _flush_folder(folder: Path) -> None:
    """Write a folder's entries to the disk, where the system lets us open a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
