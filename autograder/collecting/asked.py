"""What a course asks for, as far as it takes to recognise an answer to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.course import Course

__all__ = ["Asked", "asked_of"]


@dataclass(frozen=True)
class Asked:
    """What can be handed in.

    Attributes:
        assignments: for each assignment's name the names of its exercises.
        stubs: for each exercise's name what was handed out; none where that is not known, and
            then nothing is taken for an untouched copy.
        tasks: the names of what a person grades, by assignment.
    """

    assignments: Mapping[str, Sequence[str]]
    stubs: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, Sequence[str]] = field(default_factory=dict)


def asked_of(course: Course) -> Asked:
    """What a course asks for."""
    return Asked(
        {each.name: [solution.name for solution in each.solutions] for each in course.assignments},
        {solution.name: solution.stub for solution in course.solutions()},
        {each.name: [task.name for task in each.tasks] for each in course.assignments},
    )
