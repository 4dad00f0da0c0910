"""Many submissions on this machine: some workers, each with a warm interpreter of its own."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from autograder.collecting.submissions import Submission, find_submissions
from autograder.course import Course
from autograder.course.course_limits import limits_of
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.grading.results import SubmissionResult
from autograder.grading.run import grade_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox

__all__ = ["grade_all", "grade_course"]


def grade_all(
    submissions: Iterable[Submission],
    keys: Mapping[str, Sequence[Key]],
    *,
    limits: Limits,
    layers: Layers,
    workers: int,
) -> Iterator[SubmissionResult]:
    """Grade submissions side by side.

    Args:
        submissions: read as there is room for them, not all at once.
        keys: by assignment.
        limits: for each submission.
        layers: of the sandbox.
        workers: how many run at a time; threads suffice, the work is done in the sandboxes.

    Yields:
        The results, in the order in which they become ready.

    Raises:
        SandboxUnavailableError: if student code cannot be confined here.
    """
    local = threading.local()
    sandboxes: list[Sandbox] = []

    def grade(submission: Submission) -> SubmissionResult:
        # Each starts with its first submission; a class of `.py` files never starts the other.
        kind = "notebooks" if _needs_notebooks(submission) else "files"
        if not hasattr(local, kind):
            # A table of points has no place for figures.
            made = Sandbox(limits, layers=layers, notebooks=kind == "notebooks", figures=False)
            setattr(local, kind, made)
            sandboxes.append(made)
        return grade_submission(getattr(local, kind), submission, keys[submission.assignment])

    with ThreadPoolExecutor(workers) as pool:
        try:
            waiting: set[Future[SubmissionResult]] = set()
            for submission in submissions:
                waiting.add(pool.submit(grade, submission))
                if len(waiting) > 2 * workers:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (each.result() for each in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for sandbox in sandboxes:
                sandbox.close()


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
    figures = {each.name: each.figure for each in course.assignments}
    # Two that cannot be told apart are both refused; they share an entry.
    waiting: dict[tuple[str, str], list[Submission]] = {}

    def found() -> Iterator[Submission]:
        for submission in find_submissions(submitted, names, assignment):
            name = (submission.student, submission.assignment)
            waiting.setdefault(name, []).append(submission)
            figure = figures[submission.assignment]
            yield submission if figure is None else submission.without(figure)

    results = grade_all(
        found(), keys, limits=limits, layers=layers, workers=workers or os.cpu_count() or 1
    )
    for result in results:
        yield waiting[result.student, result.assignment].pop(0), result
