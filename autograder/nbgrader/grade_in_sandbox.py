"""The preprocessor that nbgrader runs in place of a kernel: it runs and scores a notebook.

Everything here fails closed: a grade cell always ends with one plain number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode, from_dict
from nbgrader.converters import NbGraderException
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Enum, Integer, TraitError, Unicode, default, validate

from autograder.collecting.pieces import Piece, asked_after, check_places, imported_answers
from autograder.grading.judge import judge_without_outcomes
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.nbgrader.assignment_workers import (
    course_language,
    kept_worker,
    keys_of,
    setup_of,
    unfinished_of,
)
from autograder.nbgrader.before_grading import given_to, is_python
from autograder.nbgrader.brought_files import Brought, find_brought
from autograder.nbgrader.cell_outputs import error_output, score_output
from autograder.nbgrader.course_figure import (
    figure_of,
    is_left_out,
    left_out_figures,
    not_drawn_output,
)
from autograder.nbgrader.hidden_tests import HideHiddenTests
from autograder.nbgrader.loaded_course import converter_of, course_root, course_settings, is_ours
from autograder.nbgrader.notebook_grading import (
    GradedExercise,
    GradedNotebook,
    NotebookRun,
    NotebookSetup,
    RanCell,
    shown,
)
from autograder.nbgrader.notebook_limits import LimitTraits
from autograder.nbgrader.restore_cells import has_answer, is_put_back
from autograder.nbgrader.run_ahead import ahead_of
from autograder.nbgrader.save_scores import EXTRA_CREDIT
from autograder.nbgrader.scored_tests import Scoring
from autograder.nbgrader.source_imports import large_modules
from autograder.nbgrader.unfinished import mark_graded
from autograder.report.language import Language
from autograder.report.messages import describe_problem
from autograder.report.sentences import SENTENCES
from autograder.sandbox.outcome import Problem
from autograder.sandbox.session import SandboxUnavailableError
from autograder.texts import FALLBACK
from autograder.unknown_names import unknown
from autograder.workers.worker_process import WorkerLostError

__all__ = ["Asked", "GradeInSandbox", "NotebookRuns"]


class Asked(Protocol):
    """Whoever is asked to run and judge a notebook."""

    def ask(self, request: NotebookRun) -> GradedNotebook:
        """Run and judge it.

        Raises:
            WorkerLostError: if there is no reply.
        """


@dataclass(frozen=True)
class NotebookRuns:
    """How a notebook is run.

    Attributes:
        checks: the cells that are graded by a key, by the name of the exercise.
        others: all other cells of code, by number.
        tests: those of them that are the instructor's tests.
        shown: the run whose outputs are shown.
        whole: the run with hidden tests, which decides; None where there are none.
        left_out: the numbers of cells that draw the course's figure, and are not run.
    """

    checks: dict[str, NotebookNode]
    others: dict[int, NotebookNode]
    tests: dict[int, NotebookNode]
    shown: NotebookRun
    whole: NotebookRun | None
    left_out: frozenset[int] = frozenset()

    @property
    def all(self) -> list[NotebookRun]:
        """The runs in their order."""
        return [self.shown] if self.whole is None else [self.shown, self.whole]


class GradeInSandbox(LimitTraits, Execute):  # type: ignore[misc]
    """Runs a notebook's cells in the sandbox and writes the scores of its exercises."""

    course = Unicode(help="The root of a course of ours; empty where it is none.").tag(config=True)
    language = Unicode("", help="Of the feedback; empty for the first of course.toml.").tag(
        config=True
    )
    layers = Enum(
        ["full", "inner", "none"],
        "full",
        help="Of the sandbox; 'none' runs student code without protection.",
    ).tag(config=True)
    timeout = Integer(
        None, allow_none=True, help="Seconds for a cell; else what course.toml says, or 30."
    ).tag(config=True)
    workers = Integer(
        None,
        allow_none=True,
        min=1,
        help="How many notebooks of a class run at a time; else as many as there are processors.",
    ).tag(config=True)
    figures = Bool(
        False,
        help="Draw the course's own figures for every student, and not only where a person grades "
        "a part of the assignment; feedback draws them in any case.",
    ).tag(config=True)
    worker: Asked | None = None  # in the place of this process's own: one of several

    def __call__(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Grade one notebook; with `--no-execute` leave it as it is, and score its tests 0.

        nbgrader gives all points to a test without outputs, and those that were saved are not read.
        """
        mark_graded(nb)
        self._say_what_is_unfinished(resources["nbgrader"])
        if self.enabled:
            return super().__call__(nb, resources)  # type: ignore[no-any-return]
        for cell in filter(_is_test, nb.cells):
            self.log.warning("'%s' was not run; it scores 0", cell.metadata.nbgrader.grade_id)
            cell.outputs = [from_dict(score_output(0.0))]
        return nb, resources

    def preprocess(
        self, nb: NotebookNode, resources: Any, km: Any = None
    ) -> tuple[NotebookNode, Any]:
        """Grade one notebook. Never starts a kernel.

        Raises:
            NbGraderException: if the instructor's notebook is not one in Python.
            CellTimeoutError: if a cell takes too long and `interrupt_on_timeout` is False.
        """
        about = resources["nbgrader"]
        kernel = nb.metadata.get("kernelspec", {})
        if not is_python(kernel):
            raise NbGraderException(f"the sandbox runs Python, and not the kernel {kernel!r}")
        keys, worker = self._keys(about), self._own_worker(about)
        runs = self.runs_of(nb, about)
        ran, exercises = self._run_cells(worker, runs.shown, runs.others, keys)
        self._say_what_is_missing(about, ran.values())
        counted = 0
        for number, cell in runs.others.items():
            is_run = bool(cell.source.strip()) and number not in runs.left_out
            counted += is_run  # as a kernel counts
            cell.execution_count = counted if is_run else None
            outputs = ran[number].outputs
            if number in runs.left_out:
                outputs = [not_drawn_output(self._language())]
            cell.outputs = [from_dict(output) for output in outputs]
        extra = resources.setdefault(EXTRA_CREDIT, {})
        for name, cell in runs.checks.items():
            self._grade(cell, keys[name], exercises[name])
            if any(check.extra for check in keys[name].checks):
                worth = float(cell.metadata.nbgrader.points) / keys[name].points
                extra[name] = worth * exercises[name].extra_credit
        if runs.whole is not None:
            ran, _ = self._run_cells(worker, runs.whole, runs.others, keys)
        scoring = Scoring(self._language(), self.limits().cell_seconds, self.parent, self.log)
        for number, cell in runs.tests.items():
            scoring.score(cell, ran[number], hidden=runs.whole is not None)
        return nb, resources

    def runs_of(self, nb: NotebookNode, about: Mapping[str, str]) -> NotebookRuns:
        """How a notebook is run.

        Args:
            nb: whose cells are the instructor's again.
            about: whose it is, by nbgrader's names: `student`, `assignment`, `notebook`.
        """
        checks = _checks(nb, self._keys(about))
        others = {
            number: cell
            for number, cell in enumerate(nb.cells)
            if cell.cell_type == "code" and not any(cell is each for each in checks.values())
        }
        tests = {number: cell for number, cell in others.items() if _is_test(cell)}
        sources = {number: cell.source for number, cell in others.items()}
        left_out = frozenset[int]()
        # An instructor's own tests may ask anything.
        if checks and not tests and not self.figures:
            figure = figure_of(self.course, about["assignment"])
            left_out = left_out_figures(nb.cells, sources, figure)
            sources |= dict.fromkeys(left_out, "")
        hide = HideHiddenTests(parent=self)
        visible = sources | {number: hide.visible(cell.source) for number, cell in tests.items()}
        # A cell that was put back stands where no student has seen it checked.
        own = [cell for cell in nb.cells if not is_put_back(cell)]
        pieces = asked_after(_pieces(visible), check_places(own, list(checks)))
        typed = [name for name, cell in checks.items() if has_answer(cell)]
        brought, whole = self._brought(about), None
        beside = list(imported_answers(nb.cells))
        if visible != sources:
            # Hidden tests run separately: nothing that is printed after them is shown.
            hidden = list(asked_after(_pieces(sources), {}))
            whole = NotebookRun(hidden, [], [], brought, beside, draw=False)
        shown = NotebookRun(list(pieces), list(checks), typed, brought, beside)
        return NotebookRuns(checks, others, tests, shown, whole, left_out)

    def draw_left_out(self, nb: NotebookNode, about: Mapping[str, str]) -> None:
        """Draw the figures of a graded notebook that were left out when it was graded.

        What cannot be drawn here is as it was.

        Args:
            nb: whose cells are shown.
            about: see `runs_of`.
        """
        if not any(map(is_left_out, nb.cells)):
            return
        code = {number: cell for number, cell in enumerate(nb.cells) if cell.cell_type == "code"}
        run = {number: cell for number, cell in code.items() if not _is_test(cell)}
        pieces = _pieces({number: cell.source for number, cell in run.items()})
        asked = NotebookRun(list(pieces), [], beside=list(imported_answers(nb.cells)))
        # Nothing is judged, so no keys are made.
        setup = setup_of(
            "", about["assignment"], self.limits(), self.layers, self._language(), "", ()
        )
        try:
            drawn = kept_worker(setup).ask(asked)
        except (WorkerLostError, SandboxUnavailableError) as error:
            self.log.warning("%s: the figure cannot be drawn: %s", about["student"], error)
            return
        for cell, ran in zip(run.values(), drawn.cells, strict=True):
            if is_left_out(cell):
                cell.outputs = [from_dict(output) for output in ran.outputs]

    def _run_cells(
        self,
        worker: Asked,
        run: NotebookRun,
        cells: Mapping[int, NotebookNode],
        keys: Mapping[str, Key],
    ) -> tuple[dict[int, RanCell], dict[str, GradedExercise]]:
        """Run cells by their numbers."""
        try:
            graded = worker.ask(run)
        except WorkerLostError as lost:
            problem = Problem("unjudged", lost.reason, lost.type)
            self.log.warning("a notebook could not be judged (%s); it scores 0", lost.reason)
            graded = _unjudged(run, keys, problem, self._language())
        ran = dict(zip(cells, graded.cells, strict=True))
        self._raise_on_timeout(cells, ran)
        return ran, graded.exercises

    def _raise_on_timeout(
        self, cells: Mapping[int, NotebookNode], ran: Mapping[int, RanCell]
    ) -> None:
        """Refuse the notebook where a cell took too long and is not to be interrupted."""
        for number, cell in cells.items():
            problem = ran[number].problem
            if problem is not None and problem.kind == "timeout" and not self.interrupt_on_timeout:
                seconds = int(self.limits().cell_seconds)
                raise CellTimeoutError.error_from_timeout_and_cell("", seconds, cell)

    def _grade(self, cell: NotebookNode, key: Key, graded: GradedExercise) -> None:
        points = float(cell.metadata.nbgrader.points)
        if points != key.points:
            self.log.warning(
                "'%s' is worth %s points in the gradebook and %s in the course; scaled",
                key.exercise,
                points,
                key.points,
            )
        score = min(max(points * graded.score / key.points, 0.0), points)
        cell.outputs = [from_dict(output) for output in (*graded.outputs, score_output(score))]
        # For programs that read the graded notebook; nbgrader leaves keys that are not its own.
        cell.metadata["autograder"] = graded.record

    def _keys(self, about: Mapping[str, str]) -> dict[str, Key]:
        if not self.course or about["notebook"] != about["assignment"]:
            return {}
        return keys_of(self.course, about["assignment"], self.layers)

    def setup(self, assignments: Sequence[str]) -> NotebookSetup:
        """What a worker needs for the notebooks of these assignments of the course.

        Raises:
            CourseError: if an exercise cannot be graded.
        """
        several = (keys_of(self.course, each, self.layers) for each in assignments)
        keys = {name: key for each in several for name, key in each.items()}
        language = self._language()
        return NotebookSetup(keys, self.limits(), self.layers, str(language), language.phrases)

    def limits(self) -> Limits:
        """How much a notebook may use."""
        course = course_settings(self.course).limits if self.course else None
        return self.chosen_limits(course, self.timeout)

    def assignment_setup(self, assignment: str) -> NotebookSetup:
        """What a worker needs for the notebooks of an assignment, with the files beside them."""
        converter = converter_of(self)
        loaded: tuple[str, ...] = ()
        if converter is not None:
            about = converter.coursedir
            loaded = large_modules(Path(about.format_path(about.source_directory, ".", assignment)))
        limits, language, given = self.limits(), self._language(), given_to(converter).folder
        return setup_of(self.course, assignment, limits, self.layers, language, given, loaded)

    def _own_worker(self, about: Mapping[str, str]) -> Asked:
        if self.worker is not None:
            return self.worker
        ahead = ahead_of(converter_of(self), about)
        return ahead or kept_worker(self.assignment_setup(about["assignment"]))

    def _brought(self, about: Mapping[str, str]) -> Brought:
        """What a student handed in beside the notebook; nothing for a course of ours."""
        converter = converter_of(self)
        if converter is None or is_ours(self.course, about["assignment"]):
            return Brought()
        course, student = converter.coursedir, about["student"]
        folder = course.format_path(course.submitted_directory, student, about["assignment"])

        def say(what: str) -> None:
            self.log.warning("%s: %s", student, what)

        return find_brought(course, folder, given_to(converter), self.limits().data_mb, say)

    def _say_what_is_unfinished(self, about: Mapping[str, str]) -> None:
        """Name the adopted mistakes that cannot be used."""
        if self._keys(about):
            for fault in unfinished_of(self.course, about["assignment"]):
                self.log.warning("%s; graded without it", fault)

    def _say_what_is_missing(self, about: Mapping[str, str], ran: Iterable[RanCell]) -> None:
        """Name the modules that were not found; a student may have made up any of them."""
        errors = (each.problem for each in ran if each.problem is not None)
        for name in {each.name for each in errors if each.type == "ModuleNotFoundError"}:
            if name.isidentifier() and name.isascii():
                sentence = "%s: imports %r, which is neither beside the notebook nor installed here"
                self.log.warning(sentence, about.get("student", "a notebook"), name)

    @default("course")  # type: ignore[untyped-decorator]
    def _where_nbgrader_works(self) -> str:
        return course_root(self)

    @validate("language")  # type: ignore[untyped-decorator]
    def _one_of_the_courses(self, proposal: Any) -> str:
        language = str(proposal["value"])
        # Without a course there are the languages that the framework itself has.
        known = course_settings(self.course).languages if self.course else list(SENTENCES)
        if language and language not in known:
            raise TraitError(f"GradeInSandbox.language: {unknown('language', language, known)}")
        return language

    def _language(self) -> Language:
        if not self.course:
            return Language(self.language or FALLBACK)
        return course_language(self.course, str(self.language))


def _unjudged(
    run: NotebookRun, keys: Mapping[str, Key], problem: Problem, language: str
) -> GradedNotebook:
    """What a notebook comes to that a worker could not judge."""
    told = [error_output("Stopped", describe_problem(problem, language))]
    cells = [RanCell(told, problem) for _ in run.pieces]
    results = (judge_without_outcomes(keys[name], problem) for name in run.exercises)
    return GradedNotebook(cells, {each.exercise: shown(each, language) for each in results})


def _pieces(sources: Mapping[int, str]) -> Iterable[Piece]:
    return (Piece(*item) for item in sources.items())


def _checks(nb: NotebookNode, keys: Mapping[str, Key]) -> dict[str, NotebookNode]:
    """The cells that are graded by a key, by the name of the exercise."""
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in nb.cells
        if _is_test(cell) and cell.metadata.nbgrader.grade_id in keys
    }


def _is_test(cell: NotebookNode) -> bool:
    """Whether a cell's outputs decide its score."""
    return bool(cell.cell_type == "code" and is_grade(cell) and not is_solution(cell))
