"""What runs in a worker, run in this process: a job, its setup, then requests until nobody asks."""

from __future__ import annotations

import os
import signal

import pytest

from autograder.sandbox.frames import read_message, write_message
from autograder.workers import worker_main
from autograder.workers.wire import FROM_WORKER, TO_WORKER

BUDGET = {"processor_seconds": 30.0, "memory_mb": 1 << 16}


@pytest.fixture
def answers_to(monkeypatch):
    """A function that has a job answer requests."""
    limited = []
    monkeypatch.setattr(worker_main, "_limit_memory", limited.append)
    before = signal.getsignal(signal.SIGTERM)

    def run(job, *requests):
        their_requests, mine = os.pipe()
        answers, theirs = os.pipe()
        first = {"job": f"tests.workers.jobs:{job}", "setup": "", "budget": BUDGET}
        for message in (first, *requests):
            write_message(mine, message, TO_WORKER)
        os.close(mine)
        monkeypatch.setattr("sys.argv", ["worker", str(their_requests), str(theirs)])
        try:
            worker_main.main()
            os.close(theirs)
            return [read_message(answers, FROM_WORKER) for _ in range(len(requests) + 1)], limited
        finally:
            os.close(answers)
            os.close(their_requests)

    yield run
    signal.signal(signal.SIGTERM, before)


def test_requests_are_answered_one_after_the_other(answers_to):
    """After the worker has said that it is ready, and has bounded its memory."""
    answered, limited = answers_to("DEEDS", ("double", 2), ("double", "a"))
    assert answered == [{"reply": True}, {"reply": 4}, {"reply": "aa"}]
    assert limited == [BUDGET["memory_mb"]]


def test_an_error_is_answered_by_its_name(answers_to):
    """And the next request is answered all the same; without confinement it says what is missing."""
    asked = (("raise", 3), ("no data", 0), ("unavailable", "landlock"), ("double", 1))
    answered, _ = answers_to("DEEDS", *asked)
    assert answered[1:] == [
        {"failed": "IndexError"},
        {"failed": "DoorError"},
        {"unavailable": "nothing can be confined", "missing": ["landlock"]},
        {"reply": 2},
    ]


def test_a_job_that_cannot_begin_ends_the_worker(answers_to):
    """With the reason."""
    answered, _ = answers_to("NEVER")
    assert answered == [{"unavailable": "this system has no landlock", "missing": ["landlock"]}]
