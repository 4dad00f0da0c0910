"""What the fields of a driver's report mean."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

from autograder.course.check_parts import Reports
from autograder.sandbox.codec import Value

__all__ = ["FIELDS", "Fact", "facts"]


class Fact(enum.StrEnum):
    """One thing that a driver reports about a call; the value is the field's name in the report."""

    RESULT = "result"
    INPUTS_AFTER = "inputs after the call"
    FIRST_CALL = "first call"
    SECOND_CALL = "second call"


FIELDS: Mapping[Reports, frozenset[Fact]] = {
    "result": frozenset({Fact.RESULT}),
    "inputs_after": frozenset({Fact.RESULT, Fact.INPUTS_AFTER}),
    "two_calls": frozenset({Fact.FIRST_CALL, Fact.SECOND_CALL}),
}
"""The fields of each kind of report. A report of the kind `result` is the result itself."""


def facts(reports: Reports, value: Value) -> dict[Fact, Any] | None:
    """A driver's report, by what its fields mean.

    Args:
        reports: the kind of report.
        value: what the driver returned.

    Returns:
        The value of each fact, or None where the value is no such report.
    """
    if reports == "result":
        return {Fact.RESULT: value}
    if not isinstance(value, dict) or value.keys() != FIELDS[reports]:
        return None
    return {Fact(name): part for name, part in value.items()}
