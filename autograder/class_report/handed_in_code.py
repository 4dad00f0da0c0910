"""The code of a class, read again for examples and for what looks alike; nothing of it is run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from autograder.class_report.likeness import Alike, alike_pairs
from autograder.collecting.asked import asked_of
from autograder.collecting.pieces import defines
from autograder.collecting.submission import Submission
from autograder.collecting.submissions import find_submissions
from autograder.course import Course

__all__ = ["ClassCode", "read_class_code"]

_MOST_LINES: Final = 40
_LONGEST_LINE: Final = 200


@dataclass
class ClassCode:
    """What a class handed in.

    Attributes:
        by_exercise: for an assignment, a student and an exercise, the code that defines it.
        by_student: for an assignment and a student, all code.
        stubs: of the course, by assignment.
    """

    by_exercise: dict[tuple[str, str, str], str] = field(default_factory=dict)
    by_student: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    stubs: dict[str, list[str]] = field(default_factory=dict)

    def example(self, assignment: str, exercise: str, students: Iterable[str]) -> str:
        """The shortest code of these students for an exercise, cut where it is long."""
        found = [self.by_exercise.get((assignment, each, exercise), "") for each in students]
        lines = min(filter(None, found), key=len, default="").strip().splitlines()
        shown = [line[:_LONGEST_LINE] for line in lines[:_MOST_LINES]]
        return "\n".join([*shown, *(["..."] if len(lines) > _MOST_LINES else [])])

    def alike(self, assignment: str, students: Mapping[str, object]) -> list[Alike]:
        """The pairs of these students whose hand-ins look alike."""
        programs = {s: code for s, code in self.by_student[assignment].items() if s in students}
        return alike_pairs(programs, self.stubs.get(assignment, []))


def read_class_code(
    course: Course, submitted: Path, counted: Mapping[tuple[str, str], str]
) -> ClassCode:
    """Read what lies in a folder of submissions.

    Args:
        course: whose assignments they are.
        submitted: the folder.
        counted: by student and assignment, the source of what was graded.
    """
    code = ClassCode(stubs={
        each.name: [solution.stub for solution in each.solutions] for each in course.assignments
    })  # fmt: skip
    for submission in find_submissions(submitted, asked_of(course), counted=counted):
        exercises = [s.name for s in course.solutions() if s.assignment == submission.assignment]
        _add(code, submission, exercises)
    return code


def _add(code: ClassCode, submission: Submission, exercises: list[str]) -> None:
    assignment, student = submission.assignment, submission.student
    code.by_student[assignment][student] = "\n".join(each.source for each in submission.pieces)
    for name in exercises:
        found = [
            each.source
            for each in submission.pieces
            if each.exercise == name or (each.exercise is None and defines(each.source, name))
        ]
        if found:
            code.by_exercise[assignment, student, name] = found[-1]
