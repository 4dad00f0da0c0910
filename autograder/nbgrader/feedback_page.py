"""The feedback page of one notebook, from data: whole in itself, and of bounded size and work."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final

import jinja2
import msgspec
from markupsafe import Markup
from pygments.formatters.html import HtmlFormatter

from autograder.collecting.pieces import plain_text
from autograder.nbgrader.cell_points import (
    about_cell,
    counted_points,
    graded_points,
    is_score,
    is_test,
)
from autograder.nbgrader.markdown import (
    code_html,
    markdown_html,
    take_out_pictures,
    text_html,
)
from autograder.nbgrader.safe_html import data_address, safe_html
from autograder.report.messages import say, visible

__all__ = [
    "LARGEST_PAGE",
    "TEMPLATES",
    "PageFacts",
    "attached_pictures",
    "feedback_page",
    "points_text",
    "render_page",
]

LARGEST_PAGE: Final = 2_000_000
"""Bytes of a page."""
TEMPLATES: Final = Path(__file__).parent / "templates"
_MOST_CELLS: Final = 500
_LONGEST_TEXT: Final = 20_000
"""Characters of a source or an output that are shown."""
_LONGEST_FORMATTED: Final = 100_000
"""Characters of Markdown, and of code, that are formatted in one page; what is beyond is text."""
_LONGEST_REPORT: Final = 400_000
_MOST_TAGS: Final = 5_000
"""A report that is longer, or has more tags, is none of ours."""
_AROUND_A_CELL: Final = 1_000
_COLOURS: Final = re.compile("\x1b\\[[0-9;:]*[A-Za-z]")
_PICTURES: Final = ("image/png", "image/jpeg", "image/gif")


class PageFacts(msgspec.Struct, frozen=True):
    """What a page says above its cells.

    Attributes:
        title: of the page.
        score: the points earned, late penalty subtracted.
        max_score: the points there are.
        late_penalty: the points subtracted.
    """

    title: str
    score: float = 0.0
    max_score: float = 0.0
    late_penalty: float = 0.0


def feedback_page(
    notebook: Mapping[str, Any],
    facts: PageFacts,
    language: str,
    pictures: Mapping[str, str] | None = None,
    *,
    as_text: bool = False,
) -> str:
    """Render the page of a graded notebook.

    It runs nothing, loads nothing, and links only within itself, whatever the notebook contains.
    Whatever goes wrong with a cell, that cell is shown as text.

    Args:
        notebook: as JSON has it; a grade cell has its score among nbgrader's metadata.
        facts: what stands above.
        language: of the page's own words.
        pictures: the instructor's own, by the addresses that cells use; see `safe_html`.
        as_text: whether Markdown and code are shown as they are written.

    Returns:
        A document of at most `LARGEST_PAGE` bytes.
    """
    words = _Words(language)
    cells = [each for each in notebook.get("cells", ()) if isinstance(each, Mapping)]
    shown = cells[:_MOST_CELLS]
    formatted = 0 if as_text else _LONGEST_FORMATTED
    room = _Room(LARGEST_PAGE - _AROUND_A_CELL * (len(shown) + 20), formatted, formatted)
    bodies: dict[int, str] = {}
    # What was graded comes first: nobody's report is left out for the rest of a notebook.
    for number in sorted(
        range(len(shown)), key=lambda each: not about_cell(shown[each]).get("grade")
    ):
        bodies[number] = _Cell(shown[number], words, room, pictures or {}).body()
    left = len(cells) - len(shown)
    return render_page(
        facts,
        language,
        [entry for cell in shown for entry in _contents(cell, words)],
        [_section(cell, bodies[number], words) for number, cell in enumerate(shown)],
        left_out=say(language, "page_cells", count=left) if left else "",
    )


def render_page(
    facts: PageFacts,
    language: str,
    contents: Sequence[Mapping[str, str]],
    sections: Sequence[Mapping[str, Any]],
    left_out: str = "",
) -> str:
    """Render a page of sections.

    Args:
        facts: what stands above.
        language: of the page's own words.
        contents: the list at the beginning: `anchor`, `title` and `points` of each entry.
        sections: `heading`, `anchor`, `points`, and `body`, which is `Markup` that is safe.
        left_out: what is said at the end of what is not shown.
    """
    return _template().render(
        facts=facts,
        words=_Words(language),
        contents=contents,
        cells=sections,
        left_out=left_out,
        pygments_css=_pygments_css("default"),
        dark_pygments_css=_pygments_css("github-dark"),
    )


@dataclass(frozen=True)
class _Words:
    """What the page itself says."""

    language: str

    @property
    def code(self) -> str:
        return str(self.language).replace("_", "-")

    @property
    def top(self) -> str:
        return say(self.language, "page_top")

    def score(self, score: Any, max_score: Any) -> str:
        return say(self.language, "page_points", score=_number(score), max_score=_number(max_score))

    def late(self, points: float) -> str:
        return say(self.language, "page_late", points=_number(points))

    def left_out(self, sentence: str, **gaps: Any) -> str:
        return f'<p class="left-out">{escape(say(self.language, sentence, **gaps))}</p>'


@dataclass
class _Room:
    """How much of a page is left: bytes, and characters that may still be formatted."""

    size: int
    markdown: int
    code: int

    def takes(self, html: str) -> bool:
        size = len(html.encode("utf-8", "surrogatepass"))
        if size > self.size:
            return False
        self.size -= size
        return True


@dataclass(frozen=True)
class _Cell:
    """One cell on its way into a page."""

    cell: Mapping[str, Any]
    words: _Words
    room: _Room
    pictures: Mapping[str, str]

    def body(self) -> str:
        """As much of the cell as there is room for."""
        kept = []
        for part in map(_clean, self._parts()):
            if not self.room.takes(part):
                kept.append(self.words.left_out("page_full"))
                break
            kept.append(part)
        return "\n".join(kept)

    def _parts(self) -> Iterator[str]:
        try:
            yield from self._formatted()
        except Exception:  # noqa: BLE001 - whatever goes wrong with one cell, the page still comes
            yield self.words.left_out("page_as_text")
            yield self._plain(plain_text(self.cell.get("source")))

    def _formatted(self) -> Iterator[str]:
        source = _clean(plain_text(self.cell.get("source")))
        kind = self.cell.get("cell_type")
        if kind == "markdown":
            yield self._markdown(source, attached_pictures(self.cell))
        elif kind == "code":
            yield f'<div class="source">{self._code(source)}</div>' if source.strip() else ""
            yield self._correction()
            for output in self.cell.get("outputs", ()):
                if not (is_test(self.cell) and is_score(output)):
                    yield from self._output(output)
        else:
            yield self._plain(source)
        comment = about_cell(self.cell).get("comment")
        if isinstance(comment, str) and comment.strip():
            yield f"<p><strong>{escape(say(self.words.language, 'page_comment'))}</strong></p>"
            yield self._markdown(_clean(comment), {})

    def _correction(self) -> str:
        """That the points above are not those of the report below; empty where they are."""
        counts, graded = counted_points(self.cell), graded_points(self.cell)
        if not is_test(self.cell) or counts is None or graded is None:
            return ""
        words = {"points": _number(counts), "graded": _number(graded)}
        if words["points"] == words["graded"]:
            return ""
        said = say(self.words.language, "page_corrected", **words)
        return f'<p class="by-hand">{escape(said)}</p>'

    def _markdown(self, source: str, attached: Mapping[str, str]) -> str:
        short, own = take_out_pictures(source)
        self.room.markdown -= len(short)
        html = None
        if self.room.markdown >= 0:
            html = markdown_html(short, {**self.pictures, **attached, **own})
        if html is None:
            return self.words.left_out("page_as_text") + self._plain(short)
        return f'<div class="written">{html}</div>'

    def _code(self, source: str) -> str:
        self.room.code -= len(source)
        if len(source) > _LONGEST_TEXT or self.room.code < 0:
            return self._plain(source)
        return code_html(source)

    def _plain(self, text: str) -> str:
        html = text_html(text[:_LONGEST_TEXT])
        more = len(text) - _LONGEST_TEXT
        return html if more <= 0 else html + self.words.left_out("page_cut", count=more)

    def _output(self, output: Mapping[str, Any]) -> Iterator[str]:
        kind = output.get("output_type")
        if kind == "stream":
            yield self._text(output.get("text"), error=output.get("name") == "stderr")
        elif kind == "error":
            lines = output.get("traceback", [])
            yield self._text("\n".join(line for line in lines if isinstance(line, str)), error=True)
        else:
            yield self._data(output.get("data", {}))

    def _text(self, text: Any, *, error: bool = False) -> str:
        shown = self._plain(_clean(_COLOURS.sub("", plain_text(text)[: 4 * _LONGEST_TEXT])))
        return f'<div class="output{" error" if error else ""}">{shown}</div>'

    def _data(self, data: Mapping[str, Any]) -> str:
        """The best of the forms that an output has; all markup is sanitised, ours too."""
        html = plain_text(data.get("text/html"))
        if len(html) > _LONGEST_REPORT or html.count("<") > _MOST_TAGS:
            return self.words.left_out("page_full")
        if html:
            return f'<div class="output">{safe_html(html)}</div>'
        for kind in _PICTURES:
            if kind in data:
                address = data_address(plain_text(data[kind]))
                if address is None:
                    return self.words.left_out("page_full")
                return f'<div class="output"><img src="{address}" alt=""></div>'
        return self._text(data.get("text/plain"))


def attached_pictures(cell: Mapping[str, Any]) -> dict[str, str]:
    """The pictures that a cell of Markdown has attached, by their addresses."""
    found = {}
    for name, bundle in (cell.get("attachments") or {}).items():
        for kind in _PICTURES:
            address = data_address(plain_text(bundle.get(kind))) if kind in bundle else None
            if address is not None:
                found[f"attachment:{name}"] = address
    return found


def _section(cell: Mapping[str, Any], body: str, words: _Words) -> dict[str, Any]:
    about = about_cell(cell)
    is_answer = about.get("solution") or about.get("task")
    heading = ""
    if about.get("grade") or is_answer:
        heading = _title(cell, words)
    return {
        "heading": heading,
        "anchor": str(about.get("grade_id", "")) if heading else "",
        "points": _points(about, words),
        "body": Markup(body),  # noqa: S704 - each part of it is escaped or sanitised
    }


def _contents(cell: Mapping[str, Any], words: _Words) -> Iterator[dict[str, str]]:
    about = about_cell(cell)
    anchor = str(about.get("grade_id", ""))
    if about.get("grade") or about.get("task"):
        yield {
            "anchor": anchor,
            "title": _title(cell, words),
            "points": _points(about, words),
        }
    if about.get("comment"):
        yield {"anchor": anchor, "title": say(words.language, "page_comment"), "points": ""}


def _title(cell: Mapping[str, Any], words: _Words) -> str:
    """The title of the exercise, or of what a student wrote."""
    about = about_cell(cell)
    if about.get("solution"):
        written = about.get("grade") and cell.get("cell_type") == "markdown"
        return say(words.language, "page_written" if written else "page_answer")
    result = cell.get("metadata", {}).get("autograder", {})
    title = result.get("title") if isinstance(result, Mapping) else None
    return visible(str(title or about.get("grade_id", "")))


def _points(about: Mapping[str, Any], words: _Words) -> str:
    if not (about.get("grade") or about.get("task")):
        return ""
    return words.score(about.get("score"), about.get("points"))


def points_text(score: float, max_score: float, language: str) -> str:
    """Points as people write them: earned, and those there are."""
    return _Words(language).score(score, max_score)


def _number(value: Any) -> str:
    """Points as people write them."""
    return f"{round(float(value or 0), 2):g}" if isinstance(value, int | float) else "0"


def _clean(text: str) -> str:
    """Text that can be written as UTF-8, without the marks that turn the direction of reading."""
    return _UNSEEN.sub("\ufffd", text.encode("utf-8", "replace").decode("utf-8"))


_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


@functools.cache
def _template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(TEMPLATES)
    return jinja2.Environment(loader=loader, autoescape=True).get_template("feedback_page.html.j2")


@functools.cache
def _pygments_css(style: str) -> Markup:
    return Markup(HtmlFormatter(style=style).get_style_defs("pre"))  # noqa: S704 - Pygments' own
