"""A reference that notes what the drivers of its exercise give it."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeAlias

from autograder.sandbox.call import signature_of

__all__ = ["Note", "watched"]

Note: TypeAlias = Callable[[str, dict[str, Any]], Callable[[Any], None] | None]
"""Takes a method, "" for a function or a constructor, and its arguments by name.

What it returns, if anything, takes the result.
"""


def watched(implementation: Callable[..., Any], note: Note) -> Callable[..., Any]:
    """Make a function or class that notes what it and its methods are given from outside.

    Args:
        implementation: the function or class.
        note: takes in each call before it happens.

    Returns:
        One that answers like it.
    """
    inside: list[bool] = []

    def watch(method: str, function: Callable[..., Any], *, bound: bool) -> Callable[..., Any]:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def watching(*args: Any, **kwargs: Any) -> Any:
            if inside:
                return function(*args, **kwargs)
            given = signature.bind(*args, **kwargs)
            given.apply_defaults()
            # At once: what it was given may be changed afterwards.
            take_result = note(method, dict(list(given.arguments.items())[bound:]))
            inside.append(True)
            try:
                result = function(*args, **kwargs)
            finally:
                inside.pop()
            if take_result is not None:
                take_result(result)
            return result

        return watching

    if not isinstance(implementation, type):
        return watch("", implementation, bound=False)
    methods = {name: name for name in signature_of(implementation) if name} | {"__init__": ""}
    members = {
        name: watch(method, getattr(implementation, name), bound=True)
        for name, method in methods.items()
    }
    return type(implementation.__name__, (implementation,), members)
