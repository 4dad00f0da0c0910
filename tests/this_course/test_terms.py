"""One term for one thing, in all texts that a student of this course reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "solutions").glob("**/*.ko.md"))
HINTS = sorted((ROOT / "solutions").glob("*/*/mistakes.py"))
OTHER_TERMS = {
    "웜업": "워밍업",
    "잡음": "노이즈",
    "그래디언트": "기울기",
    "샘플": "표본",
    "놈": "노름",
    "Distance": "거리",
    "관성 벡터": "속도",
    "사전(dict)": "딕셔너리",
    "벌점": "패널티",
    "이동 평균": "이동평균",
    "**약속.**": "**규칙.**",
}


@pytest.mark.parametrize("term", OTHER_TERMS)
def test_a_thing_has_one_term(term):
    """The one that docs/glossary.md lists."""
    # Hints stand beside English ones.
    read = [*TEXTS, *(HINTS if re.search("[가-힣]", term) else [])]
    assert [path for path in read if term in path.read_text(encoding="utf-8")] == []
    wanted = OTHER_TERMS[term].strip("*.")
    assert f"| {wanted} |" in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_no_statement_shows_an_asterisk_that_was_meant_as_markup():
    """As where a letter follows at once: `*soft (max)*도`."""
    shown = []
    for path in sorted((ROOT / "solutions").glob("**/*.md")):
        text = re.sub(r"\$\$.*?\$\$|\$[^$\n]*\$", "x", path.read_text("utf-8"), flags=re.DOTALL)
        for token in MarkdownIt().parse(text):
            words = [each.content for each in token.children or [] if each.type == "text"]
            shown += [(path, each) for each in words if "*" in each]
    assert shown == []
