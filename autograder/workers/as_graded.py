"""What submissions came to when they were graded last, so that feedback says just that.

Replies of workers are kept only where they would be the same again. Here everything is kept, also
what a limit stopped: the points in the gradebook are those, and running it again could give others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from autograder.collecting.submission import Submission
from autograder.grading.results import SubmissionResult
from autograder.keys.key import Key
from autograder.workers.kept_replies import Keeping, KeptReplies
from autograder.workers.worker_process import Job

__all__ = ["AsGraded"]

_ABOUT: Final = "as graded"


class AsGraded:
    """The last results of submissions.

    Args:
        keeping: where they are kept.
        job: whose replies they are.
        exercises: by assignment, the names of those that are graded.
        keys: of these exercises.
    """

    def __init__(
        self,
        keeping: Keeping,
        job: Job[Any, Submission, SubmissionResult],
        exercises: Mapping[str, Sequence[str]],
        keys: Sequence[Key],
    ) -> None:
        self._exercises = exercises
        self._kept: KeptReplies[Submission, SubmissionResult] = keeping.replies(job, keys, [_ABOUT])

    def find(self, submission: Submission) -> SubmissionResult | None:
        """What a submission came to; None where it is another one, or is graded by other keys."""
        return self._kept.find(_of(submission), self._exercises[submission.assignment])

    def keep(self, submission: Submission, result: SubmissionResult) -> None:
        """Keep what a submission came to."""
        exercises = self._exercises[submission.assignment]
        self._kept.keep(_of(submission), exercises, result, stopped=True)


def _of(submission: Submission) -> Submission:
    """What was graded, whatever rule it was chosen by: the result says why."""
    return replace(submission, note=None)
