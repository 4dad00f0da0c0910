"""Pairs of explanations that lead to the same answers: what all of them say."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import msgspec

from autograder.keys.library import Explanation
from autograder.variants.variant import COST, Variant

__all__ = ["is_tie", "said_by_both"]


def is_tie(first: Variant, other: Variant) -> bool:
    """Whether neither of two variants that answer alike is likelier than the other."""
    return first.cost >= COST["pair"] <= other.cost


def said_by_both(first: Variant, other: Variant) -> Variant:
    """What two pairs that answer alike say both.

    What is done to a mistake from outside, such as rounding, is preferred to an edit of its text
    that comes to the same.

    Args:
        first: a pair, or what is left of one.
        other: another one.

    Returns:
        The first one, as far as the other says the same; without explanations where it says nothing
        of that.
    """
    outside = [each for each in (first, other) if _is_wrapped(each)]
    if len(outside) == 1 and _shared(first.explanations[:1], other.explanations[:1]):
        return outside[0]
    shared = _shared(first.explanations, other.explanations)
    whole = first.cost == other.cost == COST["pair"] and len(shared) == len(first.explanations)
    cost = COST["pair" if whole else "part_of_pair"]
    return dataclasses.replace(first, explanations=shared, cost=cost)


def _is_wrapped(variant: Variant) -> bool:
    return variant.cost == COST["pair"] and variant.explanations[1].kind != "edit"


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
