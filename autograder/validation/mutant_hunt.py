"""Hunting mutants: which checks kill which of them, and which survive.

Every mutant is handed in like a submission and runs on all cases of two hidden seeds, in one fork.
A mutant that the cases of one seed alone kill was killed by luck, and counts as a survivor.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from autograder.collecting.pieces import Piece
from autograder.compare import agrees
from autograder.course import CourseError, Solution
from autograder.grading.run import run_submission
from autograder.keys.answer import Answer, answers
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox
from autograder.sandbox.outcome import Outcome
from autograder.validation.equivalents import Equivalents, read_equivalents
from autograder.validation.mutants import Mutant, make_mutants
from autograder.validation.sandboxed import key_or_fault
from autograder.workers.pool import side_by_side
from autograder.workers.sandboxes import Sandboxes

__all__ = ["IMPATIENT", "CaseIndex", "Hunt", "Kill", "hunt_all", "spare_cases"]

IMPATIENT = Limits(
    cell_seconds=1.0,
    check_seconds=0.5,
    grace_seconds=0.1,
    cells_seconds=10.0,
    checks_seconds=10.0,
    cpu_seconds=20,
)
"""Limits on a mutant; one that only runs out of time is run again with the course's limits."""

_SLOW = {"timeout", "ended", "budget"}

CaseIndex = tuple[str, int]
"""A check's name, and the index of one of its cases."""

Fate = Literal["killed", "equivalent", "survived", "lucky"]
"""`lucky`: the cases of one hidden seed kill it, those of another do not."""


@dataclass(frozen=True)
class Kill:
    """The fate of one mutant.

    Attributes:
        mutant: which.
        fate: see `Fate`.
        cases: that kill it, with the course's own seed.
    """

    mutant: Mutant
    fate: Fate
    cases: tuple[CaseIndex, ...]

    @property
    def checks(self) -> list[str]:
        """The checks that kill it."""
        return list(dict.fromkeys(check for check, _ in self.cases))


@dataclass
class Hunt:
    """The fates of all mutants of one exercise.

    Attributes:
        exercise: its name.
        assignment: the name of its assignment.
        key: that it is graded by; None where it cannot be made.
        kills: of each mutant, in the order of the reference's lines.
        faults: survivors, and wrong entries among the equivalents, each with file and line.
    """

    exercise: str
    assignment: str
    key: Key | None = None
    kills: list[Kill] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def count(self, *fates: Fate) -> int:
        """The number of mutants with one of these fates."""
        return sum(kill.fate in fates for kill in self.kills)

    @property
    def mortal(self) -> int:
        """The number of mutants that are not equivalent."""
        return len(self.kills) - self.count("equivalent")


@dataclass(frozen=True)
class _Prey:
    """Everything that is needed to hunt the mutants of one exercise.

    Attributes:
        solution: the exercise.
        key: with the course's own seed.
        trial: one key for both seeds, with a check for each case.
        cases: for each check of the trial, the case and the seeds that make it.
        equivalents: the mutants that the author lists as equivalent.
    """

    solution: Solution
    key: Key
    trial: Key
    cases: dict[str, tuple[CaseIndex, tuple[int, ...]]]
    equivalents: Equivalents


def hunt_all(
    solutions: Iterable[Solution], seed: bytes, *, limits: Limits, layers: Layers, workers: int
) -> Iterator[Hunt | Kill]:
    """Hunt the mutants of exercises, side by side.

    Args:
        solutions: the exercises.
        seed: the course's secret; a second one is made from it.
        limits: those of the course.
        layers: of the sandbox.
        workers: how many mutants run at a time.

    Yields:
        Each mutant when it is done, and the hunt after the last mutant of an exercise.
    """

    def work(sandboxes: Sandboxes, task: _Task) -> Hunt | Kill | _Prey:
        if not isinstance(task, tuple):
            return task
        return _hunt(sandboxes.for_files(), *task, limits, layers)

    def make() -> Sandboxes:
        return Sandboxes(IMPATIENT, layers)

    kills: list[Kill] = []
    tasks = _tasks(solutions, seed, limits, layers)
    results = side_by_side(work, tasks, make=make, places=workers, in_order=True)
    for _, result in results:
        if isinstance(result, _Prey):
            yield _concluded(result, kills)
            kills = []
            continue
        if isinstance(result, Kill):
            kills.append(result)
        yield result


_Task: TypeAlias = Hunt | _Prey | tuple[_Prey, Mutant]
"""A finished hunt, the end of an exercise, or one of its mutants."""


def _tasks(
    solutions: Iterable[Solution], seed: bytes, limits: Limits, layers: Layers
) -> Iterator[_Task]:
    for solution in solutions:
        prey = _prey(solution, seed, limits, layers)
        if isinstance(prey, str):
            yield Hunt(solution.name, solution.assignment, faults=[prey])
            continue
        for mutant in make_mutants(solution):
            yield prey, mutant
        yield prey


def _prey(solution: Solution, seed: bytes, limits: Limits, layers: Layers) -> _Prey | str:
    seeds = (seed, hashlib.sha256(b"another seed" + seed).digest())
    keys = [key_or_fault(solution, each, limits, layers) for each in seeds]
    for key in keys:
        if isinstance(key, str):
            return key
    try:
        equivalents = read_equivalents(solution.folder)
    except CourseError as error:
        return str(error)
    own, other = (key for key in keys if isinstance(key, Key))
    checks, cases = _trial_checks(own, other)
    trial = replace(own, checks=checks, hints={}, probes=())
    return _Prey(solution, own, trial, cases, equivalents)


