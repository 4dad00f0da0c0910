"""A diagnosis: one thing that is wrong with an exercise, and the names that such things have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from autograder.diagnosis.slip import Slip
from autograder.texts import Text

__all__ = ["FACETS", "Diagnosis", "FacetName", "Kind"]

FacetName = Literal[
    "contract",
    "breakdown",
    "type",
    "dtype",
    "inputs",
    "state",
    "randomness",
    "part",
    "values",
]

Kind = Literal["slip", "error", "relation", "mistake", "edit", "argument", "rounding"]

FACETS: Final[Mapping[FacetName, tuple[str, ...]]] = {
    "breakdown": (
        "always",
        "arrays",
        "numbers",
        "matrices",
        "empty",
        "some",
        "unusable",
        "ends_the_program",
        "prints_too_much",
    ),
    "type": (
        "returns_nothing",
        "list_for_array",
        "array_for_number",
        "number_for_array",
        "text",
        "leading_axis",
        "dictionary",
    ),
    "dtype": ("double_precision", "single_precision", "integers", "reals"),
    "inputs": ("changes_inputs",),
    "state": ("depends_on_earlier_call",),
    "randomness": ("draws_by_itself", "right_in_another_order"),
    "part": (
        "one_of_several",
        "more_than_asked",
        "one_short",
        "one_too_many",
        "without_the_first",
        "ends_early",
        "other_count",
        "single_for_several",
        "only_close",
    ),
}
"""The names in each facet that has names of its own; each has words in every language."""


@dataclass(frozen=True)
class Diagnosis:
    """One thing that is wrong with an exercise.

    Attributes:
        facet: what it is about: the values, or one of the other facets.
        kind: `slip` of contract; `error` that was raised; `relation` to the right answer;
            `mistake` of the author's list; `edit` of the reference, named by its operator;
            `argument` that is not used, named by itself; `rounding`.
        name: of it.
        of: which one, where there are several of that name: the name of a factor, the parameter of
            a mistake, what an edit is about, the type of an error, which of several values.
        value: its number: a factor or an offset, the constant in an argument's place, a mistake's
            parameter, digits; None where it may not be told.
        hint: its author's, where there is one; the reports have words for everything else.
        hint2: its author's second one, which says more.
        slip: what the sentence of a slip needs.
        checks: the names of the checks that it was seen in; none for everything that is wrong.
        partial: whether it explains only these checks, or only the part of the answer that `of`
            says.
    """

    facet: FacetName
    kind: Kind
    name: str
    of: str | None = None
    value: float | None = None
    hint: Text | None = None
    hint2: Text | None = None
    slip: Slip | None = None
    checks: tuple[str, ...] = ()
    partial: bool = False
