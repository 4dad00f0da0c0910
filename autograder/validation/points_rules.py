"""The rules for the points of every exercise, as SECURITY.md and docs/authoring.md promise."""

from __future__ import annotations

import math
from collections.abc import Iterator

from autograder.course import Solution
from autograder.course.source_lines import line_of_word
from autograder.keys.key import Key
from autograder.validation.bounded_drivers import bounds_calls

__all__ = ["MISTAKE_SHARE", "THOUGHTLESS_SHARE", "broken_points_rules"]

SEEN_SHARE = 0.2
"""Facts that only the untrusted side sees carry at most this part of an exercise's points."""

HIDDEN_SHARE = 0.5
"""Hidden checks carry at least this part."""

MISTAKE_SHARE = 0.7
"""A mistake keeps at most this part."""

THOUGHTLESS_SHARE = 0.2
"""Thoughtless answers earn less than this part."""


def broken_points_rules(solution: Solution, key: Key) -> Iterator[str]:
    """Report the rules about the points of checks that an exercise breaks.

    Args:
        solution: the exercise.
        key: of the exercise, with its hidden checks.

    Yields:
        A sentence for each, with file and line.
    """
    path = solution.folder / "grading.py"
    for check, declared in zip(key.checks, solution.exercise.checks, strict=True):
        if check.partial and len(check.cases) == 1 and check.judge is None:
            yield (
                f"{path}:{declared.line}: {check.name!r} has partial credit and one case: it earns "
                "all of its points or none; add a case, or leave out `partial`"
            )
    seen = [
        check
        for check in key.checks
        if check.only_seen or bounds_calls(check.driver, key.driver_source)
    ]
    seen_points = sum(check.points for check in seen)
    if seen_points > SEEN_SHARE * key.points:
        line = next(each.line for each in solution.exercise.checks if each.name == seen[0].name)
        yield (
            f"{path}:{line}: facts that are only seen carry {seen_points} of {key.points} points; "
            f"at most a fifth, {int(SEEN_SHARE * key.points)}, since a submission can forge them: "
            + ", ".join(
                f"{check.name!r} ({check.points}{' extra' if check.extra else ''})"
                for check in seen
            )
        )
    hidden = sum(check.points for check in key.checks if not check.public and not check.extra)
    if hidden < HIDDEN_SHARE * key.points:
        place = line_of_word(path.read_text(encoding="utf-8"), "exercise")
        yield (
            f"{path}:{place}: hidden checks carry {hidden} of {key.points} points; at least half, "
            f"{math.ceil(HIDDEN_SHARE * key.points)}, since public answers can be copied"
        )
