"""What a worker does for feedback: it renders pages and texts, one submission after the other."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from autograder.collecting.submission import Submission
from autograder.exports.class_scores import Points
from autograder.feedback.student_page import student_page
from autograder.feedback.student_text import student_text
from autograder.grading.results import SubmissionResult
from autograder.report.language import Language
from autograder.workers.worker_process import Job

__all__ = ["STUDENT_PAGES", "StudentPage", "StudentPageRequest", "StudentPageSetup"]


class StudentPageSetup(msgspec.Struct, frozen=True):
    """What the pages of a course have in common.

    Attributes:
        phrases: by language, those that the course gives.
    """

    phrases: dict[str, dict[str, dict[str, str]]]


class StudentPageRequest(msgspec.Struct, frozen=True):
    """One page.

    Attributes:
        submission: what was graded.
        result: of grading it.
        title: of the page.
        language: one of the course's.
        points: that the gradebook has, or None.
    """

    submission: Submission
    result: SubmissionResult
    title: str
    language: str
    points: Points | None = None


class StudentPage(msgspec.Struct, frozen=True):
    """A page and the same as text."""

    html: str
    text: str


@contextlib.contextmanager
def _rendering(setup: StudentPageSetup) -> Iterator[Callable[[StudentPageRequest], StudentPage]]:
    languages = {code: Language(code, phrases) for code, phrases in setup.phrases.items()}

    def render(asked: StudentPageRequest) -> StudentPage:
        language = languages[asked.language]
        return StudentPage(
            student_page(asked.submission, asked.result, asked.title, language, asked.points),
            student_text(asked.result, asked.title, language, asked.points),
        )

    yield render


STUDENT_PAGES: Final = Job(
    f"{__name__}:STUDENT_PAGES", _rendering, StudentPageSetup, StudentPageRequest, StudentPage
)
