"""Markdown on nbgrader's pages: what teaches is shown, and nothing in it does anything."""

from __future__ import annotations

import pytest

from autograder.nbgrader.safe_pages import HideHiddenTests, markdown_without_scripts
from tests.nbgrader.handed_in import SCRIPTS
from tests.nbgrader.pages import active_parts

PICTURE = "data:image/png;base64,aGk="


def shown(source: str, **cell: object) -> str:
    """A markdown cell as HTML."""
    return markdown_without_scripts({"cell": cell}, source)


@pytest.mark.parametrize("source", SCRIPTS)
def test_nothing_is_active(source):
    """Whatever the way in: a tag, an attribute, an address, a fence, a formula."""
    assert +active_parts(shown(source)) == {}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "&#106;avascript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "&#100;ata:text/html,x",
        "data:image/svg+xml;base64,aGk=",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize(
    "link", ["[x](<{}>)", "<a href='{}'>x</a>", "![x](<{}>)", "<img src='{}'>"]
)
def test_no_address_leads_to_a_script(link, address):
    """However it is spelt, and whatever reads it."""
    assert +active_parts(shown(link.format(address))) == {}


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("# Title", "<h1>Title</h1>"),
        ("**bold** and `code`", "<strong>bold</strong> and <code>code</code>"),
        ("$a < b$ and $$c$$", "$a &lt; b$ and $$c$$"),
        ("[x](https://example.org)", '<a href="https://example.org">x</a>'),
        ("[x](#below)", '<a href="#below">x</a>'),
        ("![x](picture.png)", 'src="picture.png"'),
        (f"![x]({PICTURE})", f'src="{PICTURE}"'),
        ("![x](attachment:a.png)", f'src="{PICTURE}"'),
        ("| a |\n|---|\n| b |", "<td>b</td>"),
        ("```python\nreturn 1\n```", '<span class="k">return</span>'),
        ("<details><summary>English</summary>\n\n*text*\n\n</details>", "<em>text</em>"),
        (
            "<details><summary>English</summary>\n\n*text*\n\n</details>",
            "<summary>English</summary>",
        ),
        ("x<sub>1</sub>", "x<sub>1</sub>"),
        ("- one\n- two", "<li>two</li>"),
    ],
)
def test_what_teaches_is_shown(source, html):
    """Headings, formulas, tables, code, folds, links and pictures."""
    assert html in shown(source, attachments={"a.png": {"image/png": "aGk="}})


def test_a_missing_attachment_fails_nobody(recwarn):
    """The text is shown as it is."""
    assert shown("![x](attachment:no.png) <b>") == "<pre>![x](attachment:no.png) &lt;b&gt;</pre>"


def test_what_is_not_allowed_is_shown_as_text():
    """A student sees what became of it."""
    assert shown("<script>x</script>").strip() == "&lt;script&gt;x&lt;/script&gt;"


def test_the_visible_part_of_a_test():
    """What was released: without the regions, and without their marks."""
    source = "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc\n# BEGIN HIDDEN TESTS\nd"
    assert HideHiddenTests().visible(source) == "a\nc"
