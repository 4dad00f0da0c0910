"""How large an output may be so that it is judged: a few times what the case asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from autograder.compare.comparison import kind_of

__all__ = ["Weight", "describe", "room_beside", "weight"]


class Weight(NamedTuple):
    """What a value costs those who work on it.

    Attributes:
        items: its numbers, texts, arrays, axes and containers.
        size: bytes of its arrays and characters of its texts and keys.
    """

    items: int
    size: int

    def fits(self, room: Weight) -> bool:
        """Whether this is at most that."""
        return self.items <= room.items and self.size <= room.size


_TIMES = 4
_MORE = Weight(1_000, 64 << 10)
"""What any output may weigh, so that a wrong shape is told as one."""


def weight(value: Any) -> Weight:
    """The weight of a value of the door; linear in its size, and builds nothing."""
    items = size = 0
    left = [value]
    while left:
        each = left.pop()
        items += 1
        if isinstance(each, np.ndarray):
            items += each.ndim
            size += each.nbytes
        elif isinstance(each, str):
            size += len(each)
        elif isinstance(each, dict):
            size += sum(map(len, each))
            left += each.values()
        elif isinstance(each, list | tuple):
            left += each
    return Weight(items, size)


def room_beside(values: Iterable[Any]) -> Weight:
    """How much an output may weigh, beside everything that could have been returned.

    R = 4 max(w) + (1000 items, 64 KiB), over the weights w of these values.

    Args:
        values: what the reference and the known mistakes return.
    """
    weights = [weight(value) for value in values]
    items, size = (max(each) for each in zip(*weights, strict=True))
    return Weight(_TIMES * items + _MORE.items, _TIMES * size + _MORE.size)


def describe(value: Any) -> str:
    """What kind of value this is, and how large: `list of 30001`."""
    kind = kind_of(value)
    return f"{kind} of {len(value)}" if isinstance(value, list | dict | str) else kind
