"""What `nbgrader autograde` says while it grades a class, and when it is done.

What it says of each step is thousands of lines for a class; what somebody has to look at stands at
their end.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from nbgrader.converters import Autograde

from autograder.nbgrader.loaded_course import converter_of
from autograder.nbgrader.resolved_hand_ins import graded_by_former_points, not_placed

__all__ = ["Summary", "note_put_right", "summarise_autograding"]

_ATTRIBUTE: Final = "_summary"
"""Of a converter that grades."""

_MOST_NAMES: Final = 40


@dataclass
class Summary:
    """What became of the submissions of a class, by student.

    Attributes:
        begun: whom nbgrader began to grade.
        graded: who of them was graded.
        before: who was graded before, and is not again.
        put_right: in whose notebooks cells were put right.
    """

    begun: list[str] = field(default_factory=list)
    graded: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    put_right: set[str] = field(default_factory=set)

    def counts(self) -> str:
        """How many were graded, and how many not."""
        parts = [f"{len(self.graded)} graded"]
        if len(self.begun) > len(self.graded):
            parts.append(f"{len(self.begun) - len(self.graded)} failed")
        if self.before:
            parts.append(f"{len(self.before)} graded before (`--force` grades them again)")
        return ", ".join(parts)

    def troubles(self) -> Iterator[str]:
        """A line for each thing that somebody may want to look at."""
        done = set(self.graded)
        failed = [student for student in self.begun if student not in done]
        if failed:
            yield f"failed: {_names(failed)}"
        if self.put_right:
            put_right = _names(sorted(self.put_right))
            yield f"cells were altered, deleted or copied, and are put right: {put_right}"


def _names(students: Collection[str]) -> str:
    shown = ", ".join(list(students)[:_MOST_NAMES])
    more = len(students) - _MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


def _summary_of(converter: Any) -> Summary:
    """What a converter has done so far; nobody asks one that grades no class of nbgrader's."""
    summary: Summary = getattr(converter, _ATTRIBUTE, Summary())
    return summary


def note_put_right(step: Any, student: str) -> None:
    """Note that a cell of a student's was put right.

    Args:
        step: the preprocessor that did it.
        student: by name.
    """
    _summary_of(converter_of(step)).put_right.add(student)


@functools.cache
def summarise_autograding() -> None:
    """Have `nbgrader autograde` say how far it is, and sum up at its end."""
    start, begin, end = Autograde.start, Autograde.init_destination, Autograde.set_permissions

    @functools.wraps(start)
    def start_and_sum_up(self: Any) -> None:
        summary = Summary()
        setattr(self, _ATTRIBUTE, summary)
        try:
            start(self)
        finally:
            _sum_up(self, summary)

    @functools.wraps(begin)
    def init_destination(self: Any, assignment_id: str, student_id: str) -> bool:
        begins: bool = begin(self, assignment_id, student_id)
        summary = _summary_of(self)
        if begins:
            summary.begun.append(student_id)
        elif student_id not in self.coursedir.student_id_exclude.split(","):
            summary.before.append(student_id)
        return begins

    @functools.wraps(end)
    def set_permissions(self: Any, assignment_id: str, student_id: str) -> None:
        end(self, assignment_id, student_id)
        summary = _summary_of(self)
        summary.graded.append(student_id)
        place = len(summary.begun) + len(summary.before)
        self.log.info("Graded %s (%d of %d)", student_id, place, len(self.assignments))

    Autograde.start = start_and_sum_up
    Autograde.init_destination = init_destination
    Autograde.set_permissions = set_permissions


def _sum_up(converter: Any, summary: Summary) -> None:
    unplaced = not_placed(converter)
    if not (summary.begun or summary.before or unplaced):
        return  # nothing was begun, and nbgrader says why
    converter.log.info("%s: %s", converter.coursedir.assignment_id, summary.counts())
    for line in summary.troubles():
        converter.log.warning("  %s", line)
    if unplaced:
        converter.log.warning("  not placed, see above: %d", unplaced)
    for assignment, students in graded_by_former_points(converter).items():
        who = _names(students)
        converter.log.warning(
            "  %s: points have changed since these were graded, grade them again: %s",
            assignment,
            who,
        )
