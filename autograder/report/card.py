"""The card below a check cell: what is wrong first, then the first failing call, the rest folded.

Whatever comes from a submission is escaped; there is no script in it, and its colours are those of
the page, so that it is read on a light and on a dark one.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

import numpy as np

from autograder.compare import Difference, agrees
from autograder.grading.results import CheckResult, ExerciseResult, Finding
from autograder.report.details import details, told_apart
from autograder.report.html import check_rows, diagnoses_html, printed_html
from autograder.report.messages import (
    differing_part,
    note_text,
    say,
    shared_message,
    slip_sentence,
    was_called,
)
from autograder.report.terminal import STATUS_SIGNS

__all__ = ["card_html"]

_LINE: Final = "1px solid rgba(128,128,128,0.5)"
_CELL: Final = f"text-align:right;padding:1px 10px;border-top:{_LINE};font-family:monospace"
_MOST_ENTRIES: Final = 12


def card_html(result: ExerciseResult, language: str, note: str = "") -> str:
    """Render one exercise for the notebook in which it was checked.

    Args:
        result: of the exercise.
        language: of the report.
        note: what follows its title: its points.

    Returns:
        A `div`.
    """
    title = escape(result.title.of(language))
    name = f"<code>{escape(result.exercise)}</code>"
    head = f"<p><strong>{STATUS_SIGNS[result.status]} {title}</strong> ({name})"
    head += f"<br>{escape(note)}</p>" if note else "</p>"
    slip = slip_sentence(result.diagnosis, language)
    shared = "" if slip else shared_message(result.checks, result.exercise, language)
    reason = f"<p>➜ <strong>{escape(slip)}</strong></p>" if slip else ""
    reason += f"<p>{escape(shared)}</p>" if shared else ""
    failed = [check for check in result.checks if check.finding is not None]
    first = "" if shared or not failed else _first(result, failed[0], language)
    notes = "".join(f"<p>{escape(note_text(each, language))}</p>" for each in result.notes)
    body = f"{head}{reason}{diagnoses_html(result, language)}{first}{notes}"
    tag = language.replace("_", "-")
    style = "max-width:60em;overflow-x:auto"
    return f'<div lang="{tag}" style="{style}">{body}{_folded(result, language)}</div>'


def _first(result: ExerciseResult, check: CheckResult, language: str) -> str:
    """The first check that failed: the call, what is wrong, entry by entry, what was printed."""
    lines = details(check, result.exercise, language, result.diagnosis)
    if not lines:
        return ""
    label = f"<p>{STATUS_SIGNS[check.status]} <strong>{escape(check.label.of(language))}</strong>"
    finding = check.finding
    if finding is None or not check.public or not was_called(finding):
        return f"{label}<br>{'<br>'.join(map(escape, lines))}</p>"
    call, *rest = lines
    code = f'<pre style="white-space:pre-wrap">{escape(call)}</pre>'
    table = ""
    if finding.difference is not None:
        table = _entries(finding, finding.difference, language)
        if table:
            words = (say(language, "returned"), say(language, "expected"))
            rest = [line for line in rest if not line.startswith(words)]
    text = "<br>".join(map(escape, rest))
    return f"{label}</p>{code}<p>{text}</p>{table}{printed_html(check, language)}"


def _entries(finding: Finding, difference: Difference, language: str) -> str:
    """Returned and expected entries side by side, those that differ marked; none for other data."""
    _, output, expected = differing_part(finding, difference)
    rows = list(_rows(output, expected, difference))
    if not rows:
        return ""
    heads = [say(language, each) for each in ("place", "returned", "expected")]
    html = "".join(f'<th style="{_CELL}" scope="col">{escape(each)}</th>' for each in heads)
    table = f'<tr>{html}<td style="{_CELL}"></td></tr>'
    for index, mine, other, same in rows:
        mark = "" if same else "≠"
        shown = mine if same else f"<strong>{escape(mine)}</strong>"
        cells = (escape(index), shown if not same else escape(mine), escape(other), mark)
        table += "<tr>" + "".join(f'<td style="{_CELL}">{each}</td>' for each in cells) + "</tr>"
    left = np.size(expected) - len(rows)
    more = f"<p>{escape(say(language, 'entries_left', count=left))}</p>" if left > 0 else ""
    return f'<table style="border-collapse:collapse">{table}</table>{more}'


def _rows(
    output: Any, expected: Any, difference: Difference
) -> Iterator[tuple[str, str, str, bool]]:
    """Index, returned, expected, and whether they agree; of long arrays around what differs."""
    both = isinstance(output, np.ndarray) and isinstance(expected, np.ndarray)
    if not both or output.shape != expected.shape or not 0 < output.ndim <= 3:
        return
    places = list(np.ndindex(output.shape)) if output.size <= 10_000 else []
    wrong = [at for at in places if not agrees(output[at], expected[at])]
    worst = tuple(difference.numbers.get("index", ()))
    chosen = places if len(places) <= _MOST_ENTRIES else wrong[:_MOST_ENTRIES]
    if worst in places and worst not in chosen:
        chosen = [*chosen[: _MOST_ENTRIES - 1], worst]
    marked = {*wrong, worst} if worst else set(wrong)
    for at in chosen:
        mine, other = told_apart(output[at].item(), expected[at].item())
        yield ", ".join(map(str, at)), mine, other, at not in marked


def _folded(result: ExerciseResult, language: str) -> str:
    """All checks in a table, behind a fold."""
    passed = sum(check.finding is None for check in result.checks)
    summary = say(language, "all_checks", passed=passed, total=len(result.checks))
    rows = check_rows(result, language)
    table = f'<table style="border-collapse:collapse">{rows}</table>'
    return f"<details><summary>{escape(summary)}</summary>{table}</details>"
