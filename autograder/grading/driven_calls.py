"""The calls that a driver made in the first public case that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from autograder.keys.answer import Answer
from autograder.keys.key import Key, KeyCheck
from autograder.sandbox.outcome import Outcome
from autograder.sandbox.session import OwnCall

__all__ = ["add_calls", "first_driven"]

_NEVER_ASKED = ("missing", "unreadable", "timeout", "ended", "budget", "signature")


def first_driven(key: Key, of_check: Mapping[str, Sequence[Answer]]) -> tuple[KeyCheck, int] | None:
    """The first public check that is wrong and was asked by a driver, and the case of it.

    Args:
        key: of the exercise.
        of_check: the answers to its public checks.

    Returns:
        None where there is none, where the first check that is wrong calls the submission itself,
        or where asking again would cost much or say nothing.
    """
    try:
        return _first_driven(key, of_check)
    except Exception:  # noqa: BLE001 - judging meets the same error, and it becomes the result
        return None


def _first_driven(
    key: Key, of_check: Mapping[str, Sequence[Answer]]
) -> tuple[KeyCheck, int] | None:
    for check in key.checks:
        if not check.public:
            continue
        several = of_check[check.name]
        index = next((number for number, each in enumerate(several) if not each.right), None)
        if index is None:
            continue
        problem = several[index].outcome.problem
        costly = problem is not None and problem.kind in _NEVER_ASKED
        return None if check.driver == "call" or costly else (check, index)
    return None


def add_calls(outcomes: list[Outcome], index: int, calls: Sequence[OwnCall]) -> None:
    """Put the calls into one of the outcomes of a check."""
    outcomes[index] = msgspec.structs.replace(outcomes[index], calls=tuple(calls))
