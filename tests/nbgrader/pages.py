"""Looking for anything in an HTML page that would run, load or send something, or lead elsewhere."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

__all__ = ["POLICY", "careless_html", "faults"]

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'"
)
_OURS = {"html", "head", "header", "meta", "title", "style", "link", "body", "main", "section"}
_TAGS = {
    *"a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img".split(),
    *"kbd li ol p pre s span strong sub summary sup table tbody td th thead tr u ul".split(),
    *"math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom".split(),
    *"mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext".split(),
    *"mtr munder munderover".split(),
}
_NAMES = {
    *"alt charset class colspan content height href http-equiv id lang name open rel rowspan scope".split(),
    *"src start style title width accent accentunder columnalign display displaystyle".split(),
    *"fence form largeop linethickness lspace mathvariant maxsize minsize".split(),
    *"movablelimits rspace scriptlevel separator stretchy symmetric".split(),
}
_PICTURE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/]+=*")
_ELSEWHERE = re.compile(r"url\s*\(|@import|expression|image-set|\\", re.IGNORECASE)


def faults(page: str, *, ours: bool = False) -> list[str]:
    """What in a page or a fragment a browser would act on.

    Args:
        page: its HTML.
        ours: whether it is a whole page, with a head of our own.
    """
    soup = BeautifulSoup(page, "html.parser")
    found = [_fault_of(tag, ours) for tag in soup.find_all(True)]
    if ours:
        policies = soup.find_all("meta", attrs={"http-equiv": True})
        found += ["policy"] * ([each["content"] for each in policies] != [POLICY])
        found += ["head"] * (len(soup.find_all(["head", "title", "style", "link", "body"])) != 5)
    return [each for each in found if each]


def _fault_of(tag, ours: bool) -> str:
    if tag.name not in _TAGS | (_OURS if ours else set()):
        return f"<{tag.name}>"
    if tag.name == "style" and _ELSEWHERE.search(tag.text):
        return "style sheet"
    for name, value in tag.attrs.items():
        text = " ".join(value) if isinstance(value, list) else str(value)
        wrong = (
            name not in _NAMES
            or (name == "src" and not _PICTURE.fullmatch(text))
            or (name == "href" and not text.startswith("#") and (tag.name, text) != _ICON)
            or (name == "style" and _ELSEWHERE.search(text))
            or (name == "style" and re.search("position|content|animation", text))
            or (not ours and name in ("id", "name", "http-equiv", "content"))
        )
        if wrong:
            return f"<{tag.name} {name}={text}>"
    return ""


_ICON = ("link", "data:,")


def careless_html(source: str, attachments: Any = None) -> str:
    """Markdown as nbconvert makes HTML of it, which trusts a notebook."""
    attached = attachments or {"a.svg": {"image/svg+xml": "PHN2Zy8+"}}
    renderer = IPythonRenderer(escape=False, attachments=attached, exclude_anchor_links=True)
    return str(MarkdownWithMath(renderer=renderer).render(source))
