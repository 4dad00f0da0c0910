"""What tests ask of the forks of a sandbox."""

from __future__ import annotations

import os

from autograder.sandbox.warm_interpreter import WarmInterpreter

__all__ = ["died_of_signal", "drop_ahead"]


def drop_ahead(warm: WarmInterpreter) -> None:
    """End the fork that nobody has asked for yet, so that none is there.

    Raises:
        SandboxUnavailableError: if the warm interpreter is gone, and it too.
    """
    ahead, warm._ahead = warm._ahead, None
    if ahead is not None:
        warm.catch_up()
        ahead.close()
        warm.end(ahead.pid)


def died_of_signal(status: int) -> int | None:
    """The signal that ended a process, or None if the process exited by itself."""
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
