"""Who handed in late: by the time stamp beside what was graded, and the date in `course.toml`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from autograder.class_report.report_words import ReportWords
from autograder.collecting.files import UnreadableError, read_file
from autograder.collecting.meant_names import attempt_number
from autograder.collecting.timestamps import TimestampError, handed_in_at
from autograder.exports.class_scores import ClassScores
from autograder.report.result_records import SubmissionRecord

__all__ = ["late_students"]

_TIMESTAMP: Final = "timestamp.txt"
_LONGEST: Final = 1000


def late_students(
    scores: ClassScores,
    assignment: str,
    due: datetime | None,
    submitted: Path,
    words: ReportWords,
) -> list[str]:
    """The students who were late, each with by how much, and with what the roster says of it.

    Args:
        scores: of the class; who has an extension that is a date, and kept it, is not late.
        assignment: its name.
        due: until when it could be handed in; None where nobody says so.
        submitted: what was graded.
        words: of the report.
    """
    if due is None:
        return []
    found = []
    for student, record in scores.of_assignment(assignment).items():
        came = _came(submitted / student / assignment, record)
        if came is None or came <= due:
            continue
        extension = scores.person(student).extension
        until = _moment(extension)
        if until is None or came > until:
            more = f"; {words('extension', extension=extension)}" if extension else ""
            found.append(f"{student} ({_length(came - due, words)}{more})")
    return found


def _came(folder: Path, record: SubmissionRecord) -> datetime | None:
    """When what was graded was handed in; None where no time stamp says so."""
    first, slash, _ = record.source.partition("/")
    attempt = slash and attempt_number(first) is not None
    try:
        text = read_file(folder / first / _TIMESTAMP if attempt else folder / _TIMESTAMP)[:_LONGEST]
        return handed_in_at(text.decode("utf-8", "replace")).replace(tzinfo=UTC)
    except (UnreadableError, TimestampError):
        return None


def _moment(extension: str) -> datetime | None:
    """The date that an extension is, in this machine's time zone where it has none."""
    try:
        return datetime.fromisoformat(extension).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _length(late: timedelta, words: ReportWords) -> str:
    hours, seconds = divmod(int(late.total_seconds()), 3600)
    if hours >= 24:
        return words("late_days", days=hours // 24, hours=hours % 24)
    return words("late_hours", hours=hours, minutes=seconds // 60)
