"""What a worker does for an explanation: it runs one submission again, and says what came back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from autograder.collecting.submission import Submission
from autograder.explaining.explanation import explain_run, explain_unread
from autograder.grading.run import grade_submission, run_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.report.language import Language
from autograder.sandbox.confined import Layers
from autograder.workers.sandboxes import Sandboxes
from autograder.workers.worker_process import Job

__all__ = ["EXPLAINING", "Explained", "ExplainingSetup"]

_MOST_LINES: Final = 5_000


class ExplainingSetup(msgspec.Struct, frozen=True):
    """What a worker needs.

    Attributes:
        key: of the exercise.
        limits: for the submission.
        layers: of the sandbox.
        language: of the sentences.
        phrases: that the course gives in it.
    """

    key: Key
    limits: Limits
    layers: Layers
    language: str
    phrases: dict[str, dict[str, str]]


class Explained(msgspec.Struct, frozen=True):
    """The explanation, line by line; nothing in it is obeyed by a terminal."""

    lines: list[str]


@contextlib.contextmanager
def _explaining(setup: ExplainingSetup) -> Iterator[Callable[[Submission], Explained]]:
    sandboxes = Sandboxes(setup.limits, setup.layers, figures=False)
    language, key = Language(setup.language, setup.phrases), setup.key

    def explain(submission: Submission) -> Explained:
        sandbox = sandboxes.for_submission(submission)
        if submission.unreadable.get("") or submission.unreadable.get(key.exercise):
            (result,) = grade_submission(sandbox, submission, [key]).exercises
            lines = explain_unread(key, submission, result, language)
        else:
            run = run_submission(
                sandbox, submission.pieces, [key], submission.beside, submission.in_check_cells
            )
            lines = explain_run(key, submission, run, language)
        return Explained(list(lines)[:_MOST_LINES])

    with contextlib.closing(sandboxes):
        yield explain


EXPLAINING: Final = Job(
    f"{__name__}:EXPLAINING", _explaining, ExplainingSetup, Submission, Explained
)
