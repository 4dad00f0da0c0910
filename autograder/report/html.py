"""Results as HTML, for a student's notebook and for nbgrader's feedback.

Whatever comes from a submission is escaped; there is no script and no style sheet in it.
"""

from __future__ import annotations

from html import escape

from autograder.grading.results import CheckResult, ExerciseResult
from autograder.report.check_html import check_html, printed_html
from autograder.report.diagnoses import Told, explained
from autograder.report.messages import (
    note_text,
    say,
    score_text,
    status_name,
    wrong_throughout,
)
from autograder.report.plots import draw

__all__ = ["check_rows", "diagnoses_html", "exercise_html", "pictures", "reason_html"]

_CELL = "text-align:left;vertical-align:top;padding:4px 10px;border-top:1px solid #80808080"
_NARROW = f"{_CELL};white-space:nowrap"
_SIGN = {"passed": "✔", "failed": "✘", "error": "✘", "timeout": "⏱", "missing": "–", "partial": "◐"}


def exercise_html(result: ExerciseResult, language: str, note: str = "") -> str:
    """Render one exercise: its checks, what is wrong in each, and the diagnoses.

    Args:
        result: of the exercise.
        language: of the report.
        note: a closing sentence.

    Returns:
        A `div`.
    """
    title = result.title.of(language)
    head = (
        f"<p><strong>{_SIGN[result.status]} {escape(title)}</strong> "
        f"(<code>{escape(result.exercise)}</code>): "
        f"{score_text(result, language, ' / ')}</p>"
    )
    slip, shared = wrong_throughout(result, language)
    table = f'<table style="border-collapse:collapse">{check_rows(result, language)}</table>'
    notes = [*(note_text(each, language) for each in result.notes), *([note] if note else [])]
    closing = "".join(f"<p>{escape(each)}</p>" for each in notes)
    reason = reason_html(slip, shared)
    tag = language.replace("_", "-")
    return (
        f'<div lang="{tag}">{head}{reason}{diagnoses_html(result, language)}{table}{closing}</div>'
    )


def reason_html(slip: str, shared: str) -> str:
    """What is wrong outside of the checks; see `wrong_throughout`."""
    reason = f"<p>➜ <strong>{escape(slip)}</strong></p>" if slip else ""
    return reason + (f"<p>{escape(shared)}</p>" if shared else "")


def check_rows(result: ExerciseResult, language: str) -> str:
    """A row for each check, with what is wrong in it."""
    _, shared = wrong_throughout(result, language)
    rows = []
    for check in result.checks:
        why = printed_html(check, language) if shared else check_html(check, result, language)
        rows.append(_row(check, why, language))
    return "".join(rows)


def _row(check: CheckResult, why: str, language: str) -> str:
    visibility = say(language, "public" if check.public else "hidden")
    visibility += f", {say(language, 'extra')}" if check.extra else ""
    status = status_name(check.status, language)
    return (
        f'<tr><td style="{_NARROW}">{_SIGN[check.status]} {escape(status)}</td>'
        f'<td style="{_CELL}"><strong>{escape(check.label.of(language))}</strong>{why}</td>'
        f'<td style="{_NARROW}">{escape(visibility)}</td>'
        f'<td style="{_NARROW}">{check.points}/{check.max_points}</td></tr>'
    )


def diagnoses_html(result: ExerciseResult, language: str) -> str:
    """What explains the answers, and what nothing explains; empty where nothing is wrong."""
    said = explained(result, language)
    html = _first(said.first, language) if said.first is not None else ""
    if said.others:
        others = "".join(f"<li>{_other(each, language)}</li>" for each in said.others)
        html += f"<p>{escape(said.between)}</p><ul>{others}</ul>"
    closing = escape(" ".join(said.closing))
    if closing:
        html += f"<p>{closing}</p>" if html else f"<p>➜ {closing}</p>"
    return html


def _first(told: Told, language: str) -> str:
    title = f": <em>{escape(told.title)}</em>" if told.title else ""
    # Names are English: the sentence comes first, then the name as code.
    name = f" <code>{escape(told.name)}</code>" if told.name else ""
    hint = f"<strong>{escape(told.hint)}</strong>{name}"
    return f"<p>➜ {escape(told.lead)}{title}<br>{hint}</p>{_more(told, language)}"


def _other(told: Told, language: str) -> str:
    where = f" ({escape(told.lead)})" if told.lead else ""
    return f"{escape(told.hint)}{where}{_more(told, language)}"


def _more(told: Told, language: str) -> str:
    if not told.more:
        return ""
    summary = f"<summary>{escape(say(language, 'more'))}</summary>"
    return f"<details>{summary}{escape(told.more)}</details>"


def pictures(result: ExerciseResult, language: str, colours: int | None = None) -> list[bytes]:
    """The drawings of an exercise, as PNG files; see `draw`."""
    return [draw(drawing, language, colours) for drawing in result.drawings]
