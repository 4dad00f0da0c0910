"""Markdown of a notebook as HTML that does nothing, or as text where that would take too long."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from autograder.nbgrader.formulas import LONGEST_FORMULA, formula_html
from autograder.nbgrader.safe_html import MOST_PICTURES, TEXT_TAGS, data_address, safe_html

__all__ = ["LONGEST_MARKDOWN", "code_html", "markdown_html", "take_out_pictures", "text_html"]

LONGEST_MARKDOWN: Final = 20_000
"""Characters of a cell without its pictures; a longer one is shown as it is written."""
_MOST: Final = {"<": 1_000, "|": 1_000}
"""HTML repeats what is left open, and a table fills what is missing: more of them than of text."""
_LONGEST_HTML: Final = 400_000
_LONGEST_CODE: Final = 20_000

_PICTURE: Final = re.compile(r"data:image/(?:png|jpe?g|gif);base64,([A-Za-z0-9+/=]{64,})")
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)")
_PYTHON: Final = ("python", "python3", "py", "ipython", "ipython3")
_FORMATTER: Final = HtmlFormatter(nowrap=True)


def markdown_html(source: str, pictures: Mapping[str, str] | None = None) -> str | None:
    """Render Markdown with formulas, tables and HTML that formats text.

    Args:
        source: of a cell, or a comment.
        pictures: what the addresses of its pictures stand for; see `safe_html`.

    Returns:
        A fragment that is safe to show; None where the source is too much to be rendered, or where
        that fails: then it can be shown as text.
    """
    short, own = take_out_pictures(source)
    known = {**(pictures or {}), **own}
    if len(short) > LONGEST_MARKDOWN or any(short.count(each) > _MOST[each] for each in _MOST):
        return None
    try:
        html = safe_html(_MARKDOWN.render(short, {"pictures": known}), known)
    except Exception:  # noqa: BLE001 - whatever goes wrong with one cell, the others are shown
        return None
    return html if len(html) <= _LONGEST_HTML + MOST_PICTURES else None


def take_out_pictures(source: str) -> tuple[str, dict[str, str]]:
    """Put names in the place of the pictures that a source has in it, which need no parsing.

    Returns:
        The source, and the pictures by these names.
    """
    pictures: dict[str, str] = {}

    def name_of(found: re.Match[str]) -> str:
        address = data_address(found[1])
        if address is None:
            return ""
        name = f"picture:{len(pictures)}"
        pictures[name] = address
        return name

    return _PICTURE.sub(name_of, source), pictures


def text_html(text: str) -> str:
    """Text as it is written."""
    return f"<pre>{escape(text)}</pre>"


def code_html(source: str) -> str:
    """Python in colours; as it is written where it is long."""
    if len(source) > _LONGEST_CODE:
        return text_html(source)
    coloured = highlight(source, PythonLexer(stripnl=False, ensurenl=False), _FORMATTER)
    return f'<div class="highlight"><pre>{coloured}</pre></div>'


# Formulas: what is inside of them is no Markdown.

_MARKED: Final = re.compile(
    rf"\$\$(?P<block>.{{1,{LONGEST_FORMULA}}}?)(?<!\\)\$\$"
    rf"|\$(?!\$)(?P<inline>.{{1,{LONGEST_FORMULA}}}?)(?<![\\$])\$(?!\$)"
    rf"|\\\\\[(?P<block2>.{{1,{LONGEST_FORMULA}}}?)\\\\\]"
    rf"|\\\\\((?P<inline2>.{{1,{LONGEST_FORMULA}}}?)\\\\\)"
    rf"|(?P<block3>\\begin\{{(?P<name>[a-z]{{1,20}}\*?)\}}.{{0,{LONGEST_FORMULA}}}?"
    r"\\end\{(?P=name)\})",
    re.DOTALL,
)
"""Its length is bounded, so that looking for an end that is not there takes no time."""
_BEGIN: Final = re.compile(r"\$\$|\\\\\[|\\begin\{[a-z]{1,20}\*?\}")
_END: Final = {"$$": "$$", r"\\[": r"\\]"}


def _formula_in_line(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    found = _MARKED.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        _push(state, found)
    state.pos = found.end()
    return True


def _formula_on_lines(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A formula that begins a line and ends one; there may be empty lines in it."""
    begins = _BEGIN.match(state.src, state.bMarks[first] + state.tShift[first])
    if begins is None or state.is_code_block(first):
        return False
    end = _END.get(begins[0]) or begins[0].replace("begin", "end")
    text, line, found = "", first, None
    while found is None and line < last and len(text) <= LONGEST_FORMULA:
        text += state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        found = _MARKED.fullmatch(text) if text.endswith(end) else None
        text += "\n"
        line += 1
    if found is None:
        return False
    if not silent:
        _push(state, found)
    state.line = line
    return True


def _push(state: StateInline | StateBlock, found: re.Match[str]) -> None:
    groups = found.groupdict()
    token = state.push("formula", "", 0)
    kind, token.content = next(
        (kind, tex) for kind, tex in groups.items() if tex is not None and kind != "name"
    )
    token.meta = {"block": kind.startswith("block")}


# How what was found is written.


def _write_formula(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    token = tokens[index]
    return formula_html(token.content, block=token.meta["block"])


def _write_html(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    """HTML of the source itself; what would be removed is shown as text instead."""
    token = tokens[index]
    if all(name.lower() in TEXT_TAGS for name in _TAG.findall(token.content)):
        return token.content
    return text_html(token.content) if token.block else escape(token.content)


def _write_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    """A link within the page; of any other one the address, to read."""
    token = tokens[index]
    links: list[str] = env.setdefault("links", [])
    if token.nesting == 1:
        address = str(token.attrGet("href") or "")
        written = index + 1 < len(tokens) and tokens[index + 1].content == address
        links.append("" if written else address)
        return f'<a href="{escape(address)}">' if address.startswith("#") else "<a>"
    address = links.pop()
    if not address or address.startswith("#"):
        return "</a>"
    return f'</a> <span class="address">({escape(address)})</span>'


def _write_picture(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    """A picture that is in the notebook; of any other one the address, to read."""
    token = tokens[index]
    address = str(token.attrGet("src") or "")
    text = renderer.renderInlineAsText(token.children, options, env)
    token.attrSet("alt", text)
    if unquote(address) in env["pictures"]:
        return renderer.renderToken(tokens, index, options, env)
    return f'{escape(text)} <span class="address">({escape(address)})</span>'


def _coloured(code: str, language: str, attributes: str) -> str:
    """The lines of a block of Python; empty for others, which are written as they are."""
    if language not in _PYTHON or len(code) > _LONGEST_CODE:
        return ""
    return f'<pre class="highlight">{highlight(code, PythonLexer(), _FORMATTER)}</pre>'


def _make() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True, "highlight": _coloured})
    made.enable(["table", "strikethrough"])
    made.inline.ruler.before("escape", "formula", _formula_in_line)
    interrupts: Any = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    made.block.ruler.before("fence", "formula", _formula_on_lines, interrupts)
    for kind, write in {
        "formula": _write_formula,
        "html_inline": _write_html,
        "html_block": _write_html,
        "link_open": _write_link,
        "link_close": _write_link,
        "image": _write_picture,
    }.items():
        made.add_render_rule(kind, write)
    return made


_MARKDOWN: Final = _make()
