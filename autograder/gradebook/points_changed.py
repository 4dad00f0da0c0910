"""Who was graded by points that an exercise no longer has, until they are graded again.

The gradebook has one number for what a cell is worth. Where that changes, everybody's share of it
changes at once, though nobody was graded anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from autograder.atomic_files import write_whole
from autograder.course import Course
from autograder.errors import AutograderError

__all__ = ["PointsChange", "changed_points", "note_changes", "still_to_grade"]

_QUERY: Final = """
    SELECT assignment.name, base_cell.name, grade_cells.max_score, submitted_assignment.student_id
    FROM grade_cells
    JOIN base_cell ON base_cell.id = grade_cells.id
    JOIN notebook ON notebook.id = base_cell.notebook_id
    JOIN assignment ON assignment.id = notebook.assignment_id
    JOIN grade ON grade.cell_id = grade_cells.id AND grade.auto_score IS NOT NULL
    JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
"""


@dataclass(frozen=True)
class PointsChange:
    """An exercise that is worth something else than when students were graded.

    Attributes:
        assignment: that it is of.
        exercise: its name.
        before: what it is worth in the gradebook.
        after: what it is worth in the course.
        students: who was graded by the former points.
    """

    assignment: str
    exercise: str
    before: float
    after: float
    students: tuple[str, ...]


class _Noted(msgspec.Struct):
    """Of one assignment, who was graded by former points, and the points since."""

    students: list[str]
    points: dict[str, float]


def changed_points(course: Course, url: str) -> list[PointsChange]:
    """The exercises whose points differ from those that somebody was graded by.

    Args:
        course: as it is now.
        url: of its gradebook; there need not be any yet.

    Raises:
        AutograderError: if the gradebook cannot be read.
    """
    # Who asks who is left reads no gradebook, and may have nothing that could.
    from sqlalchemy.engine import make_url  # noqa: PLC0415
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    file = url.removeprefix("sqlite:///")
    if file != url and not Path(file).is_file():
        return []
    points = {(each.assignment, each.name): each.exercise.points for each in course.solutions()}
    found: dict[tuple[str, str], tuple[float, set[str]]] = {}
    try:
        for assignment, name, worth, student in _graded_by(url):
            if points.get((assignment, name), worth) != worth:
                found.setdefault((assignment, name), (worth, set()))[1].add(student)
    except SQLAlchemyError as error:
        shown = make_url(url).render_as_string(hide_password=True)
        said = str(getattr(error, "orig", None) or error).strip().splitlines()
        raise AutograderError(f"{shown} cannot be read: {said[0]}") from None
    return [
        PointsChange(*names, worth, float(points[names]), tuple(sorted(students)))
        for names, (worth, students) in sorted(found.items())
    ]


def _graded_by(url: str) -> Iterator[Sequence[Any]]:
    """Assignment, exercise, what it was worth, and student, for each grade."""
    from sqlalchemy import create_engine, inspect, text  # noqa: PLC0415

    engine = create_engine(url)
    try:
        # There is no table yet where nothing was ever released.
        if inspect(engine).has_table("grade_cells"):
            with engine.connect() as gradebook:
                yield from gradebook.execute(text(_QUERY))
    finally:
        engine.dispose()


def note_changes(root: Path, changes: Iterable[PointsChange]) -> None:
    """Note who has to be graded again, beside those who still have to be.

    Args:
        root: of the course.
        changes: of points, which `autograder build` has written into the gradebook.
    """
    noted = _read(root)
    for each in changes:
        about = noted.setdefault(each.assignment, _Noted([], {}))
        about.students = sorted({*about.students, *each.students})
        about.points[each.exercise] = each.after
    _write(root, noted)


def still_to_grade(root: Path) -> dict[str, list[str]]:
    """By assignment, the students whose autograded notebooks have former points.

    Args:
        root: of the course.
    """
    noted = _read(root)
    if not noted:
        return {}
    left = {
        name: [each for each in about.students if _is_outdated(root, each, name, about.points)]
        for name, about in noted.items()
    }
    still = {name: students for name, students in left.items() if students}
    if still != {name: about.students for name, about in noted.items()}:
        _write(root, {name: _Noted(who, noted[name].points) for name, who in still.items()})
    return still


def _is_outdated(root: Path, student: str, assignment: str, points: Mapping[str, float]) -> bool:
    path = root / "autograded" / student / assignment / f"{assignment}.ipynb"
    try:
        cells: list[Any] = msgspec.json.decode(path.read_bytes())["cells"]
        about = [cell["metadata"].get("nbgrader", {}) for cell in cells]
        return any(
            each["points"] != points[each["grade_id"]]
            for each in about
            if each.get("grade") and each.get("grade_id") in points
        )
    except (OSError, msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return True


def _path(root: Path) -> Path:
    return root / ".autograder" / "points-changed.json"


def _read(root: Path) -> dict[str, _Noted]:
    try:
        return msgspec.json.decode(_path(root).read_bytes(), type=dict[str, _Noted])
    except (OSError, msgspec.DecodeError):
        return {}


def _write(root: Path, noted: dict[str, _Noted]) -> None:
    path = _path(root)
    if noted:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, msgspec.json.encode(noted).decode())
    else:
        path.unlink(missing_ok=True)
