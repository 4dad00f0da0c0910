"""Right values in the wrong places: swapped, reversed, transposed, a step off, one everywhere.

Each of these is looked for in every part of an answer, from the whole down to its arrays, because a
driver may put what several calls returned into a list or a dict.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.compare.comparison import agrees, parts
from autograder.diagnosis.chance import CHANCE, ENOUGH, distinct, log_orders
from autograder.diagnosis.wrong_values import explained_parts, is_numeric, numbers_in
from autograder.keys.answer import Answer
from autograder.keys.facts import Fact

__all__ = ["ARRANGEMENTS", "explain_arrangement"]

_MOST = 4
"""A longer tuple is not a few results whose order a student could confuse."""

_STEPS = 2
"""A sequence of one entry cannot come late."""

_Rule = Callable[[Any, Any], bool]


def explain_arrangement(answers: Sequence[Answer]) -> str | None:
    """Find where the right values went.

    Args:
        answers: to every case.

    Returns:
        One of `ARRANGEMENTS`, or None.
    """
    wrong = [each for each in answers if not each.usual]
    name = _arranged([(each.output, each.expected) for each in wrong])
    if name is not None:
        return name
    # One array that is kept and written into is often the caller's own. Then the inputs, and what
    # the next call gets, may be anything.
    first = [pair for pair in map(_first_call, wrong) if not agrees(*pair)]
    return "same_object" if _arranged(first) == "same_object" else None


def _first_call(answer: Answer) -> tuple[Any, Any]:
    """The output and the expected value, without what happened after the first call."""
    now = [each for each in answer.facts() if each[0] not in _LATER]
    return (
        {fact: output for fact, output, _ in now},
        {fact: expected for fact, _, expected in now},
    )


_LATER = {Fact.SECOND_CALL, Fact.INPUTS_AFTER}


def _arranged(wrong: Sequence[tuple[Any, Any]]) -> str | None:
    sizes = {size for _, expected in wrong for size in _tuple_sizes(expected)}
    for name, rule in _rules(sizes):
        moved = _moved_in_all(wrong, rule)
        if moved and _BEYOND_CHANCE[name](moved):
            return name
    return None


def _moved_in_all(pairs: Sequence[tuple[Any, Any]], rule: _Rule) -> list[Any] | None:
    """The parts of the expected values that a rule moves; None where other parts are wrong."""
    found = []
    for output, expected in pairs:
        moved = explained_parts(output, expected, rule)
        if moved is None:
            return None
        found += [expected_part for _, expected_part in moved]
    return found


def _tuple_sizes(value: Any) -> set[int]:
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list | tuple):
        return set()
    inside = [size for item in value for size in _tuple_sizes(item)]
    return {*inside, len(value)} if isinstance(value, tuple) else set(inside)


def _rules(sizes: set[int]) -> Iterator[tuple[str, _Rule]]:
    for size in sorted(sizes & set(range(2, _MOST + 1))):
        for order in list(itertools.permutations(range(size)))[1:]:
            yield "swapped", _swapped(order)
    yield "reversed", _reversed
    yield "transposed", _transposed
    yield "shifted", _late
    yield "ahead", _ahead
    yield "same_object", _one_object


def _swapped(order: tuple[int, ...]) -> _Rule:
    def holds(output: Any, expected: Any) -> bool:
        if not isinstance(expected, tuple) or len(expected) != len(order):
            return False
        return agrees(output, tuple(expected[i] for i in order))

    return holds


def _reversed(output: Any, expected: Any) -> bool:
    return _is_sequence(expected) and agrees(output, expected[::-1])


def _transposed(output: Any, expected: Any) -> bool:
    if not isinstance(expected, np.ndarray) or expected.ndim < 2:
        return False
    return agrees(output, expected.T)


def _late(output: Any, expected: Any) -> bool:
    """Whether every entry comes one step late; the first is as expected, zero, or the last one."""
    if not _both_long(output, expected) or not agrees(output[1:], expected[:-1]):
        return False
    if any(agrees(output[:1], each) for each in (expected[:1], expected[-1:])):
        return True
    first = numbers_in(output[0])
    return bool(first.size) and not first.any()


def _ahead(output: Any, expected: Any) -> bool:
    """Whether every entry comes one step early; the last is repeated, or it is the first one."""
    if not _both_long(output, expected) or not agrees(output[:-1], expected[1:]):
        return False
    return any(agrees(output[-1:], each) for each in (expected[:1], expected[-1:]))


def _one_object(output: Any, expected: Any) -> bool:
    """Whether all entries equal the last one.

    In a sequence the first may be right; in a dict or a tuple what has another shape.
    """
    below = parts(output, expected, into_arrays=True)
    if below is None or len(below) < 2:
        return False
    last = below[-1][2]
    if _is_sequence(expected):
        first, *later = below
        like_last = all(agrees(output_part, last) for _, output_part, _ in reversed(later))
        return like_last and (_like(first[1], last) or _like(first[1], first[2]))
    return all(
        _like(output_part, last)
        or (_shape(expected_part) != _shape(last) and _like(output_part, expected_part))
        for _, output_part, expected_part in reversed(below)
    )


def _shape(value: Any) -> tuple[int, ...] | None:
    """The shape of a number or an array; None for what has none."""
    return np.shape(value) if is_numeric(value) else None


def _like(output: Any, expected: Any) -> bool:
    return agrees(output, expected)


def _is_sequence(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _both_long(output: Any, expected: Any) -> bool:
    if not (_is_sequence(expected) and len(expected) >= _STEPS):
        return False
    return _is_sequence(output) and len(output) == len(expected)


def _enough_entries(moved: list[Any]) -> bool:
    return distinct(np.concatenate([numbers_in(each) for each in moved])) >= ENOUGH


def _enough_orders(moved: list[Any]) -> bool:
    """Whether the sequences have so many different entries that their order is no accident."""
    return sum(log_orders(_different(each)) for each in moved) > CHANCE


def _different(sequence: Any) -> int:
    if isinstance(sequence, np.ndarray):
        return len(np.unique(sequence, axis=0))
    rows = [numbers_in(item) for item in sequence]
    return len({row.tobytes() for row in rows})


def _enough_places(moved: list[Any]) -> bool:
    return sum(log_orders(distinct(numbers_in(each))) for each in moved) > CHANCE


def _enough_in_the_last(moved: list[Any]) -> bool:
    lasts = [numbers_in((list(e.values()) if isinstance(e, dict) else e)[-1]) for e in moved]
    # In a row of single numbers the repeated one may be any of them, not only the last.
    rows = all(isinstance(each, np.ndarray) and each.ndim == 1 for each in moved)
    if rows and sum(math.log(_different(each)) for each in moved) < CHANCE:
        return False
    return distinct(np.concatenate(lasts)) >= ENOUGH


_BEYOND_CHANCE: dict[str, Callable[[list[Any]], bool]] = {
    "swapped": _enough_entries,
    "reversed": _enough_orders,
    "transposed": _enough_places,
    "shifted": _enough_orders,
    "ahead": _enough_orders,
    "same_object": _enough_in_the_last,
}

ARRANGEMENTS = tuple(_BEYOND_CHANCE)
"""The names of the arrangements, in the order in which they are tried."""
