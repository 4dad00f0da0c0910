"""Filling in a gradebook file that the instructor exported: rows and columns are never guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.collecting.student_names import student_id
from autograder.errors import AutograderError
from autograder.exports.class_scores import ClassScores
from autograder.exports.tables import ReadTable
from autograder.unknown_names import unknown

__all__ = [
    "FillError",
    "Filled",
    "Wanted",
    "as_number",
    "assignment_column",
    "excused_rows",
    "match_rows",
]


class FillError(AutograderError):
    """A gradebook file cannot be filled in; nothing is written."""


@dataclass(frozen=True)
class Wanted:
    """What is filled in.

    Attributes:
        assignment: whose scores.
        titles: what else it may be called in the file.
        column: the column that the instructor named, or None.
        path: of the file, for messages.
    """

    assignment: str
    titles: tuple[str, ...]
    column: str | None
    path: Path


@dataclass
class Filled:
    """What came of it.

    Attributes:
        table: the file as it is written.
        column: the header of the column that was filled in.
        count: how many scores were written.
        without_row: the students with a score who are nobody in the file.
        without_score: who is in the file and has no score, as the file calls them.
        refused: rows that may not be changed, and why.
        scaled: how the points were scaled, or empty.
    """

    table: ReadTable
    column: str
    count: int = 0
    without_row: list[str] = field(default_factory=list)
    without_score: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    scaled: str = ""


def assignment_column(header: Sequence[str], plain: Sequence[str | None], wanted: Wanted) -> int:
    """The column of an assignment.

    Args:
        header: of the file.
        plain: for each column the title of an assignment, or None for a column of another kind.
        wanted: what is looked for.

    Raises:
        FillError: if there is none, or more than one.
    """
    titles = [each for each in plain if each is not None]
    if wanted.column is not None:
        names = (wanted.column, wanted.column.strip())
        found = [n for n, each in enumerate(header) if each in names or plain[n] in names]
        if len(found) == 0:
            raise FillError(f"{wanted.path}: {unknown('column', wanted.column, titles)}")
    else:
        called = {_folded(each) for each in (wanted.assignment, *wanted.titles)}
        found = [n for n, each in enumerate(plain) if each is not None and _folded(each) in called]
    if len(found) == 1:
        return found[0]
    problem = "several columns are" if found else "no column is"
    raise FillError(
        f"{wanted.path}: {problem} called like the assignment {wanted.assignment!r}; say which by "
        f"--column: {', '.join(map(repr, titles)) or 'there is none of an assignment'}"
    )


def _folded(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()


def match_rows(
    scores: ClassScores, students: Iterable[str], keys: Sequence[set[str]]
) -> dict[str, int]:
    """The row of each student, by an id that both sides have and that only one row has.

    Args:
        scores: of the class, with the roster.
        students: their ids.
        keys: for each row what identifies a person there.
    """
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(keys):
        for key in row:
            if plain := _plain(key):
                rows[plain].add(number)
    found: dict[str, int] = {}
    for student in students:
        person = scores.person(student)
        ids = {_plain(each) for each in (student, person.lms_user_id, person.mail)} - {""}
        matching = set().union(*(rows.get(each, set()) for each in ids))
        if len(matching) == 1:
            found[student] = next(iter(matching))
    taken = list(found.values())
    return {student: row for student, row in found.items() if taken.count(row) == 1}


def excused_rows(
    scores: ClassScores, graded: Collection[str], keys: Sequence[set[str]]
) -> set[int]:
    """The rows of those who need not hand in, and did not.

    Args:
        scores: of the class, with the roster.
        graded: the ids of those who have a score.
        keys: for each row what identifies a person there.
    """
    people = scores.roster.students.values() if scores.roster is not None else ()
    exempt = [each.id for each in people if each.exempt and each.id not in graded]
    return set(match_rows(scores, exempt, keys).values())


def _plain(text: str) -> str:
    return student_id(text).strip().casefold()


def as_number(value: float) -> str:
    """A score as platforms read it: a point, at most two decimals, no separators."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
