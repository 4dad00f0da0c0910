"""A process for a student's own code that is there before a key is read: this one, divided in two.

Python and NumPy are loaded once for both. What is read afterwards is in one of them alone: the half
that runs the student's code has never had a key, an expected value or points in its memory.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import IO, Final, NoReturn

from autograder.sandbox.codec import Value
from autograder.sandbox.frames import frame

__all__ = ["ReadyProcess", "divide"]

_AS_PYTHON_BEGINS: Final = (700, 10, 10)
"""How often garbage is looked for, whatever the command has set for itself."""


class ReadyProcess:
    """The other half, as `subprocess.Popen` would show it.

    Attributes:
        pid: of the process, which leads a group of its own.
        stdin: where it is asked.
        stdout: where it answers.
    """

    def __init__(self, pid: int, requests: int, answers: int) -> None:
        self.pid = pid
        self.stdin: IO[bytes] = os.fdopen(requests, "wb")
        self.stdout: IO[bytes] = os.fdopen(answers, "rb")

    def begin(self, folder: str, output_limit: int) -> None:
        """Say where it works, and how much may be printed there.

        Raises:
            OSError: if it has ended.
        """
        first: dict[str, Value] = {"folder": folder, "output_limit": output_limit}
        self.stdin.write(frame(first))
        self.stdin.flush()

    def kill(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Wait for its end."""
        return os.waitpid(self.pid, 0)[1]


def divide() -> ReadyProcess | None:
    """Divide this process; None where that is not known to work.

    It must have no other thread, nor have had those of a numerical library. Whoever calls
    this has read nothing yet that a student's code must not see.
    """
    if not sys.platform.startswith("linux") or not _writes_utf8():
        return None
    # Whoever reads a key needs most of this too.
    from autograder.sandbox.guest import absent, serving  # noqa: F401, PLC0415
    from autograder.sandbox.guest.unconfined import serve_when_told  # noqa: PLC0415

    requests, asks = os.pipe()
    answered, answers = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(asks)
        os.close(answered)
        _serve(requests, answers, serve_when_told)
    os.close(requests)
    os.close(answers)
    return ReadyProcess(pid, asks, answered)


def _writes_utf8() -> bool:
    """Whether files that are opened without an encoding are read as UTF-8, as students' are."""
    with open(os.devnull) as file:
        return file.encoding.lower().replace("-", "") == "utf8"


def _serve(requests: int, answers: int, serve: Callable[[int, int], None]) -> NoReturn:
    try:
        gc.set_threshold(*_AS_PYTHON_BEGINS)
        os.setsid()
        if not sys.flags.safe_path:
            del sys.path[0]
        serve(requests, answers)
    finally:
        os._exit(1)
