"""What axe-core finds on the card, the table of a notebook and the pages of feedback: nothing."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from autograder.class_report.report_page import Titles, class_page
from autograder.collecting.roster import Roster, Student
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.exports.class_scores import ClassScores
from autograder.keys.outline import Outline, OutlinedExercise
from autograder.limits import Limits
from autograder.nbgrader.feedback_page import PageFacts, feedback_page
from autograder.notebook.summary_table import summary_html
from autograder.report.card import card_html
from autograder.report.html import exercise_html
from autograder.sandbox.outcome import Problem
from autograder.student.progress import Standing
from autograder.texts import Text
from tests.exports.results import record
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
    found["class"] = class_report(language)
    return found


def class_report(language: str) -> str:
    """The report of a class in which everything happens that it tells."""
    scores = ClassScores.of(
        [record(f"s{number}", (0, 4, 16)[number % 3]) for number in range(12)],
        Roster({"gone": Student("gone", name="김철수")}),
    )
    titles = Titles("t", {"basics": "b"}, {"double": "d"}, language)
    return class_page(scores, titles, None, {"basics": ["s1 (1 d 3 h)"]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_keeps_anybody_from_reading_it(request, language, tmp_path):
    """By all of axe-core's rules; in both themes, of which paper has one."""
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), {}
    with browsing(need_browser(request.config)) as page:
        for name, html in pages(language).items():
            path = Path(tmp_path, f"{name}.html")
            path.write_text(html, encoding="utf-8")
            page.goto(path.as_uri())
            for theme in ("dark", "light"):
                page.emulate_media(color_scheme=theme)
                result = axe.run(page)
                if result.violations_count:
                    found[name, theme] = [
                        (each["id"], each["nodes"][0]["html"])
                        for each in result.response["violations"]
                    ]
    assert found == {}


def background(page) -> str:
    """The colour of a page."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_a_page_is_dark_where_its_reader_has_it_dark_and_light_on_paper(request, tmp_path):
    """Feedback, and the report of a class."""
    with browsing(need_browser(request.config)) as page:
        for name in ("feedback-wrong", "class"):
            path = Path(tmp_path, f"{name}.html")
            path.write_text(pages("en")[name], encoding="utf-8")
            page.goto(path.as_uri())
            shown = {}
            for media in ("screen", "print"):
                for theme in ("light", "dark"):
                    page.emulate_media(media=media, color_scheme=theme)
                    shown[media, theme] = background(page)
            dark = shown.pop(("screen", "dark"))
            assert max(map(int, re.findall(r"\d+", dark)[:3])) < 64
            assert set(shown.values()) == {"rgb(255, 255, 255)"}
