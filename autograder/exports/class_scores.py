"""What a class has earned: the last result of each student for each assignment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from autograder.collecting.roster import Roster, Student
from autograder.report.result_records import ExerciseRecord, SubmissionRecord

__all__ = ["ClassScores", "Points", "anonymous_name", "anonymous_records"]


@dataclass(frozen=True)
class Points:
    """The points of one submission.

    Attributes:
        raw: that were earned.
        max_score: the points there are.
        late_penalty: what is taken off.
        exercises: by name, the points of those that a gradebook has.
        comments: by exercise, what was written by hand on its answer.
    """

    raw: float
    max_score: float
    late_penalty: float = 0.0
    exercises: Mapping[str, float] = field(default_factory=dict, compare=False)
    comments: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def score(self) -> float:
        """What counts."""
        return max(0.0, self.raw - self.late_penalty)


@dataclass(frozen=True)
class ClassScores:
    """The results of a class.

    Attributes:
        records: by assignment and student, the last of each.
        roster: who takes part, or None.
        in_gradebook: by assignment and student, the points that the gradebook has; they count more
            than those of the results.
    """

    records: dict[tuple[str, str], SubmissionRecord] = field(default_factory=dict)
    roster: Roster | None = None
    in_gradebook: Mapping[tuple[str, str], Points] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[SubmissionRecord], roster: Roster | None) -> ClassScores:
        """The scores of these results, in the order of assignments and students."""
        last = {(each.assignment, each.student): each for each in records}
        return cls(dict(sorted(last.items())), roster)

    @property
    def assignments(self) -> list[str]:
        """The names of those for which somebody has a result."""
        return list(dict.fromkeys(assignment for assignment, _ in self.records))

    def of_assignment(self, assignment: str) -> dict[str, SubmissionRecord]:
        """The results for one assignment, by student."""
        return {
            student: each for (name, student), each in self.records.items() if name == assignment
        }

    def points(self, record: SubmissionRecord) -> Points:
        """The points that count for a submission."""
        graded = Points(record.score, record.max_score)
        return self.in_gradebook.get((record.assignment, record.student), graded)

    def exercise_points(self, record: SubmissionRecord) -> list[float]:
        """The points that count for each exercise of a submission, without a late penalty."""
        known = self.points(record).exercises
        return [float(known.get(each.exercise, each.score)) for each in record.exercises]

    def is_corrected(self, record: SubmissionRecord) -> bool:
        """Whether the points that count are others than those that were graded."""
        graded = Points(record.score, record.max_score)
        of_exercises = [float(each.score) for each in record.exercises]
        return self.points(record) != graded or self.exercise_points(record) != of_exercises

    @property
    def corrected(self) -> list[str]:
        """The students whose points in the gradebook are others than those that were graded."""
        return [each.student for each in self.records.values() if self.is_corrected(each)]

    def person(self, student: str) -> Student:
        """What is known of a student."""
        known = self.roster.students.get(student) if self.roster is not None else None
        return known or Student(student)


def anonymous_name(student: str, secret: bytes) -> str:
    """A name that says nothing of who it is, the same each time.

    Args:
        student: the id.
        secret: without which nobody can find out by trying names.
    """
    return "s" + hashlib.blake2b(student.encode(), key=secret[:64], digest_size=5).hexdigest()


def anonymous_records(
    records: Iterable[SubmissionRecord], secret: bytes
) -> Iterator[SubmissionRecord]:
    """Results that name nobody: no ids, no names of files, nothing that students' code said."""
    for each in records:
        name = anonymous_name(each.student, secret)
        exercises = [_without_messages(exercise) for exercise in each.exercises]
        yield msgspec.structs.replace(each, student=name, source="", note="", exercises=exercises)


def _without_messages(exercise: ExerciseRecord) -> ExerciseRecord:
    checks = [msgspec.structs.replace(check, message="") for check in exercise.checks]
    return msgspec.structs.replace(exercise, checks=checks, notes=[])
