"""The result of grading: points, findings and a diagnosis."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from autograder.collecting.note import Note
from autograder.compare import Difference
from autograder.course.check_parts import Plot
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.sandbox.codec import Value
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text

__all__ = [
    "CheckResult",
    "Drawing",
    "ExerciseNote",
    "ExerciseResult",
    "Finding",
    "Status",
    "SubmissionResult",
]

Status = Literal["passed", "partial", "failed", "error", "timeout", "missing"]


@dataclass(frozen=True)
class Finding:
    """Why a check failed: the first failing case.

    Attributes:
        driver: how the submission was called.
        inputs: of that case.
        outcome: of the submission.
        expected: what the reference returned.
        difference: between output and expected value; None where there is a problem instead.
        reason: what the exercise's own judge says is wrong, if it says that.
        failed: how many of the check's cases failed.
        total: how many cases the check has.
    """

    driver: str
    inputs: dict[str, Value]
    outcome: Outcome
    expected: Value
    difference: Difference | None
    failed: int
    total: int
    reason: Text | None = None

    @property
    def problem(self) -> Problem | None:
        """Why there is no output, if there is none."""
        return self.outcome.problem


@dataclass(frozen=True)
class Drawing:
    """A picture of a public check, as data: a student's output beside the expected one."""

    label: Text
    plot: Plot
    output: Value
    expected: Value


@dataclass(frozen=True)
class CheckResult:
    """One check of one submission.

    Attributes:
        name: by which the key has it.
        label: what people call it.
        public: whether students see its cases.
        status: in one word.
        points: earned.
        max_points: what it is worth.
        finding: why it failed; None where it passed.
        extra: whether its points are beyond all others.
        seconds: that its cases took; None where nothing was asked, or nobody measured.
    """

    name: str
    label: Text
    public: bool
    status: Status
    points: int
    max_points: int
    finding: Finding | None
    extra: bool = False
    seconds: float | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class ExerciseNote:
    """What a student should know about how an exercise was asked.

    Attributes:
        kind: `changed_later`: later cells change names that it uses, and it was asked as they were
            in its moment. `end_counts`: something was not there yet in its moment, and it was asked
            as everything is at the end of the notebook. In the student's own kernel,
            `in_check_cell`: it is defined in the cell of its check, where nothing is graded;
            `run_again`: it is not written in the kernel, but perhaps in its cell; `changed_since`:
            its cell was changed after it was run.
        names: that are changed; they are the student's.
    """

    kind: Literal["changed_later", "end_counts", "in_check_cell", "run_again", "changed_since"]
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise of one submission.

    Attributes:
        exercise: its name.
        title: what students call it.
        status: in one word.
        diagnoses: what explains the wrong answers, the most helpful first.
        checks: in the author's order.
        drawings: of its public checks.
        signature: of wrong answers that nothing explains; equal for all submissions that are wrong
            in the same way.
        notes: on how it was asked.
    """

    exercise: str
    title: Text
    status: Status
    diagnoses: tuple[Diagnosis, ...]
    checks: tuple[CheckResult, ...]
    drawings: tuple[Drawing, ...] = ()
    signature: str | None = None
    notes: tuple[ExerciseNote, ...] = ()

    @property
    def diagnosis(self) -> Diagnosis | None:
        """The most helpful of the diagnoses, or None."""
        return next(iter(self.diagnoses), None)

    @property
    def score(self) -> int:
        """The points earned, with extra credit."""
        return sum(check.points for check in self.checks)

    @property
    def extra_credit(self) -> int:
        """The points of them that are extra credit."""
        return sum(check.points for check in self.checks if check.extra)

    @property
    def max_score(self) -> int:
        """The most that can be earned without extra credit."""
        return sum(check.max_points for check in self.checks if not check.extra)


@dataclass(frozen=True)
class SubmissionResult:
    """One student's assignment.

    Attributes:
        student: the student's id.
        assignment: its name.
        seconds: wall-clock time.
        exercises: in order.
        source: the files that were graded, from the assignment's folder.
        note: why these were graded and not the expected ones; None where they are those.
        whole: whether nothing was stopped, killed or left out while it ran: run again, it would
            come to the same.
    """

    student: str
    assignment: str
    seconds: float
    exercises: tuple[ExerciseResult, ...]
    source: str = ""
    note: Note | None = None
    whole: bool = True

    @property
    def score(self) -> int:
        """The points earned, with extra credit."""
        return sum(exercise.score for exercise in self.exercises)

    @property
    def max_score(self) -> int:
        """The most that can be earned without extra credit."""
        return sum(exercise.max_score for exercise in self.exercises)
