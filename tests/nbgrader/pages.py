"""Looking for anything in an HTML page that would run, load or send something."""

from __future__ import annotations

import re
from collections import Counter

from bs4 import BeautifulSoup

__all__ = ["active_parts"]

_TAGS = ("script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "svg")
_ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href", "srcdoc", "poster")
_HARMLESS = re.compile(r"(https?:|mailto:|#|data:image/(png|jpeg|gif);base64,|[^:]*$)")


def active_parts(page: str) -> Counter[str]:
    """Everything in a page that a browser would act on, with how often it is there.

    A page of which nothing is a student's has some too: compare with such a one.
    """
    soup = BeautifulSoup(page, "html.parser")
    found: Counter[str] = Counter()
    for tag in soup.find_all(True):
        if tag.name in _TAGS:
            found[f"<{tag.name}>"] += 1
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else str(value)
            address = re.sub(r"[\x00-\x20]", "", text).lower()
            leads_out = name in _ADDRESSES and not _HARMLESS.match(address)
            if leads_out or name.startswith("on") or name == "style":
                found[f"{name}={text}"] += 1
    # However a browser would read it: what looks like a tag is counted in the bare text too.
    for name in _TAGS:
        found[f"bare {name}"] = len(re.findall(rf"<\s*/?{name}\b", page, re.IGNORECASE))
    return found
