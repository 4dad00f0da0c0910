"""Grading submissions side by side, by given keys, each in a worker."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import msgspec

from autograder.collecting.submission import Submission
from autograder.grading.results import SubmissionResult
from autograder.grading.run import grade_submission, result_without_run
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers
from autograder.sandbox.outcome import Problem
from autograder.workers.as_graded import AsGraded
from autograder.workers.asked import Asked, places_for
from autograder.workers.dask_cluster import DaskCluster
from autograder.workers.kept_replies import Keeping, ask_or_find
from autograder.workers.pool import side_by_side
from autograder.workers.sandboxes import Sandboxes
from autograder.workers.worker_process import Job, WorkerLostError

__all__ = ["GRADING", "GradingSetup", "grade_all", "last_results"]

_NO_FIGURES: Final[Mapping[str, str | None]] = MappingProxyType({})


class GradingSetup(msgspec.Struct, frozen=True):
    """What a worker needs to grade the submissions of a class.

    Attributes:
        keys: by assignment.
        limits: for each submission.
        layers: of the sandbox.
    """

    keys: dict[str, list[Key]]
    limits: Limits
    layers: Layers


@contextlib.contextmanager
def _grading(setup: GradingSetup) -> Iterator[Callable[[Submission], SubmissionResult]]:
    # Grading side by side is for tables, which show no figures.
    sandboxes = Sandboxes(setup.limits, setup.layers, figures=False)

    def grade(submission: Submission) -> SubmissionResult:
        sandbox = sandboxes.for_submission(submission)
        return grade_submission(sandbox, submission, setup.keys[submission.assignment])

    with contextlib.closing(sandboxes):
        yield grade


GRADING: Final = Job(f"{__name__}:GRADING", _grading, GradingSetup, Submission, SubmissionResult)


def last_results(keeping: Keeping, keys: Mapping[str, Sequence[Key]]) -> AsGraded:
    """What submissions came to when they were graded last.

    Args:
        keeping: where results are kept.
        keys: by assignment.
    """
    exercises = {name: [key.exercise for key in several] for name, several in keys.items()}
    return AsGraded(keeping, GRADING, exercises, [k for each in keys.values() for k in each])


def grade_all(
    submissions: Iterable[Submission],
    keys: Mapping[str, Sequence[Key]],
    *,
    limits: Limits,
    layers: Layers,
    workers: int,
    figures: Mapping[str, str | None] = _NO_FIGURES,
    keeping: Keeping | None = None,
    cluster: DaskCluster | None = None,
    as_graded: bool = False,
) -> Iterator[tuple[Submission, SubmissionResult]]:
    """Grade submissions side by side.

    Args:
        submissions: read as there is room for them, not all at once.
        keys: by assignment.
        limits: for each submission.
        layers: of the sandbox.
        workers: how many run at a time.
        figures: by assignment, the course's own cell that draws; it is not run.
        keeping: where results are kept, and found again; None for nowhere.
        cluster: whose machines grade, in the place of this one.
        as_graded: whether what was graded before is taken as it was, also what a limit stopped.

    Yields:
        Each submission with its result, in the order in which they become ready.

    Raises:
        SandboxUnavailableError: if student code cannot be confined here.
    """
    setup = GradingSetup({name: list(each) for name, each in keys.items()}, limits, layers)

    kept = last = None
    if keeping is not None:
        every = [key for several in setup.keys.values() for key in several]
        kept = keeping.replies(GRADING, every, [limits, layers])
        last = last_results(keeping, setup.keys)

    places, make = places_for(GRADING, setup, limits, workers, cluster)

    def grade(
        worker: Asked[Submission, SubmissionResult], submission: Submission
    ) -> SubmissionResult:
        found = last.find(submission) if last is not None and as_graded else None
        if found is None:
            found = run(worker, submission)
            if last is not None:
                last.keep(submission, found)
        return found

    def run(
        worker: Asked[Submission, SubmissionResult], submission: Submission
    ) -> SubmissionResult:
        figure = figures.get(submission.assignment)
        plain = submission if figure is None else submission.without(figure)
        exercises = [key.exercise for key in keys[plain.assignment]]
        try:
            return ask_or_find(worker, kept, plain, exercises)
        except WorkerLostError as lost:
            problem = Problem("unjudged", lost.reason, lost.type)
            return result_without_run(plain, keys[plain.assignment], problem)

    yield from side_by_side(grade, submissions, make=make, places=places)
    if kept is not None:
        kept.prune()
