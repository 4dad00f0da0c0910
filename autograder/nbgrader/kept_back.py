"""Feedback is kept back until the date that the course names: until then nobody learns from it."""

from __future__ import annotations

import functools
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback, NbGraderException

from autograder.course.settings import read_settings

__all__ = ["keep_feedback_back"]


@functools.cache
def keep_feedback_back(root: Path) -> None:
    """Have nbgrader make no feedback before the `release_hidden` of a course.

    What hidden checks said, and the points for them, would tell something about their inputs to
    whoever can still hand in.

    Args:
        root: of the course.
    """
    start = GenerateFeedback.start

    @functools.wraps(start)
    def start_when_released(self: Any) -> None:
        date = read_settings(root / "course.toml").release_hidden
        if date is not None and datetime.now(date.tzinfo) < date:
            sentence = (
                f"no feedback is made before {date:%Y-%m-%d %H:%M %Z}, "
                "which is the `release_hidden` of course.toml"
            )
            self.log.error(sentence)
            raise NbGraderException(sentence)
        start(self)

    GenerateFeedback.start = start_when_released
