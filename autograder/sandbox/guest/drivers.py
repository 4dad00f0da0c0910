"""How a submission is called on a case, where an exercise brings no driver of its own.

A driver is a function `driver(submission, **inputs)` that returns what is compared. One of an
exercise finds `at_most` among its globals.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from types import CodeType, FunctionType
from typing import Any

from autograder.sandbox.guest.call_bounds import at_most

__all__ = ["BUILT_IN", "find_driver", "named_arguments"]


def call(submission: Callable[..., Any], **inputs: Any) -> Any:
    """Call it with the case's inputs by keyword."""
    return submission(**inputs)


def inputs_after(submission: Callable[..., Any], **inputs: Any) -> Any:
    """Call it, and return its result and what its inputs are afterwards."""
    result = submission(**inputs)
    return {"result": result, "inputs after the call": inputs}


def twice(submission: Callable[..., Any], **inputs: Any) -> Any:
    """Call it two times with the same objects; a pure function returns the same."""
    return {"first call": submission(**inputs), "second call": submission(**inputs)}


_INPUTS_AFTER = re.compile(r"inputs_after\((\w+)\)")

BUILT_IN: dict[str, Callable[..., Any]] = {
    driver.__name__: driver for driver in (call, inputs_after, twice)
}


def named_arguments(submission: Any) -> Any:
    """A function that takes by name also what a student declared to come by position only."""
    if not isinstance(submission, FunctionType) or not submission.__code__.co_posonlyargcount:
        return submission
    code = submission.__code__
    placed = code.co_varnames[: code.co_posonlyargcount]

    @functools.wraps(submission)
    def by_name(*given: Any, **named: Any) -> Any:
        rest = [named.pop(name) for name in placed[len(given) :] if name in named]
        return submission(*given, *rest, **named)

    return by_name


def with_inputs_after(driver: Callable[..., Any]) -> Callable[..., Any]:
    """A driver that also reports what the inputs of its case are afterwards."""

    def both(submission: Callable[..., Any], **inputs: Any) -> Any:
        result = driver(submission, **inputs)
        return {"result": result, "inputs after the call": inputs}

    return both


def find_driver(name: str, source: str | None) -> Callable[..., Any]:
    """Find a driver by its name.

    Args:
        name: of a built-in driver, or of a function in `source`; `inputs_after(name)` is one that
            also reports the inputs after the call.
        source: the text of the exercise's `driver.py`, if it has one.

    Returns:
        The driver.

    Raises:
        LookupError: if there is none of this name.
    """
    inner = _INPUTS_AFTER.fullmatch(name)
    if inner is not None:
        return with_inputs_after(find_driver(inner[1], source))
    if source is not None:
        namespace: dict[str, Any] = {"__name__": "driver", "at_most": at_most}
        exec(_compiled(source), namespace)  # noqa: S102 - the course's own code
        if callable(namespace.get(name)):
            return namespace[name]  # type: ignore[no-any-return]
    if name not in BUILT_IN:
        raise LookupError(f"there is no driver named {name!r}")
    return BUILT_IN[name]


@functools.lru_cache
def _compiled(source: str) -> CodeType:
    # One text serves all cases of an exercise; each case gets a fresh namespace.
    return compile(source, "driver.py", "exec")
