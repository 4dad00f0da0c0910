"""What an answer has to do with the arguments of its call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.compare.comparison import compare, parts
from autograder.diagnosis.evidence import ENOUGH, distinct, explained_parts, is_numeric, numbers_in

__all__ = ["Call", "find_argument", "separate_calls"]

Call = tuple[Any, Any, dict[str, Any]]
"""What came back, what belongs there, and the arguments by their names."""


def separate_calls(
    pairs: Sequence[tuple[Any, Any]], inputs: Sequence[dict[str, Any]]
) -> list[Call]:
    """The calls of every case, as far as the inputs show them.

    Where one of the inputs lists the arguments of several calls, and the answer is a list of as
    many, each has its own.

    Args:
        pairs: (got, expected) of every case.
        inputs: of every case, by argument name.
    """
    return [
        call
        for pair, given in zip(pairs, inputs, strict=True)
        for call in _calls(*pair, given) or [(*pair, given)]
    ]


def _calls(got: Any, expected: Any, given: dict[str, Any]) -> list[Call] | None:
    runs = [name for name, value in given.items() if _lists_arguments(value)]
    items = parts(got, expected) if isinstance(expected, list) else None
    if len(runs) != 1 or items is None or len(items) != len(given[runs[0]]):
        return None
    return [
        (ours, theirs, {**given, **run})
        for (_, ours, theirs), run in zip(items, given[runs[0]], strict=True)
    ]


def _lists_arguments(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def find_argument(calls: Sequence[Call]) -> str | None:
    """Find the argument that came back as the answer, unchanged.

    Args:
        calls: see `separate_calls`.

    Returns:
        Its name, or None where none explains every wrong answer.
    """
    wrong = [call for call in calls if compare(*call[:2]) is not None]
    if not wrong:
        return None
    return next((name for name in wrong[0][2] if _came_back(name, wrong)), None)


def _came_back(name: str, calls: Sequence[Call]) -> bool:
    numbers = []
    for got, expected, given in calls:
        if name not in given:
            return False
        # A driver may have called several times, and put the answers into one array. Single entries
        # say nothing: a number that was given is a bound of many a right answer too.
        single = is_numeric(given[name]) and np.ndim(given[name]) == 0
        returned = explained_parts(got, expected, _is(given[name]), into_arrays=not single)
        if returned is None:
            return False
        numbers += [numbers_in(part) for part, _ in returned]
    # One and the same number every time may be anything.
    return distinct(np.concatenate(numbers)) >= ENOUGH


def _is(argument: Any) -> Callable[[Any, Any], bool]:
    return lambda got, _: compare(got, argument) is None
