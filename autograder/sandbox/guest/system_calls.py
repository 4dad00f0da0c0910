"""The system calls of a fork: by list, each with the reason why it tells nothing of another fork.

Whatever is not listed is refused. A call is listed only if computing, importing, plotting,
notebooks or threads need it, and if nothing that it returns depends on what another fork did.
"""

from __future__ import annotations

import ctypes
import errno
import os
from dataclasses import dataclass
from typing import Any

__all__ = ["ANSWERED", "FAMILIES", "FILTERED", "Answered", "Family", "Filtered", "call_filter"]


@dataclass(frozen=True)
class Family:
    """Calls that are allowed with any arguments.

    Attributes:
        title: what they are for.
        calls: their names.
        reason: why they carry nothing.
    """

    title: str
    calls: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Filtered:
    """A call that is allowed with some values of one argument, and refused with all others.

    Attributes:
        call: its name.
        argument: which one is looked at, from 0.
        values: those that are allowed, where `mask` is not given; all 64 bits are compared.
        shown: the values by their names.
        reason: why these carry nothing, and what the others would do.
        mask: the bits that are compared.
        also: another argument, and its only value.
    """

    call: str
    argument: int
    values: tuple[int, ...]
    shown: str
    reason: str
    mask: int | None = None
    also: tuple[int, int] | None = None


@dataclass(frozen=True)
class Answered:
    """A call that is not carried out, and answered by something other than a refusal.

    Attributes:
        call: its name.
        number: of the error; 0 says that it was done.
        shown: the answer in words.
        reason: why.
        masked: an argument, a mask and the value for which it is so; None for every call.
    """

    call: str
    number: int
    shown: str
    reason: str
    masked: tuple[int, int, int] | None = None


FAMILIES = (
    Family(
        "reading and writing",
        tuple("read readv pread64 preadv write writev pwrite64 pwritev lseek".split()),
        "What can be opened is a fork's own scratch, its own two pipes, devices without a "
        "state, and installed files that nobody here can write. `preadv2` and `pwritev2` are "
        "not listed: with RWF_NOWAIT they say whether a page is in the cache.",
    ),
    Family(
        "opening and closing",
        tuple("open openat close close_range".split()),
        "Landlock bounds what can be opened. Leases, locks and notices need `fcntl`, `flock` or "
        "`inotify`. `openat2` is not listed: with RESOLVE_CACHED it says whether a name is in "
        "the cache.",
    ),
    Family(
        "asking about files",
        tuple(
            "stat fstat lstat newfstatat access faccessat faccessat2 readlink readlinkat "
            "getdents getdents64 getcwd".split()
        ),
        "Landlock does not govern `stat`. Each fork sees a tree of its own: read-only mounts of "
        "installed files, where reading sets no time of access, and a file system of its own, "
        "whose inode numbers begin anew; no `/proc`, no other folder. Where namespaces cannot "
        "be made this is not so, and SECURITY.md says what is left. `statfs` and `fstatfs` are "
        "not listed: they count the free room of a file system. Nor is `statx`, which nothing "
        "needs.",
    ),
    Family(
        "the scratch",
        tuple(
            "mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 chdir ftruncate "
            "truncate fallocate".split()
        ),
        "Landlock bounds them to the scratch, which no other fork sees and which ends with it.",
    ),
    Family(
        "descriptors",
        tuple("dup dup2 dup3 eventfd eventfd2".split()),
        "A fork's own table. An event counter has no name and no inode of its own. `pipe` is "
        "not listed: all pipes of the machine are numbered by one counter, which `fstat` shows.",
    ),
    Family(
        "waiting for descriptors",
        tuple(
            "poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait "
            "epoll_pwait epoll_pwait2".split()
        ),
        "They wait for a fork's own descriptors, which it shares with nobody but the grader. "
        "The system's count of watched descriptors is far above what 64 descriptors can reach.",
    ),
    Family(
        "memory",
        tuple("mmap munmap mremap mprotect msync brk".split()),
        "A fork's own memory; files can be mapped as they can be read, so that nobody can "
        "change a page that another fork sees. `mincore` and `cachestat` are not listed: they "
        "say which pages are in the cache.",
    ),
    Family(
        "signals",
        tuple(
            "rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait "
            "rt_sigsuspend sigaltstack restart_syscall".split()
        ),
        "They are about the signals that a fork itself receives. It can send none.",
    ),
    Family(
        "threads",
        tuple("set_robust_list rseq sched_yield gettid getpid getppid exit exit_group".split()),
        "Numbers of processes and threads are counted in a namespace of each fork, where the "
        "fork is number 1. Where namespaces cannot be made they are the machine's: see "
        "SECURITY.md. `getcpu` and giving up the processor tell of load, as any clock does.",
    ),
    Family(
        "clocks",
        tuple("gettimeofday time times nanosleep getitimer setitimer alarm".split()),
        "The time of day and the fork's own processor time. Timing remains: see SECURITY.md.",
    ),
    Family(
        "who this is",
        tuple(
            "getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp getrlimit "
            "uname getcpu".split()
        ),
        "Set before a fork begins, and constant. Where root grades, a fork's user is a random "
        "number. `getpgid`, `getsid`, `capget` and `getpriority` are not listed: they take the "
        "number of another process and say whether it is there.",
    ),
    Family(
        "random numbers",
        ("getrandom",),
        "The kernel's generator, of which no state can be seen.",
    ),
)

