"""Who takes part: `students.csv`, or the students of nbgrader's gradebook."""

from __future__ import annotations

import contextlib
import csv
import io
import sqlite3
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from autograder.collecting.files import UnreadableError, read_file, text_of
from autograder.collecting.student_names import safe_name, student_id
from autograder.errors import AutograderError

__all__ = ["ROSTER_FILE", "Roster", "RosterError", "Student", "find_roster", "read_roster"]

ROSTER_FILE: Final = "students.csv"
_COLUMNS: Final = (
    *("id", "name", "first_name", "last_name", "mail", "email", "lms_user_id"),
    *("section", "language", "extension", "exempt"),
)
"""`first_name`, `last_name`, `email`, `lms_user_id`: those of `nbgrader db student import`."""

_OF_ONE: Final = ("mail", "lms_user_id")
"""By these, as by the id, platforms say who somebody is."""

_TRUE: Final = {"1", "yes", "y", "true", "x", "exempt"}
_FALSE: Final = {"", "0", "no", "n", "false"}


class RosterError(AutograderError):
    """A roster cannot be read.

    Attributes:
        sentence: what is wrong, without the path.
        path: of the file.
        line: the number of the line that is wrong, from 1, or None.
    """

    def __init__(self, sentence: str, path: Path, line: int | None = None) -> None:
        super().__init__(f"{path}: {sentence}" if line is None else f"{path}:{line}: {sentence}")
        self.sentence = sentence
        self.path = path
        self.line = line


@dataclass(frozen=True)
class Student:
    """One who takes part.

    Attributes:
        id: the name of the student's folder, in NFC.
        name: of the person.
        mail: an address.
        section: of the class.
        language: of the report, or empty.
        extension: more time, as it was written.
        exempt: whether nothing has to be handed in.
        lms_user_id: by which a platform knows the student.
        first_name: a half of the name, where it was written in two.
        last_name: the other half.
    """

    id: str
    name: str = ""
    mail: str = ""
    section: str = ""
    language: str = ""
    extension: str = ""
    exempt: bool = False
    lms_user_id: str = ""
    first_name: str = ""
    last_name: str = ""


@dataclass(frozen=True)
class Roster:
    """Everybody who takes part, by id."""

    students: dict[str, Student]

    def absent(self, present: Set[str]) -> list[str]:
        """Who had to hand in and did not, fit to be shown."""
        return sorted(
            safe_name(each.id)
            for each in self.students.values()
            if not each.exempt and each.id not in present
        )


def find_roster(root: Path) -> Roster | None:
    """The roster of a course: its `students.csv`, else the students of its gradebook, else None.

    Raises:
        RosterError: if there is one that cannot be read.
    """
    if (root / ROSTER_FILE).exists():
        return read_roster(root / ROSTER_FILE)
    gradebook = root / "gradebook.db"
    if not gradebook.is_file():
        return None
    roster = _read_gradebook(gradebook)
    # A release makes a gradebook in which there are no students yet: it says nothing of the class.
    return roster if roster.students else None


def read_roster(path: Path) -> Roster:
    """Read a roster: CSV with a line of column names, of which only `id` has to be there.

    Raises:
        RosterError: with the line that is wrong.
    """
    try:
        text = text_of(read_file(path))
    except UnreadableError as error:
        problem = {"missing": "there is no such file", "empty": "it is empty"}
        raise RosterError(problem.get(error.reason, "it is no UTF-8 text"), path) from None
    lines = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
    try:
        header = [each.strip().casefold() for each in next(lines)]
        students = list(_students(path, header, lines))
    except csv.Error as error:
        raise RosterError(f"it is no CSV: {error}", path, lines.line_num) from None
    return Roster({each.id: each for each in students})


def _students(path: Path, header: list[str], lines: Any) -> Iterator[Student]:
    unknown = [each for each in header if each not in _COLUMNS]
    if "id" not in header or unknown:
        what = f"{unknown[0]!r} is no column" if "id" in header else "there is no column 'id'"
        raise RosterError(f"{what}; the columns are {', '.join(_COLUMNS)}", path, 1)
    if len(set(header)) < len(header):
        raise RosterError("a column stands there twice", path, 1)
    seen: set[str] = set()
    taken: set[tuple[str, str]] = set()
    for line in lines:
        number = lines.line_num
        if not any(each.strip() for each in line):
            continue
        if len(line) > len(header):
            raise RosterError("this line has more fields than there are columns", path, number)
        fields = dict(zip(header, (each.strip() for each in line), strict=False))
        student = student_id(fields.pop("id"))
        if not student:
            raise RosterError("this line has no id", path, number)
        if student in seen:
            raise RosterError(f"{safe_name(student)!r} stands there twice", path, number)
        seen.add(student)
        _join_names(fields)
        if "email" in fields:
            fields["mail"] = fields.pop("email") or fields.get("mail", "")
        for column in _OF_ONE:
            value = fields.get(column, "")
            if (column, value.casefold()) in taken:
                said = f"{column} {safe_name(value)!r} is that of two students"
                raise RosterError(said, path, number)
            taken |= {(column, value.casefold())} if value else set()
        exempt = fields.pop("exempt", "").casefold()
        if exempt not in _TRUE | _FALSE:
            raise RosterError(f"'exempt' is yes or no, and not {safe_name(exempt)!r}", path, number)
        yield Student(id=student, exempt=exempt in _TRUE, **fields)


def _join_names(fields: dict[str, str]) -> None:
    """Put the two halves of a name together, where there is no whole one."""
    halves = [fields.get("first_name", ""), fields.get("last_name", "")]
    fields["name"] = fields.get("name") or " ".join(filter(None, halves))


def _read_gradebook(path: Path) -> Roster:
    try:
        where = f"{path.resolve().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(where, uri=True)) as gradebook:
            found = gradebook.execute(
                "SELECT id, first_name, last_name, email, lms_user_id FROM student"
            )
            students = [
                Student(
                    student_id(str(name)),
                    f"{first or ''} {last or ''}".strip(),
                    mail or "",
                    lms_user_id=number or "",
                    first_name=first or "",
                    last_name=last or "",
                )
                for name, first, last, mail, number in found
            ]
    except sqlite3.Error as error:
        raise RosterError(f"its students cannot be read: {error}", path) from None
    return Roster({each.id: each for each in students})
