"""Collecting faults, so that one does not hide another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar, cast

from autograder.errors import CourseError, CourseErrors

__all__ = ["Faults"]

_Arguments = ParamSpec("_Arguments")
_Made = TypeVar("_Made")


class Faults:
    """The faults that were found while something is loaded part by part."""

    def __init__(self) -> None:
        self._found: list[CourseError] = []

    @property
    def found(self) -> tuple[CourseError, ...]:
        """What was found so far, in order."""
        return tuple(self._found)

    def add(self, faults: Iterable[CourseError]) -> None:
        """Note some more faults."""
        self._found += faults

    def attempt(
        self,
        load: Callable[_Arguments, _Made],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Made:
        """Call a function, and note the faults that it raises.

        Returns:
            What it returns. Where it raises, nothing that may be used: `raise_any` then raises,
            and has to be called before the value is looked at.
        """
        try:
            return load(*args, **kwargs)
        except CourseError as error:
            self._found += error.faults
            return cast(_Made, None)

    def raise_any(self) -> None:
        """Raise what was found; return where nothing was.

        Raises:
            CourseError: the fault, or a `CourseErrors` that has all of them.
        """
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise CourseErrors(self._found)
