"""What is left of the answers to be explained, and how it is looked up in a library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import numpy as np

from autograder.diagnosis.evidence import bits_explained
from autograder.diagnosis.lookup import agreement_of, fitting
from autograder.keys.answer import Answer
from autograder.keys.library import COARSEST, Column, Library
from autograder.keys.sketch import Reading

__all__ = ["Left", "bits_shown", "expected_readings", "readings"]

_Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Left:
    """The answers that are to be explained.

    Attributes:
        answers: with outputs, in the expected form.
        probes: the answers to ungraded calls, alike; they tell explanations apart.
        broken: those with a problem in place of an output, where these are all others.
        complete: whether there is one to every case.
        whole: whether nothing was taken out of the way.
    """

    answers: Sequence[Answer]
    probes: Sequence[Answer] = ()
    broken: Sequence[Answer] = ()
    complete: bool = True
    whole: bool = True
    _agreement: list[_Flags] = field(default_factory=list, init=False, repr=False, compare=False)

    @cached_property
    def wrong(self) -> list[Answer]:
        """Those that are wrong."""
        return [answer for answer in self.answers if not answer.right]

    @cached_property
    def is_too_little(self) -> bool:
        """Whether a single wrong answer is left beside several breakdowns.

        It says what came of one choice, however many numbers it has.
        """
        return len(self.wrong) == 1 < len(self.broken)

    @cached_property
    def bits(self) -> float:
        """How much there is to explain."""
        return bits_explained([*self.answers, *self.probes])

    @cached_property
    def coarse_bits(self) -> float:
        """How much of that sketches show."""
        answers = [*self.answers, *self.probes]
        return min(bits_explained(answers, COARSEST), bits_shown(answers))

    @cached_property
    def read(self) -> Mapping[Column, Reading]:
        """The answers, and those to probe calls, as the library looks them up."""
        return readings([*self.answers, *self.probes])

    def agreement(self, library: Library) -> _Flags:
        """Which variants of the exercise's library agree with which part that is `read`."""
        if not self._agreement:
            self._agreement.append(library.agreement(self.read))
        return self._agreement[0]

    def fitting(self, library: Library) -> list[int]:
        """The variants of the exercise's library that agree with all parts."""
        numbers = {answer.number for answer in [*self.wrong, *self.probes]}
        wrong_first = sorted(self.read, key=lambda column: column[0] not in numbers)
        return fitting(library, {column: self.read[column] for column in wrong_first})

    def agreement_of(self, library: Library, variants: Sequence[int]) -> _Flags:
        """Which of some variants agree with which part."""
        return agreement_of(library, self.read, variants)

    def columns(self, chosen: Iterable[Answer]) -> _Flags:
        """Which of the parts that are `read` belong to some of the answers."""
        numbers = {answer.number for answer in chosen}
        return np.array([number in numbers for number, _ in self.read], dtype=bool)

    def public(self) -> Left:
        """What the public checks alone leave."""
        return replace(self, answers=[each for each in self.answers if each.public], probes=())


_FULL: Final = 24.0
"""Bits of a projection with all of its digits, and of a form."""


def bits_shown(answers: Iterable[Answer]) -> float:
    """How many bits the sketches of these answers show of what is wrong.

    Many numbers that are each wrong by little more than the tolerance say much, and their sketch
    does not: it is as near to another one as if none of them were wrong.

    Args:
        answers: in the expected form.
    """
    wrong = [answer for answer in answers if not answer.right]
    expected = expected_readings(wrong)
    asked = readings(wrong)
    if not asked:
        return 0.0
    mine = np.array([each.projections for each in asked.values()])
    off = np.abs(mine - [each.projections for each in expected.values()])
    near = [each.bounds for each in asked.values()] + COARSEST * np.abs(mine)
    times = np.divide(off, near, out=np.zeros(off.shape), where=near > 0)
    bits = np.minimum(np.log2(1.0 + times), _FULL)
    # Both projections of a number by itself say the same.
    once = np.isclose(times[:, 0], times[:, 1], rtol=1e-3)
    shown: dict[tuple[float, ...], float] = {}
    for each, right, said in zip(
        asked.values(),
        expected.values(),
        np.where(once, bits.max(axis=1), bits.sum(axis=1)).tolist(),
        strict=True,
    ):
        shown[each.form, *each.projections] = said if each.form == right.form else _FULL
    return sum(shown.values())


def readings(answers: Iterable[Answer]) -> dict[Column, Reading]:
    """What was answered, part by part, as the library looks it up.

    Args:
        answers: in the expected form.
    """
    return {
        (answer.number, number): reading
        for answer in answers
        for number, reading in enumerate(answer.readings)
    }


def expected_readings(answers: Iterable[Answer]) -> dict[Column, Reading]:
    """What is expected in the place of these answers, alike."""
    return {
        (answer.number, number): reading
        for answer in answers
        for number, reading in enumerate(answer.expected_readings)
    }
