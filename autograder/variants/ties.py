"""Pairs of explanations that lead to the same answers: what all of them say."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

import msgspec

from autograder.edits.making import is_likely
from autograder.keys.library import Explanation
from autograder.variants.variant import COST, Variant

__all__ = ["is_tie", "said_by_both"]


_OMITTING: Final = ("drop_", "name_as_", "replace_name", "exchange_names", "settle_condition")
"""How the names of operators begin that leave something out, and say what."""


def is_tie(first: Variant, other: Variant) -> bool:
    """Whether neither of two variants that answer alike is likelier than the other.

    Args:
        first: that was listed first.
        other: listed later.
    """
    return first.cost >= COST["pair"] <= other.cost or _ignores(first, other)


def _ignores(first: Variant, other: Variant) -> bool:
    """Whether an edit of one thing leads to answers that another argument has no part in."""
    if first.cost != COST["single"] or other.cost != COST["single"]:
        return False
    (edit,), (argument,) = first.explanations, other.explanations
    if edit.kind != "edit" or argument.kind != "argument":
        return False
    return edit.of != argument.name and not edit.name.startswith(_OMITTING)


def said_by_both(first: Variant, other: Variant) -> Variant:
    """What is said of two pairs that answer alike, or of what is left of them.

    Two listed mistakes are preferred to one, and one to none; what is done to a mistake from
    outside, such as a constant for an argument, to an edit of a mistake's text; a likely edit to
    one of those that people need least; and of edits that are about the same thing the first, as
    where they come alone. Where an argument has no part in what an edit of something else leads to,
    that is said: it is true of both.

    Args:
        first: a pair, or what is left of one.
        other: another one.

    Returns:
        One of them, or the first as far as the other says the same; without explanations where it
        says nothing of that.
    """
    if _ignores(first, other):
        unused = msgspec.structs.replace(other.explanations[0], value=None)
        return dataclasses.replace(other, explanations=(unused,))
    # What was left out of a pair because others said something else stays out.
    if first.cost == COST["pair"] or _same_base(first, other):
        for preferred in (_has_two_mistakes, _has_mistake, _is_wrapped, _is_likely):
            fitting = [each for each in (first, other) if preferred(each)]
            if len(fitting) == 1:
                return fitting[0]
    if not _has_mistake(first) or (_same_base(first, other) and _same_subject(first, other)):
        return _without_other_number(first, other)
    shared = _shared(first.explanations, other.explanations)
    return dataclasses.replace(first, explanations=shared, cost=COST["part_of_pair"])


def _has_mistake(variant: Variant) -> bool:
    return any(each.kind == "mistake" for each in variant.explanations) or not variant.explanations


def _has_two_mistakes(variant: Variant) -> bool:
    return sum(each.kind == "mistake" for each in variant.explanations) > 1


def _is_likely(variant: Variant) -> bool:
    return all(each.kind != "edit" or is_likely(each.name) for each in variant.explanations)


def _is_wrapped(variant: Variant) -> bool:
    return variant.cost == COST["pair"] and variant.explanations[1].kind != "edit"


def _same_base(first: Variant, other: Variant) -> bool:
    return bool(_shared(first.explanations[:1], other.explanations[:1]))


def _same_subject(first: Variant, other: Variant) -> bool:
    one, another = first.explanations[1:], other.explanations[1:]
    return bool(one and another) and _subject(one[0]) == _subject(another[0])


def _subject(explanation: Explanation) -> str | None:
    """What an explanation is about: an edit of something, an argument, or rounding."""
    return explanation.name if explanation.of is None else explanation.of


def _without_other_number(first: Variant, other: Variant) -> Variant:
    """The first, without the number in which another one differs that says the same."""
    shared = _shared(first.explanations, other.explanations)
    whole = len(shared) == len(first.explanations)
    return dataclasses.replace(first, explanations=shared) if whole else first


def _shared(
    explanations: Sequence[Explanation], others: Sequence[Explanation]
) -> tuple[Explanation, ...]:
    found = []
    for each in explanations:
        alike = [other for other in others if _says(other) == _says(each)]
        if alike:
            same = any(other.value == each.value for other in alike)
            found.append(each if same else msgspec.structs.replace(each, value=None))
    return tuple(found)


def _says(explanation: Explanation) -> tuple[str, str, str | None]:
    return explanation.kind, explanation.name, explanation.of
