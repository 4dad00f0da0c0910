"""Grading the corpus of a course: what is said of each answer, and whether that is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from autograder.collecting.pieces import Piece
from autograder.course import CourseError, Solution
from autograder.grading.judge import judge
from autograder.grading.results import ExerciseResult
from autograder.grading.run import SubmissionRun, run_submission
from autograder.keys.asked_again import ask_again
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.report.diagnosis_words import diagnosis_hint, diagnosis_more
from autograder.sandbox.confined import Layers
from autograder.validation.corpus import CorpusEntry, read_corpus
from autograder.variants.public import public_library
from autograder.workers.pool import side_by_side
from autograder.workers.sandboxes import Sandboxes

__all__ = ["VERDICTS", "GradedEntry", "Said", "Verdict", "grade_corpora", "said_of", "verdict_on"]

Verdict = Literal["rightly", "partly", "beside", "silent", "wrong"]
"""Everything that is wrong is named; some of it; something else, which is no explanation of the
values; nothing; the values are explained by what they do not come from."""

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

_NAMED: Final = ("rightly", "partly")


@dataclass(frozen=True)
class Said:
    """What is said of an answer in one diagnosis, or as a judge's reason.

    Attributes:
        facet: what it is about; `judged` for a reason.
        text: its fields and its hints, in one line.
    """

    facet: str
    text: str


@dataclass(frozen=True)
class GradedEntry:
    """An entry of the corpus, and what became of it.

    Attributes:
        entry: of the corpus.
        said: what is said of it.
        verdict: on that, where the entry is a wrong answer and loses points.
        own: whether the student's own check, which has the public checks alone, names it too.
        fault: what is wrong with the entry, or with the grading of a right answer.
    """

    entry: CorpusEntry
    said: tuple[Said, ...] = ()
    verdict: Verdict | None = None
    own: bool = False
    fault: CourseError | None = None

    @property
    def named(self) -> bool:
        """Whether something that is wrong is named, and nothing that is not."""
        return self.verdict in _NAMED


def verdict_on(entry: CorpusEntry, said: Sequence[Said]) -> Verdict:
    """Whether what is said of a wrong answer is what is wrong with it.

    Args:
        entry: which says what a right name contains.
        said: of it.
    """
    found = [any(about.search(each.text) for each in said) for about in entry.about]
    for each in said:
        if each.facet == "values" and not any(about.search(each.text) for about in entry.about):
            return "wrong"
    if all(found):
        return "rightly"
    if any(found):
        return "partly"
    return "beside" if said else "silent"


def said_of(result: ExerciseResult, language: str) -> tuple[Said, ...]:
    """What is said of an exercise: by its diagnoses, and by the reasons of its own judges.

    Args:
        result: of the exercise.
        language: of the hints.
    """
    reasons = (each.finding.reason for each in result.checks if each.finding is not None)
    judged = dict.fromkeys(each.of(language) for each in reasons if each is not None)
    return tuple(
        Said(
            each.facet,
            " ".join(
                [
                    *(each.facet, each.kind, each.name, each.of or ""),
                    "" if each.value is None else f"{each.value:g}",
                    diagnosis_hint(each, language),
                    diagnosis_more(each, language),
                ]
            ),
        )
        for each in result.diagnoses
    ) + tuple(Said("judged", each) for each in judged)


@dataclass(frozen=True)
class _Task:
    """An entry, and the keys by which it is graded and checked."""

    entry: CorpusEntry
    key: Key
    own_key: Key
    language: str


def grade_corpora(
    solutions: Iterable[Solution],
    keys: Mapping[str, Key],
    *,
    language: str,
    limits: Limits,
    layers: Layers,
    workers: int,
) -> Iterator[GradedEntry | CourseError]:
    """Grade the corpora of exercises as submissions are graded, side by side.

    Args:
        solutions: the exercises.
        keys: of them, with hidden checks and with their libraries.
        language: in which hints are read.
        limits: on each answer.
        layers: of the sandbox.
        workers: how many answers run at a time.

    Yields:
        Each entry, and each fault of a corpus.
    """

    def tasks() -> Iterator[_Task | CourseError]:
        for solution in solutions:
            corpus = read_corpus(solution.folder)
            yield from corpus.faults
            if not corpus.entries:
                continue
            key = keys[solution.name]
            own_key = public_part(key)
            for entry in corpus.entries:
                yield _Task(entry, key, own_key, language)

    def work(sandboxes: Sandboxes, task: _Task | CourseError) -> GradedEntry | CourseError:
        return task if isinstance(task, CourseError) else _graded(sandboxes, task)

    def make() -> Sandboxes:
        return Sandboxes(limits, layers)

    for _, graded in side_by_side(work, tasks(), make=make, places=workers, in_order=True):
        yield graded


def public_part(key: Key) -> Key:
    """The key that a student's own check has."""
    public = tuple(check for check in key.checks if check.public)
    return replace(key, checks=public, probes=ask_again(public), library=public_library(key))


def _graded(sandboxes: Sandboxes, task: _Task) -> GradedEntry:
    entry, key = task.entry, task.key
    piece = Piece(0, entry.source, key.exercise)
    run = run_submission(sandboxes.for_files(), [piece], [key])
    result = run.judge(key)
    said = said_of(result, task.language)
    if entry.right:
        return GradedEntry(entry, said, fault=_fault_of_right(entry, result))
    if result.status == "passed":
        return GradedEntry(entry, fault=entry.fault("this wrong answer gets full marks"))
    own = verdict_on(entry, said_of(_own_result(run, task.own_key), task.language))
    if own not in _NAMED and task.own_key.probes:
        asked = run_submission(sandboxes.for_files(), [piece], [task.own_key])
        own = verdict_on(entry, said_of(asked.judge(task.own_key), task.language))
    return GradedEntry(entry, said, verdict_on(entry, said), own in _NAMED)


def _own_result(run: SubmissionRun, key: Key) -> ExerciseResult:
    """What the student's own check says: the public checks came to the same there."""
    outcomes = run.outcomes[key.exercise]
    public = {check.name: outcomes[check.name] for check in key.checks}
    return judge(key, public, evidence=run.evidence[key.exercise])


def _fault_of_right(entry: CorpusEntry, result: ExerciseResult) -> CourseError | None:
    failed = [check.name for check in result.checks if check.finding is not None]
    if failed:
        return entry.fault(f"this right answer fails {', '.join(map(repr, failed))}")
    if result.diagnoses:
        return entry.fault(f"this right answer is called {result.diagnoses[0].name!r}")
    return None
