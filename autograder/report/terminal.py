"""Results on a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from autograder.grading.results import CheckResult, ExerciseResult
from autograder.report.command_words import command_text, points_text, typed
from autograder.report.details import details, printed_lines
from autograder.report.messages import (
    check_worth,
    note_text,
    score_text,
    wrong_throughout,
)

if TYPE_CHECKING:
    from rich.table import Table

    from autograder.report.diagnoses import Told

__all__ = [
    "STATUS_SIGNS",
    "STATUS_STYLES",
    "exercise_plain",
    "exercise_text",
    "print_exercise",
]

STATUS_STYLES = {
    "passed": "green",
    "partial": "yellow",
    "failed": "red",
    "error": "red",
    "timeout": "magenta",
    "missing": "dim",
}
STATUS_SIGNS = {
    "passed": "✔",
    "partial": "◐",
    "failed": "✘",
    "error": "✘",
    "timeout": "⏱",
    "missing": "–",
}


def print_exercise(
    console: Console,
    result: ExerciseResult,
    language: str,
    *,
    more: bool = False,
    worth: int | None = None,
    every: bool = True,
) -> None:
    """Print one exercise: what explains the wrong answers, its checks, what is wrong in each.

    Args:
        console: to print to.
        result: of the exercise.
        language: of the report.
        more: whether the diagnoses also say where to look.
        worth: the points of all checks of the exercise, where the result has the public ones alone.
        every: whether each check that failed is told in full, and not the first alone.
    """
    console.print(exercise_text(result, language, more=more, worth=worth, every=every))


def exercise_plain(result: ExerciseResult, language: str, *, width: int = 100) -> str:
    """One exercise as plain text, for a pipe or a notebook that shows no HTML."""
    file = io.StringIO()
    print_exercise(Console(file=file, width=width, force_jupyter=False), result, language)
    return file.getvalue()


def exercise_text(
    result: ExerciseResult,
    language: str,
    *,
    more: bool = False,
    worth: int | None = None,
    every: bool = True,
) -> RenderableType:
    """One exercise as something that rich can print; see `print_exercise`."""
    head = Text()
    head.append(f"{STATUS_SIGNS[result.status]} ", style=STATUS_STYLES[result.status])
    head.append(result.title.of(language), style="bold")
    head.append(f"  ({result.exercise})")
    parts: list[RenderableType] = [head]
    if worth is None:
        head.append(f"  {score_text(result, language)}")
    else:
        points = points_text(language, result.score, result.max_score, worth)
        parts.append(Padding(Text(points, style="dim"), (0, 0, 0, 2)))
    slip, shared = wrong_throughout(result, language)
    if slip:
        parts.append(Padding(Text("➜ ").append(slip, style="bold"), (0, 0, 0, 2)))
    if shared:
        parts.append(Padding(Text(shared), (0, 0, 0, 2)))
    diagnoses = _diagnoses_of(result, language, more=more)
    if diagnoses:
        parts.append(Padding(Group(*diagnoses), (0, 0, 1, 2)))
    in_full = [check for check in result.checks if check.finding is not None and not shared]
    rest = [] if every else in_full[1:]
    told = {id(check) for check in in_full[: len(in_full) - len(rest)]}
    # Where a slip says it all there is nothing more to see.
    left = [each for each in rest if _in_detail(each, result, language)]
    for check in result.checks:
        lines: list[str] = []
        if id(check) in told:
            lines = _in_detail(check, result, language)
        parts.append(Padding(_check_text(check, lines, language), (0, 0, 0, 2)))
    if left:
        command = typed("check", result.exercise, "--all")
        advice = command_text(language, "more_checks", count=len(left), command=command)
        parts.append(Padding(Text(advice, style="dim"), (0, 0, 0, 2)))
    for note in result.notes:
        parts.append(Padding(Text(note_text(note, language)), (1, 0, 0, 2)))
    return Group(*parts)


def _in_detail(check: CheckResult, result: ExerciseResult, language: str) -> list[str]:
    lines = details(check, result.exercise, language, result.diagnosis)
    return lines + printed_lines(check, language)


def _check_text(check: CheckResult, lines: list[str], language: str) -> RenderableType:
    head = Text()
    head.append(f"{STATUS_SIGNS[check.status]} ", style=STATUS_STYLES[check.status])
    head.append(check.label.of(language))
    head.append(f"  {check_worth(check, language)}", style="dim")
    return Group(head, *(Padding(Text(line), (0, 0, 0, 4)) for line in lines))


def _diagnoses_of(result: ExerciseResult, language: str, *, more: bool) -> list[RenderableType]:
    """What explains the answers, and what nothing explains; none where nothing is wrong."""
    if result.status == "passed":
        return []
    # What passed is told without the words for what is wrong.
    from autograder.report.diagnoses import explained  # noqa: PLC0415

    said = explained(result, language)
    parts: list[RenderableType] = []
    if said.first is not None:
        parts.append(_lead(said.first))
        parts.append(Padding(_hint(said.first, more=more), _INDENTED))
    if said.others:
        parts.append(Padding(Text(said.between), _INDENTED))
        parts.append(Padding(_list([_other(each, more=more) for each in said.others]), _INDENTED))
    if said.closing:
        closing = Text(" ".join(said.closing))
        parts.append(Padding(closing, _INDENTED) if parts else Text("➜ ").append(closing))
    return parts


_INDENTED = (0, 0, 0, 2)


def _lead(told: Told) -> Text:
    text = Text("➜ ").append(told.lead)
    return text.append(": ").append(told.title, style="italic") if told.title else text


def _hint(told: Told, *, more: bool) -> Text:
    text = Text(told.hint, style="bold")
    if told.name:
        # Names are English: the sentence comes first, then the name as code.
        text.append(f" ({told.name})", style="not bold dim")
    return text.append(f"\n{told.more}", style="not bold") if more and told.more else text


def _other(told: Told, *, more: bool) -> Text:
    text = Text(told.hint)
    if told.lead:
        text.append(f" ({told.lead})")
    return text.append(f" {told.more}") if more and told.more else text


def _list(texts: list[Text]) -> Table:
    from rich.table import Table  # noqa: PLC0415 - seldom used

    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for text in texts:
        table.add_row("-", text)
    return table
