"""A worker answers, or says why not; whatever ends it, the next request is answered."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import msgspec
import numpy as np
import pytest

from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.worker_process import WorkerLostError, WorkerProcess
from tests.toy_settings import LIMITS
from tests.workers import jobs
from tests.workers.processes import children

pytestmark = pytest.mark.sandbox

ROOT = Path(__file__).resolve().parents[2]
BRIEF = msgspec.structs.replace(LIMITS, judging_seconds=0.5, judging_mb=256)


@pytest.fixture(scope="module", autouse=True)
def _importable():
    """Workers find the jobs of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        yield


@pytest.fixture(scope="module")
def worker():
    """One worker for all tests: each leaves it fit for the next."""
    made = WorkerProcess(jobs.DEEDS, "", BRIEF)
    yield made
    made.close()


def test_what_is_asked_is_answered(worker):
    """With any value of the door."""
    assert worker.ask(("double", 21)) == 42
    assert worker.ask(("double", (1, "a"))) == (1, "a", 1, "a")
    np.testing.assert_array_equal(worker.ask(("double", np.arange(3))), [0, 2, 4])


def test_one_process_answers_one_request_after_the_other(worker):
    """It is not this one."""
    first, second = (worker.ask(("process", None)) for _ in range(2))
    assert first == second != os.getpid()


@pytest.mark.parametrize(
    ("deed", "reason", "error"),
    [
        (("raise", 3), "judging_error", "IndexError"),
        (("end", 0), "judging_ended", ""),
        (("exit", int(signal.SIGSEGV)), "judging_ended", ""),
        (("loop", 0), "judging_time", ""),
        (("loop in C", 30), "judging_time", ""),
        (("much memory", 1 << 30), "judging_error", "MemoryError"),
        (("long", 65 << 20), "judging_error", "DoorError"),
        (("no data", 0), "judging_error", "DoorError"),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else None,
)
def test_whatever_ends_a_request_ends_this_one_alone(worker, deed, reason, error):
    """It says why, and a new process answers the next."""
    with pytest.raises(WorkerLostError) as lost:
        worker.ask(deed)
    assert (lost.value.reason, lost.value.type) == (reason, error)
    assert worker.ask(("double", 1)) == 2


def test_a_worker_that_was_killed_once_is_asked_again(worker, tmp_path):
    """It may have been the machine's fault."""
    assert worker.ask(("die once", str(tmp_path / "died"))) == "at last"


def test_a_worker_that_is_stuck_is_given_up(worker, monkeypatch):
    """By the clock, where it uses no processor time."""
    monkeypatch.setattr(worker, "_seconds", 0.3)
    with pytest.raises(WorkerLostError, match="judging_time"):
        worker.ask(("sleep", 60))


def test_where_nothing_can_be_confined_nothing_is_graded():
    """The error is the same as without workers, when they begin and later."""
    before = children()
    for job, ask in ((jobs.NEVER, None), (jobs.DEEDS, ("unavailable", "landlock"))):
        with pytest.raises(SandboxUnavailableError) as error:
            WorkerProcess(job, "", BRIEF).ask(ask)
        assert error.value.missing == ("landlock",)
    assert children() == before


def test_a_worker_that_works_can_be_ended():
    """And is not left behind."""
    before = children()
    worker = WorkerProcess(jobs.DEEDS, "", LIMITS)
    worker.ask(("double", 1))
    (pid,) = children() - before
    threading.Timer(0.3, os.kill, (pid, signal.SIGSTOP)).start()
    threading.Timer(0.6, os.kill, (pid, signal.SIGCONT)).start()
    worker.ask(("sleep", 0.4))
    worker.close()
    assert children() == before
