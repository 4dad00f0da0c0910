"""Grading a class into nbgrader's gradebook, side by side: what `nbgrader autograde` does, faster.

The steps are nbgrader's and the plug-in's own, as `nbgrader_config.py` names them. A submission is
read and restored in the calling thread, run and judged by a worker, and written in the calling
thread again: its rows in one transaction, then its notebook.
"""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import nbformat
from nbformat import NotebookNode
from nbgrader.api import InvalidEntry, MissingEntry
from nbgrader.converters import Autograde, NbGraderException
from sqlalchemy.exc import SQLAlchemyError

from autograder.build.release import make_release
from autograder.collecting.asked import asked_of
from autograder.collecting.attempts import AttemptRule, BestAttempts
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.submission import Submission
from autograder.collecting.submissions import FoundHandIn, find_hand_ins, read_hand_in
from autograder.course import Course
from autograder.errors import PathError, UnknownNameError
from autograder.gradebook.patience import GradebookError, Patience
from autograder.gradebook.transactions import InstructorsCells, OneTransaction, given_to_nbgrader
from autograder.grading.judge import judge_without_outcomes
from autograder.grading.results import ExerciseResult, SubmissionResult
from autograder.grading.run import result_of_judged
from autograder.keys.key import Key
from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.nbgrader.clean_notebook import read_hand_in as read_notebook_of
from autograder.nbgrader.configured import configured_app
from autograder.nbgrader.grade_changes import GradeChange, grade_changes
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.notebook_grading import (
    NOTEBOOKS,
    GradedNotebook,
    NotebookRun,
    NotebookSetup,
)
from autograder.nbgrader.resolved_hand_ins import STRUCTURE, show_hand_in
from autograder.nbgrader.schema_once import checked_once
from autograder.nbgrader.submission_draft import draft_of, write_flushed
from autograder.sandbox.confined import Layers
from autograder.sandbox.outcome import Problem
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.as_graded import AsGraded
from autograder.workers.asked import Asked, places_for
from autograder.workers.class_grading import last_results
from autograder.workers.course_grading import GradedFolder
from autograder.workers.dask_cluster import ClusterError, DaskCluster, checked_address
from autograder.workers.kept_replies import Keeping, KeptReplies, ask_or_find
from autograder.workers.pool import side_by_side
from autograder.workers.worker_process import WorkerLostError

__all__ = ["ClassAutograding"]


class _Converter(Autograde):  # type: ignore[misc]
    """nbgrader's own, which writes a submission to a draft of its folder."""

    draft: Path | None = None

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        if self.draft is not None:
            return str(self.draft)
        return str(super()._format_dest(assignment_id, student_id, escape))


@dataclass(frozen=True)
class _Restored:
    """A submission as it is run: a notebook whose cells are the instructor's again."""

    found: FoundHandIn
    submission: Submission
    notebook: NotebookNode
    resources: Any
    problem: str = ""


@dataclass(frozen=True)
class _Ran:
    """A submission that was run and judged, and is not written yet."""

    notebook: NotebookNode
    resources: Any
    judged: Mapping[str, ExerciseResult]
    seconds: float
    problem: str = ""


class _Place:
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
        grader.worker = self

    def run(self, restored: _Restored) -> _Ran:
        """Run a submission; whatever goes wrong is its own result."""
        self._judged, self._seconds = {}, 0.0
        notebook, resources, problem = restored.notebook, restored.resources, restored.problem
        if not problem:
            try:
                notebook, resources = self._grader(notebook, resources)
            except (SandboxUnavailableError, ClusterError):
                raise
            except Exception as error:  # noqa: BLE001 - it is the result of this one submission
                problem = _sentence(error)
        return _Ran(notebook, resources, self._judged, self._seconds, problem)

    def ask(self, request: NotebookRun) -> GradedNotebook:
        """Ask the worker, and keep the results beside what the plug-in takes of them."""
        wanted = msgspec.structs.replace(request, with_results=bool(request.exercises))
        try:
            graded = ask_or_find(self._worker, self._kept, wanted, request.exercises)
        except WorkerLostError as lost:
            problem = Problem("unjudged", lost.reason, lost.type)
            for name in request.exercises:
                self._judged[name] = judge_without_outcomes(self._keys[name], problem)
            raise
        self._judged |= {each.exercise: each for each in graded.results}
        self._seconds += graded.seconds
        return graded

    def close(self) -> None:
        """End the worker."""
        self._worker.close()


