"""What nbgrader's own pages take from us: Markdown, with the pictures that lie beside a notebook."""

from __future__ import annotations

import json
import logging

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.limits import Limits
from autograder.nbgrader import feedback_exporter
from autograder.nbgrader.feedback_exporter import FeedbackPages, safe_markdown
from autograder.nbgrader.feedback_page import PageFacts
from autograder.nbgrader.page_worker import PAGES, PageRequest, PageSetup
from autograder.report.language import Language
from autograder.workers.worker_process import WorkerLostError, WorkerProcess
from tests.nbgrader.pages import faults
from tests.nbgrader.pictures import PNG, PNG_ADDRESS


@pytest.fixture
def shown(tmp_path):
    """Render a cell's Markdown, as a page of the formgrader does, beside some files."""
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "a.png").write_bytes(PNG)
    (tmp_path / "page.png").write_bytes(b"<script>alert(1)</script>")
    (tmp_path / "link.png").symlink_to(tmp_path / "figures" / "a.png")
    resources = {"metadata": {"path": str(tmp_path)}}

    def render(source: str, **cell: object) -> str:
        return safe_markdown({"cell": cell, "resources": resources}, source)

    return render


def test_a_picture_of_the_instructor_is_shown(shown):
    """It is in the page then; what only has the name of a picture is not."""
    html = shown("![](figures/a.png) ![](page.png) ![](link.png) ![](../x.png)")
    assert html.count(f'src="{PNG_ADDRESS}"') == html.count("<img") == 1


def test_an_attached_picture_is_shown(shown):
    """And a comment, which has no cell, is formatted too."""
    picture = PNG_ADDRESS.partition(",")[2]
    html = shown("![x](attachment:a.png)", attachments={"a.png": {"image/png": picture}})
    assert f'src="{PNG_ADDRESS}"' in html
    assert safe_markdown({}, "*x*") == "<p><em>x</em></p>\n"


def test_what_is_too_long_is_shown_as_text(shown):
    """Cut, and without markup."""
    html = shown("<b>" * 1_000_000)
    assert html.startswith("<pre>&lt;b&gt;&lt;b&gt;")
    assert len(html) < 200_000
    assert faults(html) == []


def test_a_page_ends_like_a_page():
    """Nbgrader names the file after it."""
    assert FeedbackPages().file_extension == ".html"


ABOUT = {"notebook": "basics", "score": 1, "max_score": 2, "late_penalty": 0}


class Lost:
    """A worker that is no more."""

    def ask(self, request):
        raise WorkerLostError("judging_time")


def test_a_page_whose_rendering_fails_is_shown_as_text(monkeypatch, caplog):
    """The others are made anew; this one has its points and its text all the same."""
    monkeypatch.setattr(feedback_exporter, "_worker", lambda *_: (Lost(), Language("en")))
    notebook = new_notebook(cells=[new_markdown_cell("a *text* <b>"), new_code_cell("return 1")])
    exporter = FeedbackPages()
    exporter.log = logging.getLogger("of a test")
    page, _ = exporter.from_notebook_node(notebook, {"nbgrader": ABOUT})
    assert "1 / 2 points" in page
    assert "<pre>a *text* &lt;b&gt;</pre>" in page
    assert "shown as text: judging_time" in caplog.text


@pytest.mark.sandbox
def test_a_page_is_rendered_in_a_worker():
    """In the course's own words, and whatever characters are in it."""
    setup = PageSetup("es", {"sentences": {"page_top": "Arriba"}})
    worker = WorkerProcess(PAGES, setup, Limits())
    cell = {"cell_type": "code", "source": "'\ud800'", "metadata": {"nbgrader": {"solution": True}}}
    try:
        html = worker.ask(PageRequest(json.dumps({"cells": [cell]}), PageFacts("t"), {})).html
    finally:
        worker.close()
    assert ">Arriba</a>" in html
