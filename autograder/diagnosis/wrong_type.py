"""Answers of the wrong type: None, or the right numbers in a list, or in float64."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.compare.comparison import agrees
from autograder.diagnosis.wrong_values import explained_parts, list_as_array
from autograder.keys.answer import Answer

__all__ = ["WRONG_TYPES", "explain_wrong_type"]


def explain_wrong_type(answers: Sequence[Answer]) -> str | None:
    """Find the wrong type that all wrong parts of the answers have.

    Args:
        answers: to every case.

    Returns:
        One of `WRONG_TYPES`, or None.
    """
    return next((name for name, rule in _RULES.items() if _explains(answers, rule)), None)


def _explains(answers: Sequence[Answer], rule: Callable[[Any, Any], bool]) -> bool:
    found = [explained_parts(answer.output, answer.expected, rule) for answer in answers]
    return any(found) and None not in found


def _nothing(output: Any, expected: Any) -> bool:
    return output is None and expected is not None


def _list_for_array(output: Any, expected: Any) -> bool:
    array = list_as_array(output)
    if array is None or not isinstance(expected, np.ndarray):
        return False
    # A list may hold integers where reals are expected, but not reals where integers are.
    sorts = "biu" if expected.dtype.kind in "biu" and array.size else "biuf"
    return array.dtype.kind in sorts and agrees(array.astype(expected.dtype), expected)


def _double_precision(output: Any, expected: Any) -> bool:
    both = (output, expected)
    if not all(isinstance(each, np.ndarray) and each.dtype.kind == "f" for each in both):
        return False
    coarser = expected.dtype.itemsize < output.dtype.itemsize
    return coarser and agrees(output.astype(expected.dtype), expected)


_RULES: dict[str, Callable[[Any, Any], bool]] = {
    "returns_nothing": _nothing,
    "list_for_array": _list_for_array,
    "double_precision": _double_precision,
}

WRONG_TYPES = tuple(_RULES)
"""The names of the wrong types, in the order in which they are tried."""