_OTHER_FLAGS = 0xFFFFFFFF_FFFFFFFF ^ 0x7D0F00
_CLONE_THREAD = 0x00010000

FILTERED = (
    Filtered(
        "clone",
        0,
        (_CLONE_THREAD,),
        "the flags that C libraries use to start a thread, CLONE_THREAD among them",
        "No process, no namespace. With CLONE_PIDFD the inode number of the descriptor would "
        "count all processes that the machine ever started.",
        mask=_OTHER_FLAGS | _CLONE_THREAD,
    ),
    Filtered(
        "futex",
        1,
        (128,),
        "operations with FUTEX_PRIVATE_FLAG",
        "They wait for and wake the fork's own threads. Others also meet by a page of a file "
        "that both sides can merely read: one waits, and the other is told how many it has "
        "woken.",
        mask=128,
    ),
    Filtered(
        "clock_gettime",
        0,
        (0, 1, 2, 3, 4, 5, 6, 7, 11),
        "the machine's clocks, and the fork's own processor time",
        "Negative numbers are the processor times of other processes, to the nanosecond.",
    ),
    Filtered(
        "clock_getres",
        0,
        (0, 1, 2, 3, 4, 5, 6, 7, 11),
        "the same",
        "A constant; of another process's clock it says whether the process is there.",
    ),
    Filtered(
        "clock_nanosleep",
        0,
        (0, 1, 7),
        "CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_BOOTTIME",
        "With the clock of another process it would wake up when that one has computed.",
    ),
    Filtered(
        "fcntl",
        1,
        (0, 1, 2, 3, 1030),
        "F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC",
        "A fork's own table of descriptors. Others lock files (F_SETLK, F_OFD_SETLK, "
        "F_SETLEASE), say who has locked them (F_GETLK), or tell of changes (F_NOTIFY, "
        "F_SETOWN, F_SETSIG).",
    ),
    Filtered(
        "ioctl",
        1,
        (0x5401, 0x5413, 0x5450, 0x5451, 0x541B),
        "TCGETS, TIOCGWINSZ, FIONCLEX, FIOCLEX, FIONREAD",
        "They ask whether a descriptor is a terminal, which none is, close it on exec, or count "
        "what can be read from the fork's own pipe. Others set a flag for all who share a "
        "description.",
    ),
    Filtered(
        "madvise",
        2,
        (4, 8, 14, 15, 102, 103),
        "MADV_DONTNEED, MADV_FREE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_GUARD_INSTALL, "
        "MADV_GUARD_REMOVE",
        "They are about the fork's own memory. Others load a file's pages into the cache "
        "(MADV_WILLNEED, MADV_POPULATE_READ), drop them (MADV_PAGEOUT, MADV_COLD), or have "
        "equal pages of several processes become one (MADV_MERGEABLE).",
    ),
    Filtered(
        "prctl",
        0,
        (15,),
        "PR_SET_NAME",
        "The name of a thread, which nobody can read without `/proc`.",
    ),
    Filtered(
        "prlimit64",
        0,
        (0,),
        "of the process itself, and without a new limit",
        "Constant. With another process's number it says whether that one is there.",
        also=(2, 0),
    ),
    Filtered(
        "sched_getaffinity",
        0,
        (0,),
        "of the thread itself",
        "Constant, since no fork can set it. With another number it says whether that thread is "
        "there.",
    ),
)

