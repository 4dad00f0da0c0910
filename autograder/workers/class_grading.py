"""Grading submissions side by side, by given keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from autograder.collecting.submissions import Submission
from autograder.grading.results import SubmissionResult
from autograder.grading.run import grade_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers
from autograder.workers.pool import Worker, side_by_side

__all__ = ["grade_all"]

_NO_FIGURES: Final[Mapping[str, str | None]] = MappingProxyType({})


def grade_all(
    submissions: Iterable[Submission],
    keys: Mapping[str, Sequence[Key]],
    *,
    limits: Limits,
    layers: Layers,
    workers: int,
    figures: Mapping[str, str | None] = _NO_FIGURES,
) -> Iterator[tuple[Submission, SubmissionResult]]:
    """Grade submissions side by side.

    Args:
        submissions: read as there is room for them, not all at once.
        keys: by assignment.
        limits: for each submission.
        layers: of the sandbox.
        workers: how many run at a time.
        figures: by assignment, the course's own cell that draws; it is not run.

    Yields:
        Each submission with its result, in the order in which they become ready.

    Raises:
        SandboxUnavailableError: if student code cannot be confined here.
    """

    def grade(worker: Worker, submission: Submission) -> SubmissionResult:
        figure = figures.get(submission.assignment)
        plain = submission if figure is None else submission.without(figure)
        # A class of `.py` files never starts the interpreter for notebooks.
        sandbox = worker.sandbox(notebooks=_needs_notebooks(plain))
        return grade_submission(sandbox, plain, keys[submission.assignment])

    return side_by_side(grade, submissions, limits=limits, layers=layers, workers=workers)


_SLOW_TO_IMPORT = ("matplotlib", "pylab", "IPython")


def _needs_notebooks(submission: Submission) -> bool:
    """Whether it runs in an interpreter that has loaded what notebooks need.

    A file may import matplotlib too, which would take seconds of the file's own time.
    """
    return any(
        piece.exercise is None or any(name in piece.source for name in _SLOW_TO_IMPORT)
        for piece in submission.pieces
    )
