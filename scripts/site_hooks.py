"""Hooks of the documents' site: its overview, and what leads out of `docs/`.

The pages link to files of the repository, which a site does not have: there such a link is shown as
the name that it has.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
_OTHER_LANGUAGE = re.compile(r"^\[(?:한국어|English)\]\(students(?:\.ko)?\.md\)\n", re.MULTILINE)
_PICTURE = re.compile(r'<img[^>]*? src="([^":]+)"')
_OUTSIDE = re.compile(r"(?<!!)\[([^\]]+)\]\(\.\./[^)]*\)")


@event_priority(-200)  # after the pages of each language were chosen
def on_files(files: Files, config: Any) -> Files:
    """Make the README the overview."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    # From the root of the repository the pages are in docs/, and all else is outside.
    inside = re.sub(r"\]\(docs/", "](", text)
    inside = re.sub(r'src="docs/', 'src="', inside)
    outside = re.sub(r"(?<!!)\]\((?!https?:|#|images/|[\w-]+\.(?:md|svg))", "](../", inside)
    outside = re.sub(r"\]\(((?:SECURITY|CONTRIBUTING|CHANGELOG)\.md|LICENSE)", r"](../\1", outside)
    # A heading's anchor on GitHub has its Hangul; here it would have none.
    outside = re.sub(r"^## 한국어 안내$", "## 한국어 안내 { #korean }", outside, flags=re.MULTILINE)
    outside = outside.replace("](#한국어-안내)", "](#korean)")
    page = File.generated(config, "index.md", content=outside)
    languages = config.plugins["i18n"]
    if languages.current_language != languages.default_language:
        page.dest_uri = f"{languages.current_language}/index.html"
    files.append(page)
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Show what links to a file outside of the documents by its name alone.

    A page that is there in two languages has a switch in the site, and a link on GitHub alone.
    """
    return _OUTSIDE.sub(r"\1", _OTHER_LANGUAGE.sub("", markdown))


def on_post_build(config: Any) -> None:
    """Find every picture: what a strict build looks at are links alone.

    Raises:
        PluginError: if one is not there.
    """
    site = Path(config.site_dir)
    for page in sorted(site.rglob("*.html")):
        for source in _PICTURE.findall(page.read_text(encoding="utf-8")):
            if page.name != "404.html" and not (page.parent / source).is_file():
                raise PluginError(f"{page.relative_to(site)}: there is no picture {source}")
