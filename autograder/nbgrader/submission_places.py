"""Where the submissions of a class are run, one after the other in each place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from nbformat import NotebookNode
from nbgrader.api import InvalidEntry, MissingEntry
from nbgrader.converters import NbGraderException

from autograder.collecting.submission import Submission
from autograder.collecting.submissions import FoundHandIn
from autograder.grading.judge import judge_without_outcomes
from autograder.grading.results import ExerciseResult
from autograder.keys.key import Key
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.notebook_grading import GradedNotebook, NotebookRun
from autograder.sandbox.outcome import Problem
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.asked import Asked
from autograder.workers.dask_cluster import ClusterError
from autograder.workers.kept_replies import KeptReplies, ask_or_find
from autograder.workers.worker_process import WorkerLostError

__all__ = ["Place", "RanSubmission", "RestoredSubmission", "error_sentence"]


@dataclass(frozen=True)
class RestoredSubmission:
    """A submission as it is run: a notebook whose cells are the instructor's again."""

    found: FoundHandIn
    submission: Submission
    notebook: NotebookNode
    resources: Any
    problem: str = ""


@dataclass(frozen=True)
class RanSubmission:
    """A submission that was run and judged, and is not written yet."""

    notebook: NotebookNode
    resources: Any
    judged: Mapping[str, ExerciseResult]
    seconds: float
    problem: str = ""
    whole: bool = True


class Place:
    """Where one submission after the other is run: the plug-in with a worker of its own."""

    def __init__(
        self,
        grader: GradeInSandbox,
        worker: Asked[NotebookRun, GradedNotebook],
        keys: Mapping[str, Key],
        kept: KeptReplies[NotebookRun, GradedNotebook] | None,
    ) -> None:
        self._grader = grader
        self._worker = worker
        self._keys = keys
        self._kept = kept
        self._judged: dict[str, ExerciseResult] = {}
        self._seconds = 0.0
        self._whole = True
        grader.worker = self

    def run(self, restored: RestoredSubmission) -> RanSubmission:
        """Run a submission; whatever goes wrong is its own result."""
        self._judged, self._seconds, self._whole = {}, 0.0, True
        notebook, resources, problem = restored.notebook, restored.resources, restored.problem
        if not problem:
            try:
                notebook, resources = self._grader(notebook, resources)
            except (SandboxUnavailableError, ClusterError):
                raise
            except Exception as error:  # noqa: BLE001 - it is the result of this one submission
                problem = error_sentence(error)
        whole = self._whole and not problem
        return RanSubmission(notebook, resources, self._judged, self._seconds, problem, whole)

    def ask(self, request: NotebookRun) -> GradedNotebook:
        """Ask the worker, and keep the results beside what the plug-in takes of them."""
        wanted = msgspec.structs.replace(request, with_results=bool(request.exercises))
        try:
            graded = ask_or_find(self._worker, self._kept, wanted, request.exercises)
        except WorkerLostError as lost:
            problem = Problem("unjudged", lost.reason, lost.type)
            for name in request.exercises:
                self._judged[name] = judge_without_outcomes(self._keys[name], problem)
            self._whole = False
            raise
        self._judged |= {each.exercise: each for each in graded.results}
        self._seconds += graded.seconds
        self._whole = self._whole and graded.whole
        return graded

    def stop(self) -> None:
        """Have whoever waits for the worker, in another thread, get no reply."""
        self._worker.stop()

    def close(self) -> None:
        """End the worker."""
        self._worker.close()


def error_sentence(error: Exception) -> str:
    """What an error says, in one line; of what nbgrader raises on purpose no more than that."""
    said = next(iter(str(error).strip().splitlines()), "")
    if said and isinstance(error, NbGraderException | InvalidEntry | MissingEntry):
        return said
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
