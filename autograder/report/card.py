"""The card below a check cell: what is wrong first, then the first failing call, the rest folded.

Whatever comes from a submission is escaped; there is no script in it, and its colours are those of
the page, so that it is read on a light and on a dark one.
"""

from __future__ import annotations

from html import escape

from autograder.grading.results import CheckResult, ExerciseResult
from autograder.report.check_html import check_html
from autograder.report.html import check_rows, diagnoses_html, reason_html
from autograder.report.messages import note_text, say, wrong_throughout
from autograder.report.terminal import STATUS_SIGNS

__all__ = ["card_html"]


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
    slip, shared = wrong_throughout(result, language)
    reason = reason_html(slip, shared)
    failed = [check for check in result.checks if check.finding is not None]
    first = "" if shared or not failed else _first(result, failed[0], language)
    notes = "".join(f"<p>{escape(note_text(each, language))}</p>" for each in result.notes)
    body = f"{head}{reason}{diagnoses_html(result, language)}{first}{notes}"
    tag = language.replace("_", "-")
    style = "max-width:60em;overflow-x:auto"
    return f'<div lang="{tag}" style="{style}">{body}{_folded(result, language)}</div>'


def _first(result: ExerciseResult, check: CheckResult, language: str) -> str:
    """The first check that failed, and why."""
    why = check_html(check, result, language)
    if not why:
        return ""
    label = escape(check.label.of(language))
    return f"<div>{STATUS_SIGNS[check.status]} <strong>{label}</strong>{why}</div>"


def _folded(result: ExerciseResult, language: str) -> str:
    """All checks in a table, behind a fold."""
    passed = sum(check.finding is None for check in result.checks)
    summary = say(language, "all_checks", passed=passed, total=len(result.checks))
    rows = check_rows(result, language)
    table = f'<table style="border-collapse:collapse">{rows}</table>'
    return f"<details><summary>{escape(summary)}</summary>{table}</details>"
