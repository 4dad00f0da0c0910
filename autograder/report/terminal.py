"""Results on a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.grading.results import CheckResult, ExerciseResult, SubmissionResult
from autograder.report.messages import (
    STATUS,
    call_text,
    check_message,
    describe_difference,
    diagnosis_hint,
    diagnosis_title,
    say,
    value_text,
)

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
    """Print one exercise: its checks, what went wrong in each, and what it looks like."""
    console.print(exercise_text(result, language))


def exercise_plain(result: ExerciseResult, language: str) -> str:
    """One exercise as plain text, for a notebook that shows no HTML, or a pipe."""
    file = io.StringIO()
    print_exercise(Console(file=file, width=100), result, language)
    return file.getvalue()


def exercise_text(result: ExerciseResult, language: str) -> RenderableType:
    """One exercise as something that rich can print."""
    head = Text()
    head.append(f"{_SIGN[result.status]} ", style=_STYLE[result.status])
    head.append(result.titles[language], style="bold")
    head.append(f"  ({result.exercise})  ")
    head.append(f"{result.score}/{result.max_score} {say(language, 'points')}")
    parts: list[RenderableType] = [head]
    for check in result.checks:
        parts.append(Padding(_check_text(check, result.exercise, language), (0, 0, 0, 2)))
    if result.diagnosis is not None:
        parts.append(Padding(_diagnosis_text(result, language), (1, 0, 0, 2)))
    return Group(*parts)


def _check_text(check: CheckResult, function: str, language: str) -> Text:
    text = Text()
    text.append(f"{_SIGN[check.status]} ", style=_STYLE[check.status])
    text.append(check.label(language))
    visibility = say(language, "public" if check.public else "hidden")
    text.append(f"  {visibility}, {check.points}/{check.max_points}", style="dim")
    for line in _why(check, function, language):
        text.append(f"\n    {line}")
    return text


def _why(check: CheckResult, function: str, language: str) -> list[str]:
    finding = check.finding
    if finding is None:
        return []
    if not check.public or finding.difference is None:
        return [check_message(check, function, language)]
    lines = [
        call_text(function, finding.inputs),
        describe_difference(finding.difference, language),
        f"{say(language, 'returned')}: {value_text(finding.outcome.output)}",
        f"{say(language, 'expected')}: {value_text(finding.expected)}",
    ]
    if finding.total > 1:
        lines.append(say(language, "cases_failed", failed=finding.failed, total=finding.total))
    return lines


def _diagnosis_text(result: ExerciseResult, language: str) -> Text:
    assert result.diagnosis is not None  # noqa: S101 - asked by the caller
    text = Text("➜ ")
    text.append(f"{say(language, 'looks_like')}: ")
    text.append(diagnosis_title(result.diagnosis), style="italic")
    text.append("\n  ")
    text.append(diagnosis_hint(result.diagnosis, language), style="bold")
    return text


def results_table(results: Iterable[SubmissionResult], language: str) -> Table:
    """A class at a glance: a row for each submission, with its diagnoses."""
    table = Table(show_lines=False, pad_edge=False, box=None)
    table.add_column(say(language, "student"))
    table.add_column(say(language, "score"), justify="right", no_wrap=True)
    table.add_column(say(language, "diagnosis"), overflow="fold")
    for result in results:
        table.add_row(
            Text(result.student),
            f"{result.score}/{result.max_score}",
            diagnoses_text(result.exercises, language),
        )
    return table


def diagnoses_text(exercises: Sequence[ExerciseResult], language: str) -> Text:
    """What each exercise came to, in one or two lines."""
    text = Text()
    for exercise in exercises:
        if exercise.status == "passed":
            continue
        if text:
            text.append("\n")
        text.append(f"{exercise.exercise}: ")
        if exercise.diagnosis is not None:
            text.append(diagnosis_title(exercise.diagnosis), style="italic")
            continue
        text.append(STATUS[language][exercise.status], style=_STYLE[exercise.status])
        first = next(check for check in exercise.checks if check.finding is not None)
        problem = first.finding.problem if first.finding else None
        if problem is not None:
            text.append(f": {check_message(first, exercise.exercise, language)}"[:160])
    return text or Text(say(language, "passed_all"), style="green")
