"""What students read renders as it is meant: in the notebook, and in the stub's docstring."""

from __future__ import annotations

import re

import mistune

from tests.this_course.conftest import ROOT

TEXTS = sorted(ROOT.glob("solutions/**/*.md"))
CODE_OR_MATH = re.compile(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$", re.DOTALL)


def test_markup_renders():
    """No emphasis is left standing as asterisks: `**말(word)**은` is none in CommonMark."""
    for path in TEXTS:
        plain = CODE_OR_MATH.sub("x", path.read_text(encoding="utf-8"))
        html = mistune.html(plain)
        text = re.sub(r"<[^>]*>", "", str(html))
        assert [f"{path}: {line}" for line in text.splitlines() if "**" in line] == []


def test_formulas_are_closed():
    """Every $ has its partner, and nothing ends the stub's docstring."""
    for path in TEXTS:
        text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert text.count("$") % 2 == 0, path
        assert '"""' not in text, path


def test_every_statement_has_what_it_needs(course):
    """A formula, a convention or a shape, and the lecture's point, in both languages."""
    for solution in course.solutions():
        for language, lecture in (("ko", "강의"), ("en", "lecture")):
            statement = solution.statement.of(language)
            assert f"{solution.name}(" in statement, (solution.name, language)
            assert "$" in statement, (solution.name, language)
            assert lecture in statement, (solution.name, language)
