"""Making nbgrader's pages safe: no script of a student runs there, no hidden test is shown."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

import bleach  # type: ignore[import-untyped]
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests
from nbgrader.utils import is_grade, is_solution

__all__ = ["HideHiddenTests", "markdown_without_scripts"]

_TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt"),
    *("em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "kbd", "li", "ol", "p", "pre"),
    *("s", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead"),
    *("tr", "u", "ul"),
}
_ATTRIBUTES = {"a": {"title"}, "img": {"alt", "title", "width", "height"}}
_ADDRESSES = {
    "href": re.compile(r"(https?:|mailto:|#|[^:]*$)"),
    "src": re.compile(r"(https:|data:image/(png|jpeg|gif);base64,|[^:]*$)"),
}
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]")


@pass_context
def markdown_without_scripts(context: Any, source: str) -> str:
    """Render Markdown as HTML that runs nothing; replaces nbconvert's filter `markdown2html`."""
    attachments = context.get("cell", {}).get("attachments", {})
    renderer = IPythonRenderer(escape=False, attachments=attachments, exclude_anchor_links=True)
    try:
        html = MarkdownWithMath(renderer=renderer).render(source)
    except InvalidNotebook:  # a missing attachment
        html = f"<pre>{escape(source)}</pre>"
    return str(
        bleach.clean(
            html, tags=_TAGS, attributes=_allowed, protocols={"https", "http", "mailto", "data"}
        )
    )


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "class":
        # Classes that colour code: their names have at most three letters.
        return tag in ("div", "span") and (value == "highlight" or len(value) <= 3)
    if (tag, name) in (("a", "href"), ("img", "src")):
        # Read the address as a browser does: entities resolved, ignored characters left out.
        address = _UNSEEN.sub("", unescape(value)).lower()
        return _ADDRESSES[name].match(address) is not None
    return name in _ATTRIBUTES.get(tag, ())


class HideHiddenTests(ClearHiddenTests):  # type: ignore[misc]
    """Removes hidden tests from grade cells; a student's own marks in other cells stay."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, cell_index: int
    ) -> tuple[NotebookNode, Any]:
        """Hide the regions of one cell."""
        if is_grade(cell) and not is_solution(cell):
            cell.source = self.visible(cell.source)
        return cell, resources

    def visible(self, source: str) -> str:
        """The source of a grade cell as it was released."""
        kept, hidden = [], False
        for line in source.split("\n"):
            if self.begin_test_delimeter in line:
                hidden = True
            elif self.end_test_delimeter in line:
                hidden = False
            elif not hidden:
                kept.append(line)
        return "\n".join(kept)
