"""Many submissions on this machine: some workers, each with a warm interpreter of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from autograder.grading.key import Key
from autograder.grading.results import SubmissionResult
from autograder.grading.running import grade_submission
from autograder.grading.submissions import Submission
from autograder.sandbox.host import Layers, Sandbox
from autograder.sandbox.limits import Limits

__all__ = ["grade_all"]


def grade_all(
    submissions: Iterable[Submission],
    keys: Mapping[str, Sequence[Key]],
    *,
    limits: Limits,
    layers: Layers,
    workers: int,
) -> Iterator[SubmissionResult]:
    """Grade submissions side by side.

    Args:
        submissions: read as there is room for them, not all at once.
        keys: by assignment.
        limits: for each submission.
        layers: of the sandbox.
        workers: how many run at a time; threads suffice, the work is done in the sandboxes.

    Yields:
        The results, in the order in which they become ready.

    Raises:
        SandboxUnavailableError: if student code cannot be confined here.
    """
    local = threading.local()
    sandboxes: list[Sandbox] = []

    def grade(submission: Submission) -> SubmissionResult:
        if not hasattr(local, "sandbox"):
            local.sandbox = Sandbox(limits, layers=layers)
            sandboxes.append(local.sandbox)
        return grade_submission(local.sandbox, submission, keys[submission.assignment])

    with ThreadPoolExecutor(workers) as pool:
        try:
            waiting: set[Future[SubmissionResult]] = set()
            for submission in submissions:
                waiting.add(pool.submit(grade, submission))
                if len(waiting) > 2 * workers:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (each.result() for each in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for sandbox in sandboxes:
                sandbox.close()
