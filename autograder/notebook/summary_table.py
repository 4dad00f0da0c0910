"""The table of a notebook's exercises, as HTML and as plain text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from rich.console import Console

from autograder.keys.outline import Outline
from autograder.report.command_words import command_text
from autograder.student.overview import STATE_SIGNS, overview, sum_text
from autograder.student.progress import Standing

__all__ = ["summary_html", "summary_plain"]

_CELL: Final = "text-align:left;padding:2px 12px;border-top:1px solid rgba(128,128,128,0.5)"
_NUMBER: Final = _CELL.replace("left", "right")
_WIDTH: Final = 100


def summary_plain(
    outline: Outline, standings: Sequence[Standing], changed: Sequence[str], language: str
) -> str:
    """The table as plain text, for a notebook that shows no HTML.

    Args:
        outline: of the assignment.
        standings: of its exercises, in order.
        changed: the exercises whose cells were changed after they were run.
        language: of the table.
    """
    file = io.StringIO()
    console = Console(file=file, width=_WIDTH, force_jupyter=False)
    console.print(overview([outline], standings, language))
    for line in _advice(outline, standings, changed, language):
        console.print(line, markup=False, highlight=False)
    return file.getvalue()


def summary_html(
    outline: Outline, standings: Sequence[Standing], changed: Sequence[str], language: str
) -> str:
    """The table as a `div` in the colours of the page; see `summary_plain`."""
    title = f"<p><strong>{outline.number}. {escape(outline.title.of(language))}</strong></p>"
    heads = "".join(
        f'<th scope="col" style="{style}">{escape(command_text(language, f"column_{name}"))}</th>'
        for name, style in (
            ("exercise", _CELL),
            ("state", _CELL),
            ("public", _NUMBER),
            ("worth", _NUMBER),
        )
    )
    rows = "".join(_row(each, language) for each in standings)
    table = f'<table style="border-collapse:collapse"><tr>{heads}</tr>{rows}</table>'
    text = f"<p>{escape(sum_text(standings, language))}</p>"
    text += "".join(
        f"<p>➜ <strong>{escape(line)}</strong></p>"
        for line in _advice(outline, standings, changed, language)
    )
    tag = language.replace("_", "-")
    return f'<div lang="{tag}" style="max-width:60em;overflow-x:auto">{title}{table}{text}</div>'


def _row(standing: Standing, language: str) -> str:
    exercise = standing.exercise
    name = f"{escape(exercise.title.of(language))} (<code>{escape(exercise.name)}</code>)"
    state = escape(command_text(language, f"state_{standing.state}"))
    return (
        f'<tr><td style="{_CELL}">{name}</td>'
        f'<td style="{_CELL};white-space:nowrap">{STATE_SIGNS[standing.state]} {state}</td>'
        f'<td style="{_NUMBER}">{standing.score}/{exercise.public}</td>'
        f'<td style="{_NUMBER}">{exercise.points}</td></tr>'
    )


def _advice(
    outline: Outline, standings: Sequence[Standing], changed: Sequence[str], language: str
) -> Iterator[str]:
    """What is out of date, and the first thing to do next."""
    if changed:
        yield command_text(language, "summary_changed", names=", ".join(changed))
    left = [each for each in standings if each.state != "passed"]
    if not left:
        file = f"{outline.assignment}.ipynb"
        yield command_text(language, "summary_done", file=file)
        return
    first = left[0]
    word = {"not_run": "summary_run", "untouched": "summary_begin"}.get(first.state, "summary_fix")
    yield command_text(language, word, name=first.exercise.name)
