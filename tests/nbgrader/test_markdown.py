"""Markdown on nbgrader's pages: what teaches is shown, and nothing in it does anything."""

from __future__ import annotations

import time

import pytest

from autograder.nbgrader.markdown import LONGEST_MARKDOWN, markdown_html
from autograder.nbgrader.safe_html import data_address
from tests.nbgrader.handed_in import SCRIPTS
from tests.nbgrader.page_vectors import HERE, VECTORS, aimed_at
from tests.nbgrader.pages import careless_html, faults
from tests.nbgrader.pictures import PNG, PNG_ADDRESS

AIMED = aimed_at(HERE)
QUIET = {
    # Text in every renderer's hands.
    *("fence", "fence of HTML", "code"),
    # Active only where MathJax makes a formula of it, or where a browser reads a comment.
    *("formula with markup", "formula with a link in TeX", "formula with a style in TeX"),
    *("formula that ends", "hidden in a comment"),
}


@pytest.mark.parametrize("name", VECTORS)
def test_nothing_is_active(name):
    """Whatever the way in: a tag, an attribute, an address, a fence, a formula."""
    html = markdown_html(AIMED[name])
    assert html is not None
    assert faults(html) == []


@pytest.mark.parametrize("source", SCRIPTS)
def test_no_script_of_a_class_is_active(source):
    """Those that a whole class is graded with."""
    assert faults(markdown_html(source)) == []


def test_the_vectors_are_some():
    """A renderer that trusts its source makes an active page of each of them."""
    assert len(VECTORS) >= 60
    quiet = {name for name, source in AIMED.items() if not faults(careless_html(source))}
    assert quiet == QUIET


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
        "https://example.org",
        "//example.org",
        "/logout",
        "page.html",
    ],
)
@pytest.mark.parametrize(
    "link", ["[x](<{}>)", "<a href='{}'>x</a>", "![x](<{}>)", "<img src='{}'>"]
)
def test_no_address_leads_away(link, address):
    """However it is spelt, and whatever reads it."""
    assert faults(markdown_html(link.format(address))) == []


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("# Title", "<h1>Title</h1>"),
        ("**bold** and `code`", "<strong>bold</strong> and <code>code</code>"),
        ("**굵게.**그리고", "<p>"),
        ("$a < b$이다", "<mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>이다"),
        ("$$\na_1 _ b\n\n- c\n$$", '<code class="tex">$$\na_1 _ b\n\n- c\n$$</code>'),
        ("$$\nx\n$$", '<math display="block"><mrow><mi>x</mi></mrow></math>'),
        ("> $$\n> x\n> $$", '<blockquote>\n<math display="block">'),
        (r"\begin{align}a&=b\\c&=d\end{align}", "<mtr><mtd"),
        ("a \\$5 and 6$", "<p>a $5 and 6$</p>"),
        ("$\\frac12$ _x_", "<mfrac><mn>1</mn><mn>2</mn></mfrac></mrow></math> <em>x</em>"),
        ("[x](https://example.org)", '<span class="address">(https://example.org)</span>'),
        ("<https://example.org>", "<p><a>https://example.org</a></p>"),
        ("[x](#below)", '<a href="#below">x</a>'),
        (f"![x]({PNG_ADDRESS})", f'<img src="{PNG_ADDRESS}" alt="x">'),
        (f"<img src='{PNG_ADDRESS}' width=30>", f'<img src="{PNG_ADDRESS}" width="30">'),
        ("![x](attachment:a%20b.png)", f'<img src="{PNG_ADDRESS}" alt="x">'),
        ("![x](figures/c.png)", f'<img src="{PNG_ADDRESS}" alt="x">'),
        ("![the *curve*](no.png)", 'the curve <span class="address">(no.png)</span>'),
        ("| a |\n|:--|\n| b |", '<td style="text-align:left">b</td>'),
        ("```python\nreturn 1\n```", '<span class="k">return</span>'),
        ("<details><summary>English</summary>\n\n*text*\n\n</details>", "<em>text</em>"),
        (
            "<details><summary>English</summary>\n\n*text*\n\n</details>",
            "<summary>English</summary>",
        ),
        ("x<sub>1</sub>", "x<sub>1</sub>"),
        ("- one\n- two", "<li>two</li>"),
        ("List<int>", "List&lt;int&gt;"),
    ],
)
def test_what_teaches_is_shown(source, html):
    """Headings, formulas, tables, code, folds, pictures, and the address of what is elsewhere."""
    pictures = {"attachment:a b.png": PNG_ADDRESS, "figures/c.png": PNG_ADDRESS}
    assert html in markdown_html(source, pictures)


def test_what_is_not_allowed_is_shown_as_text():
    """A student sees what became of it."""
    assert "&lt;script&gt;x&lt;/script&gt;" in markdown_html("<script>x</script>")
    assert "a &lt;blink&gt;b" in markdown_html("a <blink>b")


COSTLY = {
    "spaces": "a" + " " * 1_000_000 + "b",
    "bold": "<b>" * 300_000,
    "divisions": "<div>" * 200_000,
    "tables": "<table><b>" * 100_000,
    "environments": r"\begin{a}" * 100_000,
    "bold with names": "".join(f"<p><b title={number}>" for number in range(50_000)),
    "brackets": "[" * 1_000_000,
    "cells": "|a" * 50_000 + "\n" + "|-" * 50_000 + "\n" + "|b\n" * 50_000,
    "backquotes": "".join("a" + "`" * number for number in range(1_500)),
    "stars": "*a _b " * 100_000,
    "quotes": "> " * 500_000,
    "formulas": "$a" * 300_000,
    "lists": "".join("  " * number + "- a\n" for number in range(1_000)),
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_costs_too_much_is_not_rendered(name):
    """However long it is: at once."""
    begun = time.process_time()
    assert markdown_html(COSTLY[name]) is None
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("name", ["bold with names", "cells", "environments"])
def test_as_much_as_is_rendered_costs_little(name):
    """The same, so long that it is just rendered: its page is not long either."""
    html = markdown_html(COSTLY[name][: LONGEST_MARKDOWN - 1]) or ""
    assert len(html) < 2_000_000


def test_pictures_need_no_parsing():
    """They are long, and count as nothing; what is there a thousand times is shown some times."""
    large = data_address(PNG + bytes(600_000))
    assert len(large) > LONGEST_MARKDOWN
    html = markdown_html(f"![x]({large})")
    assert html.count(large) == 1
    many = markdown_html("![x][p]" * 500 + f"\n\n[p]: {large}\n")
    assert 1 <= many.count(large) < 3
