"""The pictures of results that are kept, for platforms that show pictures."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from autograder.course import Course
from autograder.exports.class_scores import ClassScores
from autograder.grading.results import SubmissionResult
from autograder.report.html import pictures
from autograder.report.language import Language
from autograder.workers.course_grading import results_as_graded
from autograder.workers.worker_process import Job, WorkerLostError, WorkerProcess

__all__ = ["PICTURES", "Picture", "PicturesReply", "PicturesSetup", "kept_pictures"]


class Picture(msgspec.Struct, frozen=True):
    """A picture as an address that holds it.

    Attributes:
        label: what it shows.
        url: with the PNG file in it.
    """

    label: str
    url: str


class PicturesSetup(msgspec.Struct, frozen=True):
    """What all pictures have in common.

    Attributes:
        language: of their words.
        phrases: of that language, those that the course gives.
    """

    language: str
    phrases: dict[str, dict[str, str]]


class PicturesReply(msgspec.Struct, frozen=True):
    """The pictures of one submission."""

    pictures: list[Picture]


@contextlib.contextmanager
def _drawing(setup: PicturesSetup) -> Iterator[Callable[[SubmissionResult], PicturesReply]]:
    language = Language(setup.language, setup.phrases)

    def draw(result: SubmissionResult) -> PicturesReply:
        return PicturesReply(list(_pictures(result, language)))

    yield draw


PICTURES: Final = Job(
    f"{__name__}:PICTURES", _drawing, PicturesSetup, SubmissionResult, PicturesReply
)
"""Drawing is work on what a student's code returned: it is done in a worker."""


def kept_pictures(
    course: Course, folder: Path, scores: ClassScores, language: Language
) -> Mapping[tuple[str, str], list[Picture]]:
    """The pictures of what was graded, by assignment and student; nothing is run.

    Args:
        course: whose assignments they are.
        folder: what was graded.
        scores: of those that are wanted.
        language: of the pictures' words.
    """
    setup = PicturesSetup(str(language), language.phrases)
    worker = WorkerProcess(PICTURES, setup, course.settings.limits)
    found = {}
    try:
        for result in results_as_graded(course, folder, scores.assignments):
            about = (result.assignment, result.student)
            record = scores.records.get(about)
            # Of several attempts it is the one that counts.
            if record is not None and (record.source, record.score) == (
                result.source,
                result.score,
            ):
                with contextlib.suppress(WorkerLostError):
                    found[about] = worker.ask(result).pictures
    finally:
        worker.close()
    return found


def _pictures(result: SubmissionResult, language: str) -> Iterator[Picture]:
    for exercise in result.exercises:
        if exercise.status == "missing":  # there is nothing of the student's in them
            continue
        labels = [drawing.label.of(language) for drawing in exercise.drawings]
        for label, png in zip(labels, pictures(exercise, language), strict=True):
            data = base64.b64encode(png).decode("ascii")
            title = f"{exercise.title.of(language)}: {label}"
            yield Picture(title, f"data:image/png;base64,{data}")
