"""Results on a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.grading.results import CheckResult, ExerciseResult
from autograder.report.messages import (
    details,
    diagnosis_hint,
    diagnosis_title,
    note_text,
    say,
    shared_message,
    slip_sentence,
    status_name,
    visible,
)
from autograder.report.result_records import ExerciseRecord, SubmissionRecord

__all__ = ["exercise_plain", "exercise_text", "print_exercise", "results_table"]

_STYLE = {
    "passed": "green",
    "partial": "yellow",
    "failed": "red",
    "error": "red",
    "timeout": "magenta",
    "missing": "dim",
}
_SIGN = {"passed": "✔", "partial": "◐", "failed": "✘", "error": "✘", "timeout": "⏱", "missing": "–"}


def print_exercise(console: Console, result: ExerciseResult, language: str) -> None:
    """Print one exercise: its checks, what is wrong in each, and the diagnosis."""
    console.print(exercise_text(result, language))


def exercise_plain(result: ExerciseResult, language: str) -> str:
    """One exercise as plain text, for a pipe or a notebook that shows no HTML."""
    file = io.StringIO()
    print_exercise(Console(file=file, width=100, force_jupyter=False), result, language)
    return file.getvalue()


def exercise_text(result: ExerciseResult, language: str) -> RenderableType:
    """One exercise as something that rich can print."""
    head = Text()
    head.append(f"{_SIGN[result.status]} ", style=_STYLE[result.status])
    head.append(result.title.of(language), style="bold")
    head.append(f"  ({result.exercise})  ")
    head.append(f"{result.score}/{result.max_score} {say(language, 'points')}")
    parts: list[RenderableType] = [head]
    slip = slip_sentence(result.diagnosis, language)
    shared = "" if slip else shared_message(result.checks, result.exercise, language)
    if slip:
        parts.append(Padding(Text("➜ ").append(slip, style="bold"), (0, 0, 0, 2)))
    if shared:
        parts.append(Padding(Text(shared), (0, 0, 0, 2)))
    for check in result.checks:
        lines = [] if shared else details(check, result.exercise, language, result.diagnosis)
        parts.append(Padding(_check_text(check, lines, language), (0, 0, 0, 2)))
    diagnosis = _diagnosis_text(result, language)
    if diagnosis is not None:
        parts.append(Padding(diagnosis, (1, 0, 0, 2)))
    for note in result.notes:
        parts.append(Padding(Text(note_text(note, language)), (1, 0, 0, 2)))
    return Group(*parts)


def _check_text(check: CheckResult, lines: list[str], language: str) -> RenderableType:
    head = Text()
    head.append(f"{_SIGN[check.status]} ", style=_STYLE[check.status])
    head.append(check.label.of(language))
    visibility = say(language, "public" if check.public else "hidden")
    head.append(f"  {visibility}, {check.points}/{check.max_points}", style="dim")
    return Group(head, *(Padding(Text(line), (0, 0, 0, 4)) for line in lines))


def _diagnosis_text(result: ExerciseResult, language: str) -> Text | None:
    """The diagnosis, or that nothing explains the answers; None where nothing is wrong.

    A slip stands above the checks.
    """
    if result.diagnosis is not None and result.diagnosis.kind == "slip":
        return None
    text = Text("➜ ")
    if result.diagnosis is None:
        return text.append(say(language, "unexplained")) if result.signature else None
    hint = diagnosis_hint(result.diagnosis, language)
    text.append(say(language, "looks_like"))
    if language != "en":
        # Names are English: the sentence comes first, then the name as code.
        text.append("\n  ").append(hint, style="bold")
        return text.append(f" ({result.diagnosis.name})", style="dim")
    text.append(": ").append(diagnosis_title(result.diagnosis), style="italic")
    return text.append("\n  ").append(hint, style="bold")


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
            f"{record.score}/{record.max_score}",
            _about(record, language),
        )
    return table


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
        if exercise.diagnosis is not None:
            line.append(exercise.diagnosis.name.replace("_", " "), style="italic")
        else:
            line.append(status_name(exercise.status, language), style=_STYLE[exercise.status])
            line.append(f" ({_first_message(exercise)})")
        lines.append(line)
    if not lines:
        return Text(say(language, "passed_all"), style="green")
    return Text("\n").join(lines)


def _first_message(exercise: ExerciseRecord) -> str:
    messages = [check.message for check in exercise.checks if check.message]
    return visible(messages[0], longest=110) if messages else ""
