"""The outcome of a call: an output, or the problem that says why there is none."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from autograder.sandbox.session import CallReply, Described, OwnCall

__all__ = ["COMMON_ERRORS", "Outcome", "Problem", "ProblemKind", "outcome_of", "problem_of"]

ProblemKind = Literal[
    "missing",  # the function is not defined
    "signature",  # it does not take the arguments
    "raised",  # it raised an error
    "refused",  # it returned something that is not data
    "timeout",  # it did not return in time
    "ended",  # its process ended
    "scratch",  # it wrote too much
    "garbage",  # its answer cannot be read
    "outsized",  # it returned far more than is asked for
    "unjudged",  # judging it went wrong
    "unreadable",  # the submission itself cannot be read
    "budget",  # the submission's time was used up before this case
    "forbidden",  # it uses what may not be used here; `type` is what
    "required",  # it does not use what has to be used here; `type` is what
    "too_often",  # it calls a function more often than it may; `type` is which, `message` the most
    "too_many_steps",  # it runs more lines of its own code than it may; `message` is the most
    "too_slow",  # it takes more processor time than it may
]


COMMON_ERRORS = (
    "AssertionError",
    "AttributeError",
    "IndexError",
    "KeyError",
    "MemoryError",
    "NameError",
    "RecursionError",
    "TypeError",
    "ValueError",
    "ZeroDivisionError",
)
"""The errors of hidden checks that are named. A submission can choose one by a hidden input, so the
fewer there are the less it can say by them; any other one is an error."""


class Problem(msgspec.Struct, frozen=True):
    """Why there is no output.

    Attributes:
        kind: see `ProblemKind`.
        type: of the error, or the rule that a returned value broke.
        message: of the error, or empty.
        piece: the number of the cell or file that the error came from, or None.
        line: the line in it, from 1, or None.
        loading: whether the cell or file itself failed, before any call.
        name: that was not found, where that is what is wrong, or empty.
        near: the name there that is most like it, or empty.
        begun: of a `NotImplementedError`, whether its function has more in it than that line.
        by_driver: whether a driver of the exercise raised it, over what was returned.
        file: the name of the file that the line is in, where it is not the exercise's own; it is
            known from the number alone, never from what the untrusted side says.
    """

    kind: ProblemKind
    type: str = ""
    message: str = ""
    piece: int | None = None
    line: int | None = None
    loading: bool = False
    name: str = ""
    near: str = ""
    begun: bool = False
    by_driver: bool = False
    file: str = ""

    @property
    def common_type(self) -> str | None:
        """The error's type if it is one of `COMMON_ERRORS`; else None."""
        return self.type if self.kind == "raised" and self.type in COMMON_ERRORS else None


class Outcome(msgspec.Struct, frozen=True):
    """An output, or the problem in its place, and what was printed.

    `calls` are those that a driver made, where they were asked for.
    """

    output: Any = None
    problem: Problem | None = None
    printed: str = ""
    calls: tuple[OwnCall, ...] = ()


def outcome_of(reply: CallReply) -> Outcome:
    """Turn a reply into an outcome; a late answer counts as a timeout."""
    if reply.late:
        return Outcome(problem=Problem("timeout"), printed=reply.printed)
    calls = tuple(reply.calls)
    if reply.error is None:
        return Outcome(output=reply.output, printed=reply.printed, calls=calls)
    return Outcome(problem=problem_of(reply.error), printed=reply.printed, calls=calls)


def problem_of(error: Described) -> Problem:
    """Turn an error of the submission into a problem."""
    if error.kind == "interrupted":
        # Nobody interrupted it: the submission raised this itself.
        return Problem("raised", "KeyboardInterrupt", error.message, error.piece, error.line)
    if error.kind == "missing":
        # Reasons are given by the trusted side, which has sentences for them with words in them.
        return Problem("missing", name=error.name, near=error.near)
    return Problem(
        error.kind,
        error.type,
        error.message,
        error.piece,
        error.line,
        name=error.name,
        near=error.near,
        begun=error.begun,
        by_driver=error.by_driver,
    )
