"""A gradebook for a whole class: nbgrader's own, with one transaction for each submission.

nbgrader's steps open the gradebook anew, ask for each cell, and commit after each. Here they get
one that is open already: what they commit is written when the whole submission is, and what they
ask for is read once. What they write is as it was.
"""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from nbgrader import api
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Course,
    Grade,
    Gradebook,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.utils import parse_utc
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from autograder.gradebook.server_limits import bound_waits, with_limits

__all__ = ["CommandGradebooks", "InstructorsCells", "OneTransaction", "given_to_nbgrader"]

_NAME: Final = "Gradebook"


class _Session(Session):
    """A session in which nbgrader's commits do nothing.

    What there is to write goes to the database when something is asked of it, or at the end.
    """

    def commit(self) -> None:
        """Do nothing."""

    def commit_all(self) -> None:
        super().commit()


class _KeptOpen(Gradebook):  # type: ignore[misc]
    """A gradebook that whoever is done with it leaves open.

    Args:
        url: of the database.
        course: nbgrader's name of the course.
    """

    def __init__(self, url: str, course: str) -> None:
        url = with_limits(url)
        super().__init__(url, course)
        super().close()
        # The server may have gone since a connection was last used.
        self.engine = create_engine(url, pool_pre_ping=True)
        bound_waits(self.engine)
        self.db = scoped_session(
            sessionmaker(bind=self.engine, class_=_Session, expire_on_commit=False)
        )

    def close(self) -> None:
        """Do nothing: others still use it."""

    def disconnect(self) -> None:
        """End the connection; what was not committed is lost."""
        super().close()


class InstructorsCells(_KeptOpen):
    """What the gradebook says of the instructor's notebooks, read once and never written."""

    def __init__(self, url: str, course: str) -> None:
        super().__init__(url, course)
        self._found: dict[tuple[str, ...], Any] = {}

    def add_course(self, name: str) -> None:
        """Have a row for the course: servers want one, whatever it is called, where files do not.

        Args:
            name: nbgrader's name of the course, which by default is empty.
        """
        if self.db.get(Course, name) is None:
            self.db.add(Course(id=name))
        self.db().commit_all()

    def find_notebook(self, name: str, assignment: str) -> Any:
        """The instructor's notebook."""
        return self._once("find_notebook", name, assignment)

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """A cell of the instructor's notebook."""
        return self._once("find_source_cell", name, notebook, assignment)

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """A cell that has points."""
        return self._once("find_graded_cell", name, notebook, assignment)

    def _once(self, what: str, *names: str) -> Any:
        if (what, *names) not in self._found:
            found = getattr(super(), what)(*names)
            if isinstance(found, Notebook):
                # Asked for later, these would be read anew.
                _ = (found.source_cells, found.grade_cells)
            self._found[what, *names] = found
            # No connection is kept for what is not asked again.
            self.db().commit_all()
        return self._found[what, *names]


@dataclass(frozen=True)
class _NotebookShape:
    """A notebook of an assignment: its name, and the ids of its cells by their names."""

    id: str
    name: str
    graded: dict[str, str]
    commented: dict[str, str]


@dataclass(frozen=True)
class _Shape:
    """An assignment: what each submission of it has rows for."""

    id: str
    notebooks: list[_NotebookShape]


def _shape_of(assignment: Assignment) -> _Shape:
    def ids(*several: list[Any]) -> dict[str, str]:
        return {cell.name: cell.id for cells in several for cell in cells}

    return _Shape(
        assignment.id,
        [
            _NotebookShape(
                each.id,
                each.name,
                ids(each.grade_cells, each.task_cells),
                ids(each.solution_cells, each.task_cells),
            )
            for each in assignment.notebooks
        ],
    )


