"""General relations between wrong and right answers: a sign, a factor, a swap, an old value.

A relation is named only where it explains every entry of every case, and enough of them that it
cannot be chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from autograder.diagnosis.partly_right import PARTIAL, explain_part
from autograder.diagnosis.returned_argument import find_argument, separate_calls
from autograder.diagnosis.texts_alike import TEXTUAL, explain_texts
from autograder.keys.answer import Answer

__all__ = ["RELATIONS", "Relation", "explain"]


@dataclass(frozen=True)
class Relation:
    """How the outputs are related to the expected values.

    Attributes:
        name: one of `RELATIONS`.
        value: the factor or the offset, where the relation has one number for all cases.
        of: which one, where there are several of that name: the name of a factor (a known number, a
            size or a parameter of the call), the base of a logarithm, an argument.
    """

    name: str
    value: float | None = None
    of: str | None = None


def explain(answers: Sequence[Answer]) -> Relation | None:
    """Find the one relation that turns every expected value into the output.

    Args:
        answers: to every case of an exercise, each with an output.

    Returns:
        The relation, or None where nothing simple explains them all.
    """
    with np.errstate(all="ignore"):
        argument = find_argument(separate_calls(answers))
        if argument is not None:
            return Relation("returns_input", of=argument)
        relation = _of_values(answers)
        if relation is not None:
            return relation
        name = explain_arrangement(answers) or explain_part(answers) or explain_texts(answers)
        return None if name is None else Relation(name)


def _of_values(answers: Sequence[Answer]) -> Relation | None:
    wrong = wrong_parts(answers)
    if wrong is None:
        return None
    change = find_change(wrong)
    if change is not None:
        return Relation(change[0], of=change[1])
    found = factor_or_offset(wrong)
    if found is not None and found[0] == "offset":
        return Relation(*found)
    calls = separate_calls(answers)
    named = _named_factor(calls)
    if found is None and named is None:
        return None
    value = found[1] if found else None
    # A complex factor is told by its name or not at all.
    return None if value is None and named is None else Relation("factor", value, named)


def _named_factor(calls: Sequence[Answer]) -> str | None:
    factors = []
    for call in calls:
        factors.append(case_factor(call))
        if np.isinf(factors[-1]):
            return None
    return name_factors(factors, [call.inputs for call in calls])


RELATIONS = (
    *("returns_input", *CHANGES, "factor", "offset", "also_scaled"),
    *(*ARRANGEMENTS, *PARTIAL, *TEXTUAL),
)
"""The names of all relations; each has a hint in every language."""
