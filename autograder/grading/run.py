"""Running one submission in the sandbox: its pieces, then the checks, public ones first.

If a fork is lost, a new one runs all pieces again but the one that ended it, and goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from autograder.collecting.pieces import Piece
from autograder.collecting.submissions import Submission
from autograder.grading.judge import judge, judge_without_outcomes
from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.sandbox.outcome import Outcome, Problem, outcome_of, problem_of
from autograder.sandbox.session import CellReply, Session, SessionLostError, SessionSource

__all__ = ["PieceRun", "SubmissionRun", "grade_submission", "run_submission"]

_MAX_FORKS = 12
"""After so many lost forks the rest of a submission is not run."""

_MAX_ANSWERS = 64 << 20
"""Bytes that a submission may answer; all are kept until it is judged."""

_MAX_TIMEOUTS = 2
"""After so many checks that ran out of time the others of an exercise are not run."""

_Reply = TypeVar("_Reply")


@dataclass(frozen=True)
class PieceRun:
    """What running a piece led to: a reply, or the problem that ended the fork."""

    piece: Piece
    reply: CellReply
    problem: Problem | None = None


@dataclass
class SubmissionRun:
    """Everything that the sandbox answered about one submission.

    Attributes:
        pieces: what the cells or files printed, showed and raised.
        outcomes: by exercise and check, one for each case in order.
        seconds: wall-clock time.
    """

    pieces: list[PieceRun] = field(default_factory=list)
    outcomes: dict[str, dict[str, list[Outcome]]] = field(default_factory=dict)
    seconds: float = 0.0


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
    run = run_submission(sandbox, submission.pieces, readable) if readable else SubmissionRun()
    return SubmissionResult(
        student=submission.student,
        assignment=submission.assignment,
        seconds=run.seconds,
        exercises=tuple(_result(key, submission, run) for key in keys),
        source=submission.source,
        note=submission.note,
    )


def _result(key: Key, submission: Submission, run: SubmissionRun) -> ExerciseResult:
    reason = _why_unreadable(submission, key)
    if reason is None:
        return judge(key, run.outcomes[key.exercise])
    details = submission.details.get("", submission.details.get(key.exercise, ""))
    problem = Problem(
        "missing" if reason == "missing" else "unreadable", type=reason, message=details
    )
    return judge_without_outcomes(key, problem)


def _why_unreadable(submission: Submission, key: Key) -> str | None:
    return submission.unreadable.get("") or submission.unreadable.get(key.exercise)


def run_submission(
    sandbox: SessionSource, pieces: Sequence[Piece], keys: Sequence[Key]
) -> SubmissionRun:
    """Run the pieces and all cases of the keys.

    Args:
        sandbox: where they run.
        pieces: cells or files, in order.
        keys: what is asked.

    Returns:
        Everything that it answered; every case of every check has an outcome.
    """
    started = time.monotonic()
    runner = _Runner(sandbox, pieces)
    run = SubmissionRun()
    try:
        run.pieces = runner.run_pieces()
        # Everything that a student may see has arrived before the first hidden input is sent.
        for public in (True, False):
            for key in keys:
                outcomes = run.outcomes.setdefault(key.exercise, {})
                for check in key.checks:
                    if check.public is public:
                        outcomes[check.name] = _check_outcomes(runner, run, key, check)
    finally:
        runner.close()
    run.seconds = time.monotonic() - started
    return run


def _check_outcomes(
    runner: _Runner, run: SubmissionRun, key: Key, check: KeyCheck
) -> list[Outcome]:
    ran_out = sum(
        any(outcome.problem and outcome.problem.kind == "timeout" for outcome in outcomes)
        for outcomes in run.outcomes[key.exercise].values()
    )
    if ran_out >= _MAX_TIMEOUTS:
        return [Outcome(problem=Problem("timeout"))] * len(check.cases)
    outcomes = list(runner.run_check(key, check))
    if all(outcome.problem and outcome.problem.kind == "missing" for outcome in outcomes):
        return [Outcome(problem=_why_missing(run.pieces, key))] * len(check.cases)
    return outcomes


def _why_missing(pieces: Sequence[PieceRun], key: Key) -> Problem:
    """Why a function is missing: the piece that defines it failed, or nobody wrote it."""
    names = (f"def {key.exercise}", f"class {key.exercise}")
    for run in pieces:
        if run.piece.exercise == key.exercise or any(name in run.piece.source for name in names):
            problem = run.problem
            if problem is None and run.reply.error is not None:
                problem = problem_of(run.reply.error)
            if problem is not None:
                return msgspec.structs.replace(problem, loading=True)
    return Problem("missing")


class _Runner:
    """The forks of one submission, one after the other."""

    def __init__(self, sandbox: SessionSource, pieces: Sequence[Piece]) -> None:
        self._sandbox = sandbox
        self._limits = sandbox.limits
        self._pieces = list(pieces)
        self._session: Session | None = None
        self._forks = 0
        self._answered = 0
        self._ends_at = time.monotonic() + self._limits.submission_seconds

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def run_pieces(self) -> list[PieceRun]:
        """Run every piece once; a piece that ended its fork is left out from then on."""
        runs = []
        for piece in list(self._pieces):
            runs.append(self._run_piece(piece))
            if runs[-1].problem is not None:
                self._pieces.remove(piece)
        return runs

    def _run_piece(self, piece: Piece) -> PieceRun:
        before = self._pieces[: self._pieces.index(piece)]

        def run(session: Session, seconds: float) -> CellReply:
            return _load(session, piece, seconds)

        reply, problem = self._guarded(run, self._limits.cell_seconds, before)
        if reply is None:
            return PieceRun(piece, CellReply(), problem)
        # An interrupted piece is left out: running it again would take its time again.
        return PieceRun(piece, reply, Problem("timeout") if reply.late else None)

    def run_check(self, key: Key, check: KeyCheck) -> Iterator[Outcome]:
        """Run a check's cases; after one that ended its fork the rest of the check is not run."""
        stop: Problem | None = None
        until = time.monotonic() + self._limits.check_seconds
        for case in check.cases:
            outcome = Outcome(problem=stop) if stop else self._run_case(key, check, case, until)
            if outcome.problem is not None and outcome.problem.kind in _LOST:
                stop = outcome.problem
            yield outcome

    def _run_case(self, key: Key, check: KeyCheck, case: KeyCase, until: float) -> Outcome:
        files = {piece.exercise for piece in self._pieces}

        file = None if None in files or not files else key.exercise
        call = key.call(check, case, file)

        def run(session: Session, seconds: float) -> Outcome:
            return outcome_of(session.call(call, seconds))

        left = until - time.monotonic()
        if left <= 0:
            return Outcome(problem=Problem("timeout"))
        outcome, problem = self._guarded(run, left, self._pieces)
        return Outcome(problem=problem) if outcome is None else outcome

    def _guarded(
        self, run: Callable[[Session, float], _Reply], seconds: float, before: Sequence[Piece]
    ) -> tuple[_Reply | None, Problem | None]:
        """Run something in the current fork, or in a new one after running these pieces in it."""
        left = self._ends_at - time.monotonic()
        if left <= 0:
            return None, Problem("budget")
        try:
            session = self._session or self._fork(before)
            received = session.received
            answer = run(session, min(seconds, left))
        except SessionLostError as lost:
            self.close()
            return None, Problem(lost.reason)
        self._answered += session.received - received
        if self._answered > _MAX_ANSWERS:
            self._ends_at = 0.0
            self.close()
            return None, Problem("budget")
        return answer, None

    def _fork(self, before: Sequence[Piece]) -> Session:
        self._forks += 1
        if self._forks > _MAX_FORKS:
            self._ends_at = 0.0
            raise SessionLostError("ended")
        self._session = self._sandbox.session()
        for piece in before:
            left = max(0.01, self._ends_at - time.monotonic())
            _load(self._session, piece, min(self._limits.cell_seconds, left))
        return self._session


_LOST = {"timeout", "ended", "scratch", "garbage", "budget"}


def _load(session: Session, piece: Piece, seconds: float) -> CellReply:
    if piece.exercise is None:
        return session.run_cell(piece.source, piece.number, seconds)
    return session.run_file(piece.exercise, piece.source, piece.number, seconds)