ANSWERED = (
    Answered(
        "clone3",
        errno.ENOSYS,
        "there is no such call",
        "Its flags lie in memory, where a filter sees nothing; C libraries then use `clone`.",
    ),
    Answered(
        "futex",
        errno.EAGAIN,
        "try again",
        "Without FUTEX_PRIVATE_FLAG: what joins a thread waits so, and then asks again until "
        "the thread is over.",
        masked=(1, 128, 0),
    ),
    Answered(
        "fsync",
        0,
        "done",
        "Nothing in a scratch has to last, and how long it takes tells what others write.",
    ),
    Answered("fdatasync", 0, "done", "The same."),
)


class CallFilter:
    """A seccomp filter as the kernel takes it, compiled once for all forks.

    Args:
        program: instructions of eight bytes each.
    """

    def __init__(self, program: bytes) -> None:
        self._instructions = ctypes.create_string_buffer(program, len(program))
        self._program = _Program(len(program) // 8, ctypes.addressof(self._instructions))

    def load(self) -> None:
        """Have only what it allows, in this process; there is no way back.

        Raises:
            OSError: if the kernel refuses it.
        """
        libc = ctypes.CDLL(None, use_errno=True)
        if (
            libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0
            or libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(self._program), 0, 0) < 0
        ):
            number = ctypes.get_errno()
            raise OSError(number, f"seccomp: {os.strerror(number)}")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2


def call_filter() -> CallFilter:
    """The seccomp filter, not yet loaded: it allows by list and refuses everything else.

    An allow list also refuses calls that a later kernel adds. libseccomp kills calls of
    another architecture (32-bit, x32) before it looks at any rule.
    """
    import pyseccomp as seccomp  # noqa: PLC0415 - Linux only, and needs libseccomp

    rules = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    for family in FAMILIES:
        for call in family.calls:
            _add(rules, seccomp.ALLOW, call)
    for each in FILTERED:
        also = [] if each.also is None else [seccomp.Arg(each.also[0], seccomp.EQ, each.also[1])]
        for value in each.values:
            condition = (
                seccomp.Arg(each.argument, seccomp.EQ, value)
                if each.mask is None
                else seccomp.Arg(each.argument, seccomp.MASKED_EQ, each.mask, value)
            )
            _add(rules, seccomp.ALLOW, each.call, condition, *also)
    for answer in ANSWERED:
        conditions = []
        if answer.masked is not None:
            argument, mask, value = answer.masked
            conditions = [seccomp.Arg(argument, seccomp.MASKED_EQ, mask, value)]
        _add(rules, seccomp.ERRNO(answer.number), answer.call, *conditions)
    return CallFilter(_compiled(rules))


def _compiled(rules: Any) -> bytes:
    """The program of some rules; loading them as rules would compile it anew in each fork."""
    import pyseccomp as seccomp  # noqa: PLC0415 - Linux only, and needs libseccomp

    compiled = os.memfd_create("filter")
    try:
        # The package has no function of its own for this one of the library.
        failed = seccomp._libseccomp.seccomp_export_bpf(rules._filter, compiled)
        if failed:
            raise OSError(-failed, f"seccomp: {os.strerror(-failed)}")
        return os.pread(compiled, os.fstat(compiled).st_size, 0)
    finally:
        os.close(compiled)


def _add(rules: Any, action: Any, call: str, *conditions: Any) -> None:
    try:
        rules.add_rule(action, call, *conditions)
    except (OSError, ValueError, RuntimeError):
        # The call is not of this architecture (`open` on ARM), or newer than this libseccomp. It
        # stays refused, which is safe.
        return
