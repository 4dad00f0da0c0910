"""What the results of a class say about exercises, checks, mistakes and students, in numbers."""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from autograder.exports.class_scores import ClassScores
from autograder.grading.results import Status
from autograder.report.result_records import ExerciseRecord, SubmissionRecord

__all__ = [
    "AssignmentFacts",
    "CheckFacts",
    "ExerciseFacts",
    "MistakeFacts",
    "StudentFacts",
    "assignment_facts",
    "needs_help",
    "student_facts",
]

_FEWEST: Final = 5
"""Submissions from which on a correlation says anything."""

_SLOW: Final = 3.0
"""Times the median."""

_MOST_MISTAKES: Final = 40
_HELP: Final = 0.5
"""Who has a smaller share of the points may need help."""


@dataclass(frozen=True)
class CheckFacts:
    """One check over the class.

    Attributes:
        exercise: its name.
        name: of the check.
        visibility: public or hidden.
        points: that it is worth.
        passed: how many passed it.
        count: how many submissions there are.
        statuses: how often each other status.
        discrimination: the correlation of passing it with the other points; None where too few
            handed in, or all came to the same.
        seconds: that its cases took, the median; None where nobody measured.
    """

    exercise: str
    name: str
    visibility: str
    points: int
    passed: int
    count: int
    statuses: Counter[Status]
    discrimination: float | None
    seconds: float | None


@dataclass(frozen=True)
class ExerciseFacts:
    """One exercise over the class: as of a check, and the mean of its points.

    Its seconds are those of all its checks together.
    """

    exercise: str
    passed: int
    count: int
    mean: float
    max_score: int
    discrimination: float | None
    seconds: float | None


@dataclass
class MistakeFacts:
    """One explanation of wrong answers, or one way to be wrong that nothing explains.

    Attributes:
        exercise: its name.
        name: of the mistake, or the signature.
        hint: what students are told of it; empty where nothing explains it.
        students: who made it, in the order of the results.
    """

    exercise: str
    name: str
    hint: str
    students: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class AssignmentFacts:
    """One assignment over the class.

    Attributes:
        name: of it.
        shares: of the points, one for each submission, from 0 to 1.
        mean: of the scores.
        median: of the scores.
        max_score: the points there are.
        exercises: in order.
        checks: in order.
        mistakes: the commonest first.
        unexplained: groups of answers that nothing explains, the largest first.
        unreadable: who handed in what could not be read.
        timed_out: who ran out of time in a check.
        slow: who took far longer than the others, and how many seconds.
        renamed: of whom other files were graded than the expected ones, and why.
        absent: who had to hand in and did not; empty where no roster says who.
        corrected: whose points in the gradebook are others than those that were graded.
        median_seconds: of the time in the sandbox.
        needs_person: the tasks that a person grades, each with what it is worth.
    """

    name: str
    shares: list[float]
    mean: float
    median: float
    max_score: int
    exercises: list[ExerciseFacts]
    checks: list[CheckFacts]
    mistakes: list[MistakeFacts]
    unexplained: list[MistakeFacts]
    unreadable: list[str]
    timed_out: list[str]
    slow: list[tuple[str, float]]
    renamed: list[tuple[str, str]]
    absent: list[str]
    corrected: list[str]
    median_seconds: float
    needs_person: list[tuple[str, int]]


@dataclass(frozen=True)
class StudentFacts:
    """One student over all assignments.

    Attributes:
        student: the id.
        name: of the person, or empty.
        section: of the class, or empty.
        score: of all assignments.
        max_score: of all assignments that are graded.
        records: by assignment.
        points: by assignment, those that count.
    """

    student: str
    name: str
    section: str
    score: float
    max_score: int
    records: dict[str, SubmissionRecord]
    points: dict[str, float]

    @property
    def share(self) -> float:
        """Of the points, from 0 to 1."""
        return self.score / self.max_score if self.max_score else 0.0


def assignment_facts(scores: ClassScores, assignment: str) -> AssignmentFacts:
    """Everything about one assignment; it has at least one result."""
    records = list(scores.of_assignment(assignment).values())
    points = [scores.points(each).score for each in records]
    seconds = [each.seconds for each in records if each.seconds > 0]
    usual = statistics.median(seconds) if seconds else 0.0
    handed_in = {each.student for each in records}
    return AssignmentFacts(
        name=assignment,
        shares=[
            each / record.max_score if record.max_score else 0.0
            for each, record in zip(points, records, strict=True)
        ],
        mean=statistics.fmean(points),
        median=statistics.median(points),
        max_score=records[0].max_score,
        exercises=_exercises(records, [scores.exercise_points(each) for each in records]),
        checks=_checks(records),
        mistakes=_mistakes(records),
        unexplained=_unexplained(records),
        unreadable=[each.student for each in records if _is_unreadable(each)],
        timed_out=[each.student for each in records if _statuses(each)["timeout"]],
        slow=sorted(
            ((e.student, e.seconds) for e in records if e.seconds > max(_SLOW * usual, 1.0)),
            key=lambda pair: -pair[1],
        ),
        renamed=[(each.student, each.note) for each in records if each.note],
        absent=scores.roster.absent(handed_in) if scores.roster is not None else [],
        corrected=[each.student for each in records if scores.is_corrected(each)],
        median_seconds=usual,
        needs_person=[(each.task, each.max_points) for each in records[-1].needs_person],
    )


