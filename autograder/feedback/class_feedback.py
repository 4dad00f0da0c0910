"""Writing the feedback of a class, several pages at a time."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from autograder.atomic_files import write_whole
from autograder.collecting.roster import Roster
from autograder.collecting.submission import Submission
from autograder.course import Course
from autograder.exports.class_scores import Points
from autograder.feedback.page_job import (
    STUDENT_PAGES,
    StudentPage,
    StudentPageRequest,
    StudentPageSetup,
)
from autograder.feedback.student_page import text_as_page
from autograder.feedback.student_text import student_text
from autograder.grading.results import SubmissionResult
from autograder.limits import Limits
from autograder.report.language import Language
from autograder.workers.pool import side_by_side
from autograder.workers.worker_process import WorkerLostError, WorkerProcess

__all__ = ["FeedbackWriter", "WrittenPage"]

_Worker = WorkerProcess[StudentPageSetup, StudentPageRequest, StudentPage]

_WRITERS: Final = 8
"""Threads that write pages."""


@dataclass(frozen=True)
class WrittenPage:
    """A page that was written.

    Attributes:
        student: whose it is.
        assignment: its name.
        path: of the page; the text lies beside it.
        size: bytes of the page.
        is_whole: whether it could be rendered; else it has the points alone.
    """

    student: str
    assignment: str
    path: Path
    size: int
    is_whole: bool


@dataclass(frozen=True)
class FeedbackWriter:
    """Writes `<student>/<assignment>/<assignment>.html`, and `.txt` beside it.

    Attributes:
        course: whose assignments they are.
        folder: where the pages go.
        languages: of the course, by code.
        language: where the roster does not say another.
        roster: who takes part, or None.
        points: that the gradebook has, by assignment and student.
    """

    course: Course
    folder: Path
    languages: Mapping[str, Language]
    language: Language
    roster: Roster | None
    points: Mapping[tuple[str, str], Points] = field(default_factory=dict)

    def write(
        self, pairs: Iterable[tuple[Submission, SubmissionResult]], workers: int
    ) -> Iterator[WrittenPage]:
        """Write a page and a text for each of these.

        Args:
            pairs: submissions with their results.
            workers: how many render at a time.

        Raises:
            OSError: if something cannot be written.
        """
        limits: Limits = self.course.settings.limits
        phrases = {code: each.phrases for code, each in self.languages.items()}
        setup = StudentPageSetup(phrases)

        def make() -> _Worker:
            return WorkerProcess(STUDENT_PAGES, setup, limits)

        requests = (self._request(*pair) for pair in pairs)
        rendered = side_by_side(self._render, requests, make=make, places=workers)
        # Whoever writes waits for the disk: others do so meanwhile.
        with contextlib.closing(rendered), ThreadPoolExecutor(_WRITERS) as writers:
            waiting: deque[Future[WrittenPage]] = deque()
            for asked, page in rendered:
                waiting.append(writers.submit(self._written, asked, page))
                while waiting and (waiting[0].done() or len(waiting) > _WRITERS):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _render(self, worker: _Worker, asked: StudentPageRequest) -> StudentPage | None:
        try:
            return worker.ask(asked)
        except WorkerLostError:
            return None

    def _request(self, submission: Submission, result: SubmissionResult) -> StudentPageRequest:
        person = self.roster.students.get(result.student) if self.roster is not None else None
        language = self.language
        if person is not None and person.language in self.languages:
            language = self.languages[person.language]
        titles = {each.name: each.settings.title for each in self.course.assignments}
        name = person.name if person is not None and person.name else result.student
        title = f"{titles[result.assignment].of(language)}: {name}"
        points = self.points.get((result.assignment, result.student))
        return StudentPageRequest(submission, result, title, str(language), points)

    def _written(self, asked: StudentPageRequest, page: StudentPage | None) -> WrittenPage:
        result, is_whole = asked.result, page is not None
        if page is None:
            about = (self.languages[asked.language], asked.points)
            html = text_as_page(asked.title, result, *about)
            page = StudentPage(html, student_text(result, asked.title, *about))
        folder = self.folder / result.student / result.assignment
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{result.assignment}.html"
        write_whole(path, page.html)
        write_whole(path.with_suffix(".txt"), page.text)
        size = len(page.html.encode())
        return WrittenPage(result.student, result.assignment, path, size, is_whole)
