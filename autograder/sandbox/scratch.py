"""Scratch directories; the next run removes what a killed one has left."""

from __future__ import annotations

import contextlib
import importlib
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from autograder.sandbox.scratch_tree import remove_tree
from autograder.sandbox.session import SandboxUnavailableError

__all__ = ["Scratch"]

_PREFIX = "autograder-run-"
_TRIES = 100

_fcntl: Any = None
with contextlib.suppress(ImportError):  # not on Windows, where nothing is left to the next run
    _fcntl = importlib.import_module("fcntl")


class Scratch:
    """A scratch directory, which this process locks as long as it lives.

    Attributes:
        path: of the directory.
    """

    def __init__(self) -> None:
        self._descriptor = -1
        _remove_abandoned()
        for _ in range(_TRIES):
            self.path = tempfile.mkdtemp(prefix=_PREFIX)
            if _fcntl is None:
                return
            descriptor = _locked(self.path)
            if descriptor is not None:
                self._descriptor = descriptor
                return
            # Another run took it for abandoned before it was locked.
        raise SandboxUnavailableError(
            f"no scratch directory could be made in {tempfile.gettempdir()}"
        )

    def close(self) -> None:
        """Remove the directory with all that is in it."""
        # A process in a namespace of its own may still be ending, and writing.
        for _ in range(_TRIES):
            remove_tree(self.path)
            if not os.path.exists(self.path):
                break
            time.sleep(0.02)
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _locked(path: str) -> int | None:
    """Lock a directory and return the descriptor of the lock; None if another process has it.

    A lock ends with its process, however that ends. No submission has the descriptor, because it is
    closed in every program that is started.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        _fcntl.flock(descriptor, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        # The previous owner of the lock may have removed the directory meanwhile.
        if os.path.samestat(os.fstat(descriptor), os.stat(path, follow_symlinks=False)):
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None


def _remove_abandoned() -> None:
    """Remove the directories that killed processes of this user left."""
    if _fcntl is None:
        return
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if path.lstat().st_uid != os.geteuid():
                continue
            descriptor = _locked(str(path))
            if descriptor is not None:
                # While it is locked no process can begin to use it.
                remove_tree(str(path))
                os.close(descriptor)