def student_facts(scores: ClassScores) -> list[StudentFacts]:
    """Everybody who handed in something, and everybody on the roster, by id."""
    by_student: defaultdict[str, dict[str, SubmissionRecord]] = defaultdict(dict)
    for (assignment, student), record in scores.records.items():
        by_student[student][assignment] = record
    whole = {name: next(iter(scores.of_assignment(name).values())) for name in scores.assignments}
    most = sum(each.max_score for each in whole.values())
    for person in scores.roster.students.values() if scores.roster is not None else ():
        if not person.exempt:
            by_student.setdefault(person.id, {})
    found = []
    for student, records in sorted(by_student.items()):
        person = scores.person(student)
        points = {name: scores.points(each).score for name, each in records.items()}
        score = sum(points.values())
        # Who is exempt loses nothing by what was not handed in.
        of = sum(whole[name].max_score for name in records) if person.exempt else most
        found.append(StudentFacts(student, person.name, person.section, score, of, records, points))
    return found


def needs_help(students: Sequence[StudentFacts]) -> list[StudentFacts]:
    """Those with less than half of the points, the least first."""
    return sorted((each for each in students if each.share < _HELP), key=lambda each: each.share)


def _exercises(
    records: Sequence[SubmissionRecord], points: Sequence[Sequence[float]]
) -> list[ExerciseFacts]:
    """Exercises by their place, with the points that count; what discriminates was graded."""
    found = []
    for place, first in enumerate(records[0].exercises):
        each = [record.exercises[place] for record in records if place < len(record.exercises)]
        passed = [exercise.status == "passed" for exercise in each]
        rest = [r.score - e.score for r, e in zip(records, each, strict=False)]
        mean = statistics.fmean(earned[place] for earned in points if place < len(earned))
        found.append(
            ExerciseFacts(
                first.exercise,
                sum(passed),
                len(each),
                mean,
                first.max_score,
                _correlation(passed, rest),
                _median(_seconds(exercise) for exercise in each),
            )
        )
    return found


def _checks(records: Sequence[SubmissionRecord]) -> list[CheckFacts]:
    """Checks by their place; an old line of another number of checks is left out."""
    found = []
    for place, exercise in enumerate(records[0].exercises):
        for number, check in enumerate(exercise.checks):
            pairs = [
                (record, record.exercises[place].checks[number])
                for record in records
                if place < len(record.exercises) and number < len(record.exercises[place].checks)
            ]
            passed = [each.status == "passed" for _, each in pairs]
            rest = [record.score - each.points for record, each in pairs]
            statuses: Counter[Status] = Counter()
            statuses.update(each.status for _, each in pairs if each.status != "passed")
            found.append(
                CheckFacts(
                    exercise.exercise,
                    check.name,
                    check.visibility,
                    check.max_points,
                    sum(passed),
                    len(pairs),
                    statuses,
                    _correlation(passed, rest),
                    _median(each.seconds for _, each in pairs),
                )
            )
    return found


def _seconds(exercise: ExerciseRecord) -> float | None:
    measured = [each.seconds for each in exercise.checks if each.seconds is not None]
    return sum(measured) if measured else None


def _median(seconds: Iterable[float | None]) -> float | None:
    measured = [each for each in seconds if each is not None]
    return statistics.median(measured) if measured else None


def _correlation(passed: Sequence[bool], rest: Sequence[int]) -> float | None:
    """Of passing with the points elsewhere."""
    if len(passed) < _FEWEST or len(set(passed)) < 2 or len(set(rest)) < 2:
        return None
    found = statistics.correlation([float(each) for each in passed], [float(each) for each in rest])
    return found if math.isfinite(found) else None


def _mistakes(records: Sequence[SubmissionRecord]) -> list[MistakeFacts]:
    found: dict[tuple[str, ...], MistakeFacts] = {}
    for record, exercise in _each(records):
        for told in exercise.diagnoses:
            key = (exercise.exercise, told.facet, told.kind, told.name, told.of or "")
            name = f"{told.name} ({told.of})" if told.of else told.name
            fact = found.setdefault(key, MistakeFacts(exercise.exercise, name, told.hint))
            fact.students.append(record.student)
    return sorted(found.values(), key=lambda each: -len(each.students))[:_MOST_MISTAKES]


def _unexplained(records: Sequence[SubmissionRecord]) -> list[MistakeFacts]:
    found: dict[tuple[str, str], MistakeFacts] = {}
    for record, exercise in _each(records):
        if exercise.signature is not None:
            key = (exercise.exercise, exercise.signature)
            found.setdefault(key, MistakeFacts(*key, "")).students.append(record.student)
    return sorted(found.values(), key=lambda each: -len(each.students))[:_MOST_MISTAKES]


def _each(
    records: Sequence[SubmissionRecord],
) -> list[tuple[SubmissionRecord, ExerciseRecord]]:
    return [(record, exercise) for record in records for exercise in record.exercises]


def _statuses(record: SubmissionRecord) -> Counter[str]:
    return Counter(check.status for each in record.exercises for check in each.checks)


def _is_unreadable(record: SubmissionRecord) -> bool:
    """Whether nothing of it was run, though something was handed in."""
    checks = [check for each in record.exercises for check in each.checks]
    nothing_asked = record.seconds == 0 or all(check.seconds is None for check in checks)
    return nothing_asked and all(check.status == "error" for check in checks)
