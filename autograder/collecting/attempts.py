"""Which of several attempts of a student counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Literal, TypeVar

__all__ = ["AttemptRule", "BestAttempts"]

AttemptRule = Literal["last", "best"]
"""`last`: the latest one that is not untouched; `best`: the one with the most points."""

_Graded = TypeVar("_Graded")


class BestAttempts(Generic[_Graded]):
    """Takes graded attempts in any order, and gives the best when all of a student's are there.

    Of several with the same points the first one counts: it was handed in earliest.
    """

    def __init__(self) -> None:
        self._expected: dict[tuple[str, str], Sequence[str]] = {}
        self._there: dict[tuple[str, str], dict[str, tuple[float, _Graded]]] = {}

    def expect(self, student: str, assignment: str, sources: Sequence[str]) -> None:
        """Say which attempts there are; where this is not said, there is one.

        Args:
            student: whose they are.
            assignment: that they are at.
            sources: what each was read from, the first attempt first.
        """
        if len(sources) > 1 and (student, assignment) not in self._expected:
            self._expected[student, assignment] = sources

    def take(
        self, student: str, assignment: str, source: str, points: float, graded: _Graded
    ) -> _Graded | None:
        """Take one attempt, and give the best of all, or None while others are still to come.

        Args:
            student: whose it is.
            assignment: that it is at.
            source: what it was read from.
            points: that it has.
            graded: what is given if it is the best.
        """
        asked = (student, assignment)
        if asked not in self._expected:
            return graded
        there = self._there.setdefault(asked, {})
        there[source] = (points, graded)
        if len(there) < len(self._expected[asked]):
            return None
        in_order = [there[each] for each in self._expected.pop(asked)]
        del self._there[asked]
        return max(in_order, key=lambda each: each[0])[1]
