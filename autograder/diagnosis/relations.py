"""General relations between wrong and right answers: a sign, a factor, a swap, an old value.

A relation is named only where it explains every entry of every case, and enough of them that it
cannot be chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.diagnosis.arrangement import ARRANGEMENTS, explain_arrangement
from autograder.diagnosis.entrywise import (
    CHANGES,
    case_factor,
    factor_or_offset,
    find_change,
    wrong_parts,
)
from autograder.diagnosis.factor_names import name_factors
from autograder.diagnosis.partly_right import BETWEEN_CALLS, PARTIAL, explain_part
from autograder.diagnosis.returned_argument import find_argument, separate_calls
from autograder.diagnosis.wrong_type import KINDS, explain_kind

__all__ = ["RELATIONS", "Relation", "explain"]

_Pairs = Sequence[tuple[Any, Any]]
_Inputs = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Relation:
    """What the got values are of the expected ones.

    Attributes:
        name: one of `RELATIONS`.
        value: the factor or the offset, where the relation has one number for all cases.
        of: which one it is, where there are several of that name: what a factor is (a known
            number, a size or a parameter of the call), the base of a logarithm, an argument.
    """

    name: str
    value: float | None = None
    of: str | None = None


def explain(pairs: _Pairs, inputs: _Inputs | None = None) -> Relation | None:
    """Find the one relation that turns every expected value into the got one.

    Args:
        pairs: (got, expected) of every case of an exercise, plain values.
        inputs: of every case, by argument name; without them fewer relations can be told.

    Returns:
        The relation, or None where nothing simple explains them all.
    """
    given: _Inputs = [{}] * len(pairs) if inputs is None else inputs
    with np.errstate(all="ignore"):
        kind = explain_kind(pairs)
        if kind is not None:
            return Relation(kind)
        between = explain_part(pairs, given, BETWEEN_CALLS)
        if between is not None:
            return Relation(between)
        argument = find_argument(separate_calls(pairs, given))
        if argument is not None:
            return Relation("returns_input", of=argument)
        relation = _of_values(pairs, given)
        if relation is not None:
            return relation
        name = explain_arrangement(pairs) or explain_part(pairs, given, PARTIAL)
        return None if name is None else Relation(name)


def _of_values(pairs: _Pairs, inputs: _Inputs) -> Relation | None:
    wrong = wrong_parts(pairs)
    if wrong is None:
        return None
    change = find_change(wrong)
    if change is not None:
        return Relation(change[0], of=change[1])
    found = factor_or_offset(wrong)
    if found is not None and found[0] == "offset":
        return Relation(*found)
    calls = separate_calls(pairs, inputs)
    factors = [case_factor(got, expected) for got, expected, _ in calls]
    named = name_factors(factors, [given for *_, given in calls])
    if found is None and named is None:
        return None
    return Relation("factor", found[1] if found else None, named)


RELATIONS = (*KINDS, "returns_input", *CHANGES, "factor", "offset", *ARRANGEMENTS, *PARTIAL)
"""The names of all relations; each has a hint in every language."""