@dataclass
class _Steps:
    """nbgrader's steps in order: before a notebook is run, the run, and after it."""

    restore: list[Any] = field(default_factory=list)
    prepare: list[Any] = field(default_factory=list)
    grade: GradeInSandbox | None = None
    save: list[Any] = field(default_factory=list)


class ClassAutograding:
    """Grades what was handed in for a course into its gradebook.

    Args:
        course: whose assignments they are.
        url: of the gradebook; None for the one that `nbgrader_config.py` names.
        layers: of the sandbox; None for those that it names.
        scheduler: the address of a Dask scheduler, whose workers run them; None for this machine.
        keeping: where replies of workers are kept, and found again; None for nowhere.
        say: is told what whoever waits should know.
        attempts: which of several attempts of a student counts; None for what the course says.

    Attributes:
        root: of the course.
        submitted: the folder in which nbgrader looks for submissions.
        url: of the gradebook.
        unsaved: of each submission that could not be written, why.

    Raises:
        GradebookError: if nbgrader is configured for something else.
    """

    def __init__(
        self,
        course: Course,
        *,
        url: str | None = None,
        layers: Layers | None = None,
        scheduler: str | None = None,
        keeping: Keeping | None = None,
        say: Callable[[str], None] | None = None,
        attempts: AttemptRule | None = None,
    ) -> None:
        self._course = course
        self._each_attempt = (attempts or course.settings.attempts) == "best"
        self.root = course.root
        self._asked = asked_of(course)
        app = configured_app(course.root)
        about = app.coursedir
        if about.directory_structure != STRUCTURE:
            raise GradebookError(
                f"nbgrader's directory_structure is {about.directory_structure}; "
                f"only {STRUCTURE} can be graded"
            )
        if url is not None:
            about.db_url = url
        self.url: str = about.db_url
        self.submitted = Path(about.root, about.submitted_directory)
        self.unsaved: list[str] = []
        self._keeping = keeping
        self._scheduler = None if scheduler is None else checked_address(scheduler)
        self._say = say or (lambda sentence: None)
        self._patience = Patience(self.url, say)
        self._converter = _Converter(coursedir=about, parent=app)
        self._converter.exporter = self._converter.exporter_class(
            parent=self._converter, config=self._converter.config
        )
        self._steps = self._all_steps()
        if Path(self._grader.course) != course.root:
            raise GradebookError(f"nbgrader_config.py is for the course {self._grader.course}")
        if layers is not None:
            self._grader.layers = layers

    @property
    def exists(self) -> bool:
        """Whether there is a gradebook, as far as that can be seen: a file, or a server."""
        path = self.url.removeprefix("sqlite:///")
        return path == self.url or Path(path).is_file()

    @property
    def layers(self) -> Layers:
        """Of the sandbox."""
        layers: Layers = self._grader.layers
        return layers

    def grade(
        self,
        folder: Path,
        *,
        assignments: Sequence[str],
        workers: int,
        is_wanted: Callable[[str], bool] = lambda student: True,
    ) -> GradedFolder:
        """Grade what lies in a folder, and write it, submission by submission.

        Args:
            folder: holds `<student>/<assignment>/`.
            assignments: the ones to grade.
            workers: how many run at a time.
            is_wanted: is asked for each student.

        Returns:
            The submissions with their results; each was written before it is given.

        Raises:
            PathError: if there is no such folder.
            UnknownNameError: if the course has no such assignment.
            GradebookError: if the gradebook cannot be used, or lacks an assignment; with the first
                result.
        """
        leftovers = Leftovers()
        found = self._find(folder, assignments, leftovers, is_wanted)
        return GradedFolder(self._graded(folder, found, assignments, workers), leftovers)

    def compare(
        self,
        folder: Path,
        *,
        assignments: Sequence[str],
        workers: int,
        is_wanted: Callable[[str], bool] = lambda student: True,
    ) -> Generator[tuple[Submission, list[GradeChange]]]:
        """Grade what lies in a folder, and write nothing; see `grade`.

        Yields:
            Each submission with what would change in the gradebook.
        """
        found = self._find(folder, assignments, Leftovers(), is_wanted)
        with self._running(folder, found, assignments, workers) as (ran, gradebook, all_keys):
            for restored, graded, _ in self._that_count(ran, all_keys):
                if graded.problem:
                    yield restored.submission, []
                    continue
                name, student = restored.submission.assignment, restored.found.student
                read = functools.partial(gradebook.auto_scores, name, name, student)
                scores = self._patience.until_done(read)
                earlier = Path(self._converter._format_dest(name, student)) / f"{name}.ipynb"
                changes = grade_changes(graded.notebook, earlier, scores)
                yield restored.submission, list(changes)

    def _find(
        self,
        folder: Path,
        assignments: Sequence[str],
        leftovers: Leftovers,
        is_wanted: Callable[[str], bool],
    ) -> Iterator[FoundHandIn]:
        if not folder.is_dir():
            raise PathError(f"there is no folder {folder}", folder)
        for name in assignments:
            if name not in self._asked.assignments:
                raise UnknownNameError("assignment", name, self._asked.assignments)
        return find_hand_ins(
            folder,
            self._asked,
            assignments=assignments,
            leftovers=leftovers,
            is_wanted=is_wanted,
            each_attempt=self._each_attempt,
        )

    def _graded(
        self, folder: Path, found: Iterator[FoundHandIn], assignments: Sequence[str], workers: int
    ) -> Generator[tuple[Submission, SubmissionResult]]:
        with self._running(folder, found, assignments, workers) as (ran, gradebook, all_keys):
            last = self._last_results(assignments, all_keys)
            for restored, graded, result in self._that_count(ran, all_keys, last):
                why = self._saved(restored, graded, folder, gradebook)
                submission = restored.submission
                if why:
                    self.unsaved.append(f"{submission.student} {submission.assignment}: {why}")
                yield submission, result

    def _last_results(
        self, assignments: Sequence[str], all_keys: Mapping[str, Key]
    ) -> AsGraded | None:
        """Where feedback finds what submissions came to."""
        if self._keeping is None:
            return None
        asked = self._asked.assignments
        keys = {name: [all_keys[each] for each in asked[name]] for name in assignments}
        return last_results(self._keeping, keys)

    def _that_count(
        self,
        ran: Iterator[tuple[_Restored, _Ran]],
        all_keys: Mapping[str, Key],
        last: AsGraded | None = None,
    ) -> Iterator[tuple[_Restored, _Ran, SubmissionResult]]:
        """What was run, with its result, which is kept; of several attempts the best."""
        best = BestAttempts[tuple[_Restored, _Ran, SubmissionResult]]()
        for restored, graded in ran:
            submission = restored.submission
            keys = [all_keys[name] for name in self._asked.assignments[submission.assignment]]
            result = result_of_judged(submission, keys, graded.judged, graded.seconds)
            if last is not None and not graded.problem:
                last.keep(submission, result)
            about = (submission.student, submission.assignment)
            best.expect(*about, restored.found.attempts)
            # One that could not be graded gives way to one that has no points.
            points = -1.0 if graded.problem else float(result.score)
            counts = best.take(*about, submission.source, points, (restored, graded, result))
            if counts is not None:
                yield counts

    @contextlib.contextmanager
    def _running(
        self, folder: Path, found: Iterator[FoundHandIn], assignments: Sequence[str], workers: int
    ) -> Iterator[tuple[Iterator[tuple[_Restored, _Ran]], OneTransaction, dict[str, Key]]]:
        """What becomes ready, the gradebook to write it to, and the keys by exercise."""
        with contextlib.ExitStack() as stack:
            stack.enter_context(checked_once())
            cells, gradebook = self._opened(assignments, stack)
            setup = self._grader.setup(assignments)
            kept = None
            if self._keeping is not None:
                about = [setup.limits, setup.layers, setup.language, setup.phrases]
                kept = self._keeping.replies(NOTEBOOKS, list(setup.keys.values()), about)
                stack.callback(kept.prune)
            cluster = None
            if self._scheduler is not None:
                cluster = stack.enter_context(DaskCluster(self._scheduler, self._say))
            places, worker = places_for(NOTEBOOKS, setup, setup.limits, workers, cluster)
            ran = side_by_side(
                _Place.run,
                (self._restored(each, folder, cells) for each in found),
                make=lambda: self._place(worker(), setup, kept),
                places=places,
            )
            stack.enter_context(contextlib.closing(ran))
            yield ran, gradebook, setup.keys

    def _opened(
        self, assignments: Sequence[str], stack: contextlib.ExitStack
    ) -> tuple[InstructorsCells, OneTransaction]:
        """The gradebook, with the assignments in it."""

        def open_and_fill() -> tuple[InstructorsCells, OneTransaction]:
            course = self._converter.coursedir.course_id
            cells = InstructorsCells(self.url, course)
            stack.callback(cells.disconnect)
            for name in assignments:
                self._add_missing(cells, name)
            gradebook = OneTransaction(self.url, course)
            stack.callback(gradebook.disconnect)
            return cells, gradebook

        return self._patience.once(open_and_fill)

    def _add_missing(self, cells: InstructorsCells, assignment: str) -> None:
        try:
            cells.find_notebook(assignment, assignment)
        except MissingEntry:
            root = self._course.root
            if not (root / "source" / assignment).is_dir():
                raise GradebookError(
                    f"the gradebook has no assignment {assignment!r}, and there is no "
                    f"source/{assignment} to add it from; run `autograder build`"
                ) from None
            course = self._converter.coursedir.course_id
            cells.add_course(course)
            settings = self._course.settings.assignment
            due = next((each.due for each in settings if each.name == assignment), None)
            make_release(root, assignment, into=self.url, course=course, due=due)

    def _place(
        self,
        worker: Asked[NotebookRun, GradedNotebook],
        setup: NotebookSetup,
        kept: KeptReplies[NotebookRun, GradedNotebook] | None,
    ) -> _Place:
        grader = type(self._grader)(parent=self._converter.exporter)
        grader.layers = self._grader.layers
        return _Place(grader, worker, setup.keys, kept)

    @functools.cached_property
    def _grader(self) -> GradeInSandbox:
        if self._steps.grade is None:
            raise GradebookError("nbgrader_config.py has autograde run something else in our place")
        return self._steps.grade

    def _all_steps(self) -> _Steps:
        steps, converter = _Steps(), self._converter
        converter._sanitizing = True
        converter._init_preprocessors()
        steps.restore = list(converter.exporter._preprocessors)
        converter._sanitizing = False
        converter._init_preprocessors()
        for step in converter.exporter._preprocessors:
            if isinstance(step, GradeInSandbox):
                steps.grade = step
            else:
                (steps.prepare if steps.grade is None else steps.save).append(step)
        converter._sanitizing = True
        return steps

    def _restored(self, found: FoundHandIn, folder: Path, cells: InstructorsCells) -> _Restored:
        """Read what was handed in, and restore its cells."""
        submission = read_hand_in(found, self._asked)
        expected, taken = show_hand_in(self._converter, found, folder)
        resources = self._converter.init_single_notebook_resources(expected)
        notebook = read_notebook_of(Path(expected), taken, self._converter)

        def restore() -> tuple[NotebookNode, Any]:
            with given_to_nbgrader(cells):
                made, about = _done(self._steps.restore, notebook, resources)
                # Between its two passes nbgrader writes the notebook and reads it again.
                made = clean_notebook(json.dumps(made).encode())
                return _done(self._steps.prepare, made, about)

        try:
            made, about = self._patience.until_done(restore)
        except (GradebookError, SQLAlchemyError):
            raise
        except Exception as error:  # noqa: BLE001 - it is the result of this one submission
            return _Restored(found, submission, notebook, resources, _sentence(error))
        return _Restored(found, submission, made, about)

    def _saved(
        self, restored: _Restored, ran: _Ran, folder: Path, gradebook: OneTransaction
    ) -> str:
        """Write one submission, whole; why that is not possible, or nothing."""
        if ran.problem:
            return ran.problem
        try:
            self._patience.until_done(lambda: self._save(restored, ran, folder, gradebook))
        except (GradebookError, SQLAlchemyError, OSError, SandboxUnavailableError):
            raise
        except Exception as error:  # noqa: BLE001 - it is the result of this one submission
            return _sentence(error)
        return ""

    def _save(
        self, restored: _Restored, ran: _Ran, folder: Path, gradebook: OneTransaction
    ) -> None:
        converter, student = self._converter, restored.found.student
        assignment = restored.found.resolved.assignment
        show_hand_in(converter, restored.found, folder)
        final = Path(converter._format_dest(assignment, student))
        with draft_of(final) as draft, given_to_nbgrader(gradebook), gradebook.submission():
            converter.draft = draft
            try:
                converter.init_assignment(assignment, student)
                notebook, _ = _done(self._steps.save, _copy(ran.notebook), ran.resources)
                text = nbformat.writes(notebook, version=converter.exporter.nbformat_version)
                write_flushed(draft / f"{assignment}.ipynb", text)
                converter.set_permissions(assignment, student)
            finally:
                converter.draft = None


def _done(steps: Sequence[Any], notebook: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
    for step in steps:
        notebook, resources = step(notebook, resources)
    return notebook, resources


def _copy(notebook: NotebookNode) -> NotebookNode:
    """What the steps may change, so that they can be done again."""
    return nbformat.from_dict(notebook)


def _sentence(error: Exception) -> str:
    """What an error says, in one line; of what nbgrader raises on purpose no more than that."""
    said = next(iter(str(error).strip().splitlines()), "")
    if said and isinstance(error, NbGraderException | InvalidEntry | MissingEntry):
        return said
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
