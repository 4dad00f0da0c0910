"""Examining exercises in the sandbox, by the functions that grade submissions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from autograder.collecting.pieces import Piece
from autograder.course import CourseError, Solution
from autograder.grading.course_keys import make_keys
from autograder.grading.run import run_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers
from autograder.sandbox.outcome import Outcome
from autograder.validation.author_faults import author_faults
from autograder.validation.domain_coverage import DomainCoverage, domain_coverage
from autograder.validation.examination import Examination, examine
from autograder.validation.fairness import Audit, audit
from autograder.validation.in_process import examine_here
from autograder.validation.unfinished import demand_an_end
from autograder.workers.pool import side_by_side
from autograder.workers.sandboxes import Sandboxes

__all__ = ["examine_all", "key_or_fault"]


@dataclass(frozen=True)
class _Task:
    """What is known of an exercise before its known answers run in the sandbox."""

    solution: Solution
    key: Key
    fairness: Audit
    faults: list[str]
    coverage: DomainCoverage


def examine_all(
    solutions: Iterable[Solution], seed: bytes, *, limits: Limits, layers: Layers, workers: int
) -> Iterator[Examination]:
    """Examine exercises side by side, each in a sandbox, and audit their harmless variants.

    Args:
        solutions: the exercises.
        seed: the course's secret.
        limits: on each answer.
        layers: of the sandbox.
        workers: how many exercises are examined at a time.

    Yields:
        The examinations, in the order of the exercises.
    """

    def tasks() -> Iterator[_Task | Examination]:
        for solution in solutions:
            key = _why_unfinished(solution, seed) or key_or_fault(solution, seed, limits, layers)
            if isinstance(key, Key):
                faults = list(author_faults(solution, key, seed))
                coverage = domain_coverage(solution, seed)
                yield _Task(solution, key, audit(solution, key), faults, coverage)
            else:
                points = solution.exercise.points
                yield Examination(solution.name, solution.assignment, points, [key])

    def work(sandboxes: Sandboxes, task: _Task | Examination) -> Examination:
        if isinstance(task, Examination):
            return task
        key = task.key
        asked = replace(key, probes=())  # known answers are named by their checks

        def run(source: str) -> dict[str, list[Outcome]]:
            pieces = [Piece(0, source, key.exercise)]
            return run_submission(sandboxes.for_files(), pieces, [asked]).outcomes[key.exercise]

        found = examine(task.solution, key, run, confined=True)
        found.faults += [*task.faults, *task.fairness.faults]
        found.variants, found.share = len(task.fairness.variants), task.fairness.share
        found.cover(task.coverage)
        return found

    def make() -> Sandboxes:
        return Sandboxes(limits, layers)

    examined = side_by_side(work, tasks(), make=make, places=workers, in_order=True)
    for _, examination in examined:
        yield examination


def _why_unfinished(solution: Solution, seed: bytes) -> str | None:
    """What in an exercise does not return; this thread can be interrupted, the others cannot."""
    try:
        if solution.judge_source is None:
            demand_an_end(solution, seed)
        else:
            examine_here(solution, seed)
    except CourseError as error:
        return str(error)
    return None


def key_or_fault(solution: Solution, seed: bytes, limits: Limits, layers: Layers) -> Key | str:
    """The key of an exercise, or the fault that prevents it."""
    try:
        return make_keys([solution], seed, limits=limits, layers=layers)[solution.name]
    except CourseError as error:
        return str(error)
