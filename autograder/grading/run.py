"""Running one submission in the sandbox: its pieces, the public checks, the hidden ones, probes.

An exercise is asked in its moment: where its check cell stands, or where its name was last bound to
something callable, whichever is later. The fork keeps all names of that moment, and puts them back
when the exercise is asked, after all cells: asked on the way, a check could change what later cells
find, and a later binding would have it asked again. Public and hidden checks find the same names;
no hidden input is sent before all public checks are answered. Probe calls come last, of exercises
that are wrong; what becomes of them costs nothing.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from autograder.collecting.pieces import Piece, defines
from autograder.collecting.submission import Submission
from autograder.diagnosis.slip import Evidence
from autograder.grading.driven_calls import add_calls, first_driven
from autograder.grading.forks import LOST, Forks, PieceRun
from autograder.grading.judge import judge_safely, judge_without_outcomes
from autograder.grading.probing import are_probes_of_use
from autograder.grading.results import ExerciseNote, ExerciseResult, SubmissionResult
from autograder.keys.answer import Answer, answers
from autograder.keys.key import Key, KeyCheck
from autograder.sandbox.outcome import Outcome, Problem
from autograder.sandbox.session import (
    BroughtFile,
    SessionSource,
)

__all__ = [
    "SubmissionRun",
    "grade_submission",
    "is_unjudged",
    "result_of_judged",
    "result_without_run",
    "run_submission",
]

_MAX_COSTLY = 2
"""After so many checks that ran out of time, or whose answers are far too large, the others of an
exercise are not run."""

_MAY_CHANGE = LOST | {"too_slow"}
"""Problems that another run may not meet."""

_MAX_NAMES, _LONGEST_NAME = 3, 40
"""Of changed names that are told, how many, and how long one may be: they are the student's."""


