"""What a course is made of, once it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.adopted import Adopted
from autograder.course.authoring import Exercise
from autograder.course.parameters import base_name
from autograder.course.settings import AssignmentSettings, Settings
from autograder.course.side_files import StubFile
from autograder.errors import CourseError
from autograder.texts import Text

__all__ = ["Assignment", "Course", "Implementation", "Solution", "Task"]

Implementation = Callable[..., Any]
"""A reference, a mistake or an alternative: a function, or a class."""


@dataclass(frozen=True)
class Solution:
    """One exercise as its author wrote it: the folder `solutions/<assignment>/<name>/`.

    Attributes:
        name: of the exercise, and of the function or class that it asks for.
        assignment: the name of the assignment.
        folder: the folder's path.
        exercise: what is asked, from `grading.py`.
        source: the text of `reference.py`.
        stub: the same with its solution regions cleared.
        files: that students write, or are given; its own is the last one.
        reference: the hidden solution.
        mistakes: known wrong versions, by name; one for each value of a parameter.
        hints: what the report says of each.
        alternatives: other right versions, by name.
        adopted: mistakes that were met in a class; their code only ever runs in the sandbox.
        unfinished: the faults of those that cannot be used yet; grading goes on without them.
        statement: what the student reads.
        driver_source: the text of `driver.py`, or None.
        judge_source: the text of `judge.py`, or None.
    """

    name: str
    assignment: str
    folder: Path
    exercise: Exercise
    source: str
    stub: str
    files: tuple[StubFile, ...]
    reference: Implementation
    mistakes: dict[str, Implementation]
    hints: dict[str, Text]
    alternatives: dict[str, Implementation]
    adopted: dict[str, Adopted]
    unfinished: tuple[CourseError, ...]
    statement: Text
    driver_source: str | None
    judge_source: str | None

    @property
    def mistake_names(self) -> list[str]:
        """The names of its mistakes, each once however many versions it has."""
        return list(dict.fromkeys(map(base_name, self.mistakes)))

    @property
    def title(self) -> Text:
        """The heading of its statement."""
        return self.statement.mapped(_heading)


def _heading(statement: str) -> str:
    return statement.splitlines()[0].removeprefix("# ").strip()


@dataclass(frozen=True)
class Task:
    """What a person grades, beside the exercises: a free text, a picture.

    Attributes:
        name: of its texts, `solutions/<assignment>/<name>.<language>.md`, and of its cell.
        points: what it is worth.
        statement: what the student reads.
    """

    name: str
    points: int
    statement: Text

    @property
    def title(self) -> Text:
        """The heading of its statement."""
        return self.statement.mapped(_heading)


@dataclass(frozen=True)
class Assignment:
    """An ordered group of exercises, which students get as one notebook.

    Attributes:
        settings: its part of `course.toml`.
        solutions: its exercises, in order.
        intro: what the notebook says first; None as long as it is not written.
        takeaway: what it says last; None as long as it is not written.
        figure: the code of a cell before that, from `figure.py`, which draws what the student's
            functions do; None where the file is not there.
        tasks: what a person grades, in order.
    """

    settings: AssignmentSettings
    solutions: tuple[Solution, ...]
    intro: Text | None
    takeaway: Text | None
    figure: str | None
    tasks: tuple[Task, ...] = ()

    @property
    def name(self) -> str:
        """Of its folder, its notebook, and in the gradebook."""
        return self.settings.name

    @property
    def parts(self) -> list[Solution | Task]:
        """Its exercises and its tasks, in the order in which the notebook has them."""
        order = {name: place for place, name in enumerate(self.settings.order)}
        both: list[Solution | Task] = [*self.solutions, *self.tasks]
        return sorted(both, key=lambda each: order.get(each.name, len(order)))


@dataclass(frozen=True)
class Course:
    """A loaded course.

    Attributes:
        root: the folder that has its `course.toml`.
        settings: what `course.toml` says.
        assignments: in the order in which they are taught.
    """

    root: Path
    settings: Settings
    assignments: tuple[Assignment, ...]

    def solutions(self) -> Iterator[Solution]:
        """All exercises in the order in which they are taught."""
        for assignment in self.assignments:
            yield from assignment.solutions

    def unfinished(self, assignment: str | None = None) -> Iterator[CourseError]:
        """The faults of adopted mistakes: those of one assignment, or all."""
        for solution in self.solutions():
            if assignment in (None, solution.assignment):
                yield from solution.unfinished
