"""What is kept and shown of a class while it is graded."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from autograder.cli.app import console

if TYPE_CHECKING:
    from autograder.cli.progress import Shown
    from autograder.course import Course
    from autograder.grading.results import SubmissionResult
    from autograder.report.language import Language
    from autograder.report.result_records import SubmissionRecord
    from autograder.report.results_file import ResultsFile
    from autograder.workers.course_grading import GradedFolder

__all__ = ["SoFar", "print_table"]

_IN_TABLE: Final = 500
"""Submissions that a table has; of a larger class the file of results has them."""


@dataclass
class SoFar:
    """What is kept of the submissions that are done: little, however many they are."""

    language: Language
    shown: Shown
    as_json: bool
    course: Course
    count: int = 0
    all_right: bool = True
    whole: bool = True
    records: list[SubmissionRecord] = field(default_factory=list)
    graded: set[tuple[str, str]] = field(default_factory=set)
    unexplained: Counter[tuple[str, str, tuple[str, ...]]] = field(default_factory=Counter)

    def take_all(self, graded: GradedFolder, path: Path | None, *, others_stay: bool) -> None:
        """Write and show each submission as it becomes ready.

        Args:
            graded: gives them.
            path: of the file of results, which appears if there is any; None for no file.
            others_stay: whether the file keeps the results of other submissions.
        """
        from autograder.report.results_file import ResultsFile  # noqa: PLC0415 - loads NumPy

        with contextlib.nullcontext() if path is None else ResultsFile(path) as file:
            for _, result in graded:
                self._take(result, file)
            if file is not None and self.count:
                if others_stay:
                    file.keep_others(self.graded)
                file.finish()

    def _take(self, result: SubmissionResult, file: ResultsFile | None) -> None:
        from autograder.grading.run import is_unjudged  # noqa: PLC0415 - loads NumPy
        from autograder.grading.unexplained import signatures  # noqa: PLC0415
        from autograder.report.result_records import (  # noqa: PLC0415 - loads NumPy
            TaskRecord,
            json_line,
            submission_record,
        )

        tasks = [
            TaskRecord(each.name, each.points)
            for assignment in self.course.assignments
            if assignment.name == result.assignment
            for each in assignment.tasks
        ]
        record = submission_record(result, self.language, tasks)
        if file is not None:
            file.write(record)
        if self.as_json:
            typer.echo(json_line(record))
        line = f"{record.student} {record.assignment}: {record.score}/{record.max_score}"
        self.shown.one_more(line, failed=any(map(is_unjudged, result.exercises)))
        self.count += 1
        self.all_right = self.all_right and record.score >= record.max_score
        self.whole = self.whole and result.whole
        self.graded.add((record.student, record.assignment))
        self.unexplained.update(signatures(result))
        if len(self.records) <= _IN_TABLE:
            self.records.append(record)


def print_table(so_far: SoFar, path: Path | None, language: Language) -> None:
    """Print a class at a glance; of a large one how many there were, and what looks alike."""
    from autograder.report.class_table import results_table  # noqa: PLC0415
    from autograder.report.messages import say  # noqa: PLC0415

    if so_far.count <= _IN_TABLE:
        ordered = sorted(so_far.records, key=lambda each: (each.assignment, each.student))
        console().print(results_table(ordered, language))
    else:
        where = "" if path is None else f"; {path} has their results"
        typer.echo(f"{so_far.count} submissions{where}")
    alike = [each for each in so_far.unexplained.items() if each[1] > 1]
    for (exercise, signature, _), count in sorted(alike, key=lambda each: (-each[1], each[0])):
        words = {"exercise": exercise, "count": count, "signature": signature}
        typer.echo(say(language, "alike", **words))
