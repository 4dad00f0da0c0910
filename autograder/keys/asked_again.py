"""Public cases that are asked a second time of what is wrong: are equal calls answered alike?

A student's own check has no probe calls. What it can do is to ask again what it has asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from autograder.keys.key import KeyCheck

__all__ = ["ask_again", "is_asked_again"]

_NAME = "asked again: "


def ask_again(checks: Iterable[KeyCheck]) -> tuple[KeyCheck, ...]:
    """Checks without points that ask the first case of each check once more.

    Args:
        checks: public ones. Where a judge decides, or where it counts what a call costs, another
            answer to the same question may be right.
    """
    return tuple(
        replace(check, name=_NAME + check.name, points=0, plot=None, cases=check.cases[:1])
        for check in checks
        if check.judge is None and not check.only_seen
    )


def is_asked_again(name: str) -> bool:
    """Whether a check of this name asks what another one has asked."""
    return name.startswith(_NAME)
