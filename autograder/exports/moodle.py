"""Moodle: scores and comments filled in in a grading worksheet, or in an exported gradebook."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from autograder.exports.class_scores import ClassScores, Points
from autograder.exports.gradebook_files import (
    Filled,
    FillError,
    Wanted,
    as_number,
    assignment_column,
    excused_rows,
    match_rows,
)
from autograder.exports.tables import ReadTable, safe_cell
from autograder.report.result_records import SubmissionRecord

__all__ = ["fill_moodle"]

_IDS: Final = {"identifier", "id number", "idnumber", "email address", "email", "username", "id"}
_ITEM: Final = re.compile(r"(?:[^:]{1,40}: ?)?(?P<title>.+?) \((?:Real|Points|실점수|실제)\)")
_NOT_CHANGED: Final = "no"


def fill_moodle(
    table: ReadTable, scores: ClassScores, wanted: Wanted, key: str | None, *, comments: bool
) -> Filled:
    """Fill in the scores of one assignment.

    Args:
        table: a grading worksheet (*Download grading worksheet*), or an exported gradebook.
        scores: of the class.
        wanted: what is filled in.
        key: the column by which students are known, or None for those that Moodle has.
        comments: whether comments are filled in; hints may come from hidden checks.

    Raises:
        FillError: if this is neither, or has no such assignment.
    """
    header = [each.strip() for each in table.rows[0]]
    names = [each.casefold() for each in header]
    if key is None:
        ids = [n for n, each in enumerate(names) if each in _IDS]
    else:
        ids = [n for n, each in enumerate(header) if each == key]
    if not ids:
        raise FillError(
            f"{wanted.path}: no column identifies students, as `ID number` or `Email address` do; "
            f"say which by --key: {', '.join(map(repr, header))}"
        )
    column = _grade_column(header, names, wanted)
    most = names.index("maximum grade") if "maximum grade" in names else None
    may = names.index("grade can be changed") if "grade can be changed" in names else None
    comment = names.index("feedback comments") if "feedback comments" in names else None
    rows = table.rows[1:]
    records = scores.of_assignment(wanted.assignment)
    keys = [_keys(row, ids) for row in rows]
    matched = match_rows(scores, records, keys)
    filled = Filled(table, header[column])
    for student, number in matched.items():
        row, record = rows[number], records[student]
        row.extend([""] * (len(header) - len(row)))
        if may is not None and row[may].strip().casefold() == _NOT_CHANGED:
            filled.refused.append(f"{student}: Moodle says that this grade cannot be changed")
            continue
        points = scores.points(record)
        share = _share(row[most] if most is not None else "", points)
        if share != 1.0 and most is not None:
            here = as_number(points.max_score)
            filled.scaled = f"{here} points here are {row[most].strip()} in Moodle"
        row[column] = as_number(points.score * share)
        if comment is not None and comments:
            row[comment] = _comment(record, scores)
        filled.count += 1
    filled.without_row = [each for each in records if each not in matched]
    having = {*matched.values(), *excused_rows(scores, matched, keys)}
    filled.without_score = [
        " ".join(filter(None, (row[n].strip() for n in ids if n < len(row))))
        for number, row in enumerate(rows)
        if number not in having and any(each.strip() for each in row)
    ]
    return filled


def _grade_column(header: list[str], names: list[str], wanted: Wanted) -> int:
    """That of a worksheet, which is of one assignment; of a gradebook that of the assignment."""
    if wanted.column is None and names.count("grade") == 1 and "identifier" in names:
        return names.index("grade")
    plain = [found["title"] if (found := _ITEM.fullmatch(each)) else None for each in header]
    return assignment_column(header, plain, wanted)


def _keys(row: list[str], ids: list[int]) -> set[str]:
    found = {row[n].strip() for n in ids if n < len(row)}
    # The word before the number is in Moodle's language. The number alone is nobody's id: it is
    # counted anew in each assignment.
    numbers = {each.rpartition(" ")[2] for each in found if re.fullmatch(r"\D+ \d+", each)}
    return found | {f"Participant{mark}{each}" for each in numbers for mark in (" ", "_")}


def _share(most: str, points: Points) -> float:
    try:
        return float(most.strip().replace(",", ".")) / points.max_score
    except (ValueError, ZeroDivisionError):
        return 1.0


def _comment(record: SubmissionRecord, scores: ClassScores) -> str:
    """A line for each exercise, and what was written by hand; Moodle reads it as HTML."""
    lines = []
    by_hand = scores.points(record).comments
    for each, earned in zip(record.exercises, scores.exercise_points(record), strict=True):
        hint = f": {each.diagnoses[0].hint}" if each.diagnoses else ""
        lines.append(f"{each.exercise} {as_number(earned)}/{each.max_score}{hint}")
        lines += by_hand.get(each.exercise, "").splitlines()
    return safe_cell("<br />".join(map(escape, lines)))
