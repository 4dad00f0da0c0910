"""The points of a test cell: those that count, and those that grading gave it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

from autograder.collecting.pieces import plain_text

__all__ = ["about_cell", "counted_points", "graded_points", "is_score", "is_test"]

_NUMBER: Final = re.compile(r"\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,4})?")


def about_cell(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    """What nbgrader says of a cell."""
    about = cell.get("metadata", {}).get("nbgrader", {})
    return about if isinstance(about, Mapping) else {}


def is_test(cell: Mapping[str, Any]) -> bool:
    """Whether a cell gives points for what others do."""
    about = about_cell(cell)
    return bool(about.get("grade")) and not about.get("solution")


def is_score(output: Mapping[str, Any]) -> bool:
    """Whether an output of a test cell is the number that nbgrader takes as the score."""
    return _score_of(output) is not None


def counted_points(cell: Mapping[str, Any]) -> float | None:
    """The points of a test cell that the gradebook has; None where it has none."""
    return _finite(about_cell(cell).get("score"))


def graded_points(cell: Mapping[str, Any]) -> float | None:
    """The points that grading gave a test cell, with extra credit, as the gradebook counts them.

    An exercise's are in its record; those of a test of the instructor's own are its last value.
    """
    record = cell.get("metadata", {}).get("autograder", {})
    if isinstance(record, Mapping) and (most := _finite(record.get("max_score"))):
        earned, worth = _finite(record.get("score")), _finite(about_cell(cell).get("points"))
        return None if earned is None or worth is None else worth * earned / most
    scores = map(_score_of, cell.get("outputs", ()))
    return next((each for each in scores if each is not None), None)


def _score_of(output: Mapping[str, Any]) -> float | None:
    if output.get("output_type") != "execute_result":
        return None
    text = plain_text(output.get("data", {}).get("text/plain"))
    return float(text) if _NUMBER.fullmatch(text) else None


def _finite(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and math.isfinite(value)
    return float(value) if is_number else None
