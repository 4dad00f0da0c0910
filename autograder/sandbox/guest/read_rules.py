"""Which files a fork may open, as rules of Landlock that are ready before it forks.

Naming a path to the kernel takes an open file. Those of what every fork may read are opened once;
each fork hands them over, with its own scratch, and closes them before it runs anything.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import sys
from collections.abc import Sequence
from typing import Final

__all__ = ["ReadRules"]

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38
_NULL: Final = "/dev/null"
_FIRST: Final = 200
"""More than a warm interpreter has open otherwise, and a fork may have."""

if sys.platform == "linux":
    _libc = ctypes.CDLL(None, use_errno=True)


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("file", ctypes.c_int32))


class ReadRules:
    """The rules of one warm interpreter.

    Args:
        readable: see `readable_paths`.

    Raises:
        OSError: if one of them cannot be opened.
    """

    def __init__(self, readable: Sequence[str]) -> None:
        from landlock import FSAccess  # noqa: PLC0415 - Linux only

        read = FSAccess.READ_FILE | FSAccess.READ_DIR
        rules = [(path, read if os.path.isdir(path) else FSAccess.READ_FILE) for path in readable]
        rules.append((_NULL, FSAccess.READ_FILE | FSAccess.WRITE_FILE))
        # No MAKE_SYM, MAKE_FIFO, MAKE_SOCK: a tree of plain files and folders is counted and
        # removed without meeting anything that leads elsewhere. No REFER: nothing moves between its
        # folders.
        tree = read | FSAccess.WRITE_FILE | FSAccess.MAKE_REG | FSAccess.REMOVE_FILE
        tree |= FSAccess.MAKE_DIR | FSAccess.REMOVE_DIR
        self._of_scratch = int(tree | (FSAccess.all_file() & FSAccess.TRUNCATE))
        self._handled = ctypes.c_uint64(int(FSAccess.all()))
        self._opened = [(_out_of_the_way(_open(path)), int(allowed)) for path, allowed in rules]

    def restrict(self, scratch: str) -> None:
        """Allow these files and one folder to write in, and no others; there is no way back.

        Raises:
            OSError: if the kernel refuses it.
        """
        ruleset = _must(
            _libc.syscall(_CREATE, ctypes.byref(self._handled), ctypes.sizeof(self._handled), 0)
        )
        own = _open(scratch)
        for file, allowed in (*self._opened, (own, self._of_scratch)):
            rule = _PathBeneath(allowed, file)
            _must(_libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0))
        _must(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        _must(_libc.syscall(_RESTRICT, ruleset, 0))
        os.close(own)
        os.close(ruleset)


def _open(path: str) -> int:
    return os.open(path, os.O_PATH | os.O_CLOEXEC)


def _out_of_the_way(file: int) -> int:
    """Give an open file a high number: the low ones are for what a fork works with."""
    moved = fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, _FIRST)
    os.close(file)
    return moved


def _must(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"landlock: {os.strerror(number)}")
    return result
