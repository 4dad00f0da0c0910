"""Grading what was handed in for a course: one submission, or a folder of them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

from autograder.collecting.asked import Asked, asked_of
from autograder.collecting.attempts import AttemptRule, BestAttempts
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.submission import Submission
from autograder.collecting.submissions import (
    FoundHandIn,
    find_hand_ins,
    read_hand_in,
    read_submission,
    that_counted,
)
from autograder.course import Course
from autograder.course.seeds import hidden_seed
from autograder.errors import PathError, UnknownNameError
from autograder.grading.course_keys import make_keys
from autograder.grading.results import SubmissionResult
from autograder.keys.key import Key
from autograder.sandbox.confined import Layers
from autograder.workers.class_grading import grade_all, last_results
from autograder.workers.dask_cluster import DaskCluster
from autograder.workers.kept_replies import Keeping, kept_folder
from autograder.workers.libraries import with_libraries

__all__ = ["GradedFolder", "grade", "grade_file", "grade_folder", "results_as_graded"]


class GradedFolder(Iterator[tuple[Submission, SubmissionResult]]):
    """The submissions of a folder with their results, one after the other.

    Attributes:
        leftovers: what lies in the folder and could not be placed, or was passed over, and who
            handed in something; whole when the last result was given.
    """

    def __init__(
        self, pairs: Generator[tuple[Submission, SubmissionResult]], leftovers: Leftovers
    ) -> None:
        self._pairs = pairs
        self.leftovers = leftovers

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> tuple[Submission, SubmissionResult]:
        return next(self._pairs)

    def close(self) -> None:
        """End before the last one: the sandboxes are closed."""
        self._pairs.close()


def grade(
    course: Course,
    path: str | os.PathLike[str],
    *,
    assignment: str | None = None,
    student: str | None = None,
    layers: Layers = "full",
) -> SubmissionResult:
    """Grade one submission with all checks, public and hidden, in the sandbox.

    Each call makes the keys of the assignment and starts a sandbox: for several submissions
    `grade_folder` is faster.

    Args:
        course: whose assignment it is.
        path: a folder `<student>/<assignment>/` with a notebook or `.py` files, or one of these.
            In a folder what is called otherwise is found as in a class.
        assignment: the name of the assignment; without it the name of the folder or the notebook,
            or the assignment that asks for the function of the `.py` file.
        student: the name in the result; without it that of the folder around a folder, and empty
            for a file.
        layers: of the sandbox. `inner` does without bubblewrap; `none` is no protection from the
            code that is graded.

    Returns:
        The result. Whatever is wrong with the submission is in it.

    Raises:
        PathError: if there is no such folder or file.
        UnknownNameError: if the course has no such assignment or exercise, or `layers` is unknown.
        CourseError: if an exercise of the course cannot be graded.
        SandboxUnavailableError: if student code cannot be confined here.

    Examples:
        >>> result = autograder.grade(course, "submitted/kim/basics")
        >>> result.student, result.score, result.max_score
        ('kim', 6, 16)
    """
    submission = read_submission(Path(path), asked_of(course), assignment, student)
    ((_, result),) = _graded(course, [submission.assignment], [submission], layers, 1)
    return result


def grade_folder(
    course: Course,
    folder: str | os.PathLike[str],
    *,
    assignment: str | None = None,
    students: Collection[str] | None = None,
    exercise: str | None = None,
    layers: Layers = "full",
    workers: int | None = None,
    keep: Literal["no", "yes", "again", "as graded"] = "no",
    scheduler: str | None = None,
    attempts: AttemptRule | None = None,
    counted: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> GradedFolder:
    """Grade everything that a folder holds of a course, several submissions at a time.

    Args:
        course: whose assignments they are.
        folder: holds `<student>/<assignment>/`.
        assignment: the one to grade, or None for all.
        students: the ids of those who are graded, or None for everybody.
        exercise: the one to grade, or None for all; the others are not in the results.
        layers: of the sandbox. `inner` does without bubblewrap; `none` is no protection from the
            code that is graded.
        workers: how many run at a time; None for one on each processor.
        keep: whether results are kept in the course and found again where nothing changed; with
            `again` they are kept, and none is found; with `as graded` what was graded last is
            taken as it was, also where a limit stopped it.
        scheduler: the address of a Dask scheduler, whose workers grade, and not this machine.
        attempts: which of several attempts of a student counts, the `last` or the `best` one; None
            for what the course says.
        counted: by student and assignment, the source of what was graded before: of several
            attempts that one counts.

    Returns:
        An iterator of submissions with their results, in the order in which they become ready.
        Submissions are read as they are graded, not all at once. Its `leftovers` are what could
        not be placed.

    Raises:
        PathError: if there is no such folder.
        UnknownNameError: if the course has no such assignment, or `layers` is unknown.
        CourseError: if an exercise of the course cannot be graded; with the first result.
        SandboxUnavailableError: if student code cannot be confined here; with the first result.

    Examples:
        >>> graded = autograder.grade_folder(course, "submitted")
        >>> {submission.student: result.score for submission, result in graded} == {
        ...     "kim": 6, "lee": 16
        ... }
        True
    """
    names = [each.name for each in course.assignments]
    if assignment is not None and assignment not in names:
        raise UnknownNameError("assignment", assignment, names)
    if not Path(folder).is_dir():
        raise PathError(f"there is no folder {folder}", Path(folder))
    wanted = names if assignment is None else [assignment]
    if exercise is not None:
        wanted = [_assignment_of(course, exercise, wanted)]
    leftovers = Leftovers()
    asked = asked_of(course)
    best = BestAttempts[tuple[Submission, SubmissionResult]]()
    wants_best = (attempts or course.settings.attempts) == "best"
    found = find_hand_ins(
        Path(folder),
        asked,
        assignments=wanted,
        leftovers=leftovers,
        is_wanted=lambda student: students is None or student in students,
        each_attempt=wants_best or bool(counted),
    )
    chosen = that_counted(found, counted, others_last=not wants_best)
    submissions = _read_all(chosen, asked, best)
    places = workers or os.cpu_count() or 1
    keeping = None if keep == "no" else Keeping(kept_folder(course.root), again=keep == "again")
    pairs = _graded(
        course,
        wanted,
        submissions,
        layers,
        places,
        exercise,
        keeping,
        scheduler,
        as_graded=keep == "as graded",
    )
    return GradedFolder(_that_count(pairs, best), leftovers)


def _read_all(
    found: Iterable[FoundHandIn],
    asked: Asked,
    best: BestAttempts[tuple[Submission, SubmissionResult]],
) -> Iterator[Submission]:
    """Read submissions, each attempt as one, and say of whom there are several."""
    for each in found:
        best.expect(each.student, each.resolved.assignment, each.attempts)
        yield read_hand_in(each, asked)


def _that_count(
    pairs: Generator[tuple[Submission, SubmissionResult]],
    best: BestAttempts[tuple[Submission, SubmissionResult]],
) -> Generator[tuple[Submission, SubmissionResult]]:
    """Of several attempts the best."""
    with contextlib.closing(pairs):
        for submission, result in pairs:
            about = (submission.student, submission.assignment, submission.source)
            counts = best.take(*about, result.score, (submission, result))
            if counts is not None:
                yield counts


def grade_file(
    course: Course,
    path: str | os.PathLike[str],
    *,
    assignment: str | None = None,
    student: str | None = None,
    exercise: str | None = None,
    layers: Layers = "full",
) -> GradedFolder:
    """Grade one file as if it were all that a folder holds; see `grade` and `grade_folder`.

    Raises:
        PathError: if there is no such file.
        UnknownNameError: if the course has no such assignment or exercise.
    """
    submission = read_submission(Path(path), asked_of(course), assignment, student)
    wanted = [submission.assignment]
    if exercise is not None:
        _assignment_of(course, exercise, wanted)
    leftovers = Leftovers(handed_in={submission.assignment: {submission.student}})
    return GradedFolder(_graded(course, wanted, [submission], layers, 1, exercise), leftovers)


def _assignment_of(course: Course, exercise: str, assignments: Collection[str]) -> str:
    """The assignment that has an exercise."""
    known = {each.name: each.assignment for each in course.solutions()}
    names = [name for name, assignment in known.items() if assignment in assignments]
    if exercise not in names:
        raise UnknownNameError("exercise", exercise, names)
    return known[exercise]


def _graded(
    course: Course,
    assignments: list[str],
    submissions: Iterable[Submission],
    layers: Layers,
    workers: int,
    exercise: str | None = None,
    keeping: Keeping | None = None,
    scheduler: str | None = None,
    *,
    as_graded: bool = False,
) -> Generator[tuple[Submission, SubmissionResult]]:
    limits = course.settings.limits
    keys = _keys(course, assignments, layers, workers, exercise)
    with contextlib.nullcontext() if scheduler is None else DaskCluster(scheduler) as cluster:
        yield from grade_all(
            submissions,
            keys,
            limits=limits,
            layers=layers,
            workers=workers,
            figures={each.name: each.figure for each in course.assignments if each.name in keys},
            keeping=keeping,
            cluster=cluster,
            as_graded=as_graded,
        )


def _keys(
    course: Course,
    assignments: Collection[str],
    layers: Layers,
    workers: int,
    exercise: str | None = None,
) -> dict[str, list[Key]]:
    """The keys of each assignment, or of one exercise alone."""
    chosen = [each for each in course.assignments if each.name in assignments]
    solutions = [
        solution
        for each in chosen
        for solution in each.solutions
        if exercise in (None, solution.name)
    ]
    seed, limits = hidden_seed(course.root), course.settings.limits
    made = make_keys(solutions, seed, limits=limits, layers=layers)
    found = with_libraries(course, made, layers=layers, workers=workers)
    return {
        each.name: [found[one.name] for one in each.solutions if one.name in found]
        for each in chosen
    }


def results_as_graded(
    course: Course, folder: Path, assignments: Collection[str]
) -> Iterator[SubmissionResult]:
    """What lies in a folder, as it was graded last; what was not graded so is left out.

    Of several attempts it is each that was graded.

    Args:
        course: whose assignments they are.
        folder: holds `<student>/<assignment>/`.
        assignments: those that are wanted.
    """
    keys = _keys(course, assignments, "full", 1)
    last = last_results(Keeping(kept_folder(course.root)), keys)
    asked = asked_of(course)
    for each in find_hand_ins(folder, asked, assignments=list(assignments), each_attempt=True):
        found = last.find(read_hand_in(each, asked))
        if found is not None:
            yield found
