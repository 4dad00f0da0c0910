"""The libraries of a course: those that are there, and working out the others side by side."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from autograder.course import Course, Solution, load_course
from autograder.course.seeds import hidden_seed
from autograder.errors import CourseError
from autograder.grading.course_keys import make_keys
from autograder.keys.key import Key
from autograder.keys.library import Library
from autograder.keys.public_file import FORMAT
from autograder.keys.sources import sources_digest
from autograder.limits import Limits
from autograder.sandbox.confined import Layers
from autograder.variants.kept import (
    code_digest,
    is_kept,
    library_digest,
    library_path,
    read_library,
    write_library,
)
from autograder.variants.public import public_library
from autograder.variants.working_out import work_out
from autograder.workers.pool import side_by_side
from autograder.workers.worker_process import Job, WorkerLostError, WorkerProcess

__all__ = [
    "LIBRARIES",
    "LibrarySetup",
    "missing_libraries",
    "public_digest",
    "public_libraries",
    "with_libraries",
    "work_out_libraries",
]

_LIMITS: Final = Limits(judging_seconds=1800.0, judging_mb=4096)
"""Of a worker that works out one library."""


class LibrarySetup(msgspec.Struct, frozen=True):
    """What a worker needs to work out libraries of a course.

    Attributes:
        root: of the course.
        layers: of the sandbox, for mistakes that were adopted from students.
    """

    root: str
    layers: Layers


@contextlib.contextmanager
def _working_out(setup: LibrarySetup) -> Iterator[Callable[[str], int]]:
    course = load_course(Path(setup.root))
    seed = hidden_seed(course.root)
    solutions = {solution.name: solution for solution in course.solutions()}

    def work(name: str) -> int:
        solution, limits = solutions[name], course.settings.limits
        key = make_keys([solution], seed, limits=limits, layers=setup.layers)[name]
        library = work_out(solution, key, with_pairs=course.settings.diagnosis.explanations > 1)
        write_library(library_path(course.root, name), library, _digest(course, solution))
        return len(library.costs)

    yield work


LIBRARIES: Final = Job(f"{__name__}:LIBRARIES", _working_out, LibrarySetup, str, int)


def with_libraries(
    course: Course, keys: Mapping[str, Key], *, layers: Layers = "full", workers: int | None = None
) -> dict[str, Key]:
    """Give keys their libraries; those that are not there are worked out.

    Args:
        course: that the keys belong to.
        keys: with hidden checks, by the names of their exercises.
        layers: of the sandbox, for mistakes that were adopted from students.
        workers: how many libraries are worked out at a time; None for one on each processor.

    Raises:
        CourseError: if a library cannot be worked out or kept.
    """
    if not course.settings.diagnosis.explanations:
        return dict(keys)
    solutions = {solution.name: solution for solution in _chosen(course, keys)}
    kept = {name: _kept(course, solution) for name, solution in solutions.items()}
    missing = [name for name, library in kept.items() if library is None]
    for name, _ in work_out_libraries(course, missing, layers=layers, workers=workers):
        kept[name] = _kept(course, solutions[name])
    return {name: replace(keys[name], library=library) for name, library in kept.items()}


def _kept(course: Course, solution: Solution) -> Library | None:
    return read_library(library_path(course.root, solution.name), _digest(course, solution))


def missing_libraries(course: Course, exercises: Iterable[str]) -> list[str]:
    """The exercises whose library is not there, or was made from something else.

    Args:
        course: that they belong to.
        exercises: the names to look for.
    """
    if not course.settings.diagnosis.explanations:
        return []
    return [
        solution.name
        for solution in _chosen(course, exercises)
        if not is_kept(library_path(course.root, solution.name), _digest(course, solution))
    ]


def work_out_libraries(
    course: Course, exercises: Iterable[str], *, layers: Layers = "full", workers: int | None = None
) -> Iterator[tuple[str, int]]:
    """Work out libraries side by side, and keep them.

    Args:
        course: that the exercises belong to.
        exercises: their names.
        layers: of the sandbox, for mistakes that were adopted from students.
        workers: how many run at a time; None for one on each processor.

    Yields:
        Each exercise with the number of its variants, as it becomes ready.

    Raises:
        CourseError: if a library cannot be worked out or kept.
    """
    setup = LibrarySetup(str(course.root), layers)

    def make() -> WorkerProcess[LibrarySetup, str, int]:
        return WorkerProcess(LIBRARIES, setup, _LIMITS)

    def work(worker: WorkerProcess[LibrarySetup, str, int], name: str) -> int:
        try:
            return worker.ask(name)
        except WorkerLostError as lost:
            why = lost.type or lost.reason
            sentence = f"what {name!r} could be confused with could not be worked out: {why}"
            raise CourseError(sentence, library_path(course.root, name)) from None

    wanted = list(exercises)
    if not wanted:
        return iter(())
    places = min(workers or os.cpu_count() or 1, len(wanted))
    return side_by_side(work, wanted, make=make, places=places)


def public_libraries(course: Course, solutions: Sequence[Solution]) -> dict[str, Library | None]:
    """What students' own checks have of the libraries of exercises, by the exercises' names.

    Args:
        course: that they belong to.
        solutions: the exercises.

    Raises:
        CourseError: if a library cannot be worked out or kept.
    """
    if not solutions or not course.settings.diagnosis.explanations:
        return {each.name: None for each in solutions}
    seed, limits = hidden_seed(course.root), course.settings.limits
    keys = with_libraries(course, make_keys(solutions, seed, limits=limits, layers="full"))
    return {name: public_library(key) for name, key in keys.items()}


def public_digest(course: Course, solution: Solution) -> str:
    """The SHA-256 of everything that decides what is in the public file of an exercise."""
    sources = sources_digest(solution, FORMAT)
    if not course.settings.diagnosis.explanations:
        return sources
    digest = hashlib.sha256(sources.encode() + code_digest().encode())
    digest.update(str(course.settings.diagnosis.explanations).encode())
    alternatives = solution.folder / "alternatives.py"
    digest.update(alternatives.read_bytes() if alternatives.is_file() else b"")
    return digest.hexdigest()


def _chosen(course: Course, exercises: Iterable[str]) -> list[Solution]:
    wanted = set(exercises)
    return [solution for solution in course.solutions() if solution.name in wanted]


def _digest(course: Course, solution: Solution) -> str:
    pairs = course.settings.diagnosis.explanations > 1
    return library_digest(solution, hidden_seed(course.root), with_pairs=pairs)
