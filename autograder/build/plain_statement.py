"""A statement as the text above a stub: formulas as plain text, and no marks of emphasis."""

from __future__ import annotations

import re
from typing import Final

from autograder.build.plain_formulas import plain_formula

__all__ = ["plain_statement"]

_PARTS: Final = re.compile(
    r"(?P<code>```.*?```|`[^`\n]*`)|\$\$(?P<shown>.+?)\$\$|\$(?P<inline>[^$\n]+)\$"
    r"|\*\*(?P<strong>[^*\n]+)\*\*|(?<![\w*])\*(?P<stressed>[^*\s](?:[^*\n]*[^*\s])?)\*(?!\*)",
    re.DOTALL,
)


def plain_statement(markdown: str) -> str:
    """A statement for whoever reads it in an editor.

    Code stays as it is; so does a formula of which something has no plain text.
    """
    return _PARTS.sub(_plain, markdown)


def _plain(found: re.Match[str]) -> str:
    if found["code"] is not None:
        return found[0]
    if found["shown"] is not None:
        text = plain_formula(found["shown"])
        if text is None:
            return found[0]
        return "\n".join(f"    {line}" for line in text.split("\n"))
    if found["inline"] is not None:
        text = plain_formula(found["inline"])
        return found[0] if text is None or "\n" in text else text
    return plain_statement(found["strong"] or found["stressed"])
