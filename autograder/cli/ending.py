"""How a command ends: its exit codes, and one sentence about what keeps it from going on."""

from __future__ import annotations

import errno
import signal
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from autograder.errors import AutograderError, CourseError
from autograder.interrupting import end_when_told, is_told

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["FAILED", "OK", "USAGE", "console", "end_by_what_it_raises", "stop"]

OK, FAILED, USAGE = 0, 1, 2
"""All passed; something failed; wrong usage or a broken course."""

_TERMINATED = 128 + signal.SIGTERM


_OF_A_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
"""What a disk does that is full or broken; often no file is named."""


class StopError(AutograderError):
    """A command cannot go on.

    Attributes:
        code: the exit code.
    """

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def stop(sentence: str, code: int = USAGE) -> NoReturn:
    """End the command with one sentence on standard error."""
    raise StopError(sentence, code)


def console(*, stderr: bool = False) -> Console:
    """The console that people read."""
    from rich.console import Console  # noqa: PLC0415 - machines do without

    return Console(stderr=stderr, highlight=False)


def end_by_what_it_raises(command: Callable[[], int], language: Callable[[], str]) -> NoReturn:
    """Run a command and end this process; what a user can be told is one sentence.

    Args:
        command: returns the exit code.
        language: in which a student is told what went wrong; asked only then.
    """
    if threading.current_thread() is threading.main_thread():
        end_when_told()
    try:
        code = command()
        sys.exit(_TERMINATED if is_told(signal.SIGTERM) else code)
    except KeyboardInterrupt:
        sys.exit(_TERMINATED if is_told(signal.SIGTERM) else 128 + signal.SIGINT)
    except OSError as error:
        if error.filename is None and error.errno not in _OF_A_DISK:
            raise
        where = "" if error.filename is None else f"{error.filename}: "
        print(f"autograder: {where}{error.strerror}", file=sys.stderr)
        sys.exit(USAGE)
    except AutograderError as error:
        from autograder.cli.student_desk import student_error  # noqa: PLC0415 - seldom needed

        for line in student_error(error, language()).splitlines():
            print(f"autograder: {line}", file=sys.stderr)
        if isinstance(error, CourseError) and len(error.faults) > 1:
            print(f"autograder: {len(error.faults)} faults", file=sys.stderr)
        sys.exit(error.code if isinstance(error, StopError) else USAGE)
