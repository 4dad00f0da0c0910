"""The feedback page: whole in itself, of bounded size, and there whatever a notebook contains."""

from __future__ import annotations

import base64
import html
import time

import pytest

from autograder.nbgrader import feedback_page as rendering
from autograder.nbgrader.feedback_page import LARGEST_PAGE, PageFacts, feedback_page
from tests.nbgrader.page_vectors import HERE, aimed_at
from tests.nbgrader.pages import faults
from tests.nbgrader.pictures import PNG, PNG_ADDRESS

FACTS = PageFacts("basics", 7, 16, 1.5)


def page_of(*cells: dict, language: str = "en", **pictures: str) -> str:
    """The page of these cells."""
    return feedback_page({"cells": list(cells)}, FACTS, language, pictures)


def markdown(source: str, **others) -> dict:
    """A cell of Markdown."""
    return {"cell_type": "markdown", "metadata": {}, "source": source, **others}


def code(source: str, *outputs: dict, **about) -> dict:
    """A cell of code; what else is said goes into nbgrader's metadata."""
    metadata = {"nbgrader": about} if about else {}
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": list(outputs)}


def stream(text: str, name: str = "stdout") -> dict:
    """What a cell printed."""
    return {"output_type": "stream", "name": name, "text": text}


def data(**kinds: str) -> dict:
    """What a cell displayed."""
    return {
        "output_type": "display_data",
        "metadata": {},
        "data": {kind.replace("_", "/", 1): text for kind, text in kinds.items()},
    }


def everywhere(text: str) -> list[dict]:
    """A text wherever a notebook has room for it."""
    graded = code("check()", grade=True, grade_id="double", points=10, score=7, comment=text)
    graded["metadata"]["autograder"] = {"title": text}
    graded["outputs"] = [data(text_html=text), data(text_markdown=text, text_plain=text)]
    return [
        markdown(text),
        markdown("x", metadata={"nbgrader": {"solution": True, "grade": True, "comment": text}}),
        {"cell_type": "raw", "metadata": {"format": text}, "source": text},
        {"cell_type": text, "metadata": {}, "source": text},
        code(text, stream(text), stream(text, "stderr"), data(text_html=text)),
        code("1", data(**{"image_svg+xml": text, "text_latex": text, "text_plain": text})),
        code("2", data(application_javascript=text, text_plain="x"), data(image_png=text)),
        code("3", {"output_type": "error", "ename": text, "evalue": text, "traceback": [text]}),
        code("4", solution=True, grade_id=text, task=True, comment=text),
        graded,
    ]


@pytest.mark.parametrize("name", aimed_at(HERE))
def test_nothing_is_active_anywhere(name):
    """Whatever it is, in every place of a notebook, and in the title."""
    text = aimed_at(HERE)[name]
    page = feedback_page({"cells": everywhere(text)}, PageFacts(text), "en", {})
    assert faults(page, ours=True) == []


def test_an_honest_page():
    """Titles with points and their anchors, code, outputs, pictures, comments."""
    picture = base64.b64encode(PNG).decode()
    graded = code(
        "check()",
        data(text_html="<table><td style='padding:4px'>fine</table>"),
        data(image_png=picture),
    )
    graded["metadata"] = {
        "nbgrader": {"grade": True, "grade_id": "double", "points": 10.0, "score": 7.0},
        "autograder": {"title": "Twice the input"},
    }
    score = {"output_type": "execute_result", "data": {"text/plain": "7.00125"}}
    graded["outputs"].append(score)
    answer = code("return 2", solution=True, grade_id="double-answer", comment="Well *done*")
    page = page_of(
        markdown("# Basics\n\n$x^2$"), answer, graded, code("1", stream("printed\x1b[31m!"))
    )
    assert "<title>basics</title>" in page
    assert "7 / 16 points" in page
    assert "Late submission: -1.5 points" in page
    assert '<a href="#double">Twice the input</a>: 7 / 10 points' in page
    assert 'id="double"' in page
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in page
    assert '<td style="padding:4px">fine</td>' in page
    assert f'<img src="data:image/png;base64,{picture}" alt="">' in page
    assert "Well <em>done</em>" in page
    assert "printed!" in page
    assert "7.00125" not in page
    assert "corrected" not in page
    assert faults(page, ours=True) == []


@pytest.mark.parametrize(
    ("record", "points", "score", "said"),
    [
        ({"score": 0, "max_score": 10}, 10, 7.0, "they were 0, and 7 count"),
        ({"score": 12, "max_score": 10}, 10, 12.0, None),
        ({"score": 3, "max_score": 10}, 5, 1.5, None),
        ({"score": 3, "max_score": 10}, 5, 0, "they were 1.5, and 0 count"),
        ({}, 10, 7.5, "they were 3, and 7.5 count"),
        ({}, 10, 3, None),
        ({"score": "<b>", "max_score": [1]}, 10, 3, None),
        (["no", "record"], 10, 3, None),
    ],
)
def test_points_that_are_not_those_of_the_report_are_explained(record, points, score, said):
    """As where somebody corrected them by hand."""
    last = {"output_type": "execute_result", "data": {"text/plain": "3.0"}}
    cell = code("check()", last, grade=True, grade_id="double", points=points, score=score)
    cell["metadata"]["autograder"] = record
    page = page_of(cell)
    assert ("corrected by hand" in page) is (said is not None)
    assert said is None or said in page
    corrected = page_of({**cell, "source": ""}, language="ko")
    assert ("고쳤습니다" in corrected) is (said is not None)


