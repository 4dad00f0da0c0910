"""Grading what a class handed in, on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from autograder.collecting.submissions import Submission, find_submissions
from autograder.course import Course
from autograder.course.course_limits import limits_of
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.grading.results import SubmissionResult
from autograder.grading.run import grade_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers
from autograder.workers.pool import Worker, side_by_side

__all__ = ["grade_all", "grade_course"]

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

    A file may ask for matplotlib too; imported anew it takes seconds of the file's own time.
    """
    return any(
        piece.exercise is None or any(name in piece.source for name in _SLOW_TO_IMPORT)
        for piece in submission.pieces
    )


def grade_course(
    course: Course,
    submitted: Path,
    *,
    layers: Layers,
    assignment: str | None = None,
    workers: int | None = None,
) -> Iterator[tuple[Submission, SubmissionResult]]:
    """Grade everything that a folder holds of a course.

    Args:
        course: whose assignments they are.
        submitted: holds `<student>/<assignment>/`.
        layers: of the sandbox.
        assignment: the one to grade, or None for all.
        workers: how many run at a time; None for one on each processor.

    Yields:
        What was handed in with its result, in the order in which they become ready.

    Raises:
        CourseError: if an exercise of the course cannot be graded.
        SandboxUnavailableError: if student code cannot be confined here.
    """
    limits = limits_of(course.settings, course.root)
    seed = hidden_seed(course.root)
    keys = {
        each.name: list(make_keys(each.solutions, seed, limits=limits, layers=layers).values())
        for each in course.assignments
        if assignment in (None, each.name)
    }
    names = {each.name: [s.name for s in each.solutions] for each in course.assignments}
    yield from grade_all(
        find_submissions(submitted, names, assignment),
        keys,
        limits=limits,
        layers=layers,
        workers=workers or os.cpu_count() or 1,
        figures={each.name: each.figure for each in course.assignments},
    )
