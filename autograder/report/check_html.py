"""What is wrong in one check, as HTML: the call, the difference, the entries, what was printed.

Whatever comes from a submission is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

import numpy as np

from autograder.compare import Difference, agrees
from autograder.grading.results import CheckResult, ExerciseResult, Finding
from autograder.report.details import details, told_apart
from autograder.report.messages import differing_part, say, visible, was_called

__all__ = ["check_html", "printed_html"]

_LINE: Final = "1px solid #80808080"
_CELL: Final = f"text-align:right;padding:1px 10px;border-top:{_LINE};font-family:monospace"
_MOST_ENTRIES: Final = 12


def check_html(check: CheckResult, result: ExerciseResult, language: str) -> str:
    """Render why a check failed; empty where there is nothing to say.

    Args:
        check: of the exercise.
        result: of the exercise.
        language: of the report.
    """
    lines = details(check, result.exercise, language, result.diagnosis)
    finding = check.finding
    if finding is None or not lines:
        return printed_html(check, language)
    if not check.public or not was_called(finding):
        return f"<br>{_lines(lines)}{printed_html(check, language)}"
    call, *rest = lines
    # What nbconvert makes of a notebook gives `pre` the font of the text around it.
    code = f'<pre style="white-space:pre-wrap;font-family:monospace">{escape(call)}</pre>'
    table = ""
    if finding.difference is not None:
        table = _entries(finding, finding.difference, language)
        if table:
            words = (say(language, "returned"), say(language, "expected"))
            rest = [line for line in rest if not line.startswith(words)]
    return f"{code}<p>{_lines(rest)}</p>{table}{printed_html(check, language)}"


def _lines(lines: list[str]) -> str:
    return "<br>".join(map(escape, lines))


def printed_html(check: CheckResult, language: str) -> str:
    """What was printed in the failing case of a public check.

    Args:
        check: of an exercise.
        language: of the report.
    """
    if check.finding is None or not check.public or not check.finding.outcome.printed:
        return ""
    printed = visible(check.finding.outcome.printed, lines=True, longest=2000)
    return f"<p>{escape(say(language, 'printed'))}</p><pre>{escape(printed)}</pre>"


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
