"""Examining one exercise: grading known answers as a student's is graded.

The caller chooses who runs them, this process or the sandbox. The points that they must earn and
the diagnoses that they must get are the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from autograder.course import Solution
from autograder.course.parameters import base_name
from autograder.diagnosis.diagnose import diagnose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.listed_mistakes import explains
from autograder.grading.judge import judge
from autograder.grading.results import ExerciseResult
from autograder.keys.answer import all_answers
from autograder.keys.key import Key
from autograder.sandbox.outcome import Outcome
from autograder.validation.author_faults import why_it_cannot_run
from autograder.validation.domain_coverage import DomainCoverage
from autograder.validation.finding_sentence import why
from autograder.validation.known_answers import KnownAnswer, known_answers
from autograder.validation.points_rules import (
    MISTAKE_SHARE,
    THOUGHTLESS_SHARE,
    broken_points_rules,
)
from autograder.validation.thoughtless import thoughtless_answers

__all__ = ["Examination", "MistakeGrade", "examine"]

Outcomes = Mapping[str, list[Outcome]]

Run = Callable[[str], Outcomes]
"""Runs the text of an answer on every case, and returns the outcomes by check."""


@dataclass(frozen=True)
class MistakeGrade:
    """The grade of one mistake.

    Attributes:
        score: what it earns, without extra credit.
        named: the diagnoses that explain it, a row of the confusion matrix; only itself is right.
    """

    score: int
    named: tuple[str, ...]


@dataclass
class Examination:
    """An examination of one exercise: how its known answers are graded.

    Attributes:
        exercise: its name.
        assignment: the name of its assignment.
        points: the most that can be earned.
        faults: what is wrong, each with file and line; empty where nothing is.
        alternatives: how many of them get full marks.
        mistakes: by name; each version of one with parameters has its own.
        thoughtless: the points that each thoughtless answer earns.
        variants: how many harmless variants of the reference were graded.
        share: the largest part of a tolerance that one of them uses up.
        coverage: what the cases leave out of the domains of the arguments.
    """

    exercise: str
    assignment: str
    points: int
    faults: list[str] = field(default_factory=list)
    alternatives: int = 0
    mistakes: dict[str, MistakeGrade] = field(default_factory=dict)
    thoughtless: dict[str, int] = field(default_factory=dict)
    variants: int = 0
    share: float = 0.0
    coverage: DomainCoverage = field(default_factory=DomainCoverage)

    @property
    def mistake_scores(self) -> dict[str, int]:
        """The points that each mistake earns, by its name; of several versions the most."""
        scores: dict[str, int] = {}
        for name, grade in self.mistakes.items():
            known = scores.setdefault(base_name(name), grade.score)
            scores[base_name(name)] = max(known, grade.score)
        return scores

    def cover(self, coverage: DomainCoverage) -> None:
        """Add what the cases leave out of the domains, and the faults of that."""
        self.coverage = coverage
        self.faults += coverage.faults

    @property
    def mistake_names(self) -> list[str]:
        """The names of the mistakes, each once however many versions it has."""
        return list(dict.fromkeys(map(base_name, self.mistakes)))

    @property
    def named(self) -> int:
        """The number of mistakes that are named as themselves and nothing else."""
        misnamed = {
            base_name(name)
            for name, found in self.mistakes.items()
            if set(map(base_name, found.named)) != {base_name(name)}
        }
        return len(self.mistake_names) - len(misnamed)


def examine(solution: Solution, key: Key, run: Run, *, confined: bool) -> Examination:
    """Grade an exercise's reference, stub, alternatives and mistakes, and thoughtless answers.

    Args:
        solution: the exercise.
        key: of the exercise, with its hidden checks.
        run: runs the answers.
        confined: whether that happens in a sandbox. Mistakes that were adopted from students, and
            answers that could take all memory, run only there.

    Returns:
        The examination.
    """
    found = Examination(solution.name, solution.assignment, key.points)
    found.faults += map(str, solution.unfinished)
    found.faults += broken_points_rules(solution, key)
    for known in known_answers(solution, adopted=confined):
        found.faults += _known_faults(found, key, known, run(known.source))
    found.faults += _thoughtless_faults(found, solution, key, run, confined=confined)
    return found


def _known_faults(
    found: Examination, key: Key, known: KnownAnswer, outcomes: Outcomes
) -> Iterator[str]:
    result = judge(key, outcomes)
    if known.kind == "mistake":
        yield from _mistake_faults(found, key, known, outcomes, result)
    elif known.kind == "stub":
        if result.score:
            passed = [check.name for check in result.checks if check.points]
            yield known.fault(f"the stub already passes {', '.join(map(repr, passed))}")
    else:
        yield from _right_answer_faults(known, result)
        found.alternatives += known.kind == "alternative" and result.status == "passed"


def _right_answer_faults(known: KnownAnswer, result: ExerciseResult) -> Iterator[str]:
    what = f"{known.kind} {known.name!r}"
    for check in result.checks:
        if check.finding is not None:
            yield known.fault(f"{what} fails {check.name!r}: {why(check.finding)}")
    if result.diagnosis is not None:
        yield known.fault(f"{what} is called {result.diagnosis.name!r}")


def _mistake_faults(
    found: Examination, key: Key, known: KnownAnswer, outcomes: Outcomes, result: ExerciseResult
) -> Iterator[str]:
    name = known.name
    named = _diagnoses(key, name, outcomes, result)
    found.mistakes[name] = MistakeGrade(result.score - result.extra_credit, named)
    broken = why_it_cannot_run(name, [each for several in outcomes.values() for each in several])
    if broken is not None:
        yield known.fault(broken)
        return
    if result.status == "passed":
        yield known.fault(
            f"mistake {name!r} gets full marks: no check catches it; add a case that it gets wrong"
        )
        return
    if set(map(base_name, named)) != {base_name(name)}:
        words = " and ".join(map(repr, named)) or "nothing"
        yield known.fault(f"mistake {name!r} is named {words}")
    for other in _twins(key, name, outcomes):
        yield known.fault(f"no case tells {name!r} from {other!r}: both give the same answers")
    score = result.score - result.extra_credit
    if score > MISTAKE_SHARE * key.points:
        kept = f"keeps {score} of {key.points} points"
        most = math.floor(MISTAKE_SHARE * key.points)
        yield known.fault(
            f"mistake {name!r} {kept}; at most {MISTAKE_SHARE:.0%}, {most}: a check that it fails "
            "is missing, or those are worth too little"
        )


def _diagnoses(key: Key, name: str, outcomes: Outcomes, result: ExerciseResult) -> tuple[str, ...]:
    """The diagnoses of a mistake, in its place and after all other mistakes."""
    if result.diagnosis is None:
        return ()
    hints = {other: hint for other, hint in key.hints.items() if other != name}
    reordered = replace(key, hints={**hints, name: key.hints[name]})
    again = diagnose(reordered, all_answers(key, outcomes))
    return tuple(dict.fromkeys(_named(each, name) for each in (result.diagnosis, *again[:1])))


def _named(told: Diagnosis, name: str) -> str:
    """What a diagnosis calls this mistake, whichever version, or something else."""
    return name if told.kind == "mistake" and told.name == base_name(name) else told.name


def _twins(key: Key, name: str, outcomes: Outcomes) -> list[str]:
    """The other versions of a mistake that answer every case alike."""
    answers = all_answers(key, outcomes)
    versions = [each for each in key.hints if base_name(each) == base_name(name) != each]
    return [each for each in versions if each != name and explains(each, answers)]


def _thoughtless_faults(
    found: Examination, solution: Solution, key: Key, run: Run, *, confined: bool
) -> Iterator[str]:
    for answer, source in thoughtless_answers(solution, key, confined=confined):
        result = judge(key, run(source))
        score = result.score - result.extra_credit
        found.thoughtless[answer] = score
        if score >= THOUGHTLESS_SHARE * key.points:
            path, line = solution.folder / "grading.py", solution.exercise.checks[0].line
            most = math.ceil(THOUGHTLESS_SHARE * key.points) - 1
            passed = [check.name for check in result.checks if check.points]
            yield (
                f"{path}:{line}: returning {answer} earns {score} of {key.points} points, by "
                f"{', '.join(map(repr, passed))}; less than a fifth, at most {most}, since it "
                "takes no understanding"
            )
