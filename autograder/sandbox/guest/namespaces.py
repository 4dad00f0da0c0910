"""Namespaces of the warm interpreter and its forks, where the kernel lets them be made.

The warm interpreter gets a tree of files in which nothing is but what a submission may read, all of
it read-only. Each fork gets process numbers that begin at 1, and a file system of its own as its
scratch. So neither `stat`, nor the numbers of processes, threads and inodes, nor the times of
access say anything about another fork.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from autograder.sandbox.guest.readable import LINKS

__all__ = ["Namespaces", "new_namespaces"]

_NEW_MOUNTS, _NEW_USERS, _NEW_PROCESSES = 0x20000, 0x10000000, 0x20000000
_BIND, _RECURSIVE, _PRIVATE, _DETACH = 4096, 16384, 1 << 18, 2
_MOVE_MOUNT, _FSOPEN, _FSCONFIG, _FSMOUNT, _MOUNT_SETATTR = 429, 430, 431, 432, 442
_SET_STRING, _CREATE, _EMPTY_PATH = 1, 6, 4
_READ_ONLY, _NO_SETUID, _NO_DEVICES = 1, 2, 4
_AT_HERE, _AT_RECURSIVE = -100, 0x8000
_PR_SET_PDEATHSIG = 1
_ROOM = 2
"""Times what may lie in a scratch; who has more than once that is stopped by the trusted side."""

_fork = os.fork
"""What a submission finds under that name is another function; see `absent`."""

if sys.platform == "linux":
    _libc = ctypes.CDLL(None, use_errno=True)


def new_namespaces(readable: Sequence[str], scratch: str) -> Namespaces | None:
    """Go on in a child process with namespaces of its own; None where they cannot be made.

    Args:
        readable: what is to be there, see `readable_paths`.
        scratch: an existing directory, which is the scratch of each fork.
    """
    made = Namespaces(readable, scratch)
    if not made.can_be_made():
        return None
    made.begin()
    return made


class Namespaces:
    """The namespaces of one warm interpreter.

    Args:
        readable: what is to be there.
        scratch: the path of each fork's scratch.
    """

    def __init__(self, readable: Sequence[str], scratch: str) -> None:
        self._readable = readable
        self._scratch = scratch
        self._own_processes = self._proc = -1

    def can_be_made(self) -> bool:
        """Try everything once, in a process that ends."""
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                self.begin()
                self.enter_tree()
                mount = self.new_scratch(1, 1)
                child = self.fork()
                if child == 0:
                    self.enter_scratch(mount)
                    os._exit(0)
                os.close(self.tasks(child)[0])
                status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            finally:
                os._exit(status)
        return os.waitpid(pid, 0)[1] == 0

    def begin(self) -> None:
        """Go on in a child process, which is the first one of its namespace.

        Raises:
            OSError: if the kernel refuses it.
        """
        user, group = os.getuid(), os.getgid()
        try:
            _must(_libc.unshare(_NEW_MOUNTS | _NEW_PROCESSES), "unshare")
        except PermissionError:
            if user == 0:
                raise  # in a namespace of its own root could become nobody else
            # Others may do so in a user namespace of their own.
            _must(_libc.unshare(_NEW_USERS | _NEW_MOUNTS | _NEW_PROCESSES), "unshare")
            for name, text in (
                ("setgroups", "deny"),
                ("uid_map", f"{user} {user} 1"),
                ("gid_map", f"{group} {group} 1"),
            ):
                with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                    file.write(text)
        pid = os.fork()
        if pid != 0:
            _end_with(pid)
        _must(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "parent death signal")
        # Its own `/proc/self` is that of the namespace in which `/proc` was mounted.
        self._own_processes = os.open(f"/proc/{_number_outside()}/ns/pid", os.O_RDONLY)
        self._proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)

    def enter_tree(self) -> None:
        """Leave everything but what a submission may read; there is no way back.

        Raises:
            OSError: if the kernel refuses it.
        """
        root = self._scratch
        _mount(None, "/", None, _RECURSIVE | _PRIVATE)
        _mount("tmpfs", root, "tmpfs", _NO_SETUID | _NO_DEVICES, "mode=0755,size=1m")
        for path in self._readable:
            _make_place(root, path, folder=os.path.isdir(path))
            _mount(path, f"{root}{path}", None, _BIND | _RECURSIVE)
        for link in LINKS:
            if os.path.islink(link):
                os.symlink(os.readlink(link), f"{root}{link}")
        _make_place(root, self._scratch, folder=True)
        attributes = (ctypes.c_uint64 * 4)(_READ_ONLY | _NO_SETUID, 0, 0, 0)
        _call(_MOUNT_SETATTR, _AT_HERE, root.encode(), _AT_RECURSIVE, attributes, 32)
        os.chdir(root)
        _call(_number_of("pivot_root"), b".", b".")
        _must(_libc.umount2(b".", _DETACH), "umount")
        os.chdir("/")

    def new_scratch(self, megabytes: int, files: int) -> int:
        """Make a file system for one fork; it goes with the last descriptor and the last fork.

        Args:
            megabytes: what may lie in it; there is room for some more.
            files: how many files may lie in it; likewise.

        Returns:
            A descriptor of its root.
        """
        made = _call(_FSOPEN, b"tmpfs", 0)
        try:
            room = {b"size": f"{_ROOM * megabytes}m", b"nr_inodes": f"{_ROOM * files + 64}"}
            for key, value in {**room, b"mode": "0700"}.items():
                _call(_FSCONFIG, made, _SET_STRING, key, value.encode(), 0)
            _call(_FSCONFIG, made, _CREATE, None, None, 0)
            return _call(_FSMOUNT, made, 0, _NO_SETUID | _NO_DEVICES)
        finally:
            os.close(made)

    def fork(self) -> int:
        """Fork as `os.fork` does; the child is number 1 of a new namespace of processes."""
        _must(_libc.unshare(_NEW_PROCESSES), "unshare")
        pid = _fork()
        if pid != 0:
            _must(_libc.setns(self._own_processes, _NEW_PROCESSES), "setns")
        return pid

    def tasks(self, pid: int) -> tuple[int, int]:
        """Find the threads of a fork in `/proc`, which only this process can still reach.

        Returns:
            A descriptor of the folder of its threads, and the number of the first one in it.

        Raises:
            OSError: if it is not there.
        """
        handle = os.pidfd_open(pid)
        try:
            about = os.open(f"self/fdinfo/{handle}", os.O_RDONLY, dir_fd=self._proc)
            with open(about, encoding="ascii") as file:
                fields = dict(line.split(":", 1) for line in file if ":" in line)
        finally:
            os.close(handle)
        number = int(fields["Pid"])
        folder = f"{number}/task"
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY, dir_fd=self._proc), number

    def enter_scratch(self, mount: int) -> None:
        """In a fork: have a file system as the scratch, for this process alone.

        Args:
            mount: see `new_scratch`.
        """
        _must(_libc.unshare(_NEW_MOUNTS), "unshare")
        _call(_MOVE_MOUNT, mount, b"", _AT_HERE, self._scratch.encode(), _EMPTY_PATH)


def _end_with(pid: int) -> NoReturn:
    """Wait for the child, and end as it does."""
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os._exit(status if status >= 0 else 1)


def _number_outside() -> int:
    """The number of this process where `/proc` was mounted, which is not 1 there."""
    return int(os.readlink("/proc/self"))


def _make_place(root: str, path: str, *, folder: bool) -> None:
    """Make what something is mounted on; whoever is asked for may pass through its folders."""
    place = root
    *parents, name = path.strip("/").split("/")
    for parent in parents:
        place = f"{place}/{parent}"
        _make_folder(place)
    if folder:
        _make_folder(f"{place}/{name}")
    else:
        os.close(os.open(f"{place}/{name}", os.O_CREAT | os.O_WRONLY, 0o644))


def _make_folder(path: str) -> None:
    if not os.path.isdir(path):
        os.mkdir(path)
        os.chmod(path, 0o755)  # noqa: S103 - whatever the umask is


def _mount(
    source: str | None, target: str, kind: str | None, flags: int, options: str | None = None
) -> None:
    texts = [None if text is None else os.fsencode(text) for text in (source, target, kind)]
    data = None if options is None else options.encode()
    _must(_libc.mount(*texts, ctypes.c_ulong(flags), data), f"mount {target}")


def _number_of(name: str) -> int:
    import pyseccomp as seccomp  # noqa: PLC0415 - Linux only, and needs libseccomp

    return int(seccomp.resolve_syscall(seccomp.Arch.NATIVE, name))


def _call(number: int, *arguments: Any) -> int:
    """A system call for which C libraries may have no function."""
    passed = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return _must(_libc.syscall(ctypes.c_long(number), *passed), f"system call {number}")


def _must(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
