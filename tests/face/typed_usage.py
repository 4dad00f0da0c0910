"""How a program that is type-checked uses the public names; mypy reads this, nobody runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

import autograder
from autograder import (
    AutograderError,
    Case,
    CheckResult,
    Course,
    CourseError,
    Diagnosis,
    DiagnosisRecord,
    Exercise,
    ExerciseRecord,
    ExerciseResult,
    GradedFolder,
    Leftovers,
    Note,
    PathError,
    Plot,
    ResultsFileError,
    RosterError,
    SandboxUnavailableError,
    Submission,
    SubmissionRecord,
    SubmissionResult,
    UnknownNameError,
    Unplaced,
    mistake,
)

version: str = autograder.__version__
course: Course = autograder.load_course("course")
same: Course = autograder.load_course(Path("course"))
names: list[str] = [solution.name for solution in course.solutions()]

checked: ExerciseResult = autograder.check("double")
also_checked: ExerciseResult = autograder.check(Path("double.py"), folder=Path("exercises"))
diagnosis: Diagnosis | None = checked.diagnosis
diagnoses: tuple[Diagnosis, ...] = checked.diagnoses
checks: tuple[CheckResult, ...] = checked.checks
points: int = sum(each.points for each in checks)

one: SubmissionResult = autograder.grade(course, "submitted/kim/basics")
graded: Iterator[tuple[Submission, SubmissionResult]] = autograder.grade_folder(
    course, Path("submitted"), assignment="basics", layers="inner", workers=2
)
note: Note | None = one.note
folder: GradedFolder = autograder.grade_folder(course, "submitted")
left: Leftovers = folder.leftovers
paths: list[str] = [each.path for each in left.unplaced]
unplaced: list[Unplaced] = left.unplaced
scores: dict[str, int] = {submission.student: result.score for submission, result in graded}

records: Iterator[SubmissionRecord] = autograder.read_results(Path("results.jsonl"))
exercises: list[ExerciseRecord] = [each for record in records for each in record.exercises]
hints: list[str] = [each.diagnosis.hint for each in exercises if each.diagnosis is not None]
told: list[DiagnosisRecord] = [found for each in exercises for found in each.diagnoses]
seen_in: list[str] = [name for each in told for name in each.checks]

exercise = Exercise(points=1, notes=["1"], oracle="x + x")


@exercise.check(
    "a few numbers",
    ko="몇 개의 수",
    points=1,
    public=True,
    plot=Plot("path", {"ko": "", "en": ""}, ""),
)
def few(rng: np.random.Generator) -> Iterator[Case]:
    """Some cases."""
    yield Case(x=rng.normal(size=3))


@mistake(ko="제곱", en="squares")
def squares(x: Any) -> Any:
    """A wrong version."""
    return x * x


def said(path: str) -> tuple[str, object]:
    """Every error, with its values."""
    try:
        autograder.load_course(path)
    except CourseError as error:
        where: tuple[Path, int | None] = (error.path, error.line)
        return str(error), where
    except PathError as error:
        return str(error), error.path
    except UnknownNameError as error:
        return error.what, error.known
    except ResultsFileError as error:
        return error.reason, (error.path, error.line)
    except RosterError as error:
        return error.sentence, (error.path, error.line)
    except SandboxUnavailableError as error:
        return str(error), error.missing
    except AutograderError as error:
        return str(error), None
    return "", None
