"""Results without what differs each time that the same is graded."""

from __future__ import annotations

from typing import Any

__all__ = ["without_times"]


def without_times(line: dict[str, Any]) -> dict[str, Any]:
    """A result, as a line of results has it, without how long anything took."""
    del line["seconds"]
    for exercise in line["exercises"]:
        for check in exercise["checks"]:
            del check["seconds"]
    return line
