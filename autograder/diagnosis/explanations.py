"""What explains the values that are left: a mistake, a relation, a variant of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import numpy as np

from autograder.compare import agrees
from autograder.diagnosis.choice import choose
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import bits_explained, bits_needed
from autograder.diagnosis.listed_mistakes import answers_like, explains, listed
from autograder.diagnosis.relations import RELATIONS, Relation, explain
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.keys.library import COARSEST, Column, Library
from autograder.keys.sketch import Reading, read_parts
from autograder.sandbox.outcome import Outcome

__all__ = [
    "Left",
    "bits_shown",
    "explain_by_mistake",
    "explain_by_relation",
    "explain_by_variant",
    "general_relation",
    "readings",
]


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

    def columns(self, chosen: Iterable[Answer]) -> _Flags:
        """Which of the parts that are `read` belong to some of the answers."""
        numbers = {answer.number for answer in chosen}
        return np.array([number in numbers for number, _ in self.read], dtype=bool)

    def public(self) -> Left:
        """What the public checks alone leave."""
        return replace(self, answers=[each for each in self.answers if each.public], probes=())


def explain_by_mistake(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find the listed mistake that explains all values that are left."""
    names = _listed_names(key, left)
    too_little = left.is_too_little or left.bits < bits_needed(len(key.hints))
    if not left.complete and too_little:
        names = [name for name in names if _breaks_down_alike(name, left)]
    found = listed(key, names) if names else None
    return () if found is None else (found,)


def explain_by_relation(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find the general relation that explains all values that are left."""
    del key
    if not left.whole and left.bits < bits_needed(len(RELATIONS)):
        return ()
    found = general_relation(left.answers)
    if found is None:
        return ()
    return (Diagnosis("values", "relation", found.name, found.of, found.value),)


def explain_by_variant(key: Key, left: Left) -> tuple[Diagnosis, ...]:
    """Find the cheapest variant of the library that explains all values that are left.

    Returns:
        One explanation, or two that come together; empty where nothing explains them all, or where
        several explanations that say different things do.
    """
    library = key.library
    if library is None or left.coarse_bits < bits_needed(len(library.costs)):
        return ()
    if left.is_too_little:
        return ()
    if _is_right(left.read, left):
        return ()
    return choose(key, library, np.flatnonzero(left.agreement(library).all(axis=1)).tolist())


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
    expected = readings(replace(each, outcome=Outcome(each.expected)) for each in wrong)
    shown: dict[tuple[float, ...], float] = {}
    for column, each in readings(wrong).items():
        right = expected[column]
        off = np.abs(each.projections - right.projections)
        near = each.bounds + COARSEST * np.abs(each.projections)
        times = np.divide(off, near, out=np.zeros(2), where=near > 0)
        bits = np.minimum(np.log2(1.0 + times), _FULL)
        # Both projections of a number by itself say the same.
        once = float(bits.max() if np.isclose(times[0], times[1], rtol=1e-3) else bits.sum())
        shown[each.form, *each.projections] = once if each.form == right.form else _FULL
    return sum(shown.values())


def _is_right(found: Mapping[Column, Reading], left: Left) -> bool:
    """Whether all numbers are right, and something else is wrong, which no variant has."""
    wrong = {answer.number for answer in left.wrong}
    expected = readings(replace(each, outcome=Outcome(each.expected)) for each in left.wrong)
    return all(
        reading.form == expected[column].form
        and (np.abs(reading.projections - expected[column].projections) <= reading.bounds).all()
        for column, reading in found.items()
        if column[0] in wrong
    )


def _breaks_down_alike(name: str, left: Left) -> bool:
    return bool(left.broken) and all(
        answers_like(answer.mistakes[name], answer) for answer in left.broken
    )


def _listed_names(key: Key, left: Left) -> list[str]:
    names = [name for name in key.hints if explains(name, left.answers)]
    if len(names) < 2:
        return names
    return [
        name
        for name in names
        if all(
            answers_like(each.mistakes[name], each) for each in left.probes if name in each.mistakes
        )
    ]


def readings(answers: Iterable[Answer]) -> dict[Column, Reading]:
    """What was answered, part by part, as the library looks it up.

    Args:
        answers: in the expected form.
    """
    found: dict[Column, Reading] = {}
    for answer in answers:
        several = read_parts(
            answer.reports,
            answer.output,
            expected=answer.expected,
            inputs=answer.inputs,
            tolerance=answer.tolerance,
        )
        for number, reading in enumerate(several):
            found[answer.number, number] = reading
    return found


def general_relation(answers: Sequence[Answer]) -> Relation | None:
    """Find the relation that turns all expected values into the outputs.

    Where a driver of the exercise passes what one call returned to the next, its output shows no
    simple relation. Then only the direct calls are explained, if all other answers are wrong too.

    Args:
        answers: to every case, each with an output.
    """
    found = explain(answers)
    if found is not None:
        return found
    composed = [answer for answer in answers if not answer.direct]
    if not composed or any(agrees(answer.output, answer.expected) for answer in composed):
        return None
    return explain([answer for answer in answers if answer.direct])
