"""Running one submission in the sandbox: its pieces, then the checks, public ones first.

An exercise is asked in its moment: where its check cell stands, or where its name was last bound to
something callable, whichever is later. The fork keeps all names of that moment, and puts them back
when the exercise is asked, after all cells: asked on the way, a check could change what later cells
find, and a later binding would have it asked again. Public and hidden checks find the same names;
no hidden input is sent before all public checks are answered.

If a fork is lost, a new one runs all pieces again but the one that ended it, and goes on.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import msgspec

from autograder.collecting.pieces import Piece, defines
from autograder.collecting.submissions import Submission
from autograder.diagnosis.slips import Evidence
from autograder.grading.judge import judge_safely, judge_without_outcomes
from autograder.grading.results import ExerciseNote, ExerciseResult, SubmissionResult
from autograder.keys.answer import judgeable
from autograder.keys.key import Key, KeyCheck
from autograder.sandbox.call import Call
from autograder.sandbox.outcome import Outcome, Problem, outcome_of, problem_of
from autograder.sandbox.session import (
    CellReply,
    ContractReply,
    Described,
    Session,
    SessionLostError,
    SessionSource,
)

__all__ = ["PieceRun", "SubmissionRun", "grade_submission", "result_without_run", "run_submission"]

_MAX_FORKS = 12
"""After so many lost forks the rest of a submission is not run."""

_MAX_ANSWERS = 64 << 20
"""Bytes that a submission may answer; all are kept until it is judged."""

_MAX_COSTLY = 2
"""After so many checks that ran out of time, or whose answers are far too large, the others of an
exercise are not run."""

_MAX_ASKED_AGAIN = 2
"""Late answers of a submission that are asked for once more."""

_MAX_NAMES, _LONGEST_NAME = 3, 40
"""Of changed names that are told, how many, and how long one may be: they are the student's."""

_Reply = TypeVar("_Reply")
_Error = TypeVar("_Error", Described, Problem)


@dataclass(frozen=True)
class PieceRun:
    """What running a piece led to: a reply, or the problem that ended the fork."""

    piece: Piece
    reply: CellReply
    problem: Problem | None = None

    @property
    def stopped_by(self) -> Problem | None:
        """What ended it, whether or not the fork survived."""
        if self.problem is not None or self.reply.error is None:
            return self.problem
        problem = problem_of(self.reply.error)
        return msgspec.structs.replace(problem, piece=self.piece.number)


@dataclass
class SubmissionRun:
    """Everything that the sandbox answered about one submission.

    Attributes:
        pieces: what the cells or files printed, showed and raised.
        outcomes: by exercise and check, one for each case in order.
        notes: by exercise, on how it was asked.
        evidence: by exercise, for slips of contract.
        seconds: wall-clock time.
    """

    pieces: list[PieceRun] = field(default_factory=list)
    outcomes: dict[str, dict[str, list[Outcome]]] = field(default_factory=dict)
    notes: dict[str, tuple[ExerciseNote, ...]] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    seconds: float = 0.0

    def judge(self, key: Key) -> ExerciseResult:
        """The result of one of the exercises that were asked, whatever judging it leads to."""
        name = key.exercise
        return judge_safely(key, self.outcomes[name], self.notes[name], self.evidence[name])


