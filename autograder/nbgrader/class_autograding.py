"""Grading a class into nbgrader's gradebook, side by side: what `nbgrader autograde` does, faster.

The steps are nbgrader's and the plug-in's own, as `nbgrader_config.py` names them. A submission is
read and restored in the calling thread, run and judged by a worker, and written in the calling
thread again: its rows in one transaction, then its notebook.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from nbgrader.api import MissingEntry

from autograder.build.release import make_release
from autograder.collecting.asked import asked_of
from autograder.collecting.attempts import AttemptRule, BestAttempts
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.submission import Submission
from autograder.collecting.submissions import FoundHandIn, find_hand_ins
from autograder.course import Course
from autograder.errors import PathError, UnknownNameError
from autograder.gradebook.patience import GradebookError, Patience
from autograder.gradebook.transactions import InstructorsCells, OneTransaction
from autograder.grading.results import SubmissionResult
from autograder.grading.run import result_of_judged
from autograder.keys.key import Key
from autograder.nbgrader.class_submissions import ClassSubmissions
from autograder.nbgrader.configured import configured_app
from autograder.nbgrader.grade_changes import GradeChange, grade_changes
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.loaded_course import keep_loaded
from autograder.nbgrader.nbgrader_steps import DraftConverter, steps_of
from autograder.nbgrader.notebook_grading import (
    NOTEBOOKS,
    GradedNotebook,
    NotebookRun,
    NotebookSetup,
)
from autograder.nbgrader.resolved_hand_ins import STRUCTURE
from autograder.nbgrader.save_scores import EXTRA_CREDIT
from autograder.nbgrader.schema_once import checked_once
from autograder.nbgrader.submission_places import Place, RanSubmission, RestoredSubmission
from autograder.sandbox.confined import Layers
from autograder.workers.as_graded import AsGraded
from autograder.workers.asked import Asked, places_for
from autograder.workers.class_grading import last_results
from autograder.workers.course_grading import GradedFolder
from autograder.workers.dask_cluster import DaskCluster, checked_address
from autograder.workers.kept_replies import Keeping, KeptReplies
from autograder.workers.pool import side_by_side

__all__ = ["ClassAutograding"]


_Ready: TypeAlias = tuple[RestoredSubmission, RanSubmission]
"""A submission that was run, and what that came to."""


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
        figures: whether the course's own figures are drawn for every student, also where
            `nbgrader_config.py` does not ask for it.

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
        figures: bool = False,
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
        self._converter = DraftConverter(coursedir=about, parent=app)
        self._converter.exporter = self._converter.exporter_class(
            parent=self._converter, config=self._converter.config
        )
        self._steps = steps_of(self._converter)
        if Path(self._grader.course) != course.root:
            raise GradebookError(f"nbgrader_config.py is for the course {self._grader.course}")
        keep_loaded(self._grader.course, course)
        if layers is not None:
            self._grader.layers = layers
        self._grader.figures = self._grader.figures or figures

    @property
    def exists(self) -> bool:
        """Whether there is a gradebook, as far as that can be seen: a file, or a server."""
        path = self.url.removeprefix("sqlite:///")
        return path == self.url or Path(path).is_file()

    @property
    def files(self) -> list[Path] | None:
        """The files and folders that are written; None where the gradebook is no file."""
        path = self.url.removeprefix("sqlite:///")
        about = self._converter.coursedir
        autograded = Path(about.root, about.autograded_directory)
        return None if path == self.url else [Path(path), autograded]

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
                read_extra = functools.partial(gradebook.extra_credits, name, name, student)
                extra = self._patience.until_done(read_extra)
                more = graded.resources.get(EXTRA_CREDIT, {})
                changes = grade_changes(graded.notebook, earlier, scores, extra, more)
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
            submissions = self._submissions_in(folder)
            for restored, graded, result in self._that_count(ran, all_keys, last):
                why = submissions.saved(restored, graded, gradebook)
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
        keys = {name: _keys_of(asked[name], all_keys) for name in assignments}
        return last_results(self._keeping, keys)

    def _that_count(
        self,
        ran: Iterator[_Ready],
        all_keys: Mapping[str, Key],
        last: AsGraded | None = None,
    ) -> Iterator[tuple[RestoredSubmission, RanSubmission, SubmissionResult]]:
        """What was run, with its result, which is kept; of several attempts the best."""
        best = BestAttempts[tuple[RestoredSubmission, RanSubmission, SubmissionResult]]()
        for restored, graded in ran:
            submission = restored.submission
            keys = _keys_of(self._asked.assignments[submission.assignment], all_keys)
            result = result_of_judged(
                submission, keys, graded.judged, graded.seconds, whole=graded.whole
            )
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
    ) -> Iterator[tuple[Iterator[_Ready], OneTransaction, dict[str, Key]]]:
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
            submissions = self._submissions_in(folder)
            places, worker = places_for(NOTEBOOKS, setup, setup.limits, workers, cluster)
            ran = side_by_side(
                Place.run,
                (submissions.restored(each, cells) for each in found),
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
    ) -> Place:
        grader = type(self._grader)(parent=self._converter.exporter)
        grader.layers, grader.figures = self._grader.layers, self._grader.figures
        return Place(grader, worker, setup.keys, kept)

    def _submissions_in(self, folder: Path) -> ClassSubmissions:
        return ClassSubmissions(folder, self._asked, self._converter, self._steps, self._patience)

    @functools.cached_property
    def _grader(self) -> GradeInSandbox:
        if self._steps.grade is None:
            raise GradebookError("nbgrader_config.py has autograde run something else in our place")
        return self._steps.grade


def _keys_of(files: Sequence[str], all_keys: Mapping[str, Key]) -> list[Key]:
    """The keys of an assignment's exercises; a file beside an exercise's own has none."""
    return [all_keys[name] for name in files if name in all_keys]
