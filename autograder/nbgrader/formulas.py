"""Formulas as MathML, which browsers show by themselves: no script, no font, no server."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any, Final
from xml.etree.ElementTree import tostring

from latex2mathml.converter import convert_to_element

__all__ = ["LONGEST_FORMULA", "formula_html"]

LONGEST_FORMULA: Final = 2_000
"""Characters of a formula; a longer one is shown as it is written."""

_DEFINES: Final = re.compile(r"\\(?:def|let|newcommand|renewcommand|newenvironment|Declare)")
"""A definition may stand for more and more of others."""
_ENVIRONMENT: Final = re.compile(r"\\(begin|end)\{([a-z]+\*?)\}")
_KNOWN_AS: Final = {
    **dict.fromkeys(("align", "aligned", "alignat", "eqnarray", "eqnarray*", "flalign"), "align*"),
    **dict.fromkeys(("gather", "gather*", "gathered", "multline", "multline*"), "matrix"),
    "dcases": "cases",
}
_TRANSPARENT: Final = ("equation", "equation*", "displaymath", "math")
_NAMED: Final = re.compile(r"\\arg(?![a-zA-Z])")
_NOT_UNDERSTOOD: Final = re.compile(r"\\[a-zA-Z]+|^&$")


def formula_html(tex: str, *, block: bool = False) -> str:
    """A formula as MathML, or its TeX where it cannot be understood; not sanitised yet.

    Args:
        tex: the formula, without what marks it as one.
        block: whether it stands on lines of its own.
    """
    made = _mathml(tex, block)
    if made is not None:
        return made
    marks = "$$" if block else "$"
    return f'<code class="tex">{escape(marks + tex + marks)}</code>'


def _mathml(tex: str, block: bool) -> str | None:
    if len(tex) > LONGEST_FORMULA or _DEFINES.search(tex):
        return None
    known = _NAMED.sub(r"\\operatorname{arg}", _ENVIRONMENT.sub(_known_environment, tex))
    try:
        element = convert_to_element(known, display="block" if block else "inline")
        for each in element.iter():
            each.text = unescape(each.text) if each.text else each.text
            if _is_not_understood(each):
                return None
        return tostring(element, encoding="unicode")
    except Exception:  # noqa: BLE001 - the converter raises whatever a strange formula leads it to
        return None


def _known_environment(found: re.Match[str]) -> str:
    mark, name = found.groups()
    if name in _TRANSPARENT:
        return ""
    return rf"\{mark}{{{_KNOWN_AS.get(name, name)}}}"


def _is_not_understood(element: Any) -> bool:
    """Whether a command stands there as it was written, instead of what it means."""
    text = element.text
    return element.tag in ("mi", "mo") and bool(text) and bool(_NOT_UNDERSTOOD.match(text))
