"""How much a name must explain, so that chance alone could not have produced it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

__all__ = ["CHANCE", "ENOUGH", "distinct", "log_choices", "log_orders"]

ENOUGH = 3
"""How many different wrong numbers a relation has to explain.

A relation has at most one number of its own, a factor or an offset. One wrong entry fixes it, and a
second may agree by a coincidence of small numbers (2 is twice 1 and one more than 1); the third is
the first that can contradict both.
"""

CHANCE = math.log(500)
"""The logarithm of how many outcomes must be possible where a relation is one of them.

Where a wrong answer could be any of N equally likely orders, or choices of entries, chance alone
makes it the one that a relation describes with probability 1/N, and log N > CHANCE asks for less
than 1 in 500. Wrong names may be at most 1 in 200, and an answer seldom has the form of more than
two relations: 2/500 < 1/200. N is n!/2 for orders of n different things (the right order is no
wrong answer) and n!/(k!(n - k)!) for k wrong entries of n.
"""


def distinct(numbers: np.ndarray[Any, np.dtype[Any]]) -> int:
    """How many different finite numbers there are."""
    return len(np.unique(numbers[np.isfinite(numbers)]))


def log_choices(of: int, chosen: int) -> float:
    """The logarithm of how many ways there are to choose some of several."""
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)


def log_orders(things: int) -> float:
    """The logarithm of how many wrong orders so many different things have, about."""
    # n!/2 and not n!: the right order is no wrong answer, and two things have only one other.
    return math.lgamma(things + 1) - math.log(2) if things > 1 else 0.0
