"""What is not there when a submission is graded: other programs, the network, somebody who types.

The kernel refuses them whatever stands here. This has what Python code calls say so in a sentence,
and has what a notebook asks of the shell (`!pip install`, `%conda`, `%%bash`) do nothing.
"""

from __future__ import annotations

import builtins
import contextlib
import importlib
import os
import socket
import sys
from typing import Any, NoReturn

__all__ = ["NOBODY_TYPES", "NOT_RUN", "NO_NETWORK", "refuse", "refuse_input", "without_programs"]

NOT_RUN = "other programs are not run when this is graded"
NO_NETWORK = f"there is no network, and {NOT_RUN}"
NOBODY_TYPES = "nobody is there to type an answer"
"""Sentences that a report translates: see `report.messages.translated`."""

_PROGRAMS = ("fork", "forkpty", "posix_spawn", "posix_spawnp", "execv", "execve")
_LOOK_UPS = (
    "getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo",
    "socketpair",
)  # fmt: skip
_LINE_MAGICS = ("pip", "conda", "mamba", "micromamba", "uv")
_CELL_MAGICS = (
    "script", "bash", "sh", "cmd", "perl", "ruby", "python", "python2", "python3", "pypy",
)  # fmt: skip


def refuse() -> None:
    """Have Python's ways to programs, to the network and to a keyboard say that none is there.

    Other functions of the standard library come down to the few that are replaced here.
    """
    for name in _PROGRAMS:
        setattr(os, name, _no_program)
    os.system = _say_not_run
    with contextlib.suppress(ImportError):
        import _posixsubprocess  # noqa: PLC0415 - not everywhere

        _posixsubprocess.fork_exec = _no_program
    started = sys.modules.get("subprocess")
    if started is not None:
        started._fork_exec = _no_program  # type: ignore[attr-defined]
    with contextlib.suppress(ImportError):
        shared: Any = importlib.import_module("_multiprocessing")
        shared.SemLock = _NoSemaphore
    os.pipe = os.pipe2 = _no_program
    _measure_by_times()
    for name in _LOOK_UPS:
        setattr(socket, name, _no_network)
    socket.socket.__init__ = _open_known_socket  # type: ignore[method-assign]
    refuse_input()


def refuse_input() -> None:
    """Have `input` say that nobody answers."""
    builtins.input = _nobody_types


def without_programs(shell: Any) -> None:
    """Have an IPython shell print one line in the place of every other program."""
    from IPython.utils.text import LSString, SList  # noqa: PLC0415 - notebooks only

    def getoutput(command: str, split: bool = True, depth: int = 0) -> Any:
        _say_not_run(command)
        return SList() if split else LSString("")

    def system(command: str) -> None:
        _say_not_run(command)

    shell.system = shell.system_raw = shell.system_piped = system
    shell.getoutput = getoutput
    for name in _LINE_MAGICS:
        shell.register_magic_function(system, "line", name)
    for name in _CELL_MAGICS:
        shell.register_magic_function(lambda line, cell: system(line), "cell", name)


def _say_not_run(command: Any = "") -> int:
    sys.stdout.write(f"{NOT_RUN}\n")
    return 1


def _no_program(*args: Any, **named: Any) -> NoReturn:
    raise PermissionError(NOT_RUN)


def _no_network(*args: Any, **named: Any) -> NoReturn:
    raise PermissionError(NO_NETWORK)


def _nobody_types(prompt: object = "", /) -> NoReturn:
    raise EOFError(NOBODY_TYPES)


class _NoSemaphore:
    """What processes share is asked for before the first of them is started."""

    SEM_VALUE_MAX = 2**31 - 1

    def __new__(cls, *args: Any, **named: Any) -> NoReturn:
        raise PermissionError(NOT_RUN)


def _measure_by_times() -> None:
    """Have `resource.getrusage` tell processor times alone.

    The call itself is refused: it counts pages that were not in memory, and so tells which were.
    """
    resource: Any = importlib.import_module("resource")

    def getrusage(who: int) -> Any:
        used = os.times()
        own = who != resource.RUSAGE_CHILDREN
        return resource.struct_rusage(
            (used.user if own else used.children_user, used.system if own else used.children_system)
            + (0,) * 14
        )

    resource.getrusage = getrusage


_open_socket = socket.socket.__init__


def _open_known_socket(
    self: socket.socket, family: int = -1, type: int = -1, proto: int = -1, fileno: Any = None
) -> None:
    if fileno is None:
        raise PermissionError(NO_NETWORK)
    _open_socket(self, family, type, proto, fileno)
