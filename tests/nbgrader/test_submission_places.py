"""Whatever goes wrong with one submission of a class is its own result."""

from __future__ import annotations

import contextlib
from types import SimpleNamespace

import pytest
from nbgrader.api import MissingEntry

from autograder.nbgrader.notebook_grading import GradedNotebook, NotebookRun
from autograder.nbgrader.submission_places import Place, RestoredSubmission, error_sentence
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.worker_process import WorkerLostError

RUN = NotebookRun(pieces=[], exercises=["double", "Counter"])


class Grader:
    """The plug-in: it asks its worker once, and then may raise an error."""

    worker = None

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    def __call__(self, notebook, resources):
        self.worker.ask(RUN)
        if self.error is not None:
            raise self.error
        return "graded", resources


class Worker:
    """A worker that is lost, or answers."""

    def __init__(self, lost: WorkerLostError | None = None, *, whole: bool = True) -> None:
        self.lost, self.whole, self.closed = lost, whole, False

    def ask(self, request):
        assert request.with_results
        if self.lost is not None:
            raise self.lost
        return GradedNotebook([], {}, [], 1.5, self.whole)

    def close(self):
        self.closed = True


def ran(toy_keys, grader, worker, problem=""):
    """What a submission came to in a place."""
    restored = RestoredSubmission(SimpleNamespace(), SimpleNamespace(), "read", {}, problem)
    return Place(grader, worker, toy_keys, None).run(restored)


def test_a_submission_that_ran_has_its_notebook_and_its_time(toy_keys):
    """And is whole only if the worker says so."""
    for whole in (True, False):
        came = ran(toy_keys, Grader(), Worker(whole=whole))
        assert (came.notebook, came.problem, came.seconds) == ("graded", "", 1.5)
        assert came.whole is whole


def test_where_the_worker_is_lost_every_exercise_says_so_and_has_no_points(toy_keys):
    """It can be graded again."""
    came = ran(toy_keys, Grader(), Worker(WorkerLostError("judging_time")))
    assert came.problem == "WorkerLostError: judging_time"
    assert set(came.judged) == {"double", "Counter"}
    assert {each.score for each in came.judged.values()} == {0}
    problems = {c.finding.problem for each in came.judged.values() for c in each.checks}
    assert {(each.kind, each.type) for each in problems} == {("unjudged", "judging_time")}
    assert not came.whole


def test_a_lost_worker_is_asked_again_next_time_though_the_plug_in_goes_on(toy_keys):
    """The notebook is written, and is not whole."""

    class GoesOn(Grader):
        def __call__(self, notebook, resources):
            with contextlib.suppress(WorkerLostError):
                super().__call__(notebook, resources)
            return "graded", resources

    came = ran(toy_keys, GoesOn(), Worker(WorkerLostError("judging_ended")))
    assert (came.notebook, came.problem, came.whole) == ("graded", "", False)


def test_an_error_is_a_sentence_and_the_next_submission_begins_anew(toy_keys):
    """Nothing of it is left in the place."""
    grader = Grader(ValueError("no such\nand more"))
    place = Place(grader, Worker(whole=False), toy_keys, None)
    restored = RestoredSubmission(SimpleNamespace(), SimpleNamespace(), "read", {})
    came = place.run(restored)
    assert (came.notebook, came.problem, came.whole) == ("read", "ValueError: no such", False)
    grader.error, grader.worker._worker = None, Worker()
    came = place.run(restored)
    assert (came.problem, came.seconds, came.whole) == ("", 1.5, True)


def test_what_could_not_be_restored_is_not_run(toy_keys):
    """Its problem is told as it is."""
    came = ran(toy_keys, Grader(AssertionError("it ran")), Worker(), "it has no cells")
    assert (came.problem, came.notebook, came.seconds) == ("it has no cells", "read", 0.0)
    assert not came.whole


def test_where_nothing_can_be_confined_the_whole_class_stops(toy_keys):
    """It is no fault of the submission."""
    with pytest.raises(SandboxUnavailableError):
        ran(toy_keys, Grader(SandboxUnavailableError("no Landlock")), Worker())


def test_a_place_that_is_closed_ends_its_worker(toy_keys):
    """No process stays."""
    worker = Worker()
    Place(Grader(), worker, toy_keys, None).close()
    assert worker.closed


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MissingEntry("no such student: kim"), "no such student: kim"),
        (KeyError("cells"), "KeyError: 'cells'"),
        (RuntimeError(), "RuntimeError"),
        (MissingEntry(), "MissingEntry"),
        (OSError("\nfirst\nsecond"), "OSError: first"),
    ],
)
def test_an_error_is_one_line(error, said):
    """Of what nbgrader raises on purpose no type."""
    assert error_sentence(error) == said
