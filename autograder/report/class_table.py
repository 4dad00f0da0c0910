"""A class at a glance, as a table on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from autograder.report.diagnoses import MOST_TOLD
from autograder.report.diagnosis_words import title_of
from autograder.report.messages import say, status_name, visible
from autograder.report.result_records import DiagnosisRecord, ExerciseRecord, SubmissionRecord
from autograder.report.terminal import STATUS_STYLES

__all__ = ["results_table"]


def results_table(records: Iterable[SubmissionRecord], language: str) -> Table:
    """A class at a glance: a row for each submission, with its diagnoses.

    Args:
        records: a line for each.
        language: of the table.
    """
    table = Table(pad_edge=False, box=None)
    table.add_column(say(language, "student"), overflow="fold")
    table.add_column(say(language, "score"), justify="right", no_wrap=True)
    table.add_column(say(language, "diagnosis"), overflow="fold")
    for record in records:
        table.add_row(
            Text(visible(record.student)),
            _points(record),
            _about(record, language),
        )
    return table


def _points(record: SubmissionRecord) -> str:
    """What was earned, and what is still to be added by a person."""
    more = sum(each.max_points for each in record.needs_person)
    return f"{record.score}/{record.max_score}" + (f" (+?/{more})" if more else "")


def _about(record: SubmissionRecord, language: str) -> Text:
    """What was graded, where it has another name; then what it came to."""
    diagnoses = _diagnoses_text(record.exercises, language)
    return (
        Text("\n").join([Text(record.note, style="yellow"), diagnoses])
        if record.note
        else diagnoses
    )


def _diagnoses_text(exercises: Iterable[ExerciseRecord], language: str) -> Text:
    """One line for each exercise that is not fully right."""
    lines = []
    for exercise in exercises:
        if exercise.status == "passed":
            continue
        line = Text(f"{exercise.exercise}: ")
        if exercise.diagnoses:
            titles = [_title(each) for each in exercise.diagnoses[:MOST_TOLD]]
            line.append(" + ".join(titles), style="italic")
        else:
            line.append(
                status_name(exercise.status, language), style=STATUS_STYLES[exercise.status]
            )
            line.append(f" ({_first_message(exercise)})")
        lines.append(line)
    if not lines:
        return Text(say(language, "passed_all"), style="green")
    return Text("\n").join(lines)


def _title(record: DiagnosisRecord) -> str:
    return visible(title_of(record.kind, record.name, record.of, record.value))


def _first_message(exercise: ExerciseRecord) -> str:
    messages = [check.message for check in exercise.checks if check.message]
    return visible(messages[0], longest=110) if messages else ""
