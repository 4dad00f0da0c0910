"""The gradebook of one nbgrader command, which is opened once and not for each step."""

from __future__ import annotations

import contextlib
from typing import Any, Final

from autograder.gradebook.transactions import CommandGradebooks
from autograder.nbgrader.temporary_attribute import temporary_attribute

__all__ = ["gradebooks_of", "with_gradebooks"]

_ATTRIBUTE: Final = "_open_gradebooks"
"""Of a converter that has some."""


class _OpenedByEachStep:
    """In the place of open gradebooks: nbgrader opens its own."""

    def reading(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()


def with_gradebooks(
    converter: Any, gradebooks: CommandGradebooks
) -> contextlib.AbstractContextManager[None]:
    """Temporarily have the steps of a converter use gradebooks that are open."""
    return temporary_attribute(converter, _ATTRIBUTE, gradebooks)


def gradebooks_of(converter: Any) -> CommandGradebooks | _OpenedByEachStep:
    """What the steps of a converter use."""
    return getattr(converter, _ATTRIBUTE, None) or _OpenedByEachStep()