def _trial_checks(
    own: Key, other: Key
) -> tuple[tuple[KeyCheck, ...], dict[str, tuple[CaseIndex, tuple[int, ...]]]]:
    """Make a check for each case of two keys of an exercise, which share their public cases."""
    checks: list[KeyCheck] = []
    cases: dict[str, tuple[CaseIndex, tuple[int, ...]]] = {}
    for number, key in enumerate((own, other)):
        for check in key.checks:
            if check.public and number:
                continue
            for index, case in enumerate(check.cases):
                name = f"{number} {index} {check.name}"
                checks.append(replace(check, name=name, cases=(case,)))
                cases[name] = (check.name, index), (0, 1) if check.public else (number,)
    return tuple(checks), cases


def _hunt(sandbox: Sandbox, prey: _Prey, mutant: Mutant, limits: Limits, layers: Layers) -> Kill:
    failed = _failed(sandbox, prey, mutant)
    if failed and all(failed.values()):
        with Sandbox(limits, layers=layers, notebooks=False) as patient:
            failed = _failed(patient, prey, mutant)
    seeds = {seed for name in failed for seed in prey.cases[name][1]}
    cases = tuple(prey.cases[name][0] for name in failed if 0 in prey.cases[name][1])
    fate: Fate = "killed" if seeds == {0, 1} else "lucky" if seeds else "survived"
    if not seeds and prey.equivalents.reason(mutant) is not None:
        fate = "equivalent"
    return Kill(mutant, fate, cases)


def _failed(sandbox: Sandbox, prey: _Prey, mutant: Mutant) -> dict[str, bool]:
    """The checks of the trial that a mutant fails, and whether only by running out of time."""
    piece = Piece(0, mutant.source, prey.trial.exercise)
    outcomes = run_submission(sandbox, [piece], [prey.trial]).outcomes[prey.trial.exercise]
    return {
        name: answer.outcome.problem is not None and answer.outcome.problem.kind in _SLOW
        for name, several in answers(prey.trial, outcomes).items()
        for answer in several
        if not answer.right
    }


def _concluded(prey: _Prey, kills: list[Kill]) -> Hunt:
    """The hunt of an exercise whose mutants are all done."""
    hunt = Hunt(prey.solution.name, prey.solution.assignment, prey.key, kills)
    path = prey.solution.folder / "reference.py"
    for kill in kills:
        if kill.fate in _ESCAPES:
            place = f"{path}:{kill.mutant.line}"
            hunt.faults.append(f"{place}: {_ESCAPES[kill.fate]}: {kill.mutant.name}")
    mutants = [kill.mutant for kill in kills]
    killed = [kill.mutant for kill in kills if kill.fate in ("killed", "lucky")]
    hunt.faults += prey.equivalents.stale(mutants, killed)
    return hunt


_ESCAPES: dict[Fate, str] = {
    "survived": "no check kills this mutant",
    "lucky": "one hidden seed kills this mutant and another does not",
}


def spare_cases(hunt: Hunt) -> list[CaseIndex]:
    """Find the cases that could all be removed without any loss.

    Another case kills every mutant that they kill. Another case of the same check catches every
    mistake that they catch, so that it earns no more. Another case distinguishes every two mistakes
    that they distinguish. Where several cases do the same, the first of them stays.

    Args:
        hunt: of an exercise.

    Returns:
        The cases, in the order of the checks.
    """
    if hunt.key is None:
        return []
    does = _merits(hunt.key, hunt.kills)
    done_by = Counter(merit for merits in does.values() for merit in merits)
    spare = []
    for case, merits in reversed(does.items()):
        if all(done_by[merit] > 1 for merit in merits):
            done_by.subtract(merits)
            spare.append(case)
    return spare[::-1]


def _merits(key: Key, kills: Sequence[Kill]) -> dict[CaseIndex, set[Hashable]]:
    """What each case achieves: mutants and mistakes that it catches, mistakes it distinguishes."""
    merits: dict[CaseIndex, set[Hashable]] = {}
    for check in key.checks:
        for index, case in enumerate(check.cases):
            merits[check.name, index] = set(_told(check, case))
    for kill in kills:
        for each in kill.cases:
            merits[each].add(kill.mutant)
    return merits


def _told(check: KeyCheck, case: KeyCase) -> Iterator[Hashable]:
    mistakes = list(case.mistakes.items())
    for place, (name, outcome) in enumerate(mistakes):
        if not _answer(check, case, outcome).right:
            # Per check: a case of another check would take other points from the mistake.
            yield "caught", check.name, name
        for other, another in mistakes[:place]:
            if not _same_outcome(outcome, another, check, case):
                yield "told apart", other, name


def _answer(check: KeyCheck, case: KeyCase, outcome: Outcome) -> Answer:
    return Answer(outcome, case.expected, case.inputs, check.tolerance, judge=check.judge)


def _same_outcome(one: Outcome, other: Outcome, check: KeyCheck, case: KeyCase) -> bool:
    if one.problem is not None and other.problem is not None:
        return (one.problem.kind, one.problem.type) == (other.problem.kind, other.problem.type)
    if one.problem is not None or other.problem is not None:
        return False
    if check.judge is not None:
        return check.judge.alike(
            one.output, other.output, case.expected, case.inputs, check.tolerance
        )
    return agrees(one.output, other.output, check.tolerance)
