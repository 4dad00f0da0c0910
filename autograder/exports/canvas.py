"""Canvas: scores filled in in a gradebook that was exported there.

As its importer (`lib/gradebook_importer.rb`) reads it: a student is known by `ID`, an assignment by
the number behind its title; all else stays as it was.
"""

from __future__ import annotations

import re
from typing import Final

from autograder.exports.class_scores import ClassScores
from autograder.exports.gradebook_files import (
    Filled,
    FillError,
    Wanted,
    as_number,
    assignment_column,
    excused_rows,
    match_rows,
)
from autograder.exports.tables import ReadTable

__all__ = ["fill_canvas"]

_TITLE: Final = re.compile(r"(.*\S)\s*\(\d+\)\s*", re.DOTALL)
_IDS: Final = ("ID", "SIS User ID", "SIS Login ID", "Integration ID")
_NOT_ASSIGNED: Final = "N/A"
_EXCUSED: Final = "EX"


def fill_canvas(table: ReadTable, scores: ClassScores, wanted: Wanted) -> Filled:
    """Fill in the scores of one assignment.

    Raises:
        FillError: if this is no gradebook of Canvas, or has no such assignment.
    """
    header = [each.strip() for each in table.rows[0]]
    if "ID" not in header or "Section" not in header or header[0] not in ("Student", "LastName"):
        raise FillError(f"{wanted.path}: this is no gradebook of Canvas: export one there")
    first = header.index("Section") + 1
    plain = [
        found[1] if number >= first and (found := _TITLE.fullmatch(each)) else None
        for number, each in enumerate(header)
    ]
    column = assignment_column(header, plain, wanted)
    number_of = header.index("ID")
    people = {n: row for n, row in enumerate(table.rows) if n and _is_student(row, number_of)}
    places = list(people)
    ids = [header.index(each) for each in _IDS if each in header]
    keys = [
        {row[n] for n in ids if n < len(row)} | _collected_name(row, number_of)
        for row in people.values()
    ]
    records = scores.of_assignment(wanted.assignment)
    matched = match_rows(scores, records, keys)
    filled = Filled(table, header[column])
    most = _points_possible(table, column)
    for student, row in matched.items():
        cells = table.rows[places[row]]
        cells.extend([""] * (column + 1 - len(cells)))
        if cells[column].strip() == _NOT_ASSIGNED:
            filled.refused.append(f"{student}: Canvas has not assigned it to this student")
            continue
        points = scores.points(records[student])
        share = most / points.max_score if most and points.max_score else 1.0
        if share != 1.0:
            here = as_number(points.max_score)
            filled.scaled = f"{here} points here are {as_number(most or 0)} in Canvas"
        cells[column] = as_number(points.score * share)
        filled.count += 1
    filled.without_row = [each for each in records if each not in matched]
    _note_absent(filled, scores, matched, places, keys, column)
    return filled


def _note_absent(
    filled: Filled,
    scores: ClassScores,
    matched: dict[str, int],
    places: list[int],
    keys: list[set[str]],
    column: int,
) -> None:
    """Excuse who is exempt, and list who else has no score."""
    excused = excused_rows(scores, matched, keys)
    for number, place in enumerate(places):
        if number in matched.values():
            continue
        cells = filled.table.rows[place]
        if number in excused and column < len(cells) and not cells[column].strip():
            cells[column] = _EXCUSED
        else:
            filled.without_score.append(cells[0].strip())


def _is_student(row: list[str], number_of: int) -> bool:
    return len(row) > number_of and row[number_of].strip().isdigit()


def _collected_name(row: list[str], number_of: int) -> set[str]:
    """The id that collecting gives without a roster: the name and the number."""
    name = re.sub(r"[^\w]", "", row[0].casefold())
    return {f"{name}_{row[number_of].strip()}"} if name else set()


def _points_possible(table: ReadTable, column: int) -> float | None:
    for row in table.rows[1:4]:
        if row and row[0].strip() == "Points Possible" and column < len(row):
            try:
                return float(row[column].replace(",", "."))
            except ValueError:
                return None
    return None
