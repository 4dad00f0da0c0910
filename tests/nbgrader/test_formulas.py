"""Formulas: as MathML, and as their TeX where they are not understood."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from autograder.nbgrader.formulas import LONGEST_FORMULA, formula_html
from autograder.nbgrader.markdown import markdown_html
from tests.nbgrader.pages import faults

SOURCE = Path(__file__).resolve().parents[2] / "source"


def test_every_formula_of_the_course_is_shown():
    """No statement of this course has TeX left in its page."""
    cells = [
        cell
        for path in sorted(SOURCE.glob("*/*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    pages = [markdown_html("".join(cell["source"])) for cell in cells]
    assert sum(page.count("<math") for page in pages) > 500
    for page in pages:
        assert 'class="tex"' not in page
        assert not re.search(
            r"\\[a-z]+|\$|\*\*", re.sub(r"<(pre|code).*?</\1>", "", page, flags=re.S)
        )


@pytest.mark.parametrize(
    ("tex", "mathml"),
    [
        (r"\frac{a}{b}", "<mfrac>"),
        (r"\arg\max_x f", "<mo>arg</mo>"),
        (r"\begin{aligned}a&=b\\c&=d\end{aligned}", "<mtable"),
        (r"\begin{equation}a\end{equation}", "<mi>a</mi>"),
        (r"\begin{cases}1&x>0\\0&\text{else}\end{cases}", "<mtext>else</mtext>"),
        (r"\text{a<b & c}", "<mtext>a&lt;b"),
        ("한글", "<mi>한</mi>"),
    ],
)
def test_what_is_understood(tex, mathml):
    """What notebooks of a course have in them."""
    assert mathml in formula_html(tex)


@pytest.mark.parametrize(
    "tex",
    [
        r"\unknown{x}",
        r"a & b",
        r"\frac",
        r"a_b_c",
        r"\newcommand{\a}{\b\b}\newcommand{\b}{\c\c}\a",
        r"\def\a{\a\a}\a",
        "{" * 1_000,
        r"\left(" * 300,
        "a^{" * 600,
        "x" * (LONGEST_FORMULA + 1),
    ],
)
def test_what_is_not_is_shown_as_it_is_written(tex):
    """Nothing is missing, and it takes no time."""
    begun = time.process_time()
    html = formula_html(tex, block=True)
    assert html.startswith('<code class="tex">$$')
    assert html.count("\\") == tex.count("\\")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:url(//a)}{x}",
        r"\hspace{99999em}x\kern-9999em y\rule{9999em}{9999em}",
        "</math><img src=x onerror=alert(1)>",
    ],
)
def test_nothing_in_a_formula_is_active(tex):
    """Nor does it cover the page."""
    html = markdown_html(f"${tex}$")
    assert faults(html) == []
    assert "999" not in re.sub("<code.*?</code>", "", html)
