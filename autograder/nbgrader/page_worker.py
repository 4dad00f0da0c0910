"""What a worker does for feedback: it renders the pages of notebooks, one after the other."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from autograder.nbgrader.feedback_page import PageFacts, feedback_page
from autograder.report.language import Language
from autograder.workers.worker_process import Job

__all__ = ["PAGES", "Page", "PageRequest", "PageSetup", "page_as_text"]


class PageSetup(msgspec.Struct, frozen=True):
    """What the pages of a course have in common.

    Attributes:
        language: of the pages' own words.
        phrases: that the course gives in it.
    """

    language: str
    phrases: dict[str, dict[str, str]]


class PageRequest(msgspec.Struct, frozen=True):
    """One page.

    Attributes:
        notebook: graded, as JSON.
        facts: what stands above its cells.
        pictures: the instructor's own, by the addresses that cells use.
    """

    notebook: str
    facts: PageFacts
    pictures: dict[str, str]


class Page(msgspec.Struct, frozen=True):
    """A page: its HTML."""

    html: str


@contextlib.contextmanager
def _rendering(setup: PageSetup) -> Iterator[Callable[[PageRequest], Page]]:
    language = Language(setup.language, setup.phrases)

    def render(asked: PageRequest) -> Page:
        notebook = json.loads(asked.notebook)
        return Page(feedback_page(notebook, asked.facts, language, asked.pictures))

    yield render


PAGES: Final = Job(f"{__name__}:PAGES", _rendering, PageSetup, PageRequest, Page)


def page_as_text(asked: PageRequest, language: str) -> str:
    """The page whose rendering failed, without anything that has to be parsed."""
    return feedback_page(json.loads(asked.notebook), asked.facts, language, as_text=True)
