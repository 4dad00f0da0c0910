"""The forks of one submission, one after the other: they run its pieces, and are asked its cases.

If a fork is lost, a new one runs all pieces again but the one that ended it, and goes on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from autograder.collecting.pieces import Piece
from autograder.keys.answer import judgeable
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.sandbox.call import Call
from autograder.sandbox.outcome import Outcome, Problem, outcome_of, problem_of
from autograder.sandbox.session import (
    BroughtFile,
    CellReply,
    ContractReply,
    Described,
    OwnCall,
    Session,
    SessionLostError,
    SessionSource,
)

__all__ = ["LOST", "Forks", "PieceRun"]

LOST = frozenset({"timeout", "ended", "scratch", "garbage", "budget", "outsized"})
"""The problems after which the rest of a check is not run."""

_MAX_FORKS = 12
"""After so many lost forks the rest of a submission is not run."""

_MAX_ANSWERS = 64 << 20
"""Bytes that a submission may answer; all are kept until it is judged."""

_MAX_ASKED_AGAIN = 2
"""Late answers of a submission that are asked for once more."""

_Reply = TypeVar("_Reply")
_Error = TypeVar("_Error", Described, Problem)


@dataclass(frozen=True)
class PieceRun:
    """What running a piece led to: a reply, or the problem that ended the fork.

    `place` is the file that an error of it came from, where that is another one.
    """

    piece: Piece
    reply: CellReply
    problem: Problem | None = None
    place: Piece | None = None

    @property
    def stopped_by(self) -> Problem | None:
        """What ended it, whether or not the fork survived."""
        if self.problem is not None or self.reply.error is None:
            return self.problem
        problem = problem_of(self.reply.error)
        if self.place is not None:
            return msgspec.structs.replace(problem, file=self.place.exercise or "")
        return msgspec.structs.replace(problem, piece=self.piece.number)


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


class Forks:
    """The forks of one submission, one after the other.

    Args:
        sandbox: where they come from.
        pieces: of the submission, in order.
        names: of the exercises that are asked.
        beside: files that the pieces may import and that are not run by themselves.
        brought: files that each fork finds in the folder that it works in.
        draw: whether the figures of cells are drawn, where the sandbox draws any.
    """

    def __init__(
        self,
        sandbox: SessionSource,
        pieces: Sequence[Piece],
        names: Sequence[str],
        beside: Sequence[Piece],
        brought: Sequence[BroughtFile] = (),
        *,
        draw: bool = True,
    ) -> None:
        self._sandbox = sandbox
        self._brought = brought
        self._draw = draw
        self._limits = sandbox.limits
        self._pieces = pieces
        self._names = names
        self._files = [piece for piece in (*pieces, *beside) if piece.exercise is not None]
        """What other files may import."""
        self._lines: dict[int | None, int] = {
            piece.number: len(piece.source.splitlines()) + 1 for piece in (*pieces, *beside)
        }
        """By piece, how many lines an error may come from; one may lie behind the last."""
        self._others = {} if self.has_moments else {each.number: each for each in self._files}
        """By number, the files that an error may come from; cells have their names in common."""
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
        """End the fork that there is."""
        if self._session is not None:
            self._session.close()
            self._session = None

    @property
    def seconds_of_checks(self) -> float:
        """What checks have taken so far, by the clock that runs while a fork is asked something."""
        return self._limits.checks_seconds - self._for_checks.left

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
        place = None
        if reply.error is not None:
            error = self._placed(reply.error)
            place = self._other_file(error, piece.exercise)
            reply = msgspec.structs.replace(reply, error=error)
        # An interrupted piece is left out: running it again would take its time again.
        return PieceRun(piece, reply, Problem("timeout") if reply.late else None, place)

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

    def run_check(
        self, key: Key, check: KeyCheck, *, at_end: bool, then: KeyCheck | None = None
    ) -> Iterator[Outcome]:
        """Run a check's cases; after one that ended its fork the rest of the check is not run.

        Args:
            key: of an exercise.
            check: one of its checks.
            at_end: see `Call`.
            then: the check of the same visibility that is run next, if there is one.
        """
        stop: Problem | None = None
        budget = _Budget(self._limits.check_seconds)
        asked = [(check, case) for case in check.cases]
        asked += [] if then is None else [(then, case) for case in then.cases[:1]]
        calls = [key.kept_call(*each, self._file(key), at_end=at_end) for each in asked]
        following = [*calls[1:], None]
        for case, call, next_call in zip(check.cases, calls, following, strict=False):
            if stop is None:
                outcome = self._run_case(call, budget, next_call)
                if self._is_to_be_asked_again(outcome):
                    budget = _Budget(self._limits.check_seconds)
                    outcome = self._run_case(call, budget, next_call)
                outcome = judgeable(outcome, case)
            else:
                outcome = Outcome(problem=stop)
            if outcome.problem is not None and outcome.problem.kind in LOST:
                stop = outcome.problem
            yield outcome

    def own_calls(
        self, key: Key, check: KeyCheck, case: KeyCase, *, at_end: bool
    ) -> tuple[OwnCall, ...]:
        """Ask a case again, for the calls that its driver makes."""
        call = key.call(check, case, self._file(key), at_end=at_end)
        traced = msgspec.structs.replace(call, traced=True)
        return self._run_case(traced, _Budget(self._limits.check_seconds)).calls

    def _file(self, key: Key) -> str | None:
        return None if self.has_moments or not self._pieces else key.exercise

    def _run_case(self, call: Call, budget: _Budget, then: Call | None = None) -> Outcome:
        def run(session: Session, seconds: float) -> Outcome:
            with budget.paying(session):
                outcome = outcome_of(session.call(call, seconds, then))
            if outcome.problem is None:
                return outcome
            problem = self._placed(outcome.problem)
            other = self._other_file(problem, call.file)
            if other is not None:
                problem = msgspec.structs.replace(problem, file=other.exercise or "")
            return msgspec.structs.replace(outcome, problem=problem)

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
        named = None if error.piece is None else self._others.get(error.piece)
        is_given = named is not None and named.given
        if error.line is None or (error.line <= self._lines.get(error.piece, 0) and not is_given):
            return error
        return msgspec.structs.replace(error, piece=None, line=None)

    def _other_file(self, error: Described | Problem, own: str | None) -> Piece | None:
        """The file that an error names as its place, where it is not the exercise's own."""
        if error.line is None or error.piece is None:
            return None
        named = self._others.get(error.piece)
        return None if named is None or named.exercise == own else named

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
            self._session, self._ran = self._sandbox.session(self._brought), 0
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
        alone = len(self._files) == 1 and self._files[0] in self._pieces
        for piece in () if alone else self._files:
            session.offer_file(
                piece.exercise or "", piece.source, piece.number, self._limits.cell_seconds
            )

    def _stop(self) -> None:
        self._for_cells.left = self._for_checks.left = 0.0

    def _load(self, session: Session, piece: Piece, seconds: float) -> CellReply:
        if piece.exercise is not None:
            return session.run_file(piece.exercise, piece.source, piece.number, seconds)
        return session.run_cell(
            piece.source,
            piece.number,
            seconds,
            names=self._names,
            asked=piece.asked,
            draw=self._draw,
        )