def grade_submission(
    sandbox: SessionSource, submission: Submission, keys: Sequence[Key]
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
    return _submission_result(submission, [_result(key, submission, run) for key in keys], run)


def result_without_run(
    submission: Submission, keys: Sequence[Key], problem: Problem
) -> SubmissionResult:
    """The result of a submission that could not be run or judged: the same problem everywhere."""
    return _submission_result(submission, [judge_without_outcomes(key, problem) for key in keys])


def _submission_result(
    submission: Submission,
    exercises: Sequence[ExerciseResult],
    run: SubmissionRun | None = None,
) -> SubmissionResult:
    return SubmissionResult(
        student=submission.student,
        assignment=submission.assignment,
        seconds=run.seconds if run is not None else 0.0,
        exercises=tuple(exercises),
        source=submission.source,
        note=submission.note,
    )


def _result(key: Key, submission: Submission, run: SubmissionRun) -> ExerciseResult:
    reason = _why_unreadable(submission, key)
    if reason is None:
        return run.judge(key)
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
) -> SubmissionRun:
    """Run the pieces and all cases of the keys.

    Args:
        sandbox: where they run.
        pieces: cells or files, in order.
        keys: what is asked.
        beside: files that they may import and that are not asked.
        in_check_cells: the exercises whose answers stand where nothing is run.

    Returns:
        Everything that it answered; every case of every check has an outcome.
    """
    started = time.monotonic()
    runner = _Runner(sandbox, pieces, [key.exercise for key in keys], beside)
    run = SubmissionRun()
    at_end: set[str] = set()
    try:
        run.pieces = runner.run_pieces()
        changed = runner.changed_names()
        ended = {each.piece.number: each.stopped_by for each in run.pieces}
        stopped = {number: problem for number, problem in ended.items() if problem is not None}
        # Everything that a student may see has arrived before the first hidden input is sent.
        for key in keys:
            _ask(runner, run, key, at_end, public=True)
            difference = runner.difference(key, at_end=key.exercise in at_end)
            run.evidence[key.exercise] = Evidence(
                difference, tuple(pieces), stopped, key.exercise in in_check_cells
            )
        for key in keys:
            _ask(runner, run, key, at_end, public=False)
    finally:
        runner.close()
    run.notes = {key.exercise: _notes(key.exercise, changed, at_end) for key in keys}
    run.seconds = time.monotonic() - started
    return run


def _ask(runner: _Runner, run: SubmissionRun, key: Key, at_end: set[str], *, public: bool) -> None:
    """Ask an exercise its public or its hidden checks, in its moment.

    Where something was not there yet, the end of the notebook counts from then on.
    """
    before = run.outcomes.setdefault(key.exercise, {})
    checks = [check for check in key.checks if check.public is public]
    ends = key.exercise in at_end
    outcomes = _outcomes(runner, run, key, checks, at_end=ends)
    if not ends and runner.has_moments and _is_something_missing(outcomes):
        later = _outcomes(runner, run, key, checks, at_end=True)
        if _answered(later) > _answered(outcomes):
            at_end.add(key.exercise)
            outcomes = later
    before |= outcomes


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
    runner: _Runner, run: SubmissionRun, key: Key, checks: Sequence[KeyCheck], *, at_end: bool
) -> dict[str, list[Outcome]]:
    """Ask some checks of an exercise, until it has cost too much."""
    outcomes = dict(run.outcomes[key.exercise])
    for check in checks:
        costly = [problem for several in outcomes.values() if (problem := _costly(several))]
        if len(costly) >= _MAX_COSTLY:
            outcomes[check.name] = [Outcome(problem=costly[-1])] * len(check.cases)
            continue
        answers = list(runner.run_check(key, check, at_end=at_end))
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


