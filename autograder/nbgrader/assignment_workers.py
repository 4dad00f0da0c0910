"""What the notebooks of an assignment are graded by, and the worker that grades them in turn."""

from __future__ import annotations

import atexit
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from autograder.course import CourseError
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.nbgrader.loaded_course import course_settings, loaded_course
from autograder.nbgrader.notebook_grading import (
    NOTEBOOKS,
    GradedNotebook,
    NotebookRun,
    NotebookSetup,
)
from autograder.report.language import Language, read_language
from autograder.sandbox.confined import Layers
from autograder.workers.libraries import with_libraries
from autograder.workers.worker_process import WorkerProcess

__all__ = [
    "NotebookWorker",
    "course_language",
    "kept_worker",
    "keys_of",
    "new_worker",
    "setup_of",
    "unfinished_of",
]

NotebookWorker: TypeAlias = WorkerProcess[NotebookSetup, NotebookRun, GradedNotebook]


@functools.cache
def keys_of(root: str, assignment: str, layers: Layers) -> dict[str, Key]:
    """The keys of an assignment's exercises; none for an assignment that is not of this course."""
    course = loaded_course(root)
    solutions = [s for s in course.solutions() if s.assignment == assignment]
    seed, limits = hidden_seed(course.root), course.settings.limits
    keys = make_keys(solutions, seed, limits=limits, layers=layers)
    return with_libraries(course, keys, layers=layers)


@functools.cache
def course_language(root: str, language: str) -> Language:
    """A language of a course with its own sentences; the course's first where none is named."""
    return read_language(language or course_settings(root).language, Path(root))


_said: set[tuple[str, str]] = set()


def unfinished_of(root: str, assignment: str) -> Iterator[CourseError]:
    """The faults of an assignment's adopted mistakes; said once, not for each notebook."""
    if (root, assignment) not in _said:
        _said.add((root, assignment))
        yield from loaded_course(root).unfinished(assignment)


@functools.cache
def setup_of(
    root: str,
    assignment: str,
    limits: Limits,
    layers: Layers,
    language: Language,
    given: str,
    loaded: tuple[str, ...],
) -> NotebookSetup:
    """What the notebooks of an assignment have in common; without a course it has no keys."""
    keys = keys_of(root, assignment, layers) if root else {}
    return NotebookSetup(keys, limits, layers, str(language), language.phrases, given, [*loaded])


def new_worker(setup: NotebookSetup) -> NotebookWorker:
    """A worker for notebooks, which starts when it is first asked."""
    return WorkerProcess(NOTEBOOKS, setup, setup.limits)


_kept: list[tuple[NotebookSetup, NotebookWorker]] = []


def kept_worker(setup: NotebookSetup) -> NotebookWorker:
    """The worker of this process for notebooks that are graded one after the other."""
    for known, worker in _kept:
        if known is setup:
            return worker
    worker = new_worker(setup)
    atexit.register(worker.close)
    _kept.append((setup, worker))
    return worker
