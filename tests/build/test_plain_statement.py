"""The text above a stub is read without LaTeX, and without marks of emphasis."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.build.plain_formulas import plain_formula
from autograder.build.plain_statement import plain_statement

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"w \leftarrow w - \eta\,g", "w ← w - η g"),
        (r"w=1-0.1\cdot 2", "w = 1 - 0.1·2"),
        (r"\frac{2}{n}\,X^\top (Xw - y)", "(2/n) Xᵀ (Xw - y)"),
        (r"\frac{a+b}{c d}", "(a + b)/(c d)"),
        (r"\hat m = \frac{m}{1-\beta_1^{\,t}}", "m_hat = m/(1 - β_1ᵗ)"),
        (r"-\frac1n\sum_{i=1}^{n} y_i\log p_i", "-(1/n) Σ(i=1..n) y_i log p_i"),
        (r"|3|+|-4| - e^{-(t+1)/2}", "|3| + |-4| - e^(-(t+1)/2)"),
        (r"s\,(w^\ast-w_{k+1})", "s (w⋆ - w_(k+1))"),
        (r"\sqrt{\sum_i w_i^2}", "√(Σ_i w_i²)"),
        (r"\lVert w\rVert_1 \le \lceil n/b\rceil", "‖w‖_1 ≤ ⌈n/b⌉"),
        (r"\cos\dfrac{\pi t}{T}", "cos(π t/T)"),
        (r"T_{\text{warmup}} + e^{-x}", "T_warmup + e^(-x)"),
        (
            r"a = \begin{cases} \dfrac{t}{T} & t<T\\[2mm] 0 & \text{otherwise} \end{cases}",
            "a =\n    t/T   (t < T)\n    0   (otherwise)",
        ),
    ],
)
def test_a_formula_as_text(latex, plain):
    """What is multiplied with a fraction does not look as if it were below it."""
    assert plain_formula(latex) == plain


@pytest.mark.parametrize(
    "latex", [r"\oint x", "{", "}", r"\frac{1}", "_", r"\begin{cases} a", "x^"]
)
def test_a_formula_that_has_no_text_stays_as_it_is(latex):
    """Another sign, a brace that is left open."""
    assert plain_formula(latex) is None
    assert plain_statement(f"Where ${latex}$ is.") == f"Where ${latex}$ is."


def test_emphasis_is_left_out_and_code_stays():
    """Also where code and emphasis have the same signs."""
    assert plain_statement("제곱근 *밖*에, **규칙**은") == "제곱근 밖에, 규칙은"
    text = "**A.** The *square* of `a * b` and `**kw`, $2*x$: **not $x^2$** * this."
    assert plain_statement(text) == "A. The square of `a * b` and `**kw`, 2*x: not x² * this."


def test_every_stub_of_the_course_is_read_without_latex():
    """In both languages; what stands in a docstring is not what ends it."""
    found = sorted((ROOT / "exercises").glob("*/*.py"))
    assert len(found) > 40
    for path in found:
        head = re.match(r'r"""(.*?)"""', path.read_text(encoding="utf-8"), re.DOTALL)
        assert head is not None
        assert not re.search(r"\$|\\[a-zA-Z]{2,}|\*\*|\s\*\w", re.sub(r"`[^`]*`", "", head[1])), (
            path
        )
