"""The library of an exercise: everything that known ways of being wrong answer to its cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

import msgspec
import numpy as np

from autograder.keys.sketch import Reading
from autograder.texts import Text

__all__ = [
    "COARSEST", "PART_OF_PAIR", "Column", "Explanation", "ExplanationKind", "Library"
]  # fmt: skip

ExplanationKind = Literal["mistake", "edit", "argument", "rounding", "factor"]

Column = tuple[int, int]
"""The number of a case, through all checks and then the probes, and the number of a part of it."""

COARSEST: Final = 2.0**-22
"""How fine the sketches are in a public file, relative to a projection: float32, and a bit less."""

PART_OF_PAIR: Final = 5
"""The cost of what several pairs of explanations that answer alike say all: the dearest."""


class Explanation(msgspec.Struct, frozen=True):
    """One way in which a program is wrong.

    Attributes:
        kind: `mistake`: one of the exercise's own. `edit`: the reference after a small change.
            `argument`: a constant stands in the place of an argument. `rounding`: what is returned
            is rounded. `factor`: it is multiplied by a number.
        name: of the mistake, the operator, or the argument.
        of: what an edit is about, in one word.
        value: the constant, the number of digits, or the factor.
        hint: what the author says in the place of the operator's own hint.
        hint2: the same of the deeper hint.
    """

    kind: ExplanationKind
    name: str
    of: str | None = None
    value: float | None = None
    hint: Text | None = None
    hint2: Text | None = None


class Library(msgspec.Struct, frozen=True, eq=False):
    """All variants of an exercise, and what they answer to all of its cases.

    A variant is a wrong program: one explanation, or two that come together. Variants that answer
    all cases alike are one variant, under the cheapest explanation.

    Attributes:
        explanations: each once.
        variants: int32 (n, 2), numbers of explanations; -1 where there is no second.
        costs: uint8 (n,), the lower the likelier; see `variants.variant.COST`.
        columns: int32 (c, 2), see `Column`.
        sketches: float64, or float32 in a public file, (n, c, 3): form and projections; NaN where a
            variant has no output.
    """

    explanations: list[Explanation]
    variants: np.ndarray[Any, Any]
    costs: np.ndarray[Any, Any]
    columns: np.ndarray[Any, Any]
    sketches: np.ndarray[Any, Any]

    def agreement(self, readings: Mapping[Column, Reading]) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which variants answer which part as the submission does.

        Args:
            readings: of the parts that are to be explained.

        Returns:
            A boolean array (n, parts), in the order of the readings.
        """
        places = self._places(readings)
        known = self.sketches[:, places]
        forms = np.array([each.form for each in readings.values()], dtype=float)
        wanted = np.array([each.projections for each in readings.values()])
        bounds = np.array([each.bounds for each in readings.values()])
        if self.sketches.dtype == np.float32:
            bounds = bounds + COARSEST * np.abs(wanted)
        with np.errstate(all="ignore"):
            near = (np.abs(known[:, :, 1:] - wanted) <= bounds).all(axis=2)
        found: np.ndarray[Any, np.dtype[np.bool_]] = near & (known[:, :, 0] == forms)
        return found

    def find(self, readings: Mapping[Column, Reading]) -> list[int]:
        """The variants that answer all of these parts as the submission does, the cheapest first.

        Args:
            readings: of the parts that are to be explained.
        """
        if not readings or not len(self.costs):
            return []
        hits = np.flatnonzero(self.agreement(readings).all(axis=1))
        return [int(each) for each in hits[np.argsort(self.costs[hits], kind="stable")]]

    def explains(self, variant: int) -> list[Explanation]:
        """The explanations of a variant, one or two."""
        return [self.explanations[each] for each in self.variants[variant] if each >= 0]

    def explains_all(self, variant: int) -> bool:
        """Whether the explanations of a variant are all that is wrong with it."""
        return bool(self.costs[variant] < PART_OF_PAIR)

    def _places(self, readings: Mapping[Column, Reading]) -> list[int]:
        number = {(int(case), int(part)): n for n, (case, part) in enumerate(self.columns)}
        return [number[column] for column in readings]