@dataclass
class SubmissionRun:
    """Everything that the sandbox answered about one submission.

    Attributes:
        pieces: what the cells or files printed, showed and raised.
        outcomes: by exercise and check, one for each case in order.
        probes: by exercise and probe call, for those exercises that were asked any.
        answers: by exercise and check, to those outcomes, so that they are compared once.
        check_seconds: by exercise and check, what its cases took; not of what was not asked.
        notes: by exercise, on how it was asked.
        evidence: by exercise, for slips of contract.
        seconds: wall-clock time.
    """

    pieces: list[PieceRun] = field(default_factory=list)
    outcomes: dict[str, dict[str, list[Outcome]]] = field(default_factory=dict)
    probes: dict[str, dict[str, list[Outcome]]] = field(default_factory=dict)
    answers: dict[str, dict[str, list[Answer]]] = field(default_factory=dict)
    check_seconds: dict[str, dict[str, float]] = field(default_factory=dict)
    notes: dict[str, tuple[ExerciseNote, ...]] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was stopped, killed or left out: run again, it would come to the same."""
        outcomes = (
            outcome
            for by_exercise in (self.outcomes, self.probes)
            for by_check in by_exercise.values()
            for several in by_check.values()
            for outcome in several
        )
        return all(piece.problem is None for piece in self.pieces) and not any(
            outcome.problem is not None and outcome.problem.kind in _MAY_CHANGE
            for outcome in outcomes
        )

    def answer(self, key: Key) -> None:
        """Have answers to all outcomes that are there; those of before stay as they are."""
        name = key.exercise
        self.answers[name] = answers(key, self.outcomes[name]) | self.answers.get(name, {})

    def judge(self, key: Key) -> ExerciseResult:
        """The result of one of the exercises that were asked, whatever judging it leads to."""
        name = key.exercise
        result = judge_safely(
            key,
            self.outcomes[name],
            self.notes[name],
            self.evidence[name],
            self.probes.get(name),
            self.answers.get(name),
        )
        seconds = self.check_seconds.get(name, {})
        checks = tuple(replace(each, seconds=seconds.get(each.name)) for each in result.checks)
        return replace(result, checks=checks)


def grade_submission(
    sandbox: SessionSource,
    submission: Submission,
    keys: Sequence[Key],
) -> SubmissionResult:
    """Run a submission and judge its outcomes.

    Args:
        sandbox: where it runs.
        submission: what was handed in.
        keys: of the assignment's exercises, in order.

    Returns:
        The result; whatever the submission does, there is one.
    """
    readable = [key for key in keys if _why_unreadable(submission, key) is None]
    run = SubmissionRun()
    if readable:
        run = run_submission(
            sandbox,
            submission.pieces,
            readable,
            submission.beside,
            submission.in_check_cells,
        )
    results = [_result(key, submission, run) for key in keys]
    whole = run.is_whole and not any(map(is_unjudged, results))
    return _submission_result(submission, results, run.seconds, whole=whole)


def result_without_run(
    submission: Submission, keys: Sequence[Key], problem: Problem
) -> SubmissionResult:
    """The result of a submission that could not be run or judged: the same problem everywhere."""
    results = [judge_without_outcomes(key, problem) for key in keys]
    return _submission_result(submission, results, whole=False)


def is_unjudged(result: ExerciseResult) -> bool:
    """Whether the grader could not do its work on an exercise."""
    problems = (check.finding.problem for check in result.checks if check.finding is not None)
    return any(problem is not None and problem.kind == "unjudged" for problem in problems)


def result_of_judged(
    submission: Submission,
    keys: Sequence[Key],
    judged: Mapping[str, ExerciseResult],
    seconds: float,
    *,
    whole: bool,
) -> SubmissionResult:
    """The result of a submission that was run as one notebook, whatever its files are.

    Args:
        submission: what was handed in.
        keys: of the assignment's exercises, in order.
        judged: the results of those that stand in the notebook.
        seconds: wall-clock time.
        whole: whether nothing was stopped, killed or left out while it ran.
    """
    exercises = []
    for key in keys:
        result = judged.get(key.exercise)
        # What cannot be read earns nothing, unless another file answers it.
        if result is None or (not result.score and _why_unreadable(submission, key)):
            result = _without_outcomes(key, submission)
        exercises.append(result)
    return _submission_result(submission, exercises, seconds, whole=whole)


def _submission_result(
    submission: Submission,
    exercises: Sequence[ExerciseResult],
    seconds: float = 0.0,
    *,
    whole: bool = True,
) -> SubmissionResult:
    return SubmissionResult(
        student=submission.student,
        assignment=submission.assignment,
        seconds=seconds,
        exercises=tuple(exercises),
        source=submission.source,
        note=submission.note,
        whole=whole,
    )


def _result(key: Key, submission: Submission, run: SubmissionRun) -> ExerciseResult:
    if _why_unreadable(submission, key) is None:
        return run.judge(key)
    return _without_outcomes(key, submission)


def _without_outcomes(key: Key, submission: Submission) -> ExerciseResult:
    """The result of an exercise that nothing was run for: why it cannot be read, or is missing."""
    reason = _why_unreadable(submission, key) or "missing"
    details = submission.details.get("", submission.details.get(key.exercise, ""))
    problem = Problem(
        "missing" if reason == "missing" else "unreadable", type=reason, message=details
    )
    return judge_without_outcomes(key, problem)


def _why_unreadable(submission: Submission, key: Key) -> str | None:
    return submission.unreadable.get("") or submission.unreadable.get(key.exercise)


def run_submission(
    sandbox: SessionSource,
    pieces: Sequence[Piece],
    keys: Sequence[Key],
    beside: Sequence[Piece] = (),
    in_check_cells: Collection[str] = (),
    brought: Sequence[BroughtFile] = (),
    *,
    draw: bool = True,
) -> SubmissionRun:
    """Run the pieces and all cases of the keys.

    Args:
        sandbox: where they run.
        pieces: cells or files, in order.
        keys: what is asked.
        beside: files that they may import and that are not asked.
        in_check_cells: the exercises whose answers stand where nothing is run.
        brought: files in the folder that they work in.
        draw: whether the figures of cells are drawn, where the sandbox draws any.

    Returns:
        Everything that it answered; every case of every check has an outcome.
    """
    started = time.monotonic()
    names = [key.exercise for key in keys]
    forks = Forks(sandbox, pieces, names, beside, brought, draw=draw)
    run = SubmissionRun()
    at_end: set[str] = set()
    try:
        run.pieces = forks.run_pieces()
        changed = forks.changed_names()
        ended = {each.piece.number: each.stopped_by for each in run.pieces}
        stopped = {number: problem for number, problem in ended.items() if problem is not None}
        # Everything that a student may see has arrived before the first hidden input is sent.
        for key in keys:
            _ask(forks, run, key, at_end, public=True)
            difference = forks.difference(key, at_end=key.exercise in at_end)
            run.evidence[key.exercise] = Evidence(
                difference, tuple(pieces), stopped, key.exercise in in_check_cells
            )
            run.answer(key)
            _trace(forks, run, key, at_end=key.exercise in at_end)
        for key in keys:
            _ask(forks, run, key, at_end, public=False)
        for key in keys:
            run.answer(key)
            outcomes, of_check = run.outcomes[key.exercise], run.answers[key.exercise]
            if are_probes_of_use(key, outcomes, of_check):
                ends = key.exercise in at_end
                run.probes[key.exercise] = dict(_probe_outcomes(forks, key, at_end=ends))
    finally:
        forks.close()
    run.notes = {key.exercise: _notes(key.exercise, changed, at_end) for key in keys}
    run.seconds = time.monotonic() - started
    return run


def _trace(forks: Forks, run: SubmissionRun, key: Key, *, at_end: bool) -> None:
    """Add the calls that a driver made to the first public outcome that is wrong."""
    name = key.exercise
    place = first_driven(key, run.answers[name])
    if place is not None:
        check, index = place
        calls = forks.own_calls(key, check, check.cases[index], at_end=at_end)
        add_calls(run.outcomes[name][check.name], index, calls)
        del run.answers[name][check.name]  # they are to the outcomes without these calls


def _ask(forks: Forks, run: SubmissionRun, key: Key, at_end: set[str], *, public: bool) -> None:
    """Ask an exercise its public or its hidden checks, in its moment.

    Where something was not there yet, the end of the notebook counts from then on.
    """
    before = run.outcomes.setdefault(key.exercise, {})
    checks = [check for check in key.checks if check.public is public]
    ends = key.exercise in at_end
    outcomes = _outcomes(forks, run, key, checks, at_end=ends)
    if not ends and forks.has_moments and _is_something_missing(outcomes):
        later = _outcomes(forks, run, key, checks, at_end=True)
        if _answered(later) > _answered(outcomes):
            at_end.add(key.exercise)
            outcomes = later
    before |= outcomes


def _probe_outcomes(forks: Forks, key: Key, *, at_end: bool) -> Iterator[tuple[str, list[Outcome]]]:
    """Ask the probe calls of an exercise, until one of them does not come back."""
    stop: Problem | None = None
    for probe in key.probes:
        if stop is None:
            outcomes = list(forks.run_check(key, probe, at_end=at_end))
            lost = (each.problem for each in outcomes if each.problem is not None)
            stop = next((each for each in lost if each.kind in LOST), None)
        else:
            outcomes = [Outcome(problem=stop)] * len(probe.cases)
        yield probe.name, outcomes


def _is_something_missing(outcomes: Mapping[str, Sequence[Outcome]]) -> bool:
    return any(
        outcome.problem is not None
        and outcome.problem.kind == "raised"
        and outcome.problem.type == "NameError"
        for several in outcomes.values()
        for outcome in several
    )


def _answered(outcomes: Mapping[str, Sequence[Outcome]]) -> int:
    return sum(outcome.problem is None for several in outcomes.values() for outcome in several)


def _notes(
    exercise: str, changed: Mapping[str, Sequence[str]], at_end: set[str]
) -> tuple[ExerciseNote, ...]:
    if exercise in at_end:
        return (ExerciseNote("end_counts"),)
    # Whatever the fork says is a name may be anything.
    names = (
        name
        for name in changed.get(exercise, ())
        if name.isidentifier() and len(name) <= _LONGEST_NAME
    )
    told = tuple(names)[:_MAX_NAMES]
    return (ExerciseNote("changed_later", told),) if told else ()


def _outcomes(
    forks: Forks, run: SubmissionRun, key: Key, checks: Sequence[KeyCheck], *, at_end: bool
) -> dict[str, list[Outcome]]:
    """Ask some checks of an exercise, until it has cost too much."""
    outcomes = dict(run.outcomes[key.exercise])
    for check, then in zip(checks, [*checks[1:], None], strict=False):
        costly = [problem for several in outcomes.values() if (problem := _costly(several))]
        if len(costly) >= _MAX_COSTLY:
            outcomes[check.name] = [Outcome(problem=costly[-1])] * len(check.cases)
            continue
        before = forks.seconds_of_checks
        answers = list(forks.run_check(key, check, at_end=at_end, then=then))
        taken = run.check_seconds.setdefault(key.exercise, {})
        taken[check.name] = max(0.0, forks.seconds_of_checks - before)
        if all(answer.problem and answer.problem.kind == "missing" for answer in answers):
            answers = [Outcome(problem=_why_missing(run.pieces, key))] * len(check.cases)
        outcomes[check.name] = answers
    return {check.name: outcomes[check.name] for check in checks}


def _costly(outcomes: Sequence[Outcome]) -> Problem | None:
    """The problem of a check that another one like it would cost much."""
    problems = (outcome.problem for outcome in outcomes if outcome.problem is not None)
    return next((each for each in problems if each.kind in ("timeout", "outsized")), None)


def _why_missing(pieces: Sequence[PieceRun], key: Key) -> Problem:
    """Why a function is missing: the piece that defines it failed, or nobody wrote it."""
    for run in pieces:
        if run.piece.exercise == key.exercise or defines(run.piece.source, key.exercise):
            problem = run.stopped_by
            if problem is not None:
                return msgspec.structs.replace(problem, loading=True)
    return Problem("missing")
