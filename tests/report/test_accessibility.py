"""What axe-core finds on the card, the table of a notebook and the pages of feedback: nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.keys.outline import Outline, OutlinedExercise
from autograder.limits import Limits
from autograder.nbgrader.feedback_page import PageFacts, feedback_page
from autograder.notebook.summary_table import summary_html
from autograder.report.card import card_html
from autograder.report.html import exercise_html
from autograder.sandbox.outcome import Problem
from autograder.student.progress import Standing
from autograder.texts import Text
from tests.feedback.test_student_page import STOPPED, page_of
from tests.nbgrader.browser import browsing, need_browser
from tests.nbgrader.pictures import PNG
from tests.nbgrader.test_feedback_page import code, data, markdown, stream
from tests.report.results import LANGUAGES, broken, check, exercise, wrong

pytestmark = [pytest.mark.browser, pytest.mark.proof]

HINT = Diagnosis("values", "mistake", "squares_it", hint=Text(ko="왜 제곱인가요?", en="Why?"))
WRONG = exercise(
    check(),
    wrong(np.array([1.0, 4.0, 9.0]), np.array([1.0, 2.0, 3.0])),
    broken(Problem("raised", "ValueError", "no"), printed="look\n"),
    diagnosis=HINT,
    status="partial",
)


def in_a_page(html: str, language: str, dark: bool) -> str:
    """A card in a page such as a notebook is."""
    colours = "background:#111;color:#eee" if dark else "background:#fff;color:#111"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><title>t</title></head>'
        f'<body style="{colours}"><main><h1>t</h1>{html}</main></body></html>'
    )


def table(language: str) -> str:
    """The last cell's table."""
    listed = [
        OutlinedExercise(
            name=name, title=Text(ko="두 배", en="Double"), points=9, public=3, stub=""
        )
        for name in ("double", "triple")
    ]
    outline = Outline(
        course=Text(ko="강의", en="Course"),
        languages=["ko", "en"],
        limits=Limits(),
        number=1,
        assignment="basics",
        title=Text(ko="기초", en="Basics"),
        exercises=listed,
    )
    standings = [Standing(listed[0], "passed", 3), Standing(listed[1], "not_run", 0)]
    return summary_html(outline, standings, ["triple"], language)


def pages(language: str) -> dict[str, str]:
    """All that is looked at, by name."""
    right = exercise(check(), status="passed")
    cards = {"wrong": WRONG, "right": right, "missing": exercise(check(), status="missing")}
    found = {
        f"card-{name}-{'dark' if dark else 'light'}": in_a_page(
            card_html(each, language, "note"), language, dark
        )
        for name, each in cards.items()
        for dark in (False, True)
    }
    found["table"] = in_a_page(table(language), language, False)
    found["feedback-wrong"] = page_of(WRONG, exercise(broken(STOPPED)), language=language)
    found["feedback-right"] = page_of(right, language=language)
    graded = code("check()", grade=True, grade_id="double", points=10, score=7, comment="Well.")
    graded["outputs"] = [data(text_html=exercise_html(WRONG, language))]
    cells = [
        markdown("# One\n\n$x^2$\n\n- a\n- b"),
        code("1", stream("out"), stream("err", "stderr")),
    ]
    cells += [graded, code("2", data(image_png=PNG))]
    found["nbgrader"] = feedback_page({"cells": cells}, PageFacts("t", 7, 16, 1.5), language, {})
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_keeps_anybody_from_reading_it(request, language, tmp_path):
    """By all of axe-core's rules; in both themes."""
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), {}
    with browsing(need_browser(request.config)) as page:
        for name, html in pages(language).items():
            path = Path(tmp_path, f"{name}.html")
            path.write_text(html, encoding="utf-8")
            page.goto(path.as_uri())
            result = axe.run(page)
            if result.violations_count:
                found[name] = [
                    (each["id"], each["nodes"][0]["html"]) for each in result.response["violations"]
                ]
    assert found == {}