class OneTransaction(_KeptOpen):
    """The gradebook that submissions are written into, each whole or not at all."""

    def __init__(self, url: str, course: str) -> None:
        super().__init__(url, course)
        self._rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        self._shapes: dict[str, _Shape] = {}
        self._assignments: dict[str, Assignment] = {}
        self._made: dict[tuple[str, ...], Any] = {}

    @contextlib.contextmanager
    def submission(self) -> Iterator[None]:
        """Write a submission: all that is done in this block, or nothing of it."""
        try:
            yield
            self.db().commit_all()
        except BaseException:
            self.db.rollback()
            self._assignments.clear()  # what they say would be asked for anew
            raise
        finally:
            # Rows of earlier submissions would stay in memory, and say what was true then.
            self._forget()

    def _forget(self) -> None:
        self._rows.clear()
        self._made.clear()
        self.db.remove()

    def add_submission(self, assignment: str, student: str, **about: Any) -> SubmittedAssignment:
        """A new submission with the rows of its cells, as nbgrader makes them."""
        if "timestamp" in about:
            about["timestamp"] = parse_utc(about["timestamp"])
        if assignment not in self._shapes:
            self._shapes[assignment] = _shape_of(self._find_assignment(assignment))
        shape = self._shapes[assignment]
        made = SubmittedAssignment(assignment_id=shape.id, student_id=student, **about)
        for notebook in shape.notebooks:
            submitted = SubmittedNotebook(notebook_id=notebook.id, assignment=made)
            asked = (notebook.name, assignment, student)
            self._made[asked] = submitted
            for kind, cells in ((Grade, notebook.graded), (Comment, notebook.commented)):
                self._rows[kind, *asked] = {
                    name: kind(cell_id=cell, notebook=submitted) for name, cell in cells.items()
                }
        self.db.add(made)
        self._made[assignment, student] = made
        if about:
            self.db.flush()  # nbgrader asks it whether it is late
        return made

    def find_assignment(self, name: str) -> Any:
        """An assignment with its notebooks, looked for once for all submissions."""
        if name not in self._assignments:
            self._assignments[name] = self._find_assignment(name)
        return self._assignments[name]

    def _find_assignment(self, name: str) -> Any:
        """An assignment; none is made here, so that what there is to write can wait."""
        with self.db.no_autoflush:
            found = super().find_assignment(name)
            _ = found.notebooks  # asked for later, these would not wait
        return found

    def find_notebook(self, name: str, assignment: str) -> Any:
        """The instructor's notebook; see `_find_assignment`."""
        with self.db.no_autoflush:
            return super().find_notebook(name, assignment)

    def find_submission(self, assignment: str, student: str) -> Any:
        """What a student handed in, by its rows."""
        if (assignment, student) in self._made:
            self.db.flush()
            return self._made[assignment, student]
        asked = {"assignment_id": self.find_assignment(assignment).id, "student_id": student}
        with self.db.no_autoflush:
            found = self.db.query(SubmittedAssignment).filter_by(**asked).one_or_none()
        if found is None:
            raise MissingEntry(f"No such submission: {assignment} for {student}")
        return found

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> Any:
        """A grade of a submitted notebook."""
        rows = self._of_notebook(Grade, notebook, assignment, student)
        if grade_cell in rows:
            return rows[grade_cell]
        return super().find_grade(grade_cell, notebook, assignment, student)

    def find_comment(self, solution_cell: str, notebook: str, assignment: str, student: str) -> Any:
        """A comment in a submitted notebook."""
        rows = self._of_notebook(Comment, notebook, assignment, student)
        if solution_cell in rows:
            return rows[solution_cell]
        return super().find_comment(solution_cell, notebook, assignment, student)

    def auto_scores(self, notebook: str, assignment: str, student: str) -> dict[str, float | None]:
        """The scores of a submitted notebook by grade cell, none where it was not graded."""
        try:
            rows = self._of_notebook(Grade, notebook, assignment, student)
            return {name: grade.auto_score for name, grade in rows.items()}
        finally:
            self._forget()

    def extra_credits(self, notebook: str, assignment: str, student: str) -> dict[str, float]:
        """The extra credit of a submitted notebook by grade cell, where there is any."""
        try:
            rows = self._of_notebook(Grade, notebook, assignment, student)
            return {name: grade.extra_credit for name, grade in rows.items() if grade.extra_credit}
        finally:
            self._forget()

    def find_submission_notebook(self, notebook: str, assignment: str, student: str) -> Any:
        """A submitted notebook, with the score that its grades now come to."""
        found = self._made.get((notebook, assignment, student))
        if found is None:
            found = super().find_submission_notebook(notebook, assignment, student)
        self.db.flush()
        self.db.refresh(found)
        return found

    def _of_notebook(
        self, kind: type, notebook: str, assignment: str, student: str
    ) -> dict[str, Any]:
        """All grades or comments of a submitted notebook, by the names of their cells."""
        asked = (kind, notebook, assignment, student)
        if asked not in self._rows:
            found = (
                self.db.query(BaseCell.name, kind)
                .join(kind, kind.cell_id == BaseCell.id)  # type: ignore[attr-defined]
                .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)  # type: ignore[attr-defined]
                .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
                .join(
                    SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id
                )
                .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
                .join(Student, Student.id == SubmittedAssignment.student_id)
                .filter(
                    Notebook.name == notebook, Assignment.name == assignment, Student.id == student
                )
            )
            self._rows[asked] = dict(found.all())
        return self._rows[asked]


@contextlib.contextmanager
def given_to_nbgrader(gradebook: _KeptOpen) -> Iterator[None]:
    """Temporarily have whoever opens a gradebook get this one."""

    def opened(url: str, *_: Any, **__: Any) -> _KeptOpen:
        return gradebook

    real = api.Gradebook
    places = _places(real, len(sys.modules))
    for module in places:
        setattr(module, _NAME, opened)
    try:
        yield
    finally:
        for module in places:
            setattr(module, _NAME, real)


@functools.lru_cache(maxsize=2)
def _places(gradebook: Any, loaded: int) -> list[Any]:
    """The modules that know a gradebook by its name, among so many that are loaded."""
    return [
        module
        for module in list(sys.modules.values())
        if getattr(module, "__dict__", {}).get(_NAME) is gradebook
    ]


class CommandGradebooks:
    """The gradebook of a command, opened once for all of its steps.

    Args:
        url: of the database.
        course: nbgrader's name of the course.
    """

    def __init__(self, url: str, course: str) -> None:
        self._cells = InstructorsCells(url, course)
        self._grades = OneTransaction(url, course)

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Give nbgrader what is said of the instructor's notebooks."""
        with given_to_nbgrader(self._cells):
            yield

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Give nbgrader the gradebook; all that is done in this block is written, or nothing."""
        with given_to_nbgrader(self._grades), self._grades.submission():
            yield

    def disconnect(self) -> None:
        """End the connections."""
        self._cells.disconnect()
        self._grades.disconnect()
