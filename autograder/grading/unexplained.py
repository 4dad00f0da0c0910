"""Answers that are wrong and have no name yet, grouped over a class."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from autograder.grading.results import SubmissionResult
from autograder.grading.submissions import Submission

__all__ = ["Group", "Unexplained", "source_of"]


@dataclass
class Group:
    """All submissions that are wrong in the same way in one exercise.

    Attributes:
        exercise: its name.
        signature: of the answers.
        students: who gave them.
        sample: the code of one of them, from the text that was handed in.
    """

    exercise: str
    signature: str
    sample: str
    students: list[str] = field(default_factory=list)


class Unexplained:
    """Collects such answers while a class is graded."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], Group] = {}

    def add(self, submission: Submission, result: SubmissionResult) -> None:
        """Sort a graded submission's unexplained answers into their groups."""
        for exercise in result.exercises:
            if exercise.signature is None:
                continue
            key = (exercise.exercise, exercise.signature)
            sample = source_of(submission, exercise.exercise)
            group = self._groups.setdefault(key, Group(*key, sample))
            group.students.append(submission.student)
            # The shortest code shows best what it is that they have in common.
            group.sample = min(group.sample, sample, key=len)

    def groups(self, at_least: int = 1) -> list[Group]:
        """The groups of at least so many students, the largest first."""
        large = [group for group in self._groups.values() if len(group.students) >= at_least]
        return sorted(large, key=lambda g: (-len(g.students), g.exercise, g.signature))


def source_of(submission: Submission, exercise: str) -> str:
    """The code of a submission's file, or of the last cell that defines an exercise's name.

    A stub begins with its statement; what is cut off before the first statement is no code.
    """
    begins = re.compile(
        rf"^(?:def|class)\s+{re.escape(exercise)}\b|^{re.escape(exercise)}\s*=", re.M
    )
    sources = [
        part.source
        for part in submission.parts
        if part.exercise == exercise or (part.exercise is None and begins.search(part.source))
    ]
    if not sources:
        return ""
    code = re.search(r"^(?:import|from|def|class|@)\b.*\Z", sources[-1], re.MULTILINE | re.DOTALL)
    return (code[0] if code else sources[-1]).strip() + "\n"
