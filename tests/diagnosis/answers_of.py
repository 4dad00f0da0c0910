"""Answers made of pairs of values, as a driver reports them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.keys.answer import Answer
from autograder.keys.facts import FIELDS
from autograder.sandbox.outcome import Outcome


def answers_of(
    pairs: Sequence[tuple[Any, Any]], inputs: Sequence[dict[str, Any]] | None = None
) -> list[Answer]:
    """The answers of these outputs and expected values.

    Args:
        pairs: (output, expected) of every case.
        inputs: of every case, by argument name; none where they do not matter.
    """
    given = inputs or [{}] * len(pairs)
    return [
        Answer(Outcome(output=output), expected, inputs=each, reports=_reports(expected))
        for (output, expected), each in zip(pairs, given, strict=True)
    ]


def _reports(expected: Any) -> Any:
    keys = set(expected) if isinstance(expected, dict) else set()
    return next((name for name, fields in FIELDS.items() if keys == fields), "result")
