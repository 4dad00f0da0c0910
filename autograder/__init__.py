"""Auto-graded numerical coursework that names the mistake.

What is named here is the public interface; docs/api.md describes it. Everything else may change
from one version to the next. A name is loaded when it is first used: the process that runs a
submission imports this file too, and has no more of the project than it needs.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.collecting.leftovers import Leftovers, Unplaced
    from autograder.collecting.note import Note
    from autograder.collecting.roster import RosterError
    from autograder.collecting.submission import Submission
    from autograder.course import Case, Course, Exercise, Plot, load_course, mistake
    from autograder.diagnosis.diagnosis import Diagnosis
    from autograder.errors import AutograderError, CourseError, PathError, UnknownNameError
    from autograder.grading.results import CheckResult, ExerciseResult, SubmissionResult
    from autograder.grading.student_check import check
    from autograder.report.result_records import (
        CheckRecord,
        DiagnosisRecord,
        ExerciseRecord,
        FirstDiagnosisRecord,
        SubmissionRecord,
    )
    from autograder.report.results_file import ResultsFileError, read_results
    from autograder.sandbox.session import SandboxUnavailableError
    from autograder.workers.course_grading import GradedFolder, grade, grade_folder

__all__ = [
    "AutograderError",
    "Case",
    "CheckRecord",
    "CheckResult",
    "Course",
    "CourseError",
    "Diagnosis",
    "DiagnosisRecord",
    "Exercise",
    "ExerciseRecord",
    "ExerciseResult",
    "FirstDiagnosisRecord",
    "GradedFolder",
    "Leftovers",
    "Note",
    "PathError",
    "Plot",
    "ResultsFileError",
    "RosterError",
    "SandboxUnavailableError",
    "Submission",
    "SubmissionRecord",
    "SubmissionResult",
    "UnknownNameError",
    "Unplaced",
    "check",
    "grade",
    "grade_folder",
    "load_course",
    "mistake",
    "read_results",
]

__version__ = "0.1.0"

_HOMES = {
    "collecting.leftovers": ("Leftovers", "Unplaced"),
    "collecting.note": ("Note",),
    "collecting.roster": ("RosterError",),
    "collecting.submission": ("Submission",),
    "course": ("Case", "Course", "Exercise", "Plot", "load_course", "mistake"),
    "diagnosis.diagnosis": ("Diagnosis",),
    "errors": ("AutograderError", "CourseError", "PathError", "UnknownNameError"),
    "grading.results": ("CheckResult", "ExerciseResult", "SubmissionResult"),
    "grading.student_check": ("check",),
    "report.result_records": (
        "CheckRecord",
        "DiagnosisRecord",
        "ExerciseRecord",
        "FirstDiagnosisRecord",
        "SubmissionRecord",
    ),
    "report.results_file": ("ResultsFileError", "read_results"),
    "sandbox.session": ("SandboxUnavailableError",),
    "workers.course_grading": ("GradedFolder", "grade", "grade_folder"),
}
"""Where each public name is defined."""


def load_ipython_extension(shell: object) -> None:
    """Give a notebook `%%check NAME`: `%load_ext autograder` calls this."""
    importlib.import_module(f"{__name__}.notebook").load_magics(shell)


if not TYPE_CHECKING:  # a type checker would take every name for a public one

    def __getattr__(name: str) -> object:
        for module, names in _HOMES.items():
            if name in names:
                value = getattr(importlib.import_module(f"{__name__}.{module}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted([*__all__, "__version__"])
