"""What nbgrader's own pages take from us: Markdown, with the pictures that lie beside a notebook."""

from __future__ import annotations

import pytest

from autograder.nbgrader.feedback_exporter import FeedbackPages, safe_markdown
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
