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
        assignments: for each assignment's name the names of its exercises, and of the files beside
            theirs, each before its exercise.
        stubs: for each of these names what was handed out; none where that is not known, and then
            nothing is taken for an untouched copy.
        given: the files of those among them in which there is nothing to write: they are graded as
            they were handed out.
        tasks: the names of what a person grades, by assignment.
    """

    assignments: Mapping[str, Sequence[str]]
    stubs: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, Sequence[str]] = field(default_factory=dict)


def asked_of(course: Course) -> Asked:
    """What a course asks for."""
    files = [file for solution in course.solutions() for file in solution.files]
    return Asked(
        assignments={
            each.name: [file.name for solution in each.solutions for file in solution.files]
            for each in course.assignments
        },
        stubs={file.name: file.cell_stub for file in files},
        given={file.name: file.stub for file in files if file.given},
        tasks={each.name: [task.name for task in each.tasks] for each in course.assignments},
    )
