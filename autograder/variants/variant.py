"""A variant: a wrong program, and the explanations that lead to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from autograder.keys.library import PART_OF_PAIR, Explanation

__all__ = ["COST", "CostName", "Variant"]

CostName = Literal["mistake", "single", "alternative", "pair", "part_of_pair"]

COST: Final[dict[CostName, int]] = {
    "mistake": 0,
    "single": 2,
    "alternative": 3,
    "pair": 4,
    "part_of_pair": PART_OF_PAIR,
}
"""How unlikely an explanation is: a mistake that the author listed; an edit of the reference, a
pinned argument, rounding; an edit of another right version; two explanations together; what is
said by all of several such pairs that answer alike. A general relation, which no variant is made
for, costs 1."""


@dataclass(frozen=True)
class Variant:
    """A wrong program.

    Attributes:
        explanations: one, or two that come together.
        cost: see `COST`.
        make: makes the function or class; None for a listed mistake, whose answers the key has.
    """

    explanations: tuple[Explanation, ...]
    cost: int
    make: Callable[[], Callable[..., Any]] | None = None
