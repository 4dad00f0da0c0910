"""Making HTML safe to show: it runs nothing, loads nothing, and links within its own page only."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import threading
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

import nh3

__all__ = ["LARGEST_PICTURE", "MOST_PICTURES", "TEXT_TAGS", "data_address", "safe_html"]

LARGEST_PICTURE: Final = 1_000_000
"""Bytes of a picture that a page may contain."""
_MOST_DOTS: Final = 25_000_000
MOST_PICTURES: Final = 1_500_000
"""Characters of the pictures of a fragment; one that is there often counts each time."""

TEXT_TAGS: Final = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt"),
    *("em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "kbd", "li", "ol", "p", "pre"),
    *("s", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead"),
    *("tr", "u", "ul"),
}
_FORMULAS: Final = {
    *("math", "menclose", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover"),
    *("mpadded", "mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub"),
    *("msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover"),
}
_OF_FORMULAS: Final = {
    *("accent", "accentunder", "columnalign", "display", "displaystyle", "fence", "form"),
    *("largeop", "linethickness", "lspace", "mathvariant", "maxsize", "minsize", "movablelimits"),
    *("rspace", "scriptlevel", "separator", "stretchy", "symmetric", "width"),
}
_ATTRIBUTES: Final = {
    "a": {"href", "title"},
    "details": {"open"},
    "div": {"lang", "style"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "pre": {"style"},
    "table": {"style"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan", "scope"},
    **dict.fromkeys(_FORMULAS, _OF_FORMULAS),
}
_STYLES: Final = {
    *(
        "border-collapse",
        "border-top",
        "font-family",
        "padding",
        "text-align",
        "vertical-align",
        "white-space",
    ),
}
_PYGMENTS: Final = set(
    "b bp c c1 ch cm cp cpf cs dl err fm g gd ge gh gi go gp gr gs gt gu h il k kc kd kn kp kr "
    "kt l ld m mb mf mh mi mo n na nb nc nd ne nf ni nl nn no nt nv nx o ow p pm py s s1 s2 sa sb "
    "sc sd se sh si sr ss sx vc vg vi vm w x".split()
)
_CLASSES: Final = {
    "code": {"tex"},
    "div": {"highlight"},
    "span": {*_PYGMENTS, "address"},
}
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_LENGTH: Final = re.compile(r"-?[0-9]{0,2}(\.[0-9]{1,4})?(em|ex|pt|px)?")
_LENGTHS: Final = ("linethickness", "lspace", "maxsize", "minsize", "rspace")
_KINDS: Final = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
}


def safe_html(html: str, pictures: Mapping[str, str] | None = None) -> str:
    """Keep of a fragment of HTML what formats text, and nothing that does anything.

    Args:
        html: whatever it is.
        pictures: what an address of a picture stands for, as `data_address` makes it. A picture
            with any other address is not shown.

    Returns:
        A well-formed fragment.
    """
    cleaner = getattr(_own, "cleaner", None)
    if cleaner is None:
        cleaner = _own.cleaner = _Cleaner()
    return cleaner.clean(html, pictures or {})


class _Cleaner:
    """What cleans, made once: the making takes as long as the cleaning. Of one thread alone."""

    def __init__(self) -> None:
        self._known: Mapping[str, str] = {}
        self._left = 0
        self._cleaner = nh3.Cleaner(
            tags=TEXT_TAGS | _FORMULAS,
            attributes=_ATTRIBUTES,
            attribute_filter=self._kept,
            allowed_classes=_CLASSES,
            filter_style_properties=_STYLES,
            generic_attribute_prefixes=set(),
            url_schemes={"attachment", "picture"},
            link_rel=None,
        )

    def clean(self, html: str, pictures: Mapping[str, str]) -> str:
        """Clean one fragment; see `safe_html`."""
        self._known, self._left = pictures, MOST_PICTURES
        return self._cleaner.clean(html)

    def _kept(self, tag: str, name: str, value: str) -> str | None:
        if (tag, name) != ("img", "src"):
            return value if _is_kept(tag, name, value) else None
        address = self._known.get(unquote(value), "")
        self._left -= len(address)
        return address if address and self._left >= 0 else None


_own: Final = threading.local()


def _is_kept(tag: str, name: str, value: str) -> bool:
    if name == "href":
        return value.startswith("#")
    if name == "style":
        # No function, no escape, no rule: `url(...)` in any spelling.
        return not any(mark in value for mark in "()\\@/<&")
    if name in ("colspan", "rowspan", "start", "height") or (tag, name) == ("img", "width"):
        return _NUMBER.fullmatch(value) is not None
    if name == "width" or name in _LENGTHS:
        return _LENGTH.fullmatch(value) is not None
    return True


def data_address(picture: bytes | str) -> str | None:
    """The address of a picture that has the picture in it.

    Args:
        picture: its bytes, or these in base64.

    Returns:
        None for what is no PNG, JPEG or GIF by its first bytes, or is too large for a page, or
        would be when a browser unpacks it.
    """
    if isinstance(picture, str):
        if len(picture) > 2 * LARGEST_PICTURE:
            return None
        try:
            picture = binascii.a2b_base64("".join(picture.split()), strict_mode=True)
        except ValueError:
            return None
    kind = next((kind for start, kind in _KINDS.items() if picture.startswith(start)), None)
    if kind is None or len(picture) > LARGEST_PICTURE or _dots(picture, kind) > _MOST_DOTS:
        return None
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode('ascii')}"


def _dots(picture: bytes, kind: str) -> int:
    """Width times height, as a picture itself says."""
    if kind == "png":
        width, height = _numbers(">II", picture, 16)
    elif kind == "gif":
        width, height = _numbers("<HH", picture, 6)
    else:
        height, width = _numbers(">HH", picture, _frame_of_jpeg(picture))
    return width * height


def _frame_of_jpeg(picture: bytes) -> int:
    """Where the size of a JPEG stands: in the first frame header of its segments."""
    place = 2
    while place + 4 <= len(picture) and picture[place] == 0xFF:
        mark, (size,) = picture[place + 1], _numbers(">H", picture, place + 2)
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            return place + 5
        if not 0xC0 <= mark <= 0xFE or 0xD0 <= mark <= 0xD9:
            break  # it has no size: readers go on behind it, each in its own way
        place += 2 + size
    return len(picture)


def _numbers(form: str, data: bytes, place: int) -> tuple[int, ...]:
    """Numbers in bytes; very large ones where the bytes end before."""
    if place + struct.calcsize(form) > len(data):
        return (1 << 32,) * (len(form) - 1)
    return struct.unpack_from(form, data, place)
