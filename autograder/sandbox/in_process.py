"""Calling a function in this process: the course's code, or a student's in their own notebook.

Nothing that was handed in is ever called here; sessions call that.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, Final

from autograder.interrupting import Place, interrupted_after, raise_told
from autograder.sandbox.call import Call
from autograder.sandbox.codec import plain_copy
from autograder.sandbox.guest.case_call import call_on_case
from autograder.sandbox.outcome import Outcome, Problem, outcome_of
from autograder.sandbox.session import CallReply, Described, OwnCall

__all__ = ["PATIENCE", "call_here", "interrupted_after", "unfinished_call"]

PATIENCE: Final = 10.0
"""Seconds that a call of the course's own code may take, where nobody says otherwise."""

_PRINTED = 1 << 16


def call_here(
    implementation: Callable[..., Any], call: Call, *, seconds: float = PATIENCE
) -> Outcome:
    """Call a function in this process: the course's code, or a student's in their own notebook.

    Args:
        implementation: what is called, under the name of the call's function.
        call: the question; its inputs are not copied; see `Call.fresh`.
        seconds: until it is interrupted, if this is the main thread.

    Returns:
        The outcome.
    """
    reply, places = _called(implementation, call, seconds)
    if places:
        return Outcome(problem=Problem("timeout"), printed=reply["printed"])
    calls = [OwnCall(**each) for each in reply.get("calls", ())]
    if "output" in reply:
        output = plain_copy(reply["output"])
        return Outcome(output=output, printed=reply["printed"], calls=tuple(calls))
    error = Described(**reply["error"])
    return outcome_of(CallReply(reply["printed"], calls=calls, error=error))


def unfinished_call(
    implementation: Callable[..., Any], call: Call, *, seconds: float = PATIENCE
) -> list[Place]:
    """Where a call is that does not end in time, the innermost place first; empty if it ends."""
    return _called(implementation, call, seconds)[1]


def _called(
    implementation: Callable[..., Any], call: Call, seconds: float
) -> tuple[dict[str, Any], list[Place]]:
    """The reply, and where the call was interrupted."""
    reply: dict[str, Any] = {"printed": ""}
    with warnings.catch_warnings(), interrupted_after(seconds) as places:
        warnings.simplefilter("ignore")  # a warning costs nothing, and nobody reads it here
        reply = call_on_case({call.function: implementation}, call, _PRINTED)
    # A call catches all that is raised in it.
    raise_told()
    return reply, places
