"""The page that a student gets for one assignment: whole, and of bounded size."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from markupsafe import Markup

from autograder.collecting.submission import Submission
from autograder.exports.class_scores import Points
from autograder.feedback.by_hand import Earned
from autograder.feedback.next_steps import next_steps
from autograder.feedback.shown_code import code_html, exercise_pieces, failing_line
from autograder.feedback.student_text import about_lines
from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.nbgrader.feedback_page import render_page
from autograder.nbgrader.markdown import markdown_html, text_html
from autograder.nbgrader.safe_html import safe_html
from autograder.report.html import exercise_html, pictures
from autograder.report.messages import say

__all__ = ["LARGEST_STUDENT_PAGE", "student_page", "text_as_page"]

LARGEST_STUDENT_PAGE: Final = 300_000
"""Bytes of a page."""

_COLOURS: Final = 48
_FRAME: Final = 30_000
"""Bytes that are kept for what stands around the reports."""

_UNSEEN: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]"
)


def student_page(
    submission: Submission,
    result: SubmissionResult,
    title: str,
    language: str,
    points: Points | None = None,
) -> str:
    """Render the page of one submission.

    Args:
        submission: what was graded.
        result: of grading it.
        title: of the page.
        language: of the page.
        points: that the gradebook has, with what was given and written by hand; or None.

    Returns:
        A document of at most `LARGEST_STUDENT_PAGE` bytes that runs and loads nothing. Of hidden
        checks it says what `exercise_html` says: no input, no expected value.
    """
    room, earned = _Room(LARGEST_STUDENT_PAGE - _FRAME, language), Earned(result, points)
    by_hand = [room.part(_by_hand(earned, each, language)) for each in result.exercises]
    reports = [room.part(safe_html(exercise_html(each, language))) for each in result.exercises]
    codes = [room.part(_code(submission, each, language)) for each in result.exercises]
    drawn = [room.parts(_pictures(each, language)) for each in result.exercises]
    sections = [
        _section(each, "".join(parts), earned.text(each, language), language)
        for each, *parts in zip(result.exercises, by_hand, reports, codes, drawn, strict=True)
    ]
    steps = "".join(f"<li>{escape(each)}</li>" for each in next_steps(result, language))
    heading = say(language, "page_next")
    return render_page(
        earned.facts(title),
        language,
        [
            {
                "anchor": each.exercise,
                "title": each.title.of(language),
                "points": earned.text(each, language),
            }
            for each in result.exercises
        ],
        [
            _plain_section("", _about(result, language)),
            *sections,
            _plain_section(heading, f"<ul>{steps}</ul>"),
        ],
    )


def text_as_page(
    title: str, result: SubmissionResult, language: str, points: Points | None = None
) -> str:
    """The page whose rendering failed: the points, and that it failed."""
    facts = Earned(result, points).facts(title)
    body = f"<p>{escape(say(language, 'page_broken'))}</p>"
    return render_page(facts, language, [], [_plain_section("", body)])


class _Room:
    """How many bytes of a page are left."""

    def __init__(self, size: int, language: str) -> None:
        self._left = size
        self._full = f'<p class="left-out">{escape(say(language, "page_full"))}</p>'

    def part(self, html: str) -> str:
        """A part, or a sentence in its place where there is no room for it."""
        size = len(html.encode("utf-8", "replace"))
        if size > self._left:
            return self._full
        self._left -= size
        return html

    def parts(self, several: Iterator[str]) -> str:
        """As many of these as there is room for."""
        kept = []
        for html in several:
            kept.append(self.part(html))
            if kept[-1] == self._full:
                break
        return "".join(kept)


def _code(submission: Submission, result: ExerciseResult, language: str) -> str:
    stopped = failing_line(result)
    parts = []
    for piece in exercise_pieces(submission, result):
        line = stopped[1] if stopped is not None and stopped[0] == piece.number else None
        parts.append(code_html(_clean(piece.source), line, say(language, "page_stops")))
    if not parts:
        return ""
    summary = f"<summary>{escape(say(language, 'page_code'))}</summary>"
    is_open = "" if result.status == "passed" else " open"
    return f'<details{is_open}>{summary}<div class="source">{"".join(parts)}</div></details>'


def _clean(text: str) -> str:
    """A text without characters that cannot be seen or encoded."""
    return _UNSEEN.sub("\ufffd", text.encode("utf-8", "replace").decode("utf-8"))


def _pictures(result: ExerciseResult, language: str) -> Iterator[str]:
    if result.status == "missing":  # there is nothing of the student's in them
        return
    labels = [drawing.label.of(language) for drawing in result.drawings]
    for label, data in zip(labels, pictures(result, language, _COLOURS), strict=True):
        address = f"data:image/png;base64,{base64.b64encode(data).decode('ascii')}"
        yield f'<div class="output"><img src="{address}" alt="{escape(label)}"></div>'


def _about(result: SubmissionResult, language: str) -> str:
    lines = about_lines(result, language)
    return "".join(f'<p class="about">{escape(each)}</p>' for each in lines)


def _by_hand(earned: Earned, result: ExerciseResult, language: str) -> str:
    """What somebody gave and wrote by hand, before what was graded."""
    correction, comment = earned.correction(result, language), earned.comment(result)
    said = f'<p class="by-hand">{escape(correction)}</p>' if correction else ""
    if comment:
        heading = escape(say(language, "page_comment"))
        html = markdown_html(_clean(comment), {})
        written = text_html(comment) if html is None else html
        said += f'<p><strong>{heading}</strong></p><div class="written">{written}</div>'
    return said


def _section(result: ExerciseResult, body: str, points: str, language: str) -> dict[str, Any]:
    return {
        "heading": result.title.of(language),
        "anchor": result.exercise,
        "points": points,
        "body": Markup(body),  # noqa: S704 - each part of it is escaped or sanitised
    }


def _plain_section(heading: str, body: str) -> dict[str, Any]:
    safe = Markup(body)  # noqa: S704 - escaped
    return {"heading": heading, "anchor": "", "points": "", "body": safe}
