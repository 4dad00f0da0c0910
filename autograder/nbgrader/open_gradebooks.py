"""The gradebook of one nbgrader command, which is opened once and not for each step."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Final

from autograder.gradebook.transactions import CommandGradebooks

__all__ = ["gradebooks_of", "with_gradebooks"]

_ATTRIBUTE: Final = "_open_gradebooks"
"""Of a converter that has some."""


class _OpenedByEachStep:
    """In the place of open gradebooks: nbgrader opens its own."""

    def reading(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()


@contextlib.contextmanager
def with_gradebooks(converter: Any, gradebooks: CommandGradebooks) -> Iterator[None]:
    """Temporarily have the steps of a converter use gradebooks that are open."""
    setattr(converter, _ATTRIBUTE, gradebooks)
    try:
        yield
    finally:
        setattr(converter, _ATTRIBUTE, None)


def gradebooks_of(converter: Any) -> CommandGradebooks | _OpenedByEachStep:
    """What the steps of a converter use."""
    return getattr(converter, _ATTRIBUTE, None) or _OpenedByEachStep()
