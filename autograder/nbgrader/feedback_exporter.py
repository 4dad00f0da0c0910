"""Our feedback pages in the place of nbgrader's, and our Markdown in its formgrader."""

from __future__ import annotations

import atexit
import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from jinja2 import pass_context
from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import default

from autograder.collecting.files import UnreadableError, read_file
from autograder.limits import Limits
from autograder.nbgrader.feedback_page import PageFacts, attached_pictures
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.loaded_course import course_root, course_settings
from autograder.nbgrader.markdown import LONGEST_MARKDOWN, markdown_html, text_html
from autograder.nbgrader.page_worker import PAGES, Page, PageRequest, PageSetup, page_as_text
from autograder.nbgrader.safe_html import LARGEST_PICTURE, data_address
from autograder.nbgrader.unfinished import is_whole_page, remove_unfinished
from autograder.report.language import Language, read_language
from autograder.sandbox.session import SandboxUnavailableError
from autograder.texts import FALLBACK
from autograder.workers.worker_process import WorkerLostError, WorkerProcess

__all__ = ["FeedbackPages", "safe_markdown"]

_Worker: TypeAlias = WorkerProcess[PageSetup, PageRequest, Page]

_MOST_FILES: Final = 100
_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".gif")


class FeedbackPages(Exporter):  # type: ignore[misc]
    """Makes feedback, and makes it again where it was not written to its end."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        if self.parent is not None:
            remove_unfinished(self.parent, ".html", is_whole_page)

    @default("file_extension")  # type: ignore[untyped-decorator]
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[str, Any]:
        """Convert a graded notebook."""
        made, resources = super().from_notebook_node(nb, resources, **kwargs)
        about = resources["nbgrader"]
        GradeInSandbox(parent=self).draw_left_out(made, about)
        facts = PageFacts(
            title=about["notebook"],
            score=float(about["score"]),
            max_score=float(about["max_score"]),
            late_penalty=float(about["late_penalty"]),
        )
        asked = PageRequest(json.dumps(made), facts, _pictures_of(resources))
        return self._page(asked), resources

    def _page(self, asked: PageRequest) -> str:
        """The page, rendered in a worker; as text where that fails, which harms no other page."""
        language = self.config.GradeInSandbox.get("language", "")
        worker, chosen = _worker(course_root(self), language)
        try:
            return worker.ask(asked).html
        except (WorkerLostError, SandboxUnavailableError) as error:
            self.log.warning("A page could not be rendered and is shown as text: %s", error)
            return page_as_text(asked, chosen)


@functools.cache
def _worker(root: str, language: str) -> tuple[_Worker, Language]:
    """The worker that renders the pages of a course, and the language of these."""
    limits, chosen = Limits(), Language(language or FALLBACK)
    if root:
        settings = course_settings(root)
        limits, chosen = settings.limits, read_language(language or settings.language, Path(root))
    worker = WorkerProcess(PAGES, PageSetup(str(chosen), chosen.phrases), limits)
    atexit.register(worker.close)
    return worker, chosen


@pass_context
def safe_markdown(context: Any, source: str) -> str:
    """Render Markdown; replaces nbconvert's filter `markdown2html`, which the formgrader uses."""
    cell = context.get("cell")
    attached = attached_pictures(cell) if isinstance(cell, Mapping) else {}
    html = markdown_html(source, {**_pictures_of(context.get("resources") or {}), **attached})
    return text_html(source[:LONGEST_MARKDOWN]) if html is None else html


def _pictures_of(resources: Mapping[str, Any]) -> dict[str, str]:
    """The instructor's pictures beside a graded notebook; nothing of a student's is there."""
    folder = resources.get("metadata", {}).get("path", "")
    return _pictures_in(folder) if folder else {}


@functools.lru_cache(maxsize=1)
def _pictures_in(folder: str) -> dict[str, str]:
    """The pictures in a folder, by their addresses from there."""
    return dict(_found_pictures(Path(folder)))


def _found_pictures(folder: Path) -> Iterator[tuple[str, str]]:
    paths = sorted(each for each in folder.rglob("*") if each.suffix.lower() in _SUFFIXES)
    for path in paths[:_MOST_FILES]:
        try:
            address = data_address(read_file(path, longest=LARGEST_PICTURE))
        except UnreadableError:
            continue
        if address is not None:
            yield path.relative_to(folder).as_posix(), address
