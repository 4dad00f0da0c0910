"""The gradebook files that an instructor exports from Canvas and from Moodle, not yet filled in."""

from __future__ import annotations

import csv
import io

from tests.demonstration.people import CLASS

__all__ = ["canvas_gradebook", "moodle_worksheet"]


def canvas_gradebook() -> str:
    """As *Export Entire Gradebook* gives it: Excel's byte order mark, points, a test student."""
    rows = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Gradient descent (900)",
         "Quiz (901)", "Current Score"],
        ["    Points Possible", "", "", "", "", "78.00", "10.00", "(read only)"],
        *(
            [each.name, str(each.lms_number), f"2026{each.number:04}", each.id, "A", "", "7", "70"]
            for each in CLASS
        ),
        ["Student, Test", "999", "", "f00ba4", "A", "", "", ""],
    ]  # fmt: skip
    return "\ufeff" + _csv(rows)


def moodle_worksheet() -> str:
    """As *Download grading worksheet* gives it: of 100 points, by participant and mail."""
    header = (
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
        "Last modified (submission),Last modified (grade),Feedback comments"
    )
    rows = [
        [f"Participant {900 + each.number}", each.name, each.mail, "Submitted for grading", "",
         "100.00", "Yes", "Monday, 30 November 2026, 5:30 PM", "-", ""]
        for each in CLASS
    ]  # fmt: skip
    return _csv([header.split(","), *rows])


def _csv(rows: list[list[str]]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue()
