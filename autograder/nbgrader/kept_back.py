"""Feedback is kept back until the date that the course names: until then nobody learns from it."""

from __future__ import annotations

import functools
from datetime import datetime
from typing import Any

from nbgrader.converters import GenerateFeedback, NbGraderException

from autograder.nbgrader.loaded_course import course_root, course_settings

__all__ = ["keep_feedback_back"]


@functools.cache
def keep_feedback_back() -> None:
    """Have nbgrader make no feedback before the `release_hidden` of a course of ours.

    What hidden checks said, and the points for them, would tell something about their inputs to
    whoever can still hand in.
    """
    start = GenerateFeedback.start

    @functools.wraps(start)
    def start_when_released(self: Any) -> None:
        root = course_root(self)
        date = course_settings(root).release_hidden if root else None
        if date is not None and datetime.now(date.tzinfo) < date:
            sentence = (
                f"no feedback is made before {date:%Y-%m-%d %H:%M %Z}, "
                "which is the `release_hidden` of course.toml"
            )
            self.log.error(sentence)
            raise NbGraderException(sentence)
        start(self)

    GenerateFeedback.start = start_when_released
