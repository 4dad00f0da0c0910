"""Slips in an exercise's own code that its points and diagnoses do not bring to light."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.grading.outcomes import Outcome

__all__ = ["only_raises"]


def only_raises(name: str, outcomes: Iterable[Outcome]) -> str | None:
    """What is wrong with a mistake that never answers: a typo is none that people make.

    Args:
        name: of the mistake.
        outcomes: what it makes of every case.

    Returns:
        A sentence; None where it answers some case, or has none for another reason.
    """
    problems = [outcome.problem for outcome in outcomes]
    first = problems[0]
    if first is None or not all(p and p.kind in ("raised", "signature") for p in problems):
        return None
    return f"mistake {name!r} raises {first.type} on every case: {first.message}".rstrip(": ")
