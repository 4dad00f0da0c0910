"""Results as HTML: in a student's notebook, and in the feedback that nbgrader makes.

Whatever comes from a submission is escaped; there is no script and no style sheet in it.
"""

from __future__ import annotations

from html import escape

from autograder.grading.results import CheckResult, ExerciseResult
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
from autograder.report.plots import draw

__all__ = ["exercise_html", "pictures"]

_CELL = "text-align:left;vertical-align:top;padding:4px 10px;border-top:1px solid #ccc"
_NARROW = f"{_CELL};white-space:nowrap"
_SIGN = {"passed": "✔", "failed": "✘", "error": "✘", "timeout": "⏱", "missing": "–", "partial": "◐"}


def exercise_html(result: ExerciseResult, language: str, note: str = "") -> str:
    """One exercise: its checks, what went wrong in each, and what it looks like.

    Args:
        result: what grading came to.
        language: `ko` or `en`.
        note: a closing sentence.

    Returns:
        A `div`.
    """
    points = say(language, "points")
    title = result.titles[language]
    head = (
        f"<p><strong>{_SIGN[result.status]} {escape(title)}</strong> "
        f"(<code>{escape(result.exercise)}</code>): "
        f"{result.score} / {result.max_score} {points}</p>"
    )
    rows = "".join(_row(check, result.exercise, language) for check in result.checks)
    table = f'<table style="border-collapse:collapse">{rows}</table>'
    closing = f"<p>{escape(note)}</p>" if note else ""
    return f'<div lang="{language}">{head}{table}{_diagnosis(result, language)}{closing}</div>'


def _row(check: CheckResult, function: str, language: str) -> str:
    visibility = say(language, "public" if check.public else "hidden")
    status = STATUS[language][check.status]
    return (
        f'<tr><td style="{_NARROW}">{_SIGN[check.status]} {escape(status)}</td>'
        f'<td style="{_CELL}">{escape(check.label(language))}{_details(check, function, language)}'
        f'</td><td style="{_NARROW}">{escape(visibility)}</td>'
        f'<td style="{_NARROW}">{check.points}/{check.max_points}</td></tr>'
    )


def _details(check: CheckResult, function: str, language: str) -> str:
    finding = check.finding
    if finding is None:
        return ""
    if not check.public or finding.difference is None:
        return f"<br>{escape(check_message(check, function, language))}"
    lines = [
        f"<code>{escape(call_text(function, finding))}</code>",
        escape(describe_difference(finding.difference, language)),
        f"{say(language, 'returned')}: <code>{escape(value_text(finding.outcome.output))}</code>",
        f"{say(language, 'expected')}: <code>{escape(value_text(finding.expected))}</code>",
    ]
    if finding.total > 1:
        lines.append(say(language, "cases_failed", failed=finding.failed, total=finding.total))
    if finding.outcome.printed:
        lines.append(f"<pre>{escape(finding.outcome.printed[:2000])}</pre>")
    return "".join(f"<br>{line}" for line in lines)


def _diagnosis(result: ExerciseResult, language: str) -> str:
    if result.diagnosis is None:
        return ""
    title, hint = diagnosis_title(result.diagnosis), diagnosis_hint(result.diagnosis, language)
    return (
        f"<p>➜ {say(language, 'looks_like')}: <em>{escape(title)}</em><br>"
        f"<strong>{escape(hint)}</strong></p>"
    )


def pictures(result: ExerciseResult, language: str) -> list[bytes]:
    """The drawings of an exercise, as PNG files."""
    return [draw(drawing, language) for drawing in result.drawings]