class _Budget:
    """Seconds that are left, by a clock that runs only while a fork is asked something."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    @contextlib.contextmanager
    def paying(self, session: Session) -> Iterator[None]:
        """Take from it what a session takes to answer in a block."""
        before = session.seconds
        try:
            yield
        finally:
            self.left -= session.seconds - before
            if self.left <= 0:
                self.left += session.refund()


class _Runner:
    """The forks of one submission, one after the other."""

    def __init__(
        self,
        sandbox: SessionSource,
        pieces: Sequence[Piece],
        names: Sequence[str],
        beside: Sequence[Piece],
    ) -> None:
        self._sandbox = sandbox
        self._limits = sandbox.limits
        self._pieces = pieces
        self._names = names
        self._files = [piece for piece in (*pieces, *beside) if piece.exercise is not None]
        """What other files may import."""
        self._lines: dict[int | None, int] = {
            piece.number: len(piece.source.splitlines()) + 1 for piece in (*pieces, *beside)
        }
        """By piece, how many lines an error may come from; one may lie behind the last."""
        self._again: list[Piece] = []
        """What a new fork runs: what has run so far and took no fork."""
        self._last_moment = 0
        """How many of these a new fork runs before it can be asked; later ones bind nothing."""
        self._session: Session | None = None
        self._ran = 0
        """How many of these the fork has run."""
        self._forks = 0
        self._answered = 0
        self._was_idle = False
        """Whether the fork did nothing most of the time in which it did not answer."""
        self._asked_again = 0
        self._for_cells = _Budget(self._limits.cells_seconds)
        self._for_checks = _Budget(self._limits.checks_seconds)

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    @property
    def has_moments(self) -> bool:
        """Whether names may be others in the moment of an exercise than at the end."""
        return any(piece.exercise is None for piece in self._pieces)

    def run_pieces(self) -> list[PieceRun]:
        """Run every piece once; one that ended its fork, or took too long, is not run again."""
        runs = []
        for piece in self._pieces:
            run = self._run_piece(piece)
            runs.append(run)
            if run.problem is None:
                self._again.append(piece)
                self._ran = len(self._again)
            elif piece.asked:
                # What is asked after it is asked after nothing in its place.
                self._again.append(replace(piece, source=""))
            if run.reply.kept or piece.asked or piece.exercise is not None:
                self._last_moment = len(self._again)
        return runs

    def _run_piece(self, piece: Piece) -> PieceRun:
        def run(session: Session, seconds: float) -> CellReply:
            return self._load(session, piece, seconds)

        seconds = self._limits.cell_seconds
        reply, problem = self._guarded(run, self._for_cells, seconds, len(self._again))
        if reply is None:
            return PieceRun(piece, CellReply(), problem)
        if reply.error is not None:
            reply = msgspec.structs.replace(reply, error=self._placed(reply.error))
        # An interrupted piece is left out: running it again would take its time again.
        return PieceRun(piece, reply, Problem("timeout") if reply.late else None)

    def changed_names(self) -> dict[str, list[str]]:
        """Ask which names later cells have changed; none where there is nothing to ask."""
        if self._session is None or not self.has_moments or not self._names:
            return {}

        def run(session: Session, seconds: float) -> dict[str, list[str]]:
            return session.changed_names(seconds)

        seconds = self._limits.check_seconds
        changed, _ = self._guarded(run, self._for_checks, seconds, len(self._again))
        return changed or {}

    def difference(self, key: Key, *, at_end: bool) -> ContractReply:
        """Ask in what a definition is not what the exercise asks for; nothing if the fork is gone.

        What a lost fork had is not worth a new one.
        """
        if self._session is None:
            return ContractReply()
        check = key.checks[0]
        call = key.call(check, check.cases[0], self._file(key), at_end=at_end)
        others = [name for name in self._names if name != key.exercise]

        def run(session: Session, seconds: float) -> ContractReply:
            return session.difference(call, others, seconds)

        seconds = self._limits.check_seconds
        found, _ = self._guarded(run, self._for_checks, seconds, 0)
        return found or ContractReply()

    def run_check(self, key: Key, check: KeyCheck, *, at_end: bool) -> Iterator[Outcome]:
        """Run a check's cases; after one that ended its fork the rest of the check is not run."""
        stop: Problem | None = None
        budget = _Budget(self._limits.check_seconds)
        for case in check.cases:
            if stop is None:
                call = key.call(check, case, self._file(key), at_end=at_end)
                outcome = self._run_case(call, budget)
                if self._is_to_be_asked_again(outcome):
                    budget = _Budget(self._limits.check_seconds)
                    outcome = self._run_case(call, budget)
                outcome = judgeable(outcome, case)
            else:
                outcome = Outcome(problem=stop)
            if outcome.problem is not None and outcome.problem.kind in _LOST:
                stop = outcome.problem
            yield outcome

    def _file(self, key: Key) -> str | None:
        return None if self.has_moments or not self._pieces else key.exercise

    def _run_case(self, call: Call, budget: _Budget) -> Outcome:
        def run(session: Session, seconds: float) -> Outcome:
            with budget.paying(session):
                outcome = outcome_of(session.call(call, seconds))
            if outcome.problem is None:
                return outcome
            return msgspec.structs.replace(outcome, problem=self._placed(outcome.problem))

        if budget.left <= 0:
            return Outcome(problem=Problem("timeout"))
        needed = len(self._again) if call.at_end else self._last_moment
        outcome, problem = self._guarded(run, self._for_checks, budget.left, needed)
        return Outcome(problem=problem) if outcome is None else outcome

    def _is_to_be_asked_again(self, outcome: Outcome) -> bool:
        """Whether a late answer may be the machine's fault, and was not asked for again yet."""
        late = outcome.problem is not None and outcome.problem.kind == "timeout"
        if not late or not self._was_idle or self._asked_again >= _MAX_ASKED_AGAIN:
            return False
        self._asked_again += 1
        return True

    def _placed(self, error: _Error) -> _Error:
        """An error without the place that it names, if no such line was handed in."""
        if error.line is None or error.line <= self._lines.get(error.piece, 0):
            return error
        return msgspec.structs.replace(error, piece=None, line=None)

    def _guarded(
        self,
        run: Callable[[Session, float], _Reply],
        budget: _Budget,
        seconds: float,
        before: int,
    ) -> tuple[_Reply | None, Problem | None]:
        """Run something in the current fork or a new one, after so many of the pieces."""
        try:
            session = self._after(before, budget)
            if session is None:
                return None, Problem("budget")
            received = session.received
            with budget.paying(session):
                answer = run(session, min(seconds, budget.left))
            self._was_idle = session.was_idle
        except SessionLostError as lost:
            self._was_idle = self._session is not None and self._session.was_idle
            self.close()
            return None, Problem(lost.reason)
        self._answered += session.received - received
        if self._answered > _MAX_ANSWERS:
            self._stop()
            self.close()
            return None, Problem("budget")
        return answer, None

    def _after(self, before: int, budget: _Budget) -> Session | None:
        """A fork that has run so many of the pieces, unless time is up.

        What is run again is paid from the cells' time, and then from that of whoever needs it.
        """
        if budget.left > 0 and self._session is None:
            self._forks += 1
            if self._forks > _MAX_FORKS:
                self._stop()
                raise SessionLostError("ended")
            self._session, self._ran = self._sandbox.session(), 0
            self._offer_files(self._session)
        while budget.left > 0 and self._session is not None and self._ran < before:
            payer = self._for_cells if self._for_cells.left > 0 else budget
            seconds = min(self._limits.cell_seconds, payer.left)
            with payer.paying(self._session):
                self._load(self._session, self._again[self._ran], seconds)
            self._ran += 1
        return self._session if budget.left > 0 else None

    def _offer_files(self, session: Session) -> None:
        """Have each file be able to import the others."""
        if len(self._files) > 1:
            for piece in self._files:
                session.offer_file(
                    piece.exercise or "", piece.source, piece.number, self._limits.cell_seconds
                )

    def _stop(self) -> None:
        self._for_cells.left = self._for_checks.left = 0.0

    def _load(self, session: Session, piece: Piece, seconds: float) -> CellReply:
        if piece.exercise is not None:
            return session.run_file(piece.exercise, piece.source, piece.number, seconds)
        return session.run_cell(
            piece.source, piece.number, seconds, names=self._names, asked=piece.asked
        )


_LOST = {"timeout", "ended", "scratch", "garbage", "budget", "outsized"}
