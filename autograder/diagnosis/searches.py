"""The searches for what explains wrong values, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.explanations import (
    explain_by_mistake,
    explain_by_relation,
    explain_by_variant,
)
from autograder.diagnosis.facets import Stripped, saying
from autograder.diagnosis.guarded import explain_guarded
from autograder.diagnosis.in_part import explain_parts, explain_some_checks
from autograder.diagnosis.left import Left
from autograder.diagnosis.only_a_part import (
    find_missing_part,
    find_more,
    find_other_count,
    find_own_order,
    find_single,
    one_of_several,
)
from autograder.diagnosis.only_close import only_close
from autograder.diagnosis.partly_right import PARTIAL
from autograder.diagnosis.public_numbers import with_public_numbers
from autograder.diagnosis.right_but_rounded import explain_right_but_rounded
from autograder.diagnosis.rounded_answers import explain_rounded
from autograder.keys.answer import Answer
from autograder.keys.key import Key

__all__ = ["Examined", "examine_values"]

_Explain = Callable[[Key, Left], tuple[Diagnosis, ...]]


@dataclass(frozen=True)
class Examined:
    """What was found out about wrong answers.

    Attributes:
        diagnoses: what is wrong, the most helpful first.
        unexplained: whether anything else is wrong.
    """

    diagnoses: tuple[Diagnosis, ...] = ()
    unexplained: bool = True


def examine_values(
    key: Key, answers: Sequence[Answer], stripped: Stripped, *, all_wrong: bool = True
) -> Examined:
    """Find what explains the values, where no listed mistake explains everything as it is.

    Args:
        key: of the exercise.
        answers: to every case.
        stripped: what is told of them beside their values, and what that leaves.
        all_wrong: whether all wrong answers are among them; others cannot be looked at.
    """
    wrong = _Wrong(key, answers, stripped, all_wrong)
    found = (search(wrong) for search in _SEARCHES)
    return next(each for each in found if each is not None)


@dataclass(frozen=True)
class _Wrong:
    """Wrong answers, for all searches.

    Attributes:
        key: of the exercise.
        answers: to every case.
        stripped: what is told of them beside their values, and what that leaves.
        all_wrong: whether all wrong answers are among them.
    """

    key: Key
    answers: Sequence[Answer]
    stripped: Stripped
    all_wrong: bool

    @property
    def told(self) -> tuple[Diagnosis, ...]:
        """The facets."""
        return self.stripped.told

    @cached_property
    def left(self) -> Left:
        """What the facets leave."""
        answers, probes = self.stripped.answers, self.stripped.probes
        complete = len(answers) == len(self.answers) and self.all_wrong
        broken = [each for each in saying(self.answers) if each.outcome.problem is not None]
        all_others = len(broken) + len(answers) == len(self.answers)
        return Left(answers, probes, broken if all_others else [], complete, whole=False)

    @cached_property
    def lefts(self) -> list[Left]:
        """What is to be explained: everything that is left, or else the direct calls alone."""
        return [self.left, *_without_composed(self.left, self.told)]

    @cached_property
    def relation_of_all(self) -> tuple[Diagnosis, ...]:
        """The relation of all answers as they are, with nothing taken out of the way."""
        if _between_calls(self.told) or any(each.outcome.problem for each in self.answers):
            return ()
        return self.first(explain_by_relation, [Left(self.answers, whole=self.all_wrong)])

    @cached_property
    def relation_of_left(self) -> tuple[Diagnosis, ...]:
        """The relation of what is left."""
        # With nothing taken out of the way it would be the same once more.
        taken = self.told or not self.left.complete
        if self.relation_of_all or not taken:
            return ()
        return self.first(explain_by_relation, self.lefts)

    def first(self, explain: _Explain, lefts: Sequence[Left]) -> tuple[Diagnosis, ...]:
        """The first explanation of what is left."""
        found = (self.with_public_numbers(explain, left) for left in lefts if left.wrong)
        return next(filter(None, found), ())

    def with_public_numbers(self, explain: _Explain, left: Left) -> tuple[Diagnosis, ...]:
        """An explanation, with the numbers that may be told."""

        def on_public() -> tuple[Diagnosis, ...]:
            public = left.public()
            return explain(self.key, public) if public.wrong else ()

        return with_public_numbers(explain(self.key, left), on_public)

    def beside_facets(self, values: Sequence[Diagnosis]) -> Examined | None:
        """What explains the values, and the facets."""
        if not values:
            return None
        return Examined((*values, *map(_not_drawn, self.told)), unexplained=False)


def _between_calls(told: Sequence[Diagnosis]) -> bool:
    """Whether one call affects another one."""
    return any(each.facet in ("inputs", "state", "randomness") for each in told)


def _without_composed(left: Left, told: Sequence[Diagnosis]) -> list[Left]:
    """The answers to direct calls, where what one call did may have harmed the others."""
    if not _between_calls(told):
        return []
    kept = [answer for answer in left.answers if answer.direct or answer.right]
    return [replace(left, answers=kept, complete=False)] if len(kept) < len(left.answers) else []


def _not_drawn(told: Diagnosis) -> Diagnosis:
    """What differs between two calls is not drawn, where the first one is explained."""
    if told.name != "draws_by_itself":
        return told
    return replace(told, facet="state", name="depends_on_earlier_call")


def _nothing_left(wrong: _Wrong) -> Examined | None:
    """The facets explain everything."""
    return None if wrong.left.wrong else Examined(wrong.told, unexplained=not wrong.told)


def _by_mistake(wrong: _Wrong) -> Examined | None:
    return wrong.beside_facets(wrong.first(explain_by_mistake, wrong.lefts))


def _by_what_calls_do(wrong: _Wrong) -> Examined | None:
    """What one call does to the next explains the rest."""
    return None if wrong.lefts[-1].wrong else Examined(wrong.told, unexplained=False)


def _by_relation_of_all(wrong: _Wrong) -> Examined | None:
    found = wrong.relation_of_all
    return Examined(found, unexplained=False) if found and not _says_less(found) else None


def _by_relation_of_left(wrong: _Wrong) -> Examined | None:
    found = wrong.relation_of_left
    return None if _says_less(found) else wrong.beside_facets(found)


def _by(explain: _Explain) -> Callable[[_Wrong], Examined | None]:
    """The search with one kind of explanation, of what is left."""
    return lambda wrong: wrong.beside_facets(wrong.first(explain, wrong.lefts))


def _by_relation_that_says_less(wrong: _Wrong) -> Examined | None:
    return wrong.beside_facets(wrong.relation_of_all or wrong.relation_of_left)


def _says_less(found: Sequence[Diagnosis]) -> bool:
    """Whether a relation says only which entries are wrong, or how one of several values is.

    What else explains them says more: how they are wrong, and where that comes from.
    """
    return any(each.name in PARTIAL or each.partial for each in found)


def _by_part_of_answer(wrong: _Wrong) -> Examined | None:
    """A part of what is asked came back."""
    part, unexplained = _only_a_part(wrong)
    if not part:
        return None
    # A driver that unpacks what was returned breaks down on a part of it.
    unlike = ("some", "unusable")
    beside = (each for each in wrong.told if each.facet != "breakdown" or each.name not in unlike)
    return Examined((*part, *beside), unexplained)


def _only_a_part(wrong: _Wrong) -> tuple[tuple[Diagnosis, ...], bool]:
    """The part that was returned, and whether that leaves anything unexplained."""
    left = wrong.left
    finders = (find_missing_part, find_own_order, find_more, find_other_count)
    missing = next(filter(None, (find(left.answers) for find in finders)), None)
    if missing is not None:
        return (missing,), False
    candidates = list(one_of_several(left))
    for facet, of_item in candidates:
        if not of_item.wrong:
            return (facet,), False
    named = [
        (facet, values)
        for facet, of_item in candidates
        if (values := next(_explanations(wrong, of_item), ()))
    ]
    if len(named) == 1:
        facet, values = named[0]
        return (*values, facet), False
    if len(candidates) == 1:
        return (candidates[0][0],), True
    single = find_single(left.answers)
    return ((), True) if single is None else ((single,), False)


def _explanations(wrong: _Wrong, of_item: Left) -> Iterator[tuple[Diagnosis, ...]]:
    searches = (explain_by_mistake, explain_by_relation, explain_by_variant)
    return filter(None, (wrong.first(explain, [of_item]) for explain in searches))


def _by_returned_value(wrong: _Wrong) -> Examined | None:
    """Each of several returned values has its own explanation."""
    parts = wrong.with_public_numbers(explain_parts, wrong.left)
    return Examined((*parts, *wrong.told), unexplained=False) if parts else None


def _in_part(wrong: _Wrong) -> Examined:
    """The facets, and what some checks show; nothing is known of the rest."""
    some = wrong.with_public_numbers(explain_some_checks, wrong.left)
    return Examined((*wrong.told, *(some or only_close(wrong.left.answers))))


_SEARCHES: Final[Sequence[Callable[[_Wrong], Examined | None]]] = (
    _nothing_left,
    _by_mistake,
    _by_what_calls_do,
    _by_relation_of_all,
    _by_relation_of_left,
    _by(explain_by_variant),
    _by(explain_rounded),
    _by(explain_right_but_rounded),
    _by(explain_guarded),
    _by_relation_that_says_less,
    _by_part_of_answer,
    _by_returned_value,
    _in_part,
)
"""Cheapest first; the last one always finds something, if only the facets."""
