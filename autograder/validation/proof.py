"""Proving that one exercise is graded rightly: answers of known worth, handed in like a student's.

All that is handed in runs in the sandbox, through the very functions that grade submissions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from autograder.collecting.submissions import Piece
from autograder.course import CourseError, Solution
from autograder.diagnosis.diagnose import diagnose
from autograder.grading.course_keys import make_keys
from autograder.grading.judge import judge
from autograder.grading.results import ExerciseResult
from autograder.grading.run import run_submission
from autograder.keys.answer import all_answers
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox
from autograder.sandbox.outcome import Outcome
from autograder.validation.author_faults import own_slips, why_it_cannot_run
from autograder.validation.fairness import Audit, audit
from autograder.validation.finding_sentence import why
from autograder.validation.known_answers import KnownAnswer, known_answers
from autograder.validation.thoughtless import IDLE_SHARE, idle_answers
from autograder.workers.side_by_side import side_by_side

__all__ = ["MistakeProof", "Proof", "key_or_problem", "prove", "prove_all"]

_Outcomes = dict[str, list[Outcome]]


@dataclass(frozen=True)
class MistakeProof:
    """What came of one mistake.

    Attributes:
        score: what it earns.
        named: the diagnoses that explain it; a row of the confusion matrix. Right is itself alone.
    """

    score: int
    named: tuple[str, ...]


@dataclass
class Proof:
    """What an exercise's grading does with the answers whose worth is known.

    Attributes:
        exercise: its name.
        assignment: the name of its assignment.
        points: what there is to earn.
        problems: what is wrong, each with file and line; empty where all is well.
        alternatives: how many of them get full marks.
        mistakes: by name.
        idle: what each thoughtless answer earns.
        variants: how many harmless variants of the reference get full marks.
        share: the largest part of a tolerance that one of them uses.
    """

    exercise: str
    assignment: str
    points: int
    problems: list[str] = field(default_factory=list)
    alternatives: int = 0
    mistakes: dict[str, MistakeProof] = field(default_factory=dict)
    idle: dict[str, int] = field(default_factory=dict)
    variants: int = 0
    share: float = 0.0

    @property
    def named(self) -> int:
        """How many mistakes are named as themselves and nothing else."""
        return sum(found.named == (name,) for name, found in self.mistakes.items())


def prove_all(
    solutions: Iterable[Solution], seed: bytes, *, limits: Limits, layers: Layers, workers: int
) -> Iterator[Proof]:
    """Prove exercises side by side; see `prove`.

    Args:
        solutions: the exercises.
        seed: the course's secret.
        limits: on each answer.
        layers: of the sandbox.
        workers: how many exercises are proved at a time.

    Yields:
        What was found, in the order of the exercises.
    """

    def tasks() -> Iterator[tuple[Solution, Key, Audit, list[str]] | Proof]:
        for solution in solutions:
            key = key_or_problem(solution, seed, limits, layers)
            if isinstance(key, Key):
                yield solution, key, audit(solution, key), list(own_slips(solution, key, seed))
            else:
                yield Proof(solution.name, solution.assignment, solution.exercise.points, [key])

    def work(sandbox: Sandbox, task: tuple[Solution, Key, Audit, list[str]] | Proof) -> Proof:
        return task if isinstance(task, Proof) else prove(sandbox, *task)

    return side_by_side(work, tasks(), limits=limits, layers=layers, workers=workers)


def key_or_problem(solution: Solution, seed: bytes, limits: Limits, layers: Layers) -> Key | str:
    """The key of an exercise, or why there is none."""
    try:
        return make_keys([solution], seed, limits=limits, layers=layers)[solution.name]
    except CourseError as error:
        return str(error)


def prove(
    sandbox: Sandbox, solution: Solution, key: Key, fairness: Audit, slips: list[str]
) -> Proof:
    """Hand in an exercise's reference, stub, alternatives and mistakes, and thoughtless answers.

    Args:
        sandbox: where they run.
        solution: the exercise.
        key: of the exercise, with its hidden checks.
        fairness: what its harmless variants came to.
        slips: what is wrong with it, whatever is handed in.

    Returns:
        What was found.
    """
    proof = Proof(solution.name, solution.assignment, key.points)
    proof.problems += map(str, solution.unfinished)
    proof.problems += slips
    for version in known_answers(solution):
        outcomes = _outcomes(sandbox, key, version.source)
        proof.problems += _judged(proof, key, version, outcomes)
    proof.problems += _idle_problems(proof, sandbox, key, solution)
    proof.problems += fairness.problems
    proof.variants, proof.share = len(fairness.variants), fairness.share
    return proof


def _outcomes(sandbox: Sandbox, key: Key, source: str) -> _Outcomes:
    return run_submission(sandbox, [Piece(0, source, key.exercise)], [key]).outcomes[key.exercise]


def _judged(proof: Proof, key: Key, version: KnownAnswer, outcomes: _Outcomes) -> Iterator[str]:
    result = judge(key, outcomes)
    if version.kind == "mistake":
        yield from _mistake_problems(proof, key, version, outcomes, result)
    elif version.kind == "stub":
        if result.score:
            passed = [check.name for check in result.checks if check.finding is None]
            names = ", ".join(map(repr, passed))
            yield version.problem(f"the stub already passes {names}")
    else:
        yield from _right_problems(version, result)
        proof.alternatives += version.kind == "alternative" and result.status == "passed"


def _right_problems(version: KnownAnswer, result: ExerciseResult) -> Iterator[str]:
    for check in result.checks:
        if check.finding is not None:
            what = f"{version.kind} {version.name!r}"
            yield version.problem(f"{what} fails {check.name!r}: {why(check.finding)}")
    if result.diagnosis is not None:
        what = f"{version.kind} {version.name!r}"
        yield version.problem(f"{what} is called {result.diagnosis.name!r}")


def _mistake_problems(
    proof: Proof, key: Key, version: KnownAnswer, outcomes: _Outcomes, result: ExerciseResult
) -> Iterator[str]:
    name = version.name
    named = _diagnoses(key, name, outcomes, result)
    proof.mistakes[name] = MistakeProof(result.score, named)
    broken = why_it_cannot_run(name, [each for several in outcomes.values() for each in several])
    if broken is not None:
        yield version.problem(broken)
    elif result.status == "passed":
        yield version.problem(f"mistake {name!r} gets full marks: no check catches it")
    elif named != (name,):
        words = " and ".join(map(repr, named)) or "nothing"
        yield version.problem(f"mistake {name!r} is named {words}")


def _diagnoses(key: Key, name: str, outcomes: _Outcomes, result: ExerciseResult) -> tuple[str, ...]:
    """What it is called, and what it would be called if it came last among the mistakes."""
    if result.diagnosis is None:
        return ()
    hints = {other: hint for other, hint in key.hints.items() if other != name}
    again = diagnose({**hints, name: key.hints[name]}, all_answers(key, outcomes))
    assert again is not None  # noqa: S101 - the order does not change whether there is one
    return tuple(dict.fromkeys((result.diagnosis.name, again.name)))


def _idle_problems(proof: Proof, sandbox: Sandbox, key: Key, solution: Solution) -> Iterator[str]:
    for answer, source in idle_answers(solution, key):
        score = judge(key, _outcomes(sandbox, key, source)).score
        proof.idle[answer] = score
        if score >= IDLE_SHARE * key.points:
            path = solution.folder / "grading.py"
            line = solution.exercise.checks[0].line
            yield f"{path}:{line}: returning {answer} earns {score} of {key.points} points"
