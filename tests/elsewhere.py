"""A Python as on a system that is not Linux: `python elsewhere.py [options] -m module arguments`, or `-c`.

What Windows and macOS do not have is not there, also in the processes that it starts.
"""

from __future__ import annotations

import os
import runpy
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

MISSING = {"resource", "fcntl", "grp", "pwd", "termios", "tty", "pty", "landlock", "pyseccomp"}


class NotThere:
    """Finds what this system does not have, and says so."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Asked before all others."""
        if name.partition(".")[0] in MISSING:
            raise ImportError(f"there is no {name} on this system")


def leave_linux() -> None:
    """Take away what is Linux's, and what is not everywhere."""
    # The standard library has used it, or has to begin with it.
    import asyncio  # noqa: F401
    import multiprocessing.util  # noqa: F401
    import pathlib  # noqa: F401
    import shutil  # noqa: F401
    import sysconfig
    import tempfile  # noqa: F401

    sysconfig.get_config_vars()  # a file that is named after the system
    for name in MISSING & set(sys.modules):
        del sys.modules[name]
    sys.meta_path.insert(0, NotThere)
    for name in ("AF_UNIX", "SOCK_SEQPACKET", "socketpair", "send_fds", "recv_fds"):
        delattr(socket, name)
    for name in (
        *("fork", "killpg", "setsid", "getuid", "sched_getaffinity", "set_blocking"),
        *("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY"),
    ):
        delattr(os, name)
    for name in ("setitimer", "SIGALRM", "SIGUSR1"):
        delattr(signal, name)
    sys.platform = "darwin"


def python(folder: Path) -> str:
    """A program that is such a Python, made in this folder."""
    path = folder / "python"
    path.write_text(f'#!/bin/sh\nexec {sys.executable} {__file__} "$@"\n', encoding="ascii")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def run(folder: Path, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run it with these arguments."""
    command = [python(folder), *map(str, arguments)]
    environment = {"PATH": os.environ["PATH"], "COLUMNS": "300", "PYTHONUTF8": "1"}
    environment["AUTOGRADER_TEST_PYTHON"] = command[0]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


if __name__ == "__main__":
    leave_linux()
    sys.executable = os.environ["AUTOGRADER_TEST_PYTHON"]
    sys.path.remove(str(Path(__file__).parent))
    program = next(each for each in sys.argv if each in ("-c", "-m"))
    sys.argv = sys.argv[sys.argv.index(program) + 1 :]
    if program == "-c":
        exec(sys.argv[0], {"__name__": "__main__"})
    else:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
