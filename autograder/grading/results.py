"""Points, checks and diagnosis: what grading comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from autograder.compare import Difference
from autograder.course import Plot
from autograder.diagnosis.diagnose import Diagnosis
from autograder.sandbox.codec import Value
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text

__all__ = [
    "CheckResult",
    "Drawing",
    "ExerciseResult",
    "Finding",
    "Status",
    "SubmissionResult",
]

Status = Literal["passed", "partial", "failed", "error", "timeout", "missing"]


@dataclass(frozen=True)
class Finding:
    """Why a check failed: what the first failing case came to.

    Attributes:
        driver: how the submission was called.
        inputs: of that case.
        outcome: what the submission made of it.
        expected: what the reference made of it.
        difference: where they part, or None where there is a problem instead.
        failed: how many of the check's cases failed.
        total: how many there are.
    """

    driver: str
    inputs: dict[str, Value]
    outcome: Outcome
    expected: Value
    difference: Difference | None
    failed: int
    total: int

    @property
    def problem(self) -> Problem | None:
        """Why there is no output, if there is none."""
        return self.outcome.problem


@dataclass(frozen=True)
class Drawing:
    """What is drawn of a public check: a student's output beside the expected one."""

    label: Text
    plot: Plot
    output: Value
    expected: Value


@dataclass(frozen=True)
class CheckResult:
    """One check of one submission."""

    name: str
    label: Text
    public: bool
    status: Status
    points: int
    max_points: int
    finding: Finding | None


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise of one submission.

    Attributes:
        exercise: its name.
        title: what students call it.
        status: in one word.
        diagnosis: what explains what is wrong, or None.
        checks: in the author's order.
        drawings: what can be drawn of it.
        signature: of an answer that is wrong and that nothing explains; the same for all that are
            wrong in the same way.
    """

    exercise: str
    title: Text
    status: Status
    diagnosis: Diagnosis | None
    checks: tuple[CheckResult, ...]
    drawings: tuple[Drawing, ...] = ()
    signature: str | None = None

    @property
    def score(self) -> int:
        """The points earned."""
        return sum(check.points for check in self.checks)

    @property
    def max_score(self) -> int:
        """The points there are."""
        return sum(check.max_points for check in self.checks)


@dataclass(frozen=True)
class SubmissionResult:
    """One student's assignment."""

    student: str
    assignment: str
    seconds: float
    exercises: tuple[ExerciseResult, ...]

    @property
    def score(self) -> int:
        """The points earned."""
        return sum(exercise.score for exercise in self.exercises)

    @property
    def max_score(self) -> int:
        """The points there are."""
        return sum(exercise.max_score for exercise in self.exercises)
