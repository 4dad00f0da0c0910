"""Calling in this very process: the course's own code, or a student's in their own notebook.

Nothing that was handed in is ever called here; that is what `running` is for.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from autograder.grading.outcomes import Outcome, outcome_of
from autograder.sandbox.asking import CallReply, Described
from autograder.sandbox.codec import Value, decode, encode
from autograder.sandbox.guest.calling import call_on_case

__all__ = ["call_here"]

_PRINTED = 1 << 16


def call_here(
    version: Callable[..., Any],
    function: str,
    inputs: dict[str, Value],
    driver: str,
    driver_source: str | None,
) -> Outcome:
    """Call something in this very process: the course's own code, or a student's own in theirs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a warning costs nothing, and is nobody's to read here
        reply = call_on_case({function: version}, function, driver, driver_source, inputs, _PRINTED)
    if "output" in reply:
        return Outcome(output=decode(encode(reply["output"])), printed=reply["printed"])
    return outcome_of(CallReply(reply["printed"], error=Described(**reply["error"])))
