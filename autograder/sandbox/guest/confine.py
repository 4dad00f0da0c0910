"""The inner layer: the rights that a fork gives up before any student code runs.

Each step only removes rights. What is left is a process that can compute, read Python and its
packages, write a few files and folders into one directory, start threads, and answer on one pipe.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.sandbox.guest.read_rules import ReadRules

__all__ = [
    "address_space",
    "close_all_but",
    "confine",
    "counts_threads",
    "end_with_parent",
    "inner_layer",
    "others_can_read",
]

_NOBODY = 65534
_FIRST_USER = 0x70000000
_PR_SET_PDEATHSIG, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 24, 38
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446
_NET_BIND_CONNECT, _SCOPE_ABSTRACT_AND_SIGNAL = 3, 3

if sys.platform == "linux":
    import resource

    _libc = ctypes.CDLL(None, use_errno=True)


def inner_layer() -> dict[str, Any]:
    """Ask the kernel which parts of the inner layer it offers.

    Returns:
        `landlock`: the version of its interface, 0 where there is none; `seccomp`: whether a
        filter can be built here.
    """
    version = _libc.syscall(_LANDLOCK_CREATE, None, 0, 1) if sys.platform == "linux" else 0
    ctypes.set_errno(0)
    return {"landlock": max(int(version), 0), "seccomp": _seccomp_works()}


def _seccomp_works() -> bool:
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            supported = any(line.startswith("Seccomp:") for line in status)
        import pyseccomp  # noqa: F401, PLC0415 - needs libseccomp, which may be missing
    except (ImportError, OSError, RuntimeError):
        return False
    return supported


def counts_threads() -> bool:
    """Whether a bound on threads would count those of this sandbox alone.

    They are counted per user and namespace: elsewhere it would count the instructor's own programs.
    """
    if os.getuid() == 0:
        return True
    with open("/proc/self/uid_map", encoding="ascii") as uid_map:
        return uid_map.read().split() != ["0", "0", "4294967295"]


def address_space() -> int:
    """How much this process has mapped: mostly libraries that are never touched."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def confine(
    *,
    limits: dict[str, Any],
    scratch: str,
    lay_out: Callable[[], None],
    becomes_another: bool,
    files: ReadRules,
    keep: tuple[int, ...],
    calls: Any,
    parent: int,
    address_space: int,
    counts_threads: bool,
) -> None:
    """Give up every right that a submission does not need. There is no way back.

    Args:
        limits: the fields of `Limits`.
        scratch: the only directory that may be written.
        lay_out: puts what is given there; links cannot be made later.
        becomes_another: whether another user can read what it needs; see `others_can_read`.
        files: made of these before the fork: opening them takes longer than handing them over.
        keep: descriptors that stay open, beside the first three.
        calls: made by `call_filter` before the fork: making it takes longer than loading it.
        parent: the process that forked this one; this one ends with it.
        address_space: of the warm interpreter; a submission gets its memory beside it.
        counts_threads: see the function.

    Raises:
        OSError: if the kernel refuses a step; then no code of a submission may run.
    """
    os.chdir(scratch)
    _drop_user(scratch, becomes_another=becomes_another)
    _drop_capabilities()
    lay_out()
    files.restrict(scratch)
    _restrict_scopes()
    # What the rules were made of is among them: more than may be open from here on.
    close_all_but(keep)
    _set_rlimits(limits, address_space, counts_threads=counts_threads)
    end_with_parent(parent)
    calls.load()


def end_with_parent(parent: int) -> None:
    """Have the kernel end this process when the one that forked it ends, in whatever way.

    The kernel forgets this when a process becomes another user, so do that first.

    Raises:
        OSError: if the parent is over already.
    """
    _must(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "parent death signal")
    if os.getppid() != parent:
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))


def close_all_but(keep: tuple[int, ...]) -> None:
    """Close every descriptor from 3 upwards but those to keep."""
    lowest = 3
    for fd in sorted(keep):
        os.closerange(lowest, fd)
        lowest = fd + 1
    os.closerange(lowest, 1 << 16)


def _set_rlimits(limits: dict[str, Any], address_space: int, *, counts_threads: bool) -> None:
    scratch = limits["scratch_mb"] << 20
    bounds = {
        "CORE": 0,
        "CPU": limits["cpu_seconds"],
        "FSIZE": scratch,
        "NOFILE": 64,
        "MEMLOCK": 0,
        "MSGQUEUE": 0,
        "AS": address_space + (limits["memory_mb"] << 20),
    }
    if counts_threads:
        bounds["NPROC"] = limits["threads"]
    for name, bound in bounds.items():
        number = getattr(resource, f"RLIMIT_{name}")
        hard = resource.getrlimit(number)[1]
        capped = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(number, (capped, capped))


def _drop_user(scratch: str, *, becomes_another: bool) -> None:
    if os.geteuid() != 0:
        return
    user = _somebody(scratch)
    if not becomes_another:
        # The interpreter is under root's home, where another user could not read it. Become another
        # user only for counting threads, since root's are not counted. The capabilities go anyway,
        # and Landlock bounds what may be opened.
        os.chown(scratch, 0, 0)
        os.setresuid(user, -1, -1)
        return
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _somebody(scratch: str) -> int:
    """Choose a user for this fork alone, and give it the scratch directory.

    Threads are counted by user: as one user, all forks would share the bound of one.
    """
    user = _FIRST_USER + int.from_bytes(os.urandom(3), "big")
    try:
        os.chown(scratch, user, user)
    except OSError:
        # A container may know only a few users.
        user = _NOBODY
        os.chown(scratch, user, user)
    return user


def others_can_read(paths: Sequence[str]) -> bool:
    """Whether a user who is not root could read the interpreter and all of these paths."""
    folders = {sys.base_prefix, sys.prefix, *paths}
    for path in list(folders):
        while path != os.path.dirname(path):
            path = os.path.dirname(path)  # noqa: PLW2901
            folders.add(path)
    return all(os.stat(path).st_mode & 0o001 for path in folders if os.path.isdir(path))


def _drop_capabilities() -> None:
    for capability in range(64):
        if (
            _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) < 0
            and ctypes.get_errno() == errno.EINVAL
        ):
            break  # this kernel has no more
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    nothing = (ctypes.c_uint32 * 6)()
    _must(_libc.capset(ctypes.byref(header), ctypes.byref(nothing)), "capset")
    _must(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


def _restrict_scopes() -> None:
    """Forbid TCP, and signals and abstract sockets to anybody outside, where the kernel can."""
    version = inner_layer()["landlock"]
    if version < 4:
        return
    scopes = _SCOPE_ABSTRACT_AND_SIGNAL if version >= 6 else 0
    attributes = (ctypes.c_uint64 * 3)(0, _NET_BIND_CONNECT, scopes)
    size = 24 if version >= 6 else 16
    ruleset = _must(_libc.syscall(_LANDLOCK_CREATE, attributes, size, 0), "landlock scopes")
    _must(_libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0), "landlock scopes")
    os.close(ruleset)


def _must(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
