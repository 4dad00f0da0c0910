"""Jobs for workers, with which everything goes wrong that can."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path
from typing import Any

import numpy as np

from autograder.collecting.submission import Submission
from autograder.grading.results import SubmissionResult
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.class_grading import GRADING, GradingSetup
from autograder.workers.worker_process import Job


def _sleep_once(path):
    if not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "at last"


def _unavailable(missing):
    raise SandboxUnavailableError("nothing can be confined", [missing])


_DEEDS = {
    "double": lambda x: x + x,
    "raise": lambda x: [][x],
    "end": os._exit,
    "exit": lambda x: os.kill(os.getpid(), x),
    "loop": lambda x: [None for _ in iter(int, 1)],
    "loop in C": lambda x: np.linalg.matrix_power(np.eye(2000), 2**x),
    "sleep": time.sleep,
    "die once": _sleep_once,
    "much memory": lambda x: len(bytearray(x)),
    "long": lambda x: "x" * x,
    "no data": lambda x: object(),
    "process": lambda x: os.getpid(),
    "unavailable": _unavailable,
}


@contextlib.contextmanager
def _deeds(prefix):
    yield lambda request: _DEEDS[request[0]](request[1])


@contextlib.contextmanager
def _named_deeds(prefix):
    yield lambda request: _DEEDS[request["do"]](request["with"])


@contextlib.contextmanager
def _never(setup):
    raise SandboxUnavailableError("this system has no landlock", ["landlock"])
    yield


DEEDS: Job[str, Any, Any] = Job(f"{__name__}:DEEDS", _deeds, str, Any, Any)
NAMED_DEEDS: Job[str, Any, Any] = Job(f"{__name__}:NAMED_DEEDS", _named_deeds, str, Any, Any)
NEVER: Job[str, Any, Any] = Job(f"{__name__}:NEVER", _never, str, Any, Any)


@contextlib.contextmanager
def _dying(setup):
    with GRADING.begin(setup) as work:

        def grade(submission):
            if submission.student == "squares":
                os.kill(os.getpid(), signal.SIGKILL)
            return work(submission)

        yield grade


DYING_AT_SQUARES = Job(
    f"{__name__}:DYING_AT_SQUARES", _dying, GradingSetup, Submission, SubmissionResult
)
