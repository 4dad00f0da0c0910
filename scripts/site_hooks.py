"""Hooks of the documents' site: its overview, and what leads out of `docs/`.

The pages link to files of the repository, which a site does not have: there such a link is shown as
the name that it has.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
_OUTSIDE = re.compile(r"(?<!!)\[([^\]]+)\]\(\.\./[^)]*\)")


def on_files(files: Files, config: Any) -> Files:
    """Make the README the overview."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    # From the root of the repository the pages are in docs/, and all else is outside.
    inside = re.sub(r"\]\(docs/", "](", text)
    inside = re.sub(r'src="docs/', 'src="', inside)
    outside = re.sub(r"(?<!!)\]\((?!https?:|#|[\w-]+\.(?:md|svg))", "](../", inside)
    outside = re.sub(r"\]\(((?:SECURITY|CONTRIBUTING|CHANGELOG)\.md|LICENSE)", r"](../\1", outside)
    # A heading's anchor on GitHub has its Hangul; here it would have none.
    outside = re.sub(r"^## 한국어 안내$", "## 한국어 안내 { #korean }", outside, flags=re.MULTILINE)
    outside = outside.replace("](#한국어-안내)", "](#korean)")
    files.append(File.generated(config, "index.md", content=outside))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Show what links to a file outside of the documents by its name alone."""
    return _OUTSIDE.sub(r"\1", markdown)