@pytest.mark.parametrize(("text", "is_shown"), [("0.28125", False), ("'so far'", True)])
def test_the_number_that_is_the_score_of_a_test_is_told_once(text, is_shown):
    """By its points; another last value, and that of any other cell, is shown as it is."""
    last = {"output_type": "execute_result", "data": {"text/plain": text}}
    test = code("f(1)", stream("printed"), last, grade=True, grade_id="t", score=0.28, points=1)
    page = page_of(test)
    assert ("<pre>" + html.escape(text) in page) is is_shown
    assert "printed" in page
    assert html.escape(text) in page_of(code("f(1)", last))


def test_the_pages_own_words_are_in_the_language():
    """As its reports are."""
    page = page_of(code("1", solution=True, grade_id="a"), language="ko")
    assert '<html lang="ko">' in page
    assert "7 / 16점" in page
    assert "제출한 답" in page


def test_pictures_of_the_instructor_are_in_the_page():
    """By their relative addresses; others are not fetched."""
    page = page_of(markdown("![x](figure.png) ![y](other.png)"), **{"figure.png": PNG_ADDRESS})
    assert page.count("<img") == 1


LONG = {
    "prints": [code("1", stream("x" * 10_000_000))],
    "prints in lines": [code("1", stream("x\n" * 5_000_000))],
    "many outputs": [code("1", *[stream("<" * 20_000)] * 200)],
    "many cells": [code("x = '" + "x" * 5_000 + "'")] * 20_000,
    "empty cells": [code("")] * 100_000,
    "many texts": [markdown("a *b* " * 3_300)] * 300,
    "a long text": [markdown("&" * 9_000_000)],
    "a long source": [code("f(" * 4_000_000)],
    "pictures": [code("1", data(image_png=base64.b64encode(PNG + bytes(900_000)).decode()))] * 20,
    "a large picture": [
        code("1", data(image_png=base64.b64encode(PNG + bytes(9_000_000)).decode()))
    ],
    "attachments": [
        markdown(
            "![x](attachment:a)" * 900,
            attachments={"a": {"image/png": base64.b64encode(PNG + bytes(500_000)).decode()}},
        )
    ]
    * 5,
    "a report of boxes": [code("1", data(text_html="<div>" * 70_000))],
    "a long report": [code("1", data(text_html="<p>" * 700_000))],
    "an error": [code("1", {"output_type": "error", "traceback": ["x" * 9_000_000]})],
}


@pytest.mark.parametrize("name", LONG)
def test_a_page_has_a_size(name):
    """Two megabytes at most, made in a moment; what was graded is shown all the same."""
    graded = code("check()", data(text_html="<p>the report</p>"), grade=True, grade_id="double")
    begun = time.process_time()
    page = page_of(*LONG[name][:200], graded, *LONG[name][200:], language="ko")
    assert len(page.encode()) <= LARGEST_PAGE
    assert time.process_time() - begun < 20
    assert "the report" in page
    assert "left-out" in page.partition("</head>")[2]
    assert page.rstrip().endswith("</html>")


def test_a_cell_that_cannot_be_rendered_is_shown_as_text(monkeypatch):
    """Whatever goes wrong with it: the page comes, and the others are as they were."""

    def broken(source):
        raise RecursionError(source)

    monkeypatch.setattr(rendering, "code_html", broken)
    page = page_of(code("<b>one</b>"), markdown("*two*"))
    assert "<pre>&lt;b&gt;one&lt;/b&gt;</pre>" in page
    assert "<em>two</em>" in page


@pytest.mark.parametrize(
    "cell",
    [
        {},
        {"cell_type": "code", "source": 3, "outputs": 3, "metadata": {}},
        {"cell_type": "code", "source": "", "outputs": [{}], "metadata": {"nbgrader": []}},
        {"cell_type": "code", "source": "", "outputs": [{"data": {"text/html": 3}}]},
        {"cell_type": "markdown", "source": "x", "attachments": {"a": 3}},
        {"cell_type": "markdown", "source": "\ud800\x00\x1b[2J\u202ex"},
        {"cell_type": "markdown", "source": "&#8238;x &#x9b;"},
    ],
)
def test_a_page_comes_of_whatever_there_is(cell):
    """Also of cells that no notebook has."""
    page = page_of({"metadata": {}, **cell}, markdown("*two*"))
    assert "<em>two</em>" in page.encode("utf-8").decode()
    assert not set("\x00\x1b\x9b\u202e") & set(page)
