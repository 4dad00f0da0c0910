"""Answers that are a part of what is asked, or all of it in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.compare import agrees
from autograder.diagnosis.chance import CHANCE, ENOUGH, distinct, log_orders
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.expected_form import in_expected_form
from autograder.diagnosis.left import Left
from autograder.diagnosis.seen_in import seen_in
from autograder.diagnosis.wrong_values import explained_parts, is_numeric, numbers_in
from autograder.keys.answer import Answer
from autograder.keys.facts import Fact
from autograder.sandbox.outcome import Outcome

__all__ = [
    "find_missing_part", "find_more", "find_other_count", "find_own_order", "find_single",
    "one_of_several", "only_wrong_part",
]  # fmt: skip

_MOST_VALUES: Final = 8


def one_of_several(left: Left) -> Iterator[tuple[Diagnosis, Left]]:
    """The values of a tuple that a submission may have returned alone.

    Args:
        left: nothing of it is explained.

    Yields:
        The facet, and what is left: the answers beside the one value, for each value of this form.
    """
    wrong = [answer for answer in left.wrong if answer.direct]
    sizes = {_size(answer.expected) for answer in wrong}
    size = sizes.pop() if len(sizes) == 1 else 0
    if size < 2 or any(isinstance(answer.output, list | tuple | dict) for answer in wrong):
        return
    for number in range(size):
        several = [_item(answer, number) for answer in wrong]
        if all(_same_shapes(each) for each in several):
            of = f"{number + 1}/{size}"
            yield (
                Diagnosis("part", "relation", "one_of_several", of),
                replace(left, answers=several, probes=(), complete=False, whole=False),
            )


def find_more(answers: Sequence[Answer]) -> Diagnosis | None:
    """Find out whether what is asked for comes back right, with other values beside it.

    Args:
        answers: that are left.
    """
    wrong = [answer for answer in answers if not answer.right]
    direct = [answer for answer in wrong if answer.direct]
    for number in range(_MOST_VALUES):
        if direct and all(_holds(answer, number) for answer in direct):
            numbers = [numbers_in(answer.expected) for answer in direct]
            if distinct(np.concatenate(numbers)) > ENOUGH:
                return Diagnosis("part", "relation", "more_than_asked")
    return None


def _holds(answer: Answer, number: int) -> bool:
    """Whether the expected value is one of several that came back, in every call."""
    return all(
        _is_among(output, expected, number)
        for fact, output, expected in answer.facts()
        if fact is not Fact.INPUTS_AFTER
    )


def _is_among(several: Any, expected: Any, number: int) -> bool:
    if isinstance(expected, tuple) or not isinstance(several, tuple):
        return False
    if not number < len(several) <= _MOST_VALUES:
        return False
    return agrees(in_expected_form(several[number], expected, set()), expected)


def find_other_count(answers: Sequence[Answer]) -> Diagnosis | None:
    """Find out whether more or fewer values come back than are asked for, in every call.

    Args:
        answers: that are left.
    """
    direct = [answer for answer in answers if answer.direct]
    counts = {(_count(answer.output), _size(answer.expected)) for answer in direct}
    if len(counts) != 1:
        return None
    came, asked = counts.pop()
    if came < 2 or asked < 2 or came == asked:
        return None
    return Diagnosis("part", "relation", "other_count", f"{came}/{asked}")


def find_single(answers: Sequence[Answer]) -> Diagnosis | None:
    """Find out whether a single value comes back where several are asked for, in every call.

    A driver that hands on what it got counts as well: what it makes itself has its own form.

    Args:
        answers: that are left; which of the values it might be is not known.
    """
    of_several = [answer for answer in answers if isinstance(answer.expected, tuple)]
    sizes = {_size(answer.expected) for answer in of_several}
    asked = sizes.pop() if len(sizes) == 1 else 0
    several = any(isinstance(answer.output, list | tuple | dict) for answer in of_several)
    if asked < 2 or several:
        return None
    return Diagnosis("part", "relation", "single_for_several", f"1/{asked}")


def _count(output: Any) -> int:
    return len(output) if isinstance(output, tuple) and len(output) <= _MOST_VALUES else 0


def _size(expected: Any) -> int:
    if not isinstance(expected, tuple) or len(expected) > _MOST_VALUES:
        return 0
    return len(expected)


def _item(answer: Answer, number: int) -> Answer:
    expected = answer.expected[number]
    output = in_expected_form(answer.output, expected, set())
    mistakes = {name: _outcome_item(each, number) for name, each in answer.mistakes.items()}
    return replace(answer, outcome=Outcome(output), expected=expected, mistakes=mistakes)


def _outcome_item(outcome: Outcome, number: int) -> Outcome:
    several = outcome.output
    whole = isinstance(several, list | tuple) and number < len(several)
    return Outcome(several[number]) if whole else outcome


def find_missing_part(answers: Sequence[Answer]) -> Diagnosis | None:
    """Find what is missing of right sequences, or too much.

    Args:
        answers: that are left.
    """
    wrong = [answer for answer in answers if not answer.right]
    for name, rule in _RULES.items():
        found = [explained_parts(answer.output, answer.expected, rule) for answer in wrong]
        if None in found:
            continue
        numbers = [numbers_in(expected) for each in found for _, expected in each or []]
        if distinct(np.concatenate([np.zeros(0), *numbers])) > ENOUGH:
            return Diagnosis("part", "relation", name, checks=seen_in(wrong, answers))
    return None


def _one_short(output: Any, expected: Any) -> bool:
    return _differ_by_one(output, expected) and agrees(output, expected[:-1])


def _without_the_first(output: Any, expected: Any) -> bool:
    return _differ_by_one(output, expected) and agrees(output, expected[1:])


def _one_too_many(output: Any, expected: Any) -> bool:
    return _differ_by_one(expected, output) and agrees(output[:-1], expected)


def _ends_early(output: Any, expected: Any) -> bool:
    if not (_is_row(output) and _is_row(expected) and 1 < len(output) < len(expected)):
        return False
    return agrees(output, expected[: len(output)])


_RULES: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "one_short": _one_short,
    "without_the_first": _without_the_first,
    "one_too_many": _one_too_many,
    "ends_early": _ends_early,
}


def _differ_by_one(shorter: Any, longer: Any) -> bool:
    return _is_row(shorter) and _is_row(longer) and 1 < len(longer) == len(shorter) + 1


def _is_row(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _same_shapes(answer: Answer) -> bool:
    leaves = answer.leaves or []
    return bool(leaves) and all(
        # NumPy is not asked about lists, which may be ragged.
        is_numeric(mine) and is_numeric(right) and np.shape(mine) == np.shape(right)
        for _, mine, right in leaves
    )


def find_own_order(answers: Sequence[Answer]) -> Diagnosis | None:
    """Find out whether everything is right but for its order.

    Args:
        answers: that are left.
    """
    wrong = [answer for answer in answers if not answer.right]
    orders = 0.0
    for answer in wrong:
        mine, right = np.sort(numbers_in(answer.output)), np.sort(numbers_in(answer.expected))
        if not agrees(mine, right) or not _same_shapes(answer):
            return None
        orders += log_orders(distinct(right))
    if not wrong or orders <= CHANCE:
        return None
    checks = seen_in(wrong, answers)
    return Diagnosis("randomness", "relation", "right_in_another_order", checks=checks)


def only_wrong_part(answers: Sequence[Answer]) -> str | None:
    """Find out whether of several returned values the same one alone is wrong in every call.

    Args:
        answers: each with an output. What a driver makes of several calls says nothing.

    Returns:
        Its number, and how many there are: `2/3`; None where there is no such value.
    """
    found: set[str] = set()
    for answer in answers:
        if answer.right or not answer.direct:
            continue
        several = _values_of(answer)
        if len(several) < 2:
            return None
        wrong = (number for number, pair in enumerate(several, 1) if not agrees(*pair))
        found |= {f"{number}/{len(several)}" for number in wrong}
    return found.pop() if len(found) == 1 else None


def _values_of(answer: Answer) -> list[tuple[Any, Any]]:
    """The values that were returned, each with what is expected in its place."""
    for fact, output, expected in answer.facts():
        is_result = fact in (Fact.RESULT, Fact.FIRST_CALL) and isinstance(output, list | tuple)
        if is_result and 1 < _size(expected) == len(output):
            return list(zip(output, expected, strict=True))
    return []
