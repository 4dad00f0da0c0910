"""A folder that a submission wrote into: measured and removed by descriptor, no link followed."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator

__all__ = ["MAX_DEPTH", "is_overfull", "remove_tree"]

MAX_DEPTH = 8
"""Folders in folders that a submission may make."""

_ROUNDS = 100_000
_BY_DESCRIPTOR = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


def is_overfull(path: str, *, files: int, size: int) -> bool:
    """Whether more lies in a folder than may; it looks at no more than that.

    Args:
        path: of the folder.
        files: how many files and folders may lie in it, at any depth.
        size: how many bytes they may have together.
    """
    try:
        top = _opened(path)
    except OSError:
        return False
    with _closing(top):
        return _Measure(files, size).exceeded_by(top, 0)


class _Measure:
    """What may still lie in a tree."""

    def __init__(self, files: int, size: int) -> None:
        self._files = files
        self._bytes = size

    def exceeded_by(self, folder: int, depth: int) -> bool:
        with os.scandir(folder) as entries:
            for entry in entries:
                self._files -= 1
                # It may be gone again: that ends the look at this file, not at all the others.
                with contextlib.suppress(FileNotFoundError):
                    about = entry.stat(follow_symlinks=False)
                    self._bytes -= about.st_size
                    if stat.S_ISDIR(about.st_mode) and self._folder_exceeds(
                        entry.name, folder, depth + 1
                    ):
                        return True
                if self._files < 0 or self._bytes < 0:
                    return True
        return False

    def _folder_exceeds(self, name: str, parent: int, depth: int) -> bool:
        if depth > MAX_DEPTH or self._files < 0:
            return True
        try:
            folder = _opened(name, parent)
        except PermissionError:
            return True  # made so that nobody can look into it
        except OSError:
            return False  # something else stands there by now
        with _closing(folder):
            return self.exceeded_by(folder, depth)


def remove_tree(path: str) -> None:
    """Remove a folder and all that is in it, however deep; what cannot be removed stays."""
    if not _BY_DESCRIPTOR:
        shutil.rmtree(path, ignore_errors=True)  # Windows, where nobody but its author wrote it
        return
    with contextlib.suppress(OSError):
        top = _opened_by_force(path)
        with _closing(top):
            for _ in range(_ROUNDS):
                gone = [_remove(name, top) for name in os.listdir(top)]
                if not any(gone):
                    break
    with contextlib.suppress(OSError):
        os.rmdir(path)


def _remove(name: str, top: int) -> bool:
    """Remove a file, or a folder whose own folders are moved up; return whether it is gone.

    No descriptor is open but two, and nothing calls itself, so that no depth is too deep.
    """
    try:
        if not _is_folder(name, top):
            os.unlink(name, dir_fd=top)
            return True
        with contextlib.suppress(OSError):
            os.rmdir(name, dir_fd=top)
            return True
        folder = _opened_by_force(name, top)
        with _closing(folder):
            for inner in os.listdir(folder):
                if _is_folder(inner, folder):
                    os.close(_opened_by_force(inner, folder))  # only its owner's may be moved
                    moved = secrets.token_hex(16)
                    os.rename(inner, moved, src_dir_fd=folder, dst_dir_fd=top)
                else:
                    os.unlink(inner, dir_fd=folder)
        os.rmdir(name, dir_fd=top)
    except OSError:
        return False
    return True


def _is_folder(name: str, parent: int) -> bool:
    return stat.S_ISDIR(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode)


def _opened(name: str, parent: int | None = None, flags: int = os.O_RDONLY) -> int:
    only_a_folder = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(name, flags | only_a_folder, dir_fd=parent)


def _opened_by_force(name: str, parent: int | None = None) -> int:
    """A descriptor of a folder that may be listed and written, whatever its mode was."""
    if hasattr(os, "O_PATH"):
        with _closing(_opened(name, parent, os.O_PATH)) as found:
            if os.fstat(found).st_mode & stat.S_IRWXU != stat.S_IRWXU:
                os.chmod(f"/proc/self/fd/{found}", stat.S_IRWXU)
    return _opened(name, parent)


@contextlib.contextmanager
def _closing(descriptor: int) -> Iterator[int]:
    try:
        yield descriptor
    finally:
        os.close(descriptor)
