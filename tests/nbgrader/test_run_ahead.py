"""What nbgrader is about to ask is asked ahead, and its question gets that very reply."""

from __future__ import annotations

import threading

import pytest

from autograder.collecting.pieces import Piece
from autograder.nbgrader.notebook_grading import GradedNotebook, NotebookRun
from autograder.nbgrader.run_ahead import NotebookName, RunAhead
from autograder.workers.worker_process import WorkerLostError

NAMES = [NotebookName(f"s{number}", "p1") for number in range(20)]


def run_of(text):
    """A notebook of one cell."""
    return NotebookRun([Piece(0, text)], [])


class FakeWorker:
    """Says how long a notebook took; `stop` ends what never ends."""

    def __init__(self, asked):
        self.asked = asked
        self.stopped = threading.Event()
        self.closed = False

    def ask(self, run):
        self.asked.append(run.pieces[0].source)
        if run.pieces[0].source == "lost" or (run.pieces[0].source == "slow" and self.wait()):
            raise WorkerLostError("judging_ended")
        return GradedNotebook([], {}, seconds=float(len(run.pieces[0].source)))

    def wait(self):
        return self.stopped.wait(10)

    def stop(self):
        self.stopped.set()

    def close(self):
        self.closed = True


@pytest.fixture
def asked():
    """The notebooks that workers were asked for."""
    return []


def ahead_for(asked, foresee=lambda name: [run_of(name.student)]):
    """Two workers ahead of a class of twenty."""
    return RunAhead(NAMES, foresee, lambda: FakeWorker(asked), 2)


def test_each_notebook_runs_once(asked):
    """In the order of the class, and some of them before they are asked for."""
    ahead = ahead_for(asked)
    replies = [ahead.ask(name, run_of(name.student)) for name in NAMES]
    ahead.close()
    assert [reply.seconds for reply in replies] == [float(len(name.student)) for name in NAMES]
    assert sorted(asked) == sorted(name.student for name in NAMES)


def test_a_run_that_was_not_foreseen_is_asked_then(asked):
    """What was foreseen of that notebook says nothing about it."""
    ahead = ahead_for(asked)
    assert ahead.ask(NAMES[0], run_of("something else")).seconds == len("something else")
    ahead.close()


def test_only_some_are_foreseen_and_those_passed_over_make_room(asked):
    """A submission that nbgrader cannot begin keeps nobody from running ahead."""
    foreseen = []

    def foresee(name):
        foreseen.append(name)
        return [run_of(name.student)]

    ahead = ahead_for(asked, foresee)
    assert foreseen == NAMES[:8]
    ahead.ask(NAMES[18], run_of("s18"))
    ahead.close()
    assert foreseen == [*NAMES[:8], *NAMES[18:]]
    assert asked.count("s18") == 1


def test_a_lost_worker_is_the_result_of_that_notebook(asked):
    """And of no other one."""
    ahead = ahead_for(asked, lambda name: [run_of("lost" if name == NAMES[0] else "fine")])
    with pytest.raises(WorkerLostError):
        ahead.ask(NAMES[0], run_of("lost"))
    assert ahead.ask(NAMES[1], run_of("fine")).seconds == len("fine")
    ahead.close()


def test_whoever_interrupts_does_not_wait_for_what_runs(asked):
    """Workers that are busy are ended."""
    ahead = ahead_for(asked, lambda name: [run_of("slow")])
    ahead.close()
    assert len(asked) <= 2
