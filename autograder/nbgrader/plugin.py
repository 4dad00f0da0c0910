"""The plug-in that nbgrader runs in place of a kernel: read, restore and grade a notebook.

Configuration is all it takes; `nbgrader_config.py` says

    from autograder.nbgrader.plugin import configure
    configure(get_config())

Everything here fails closed: a notebook that cannot be read is graded as an empty one, a cell that
is not what the instructor released is put back, and a grade cell always ends with one plain number.
"""

from __future__ import annotations

import atexit
import functools
import math
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell
from nbgrader.converters import NbGraderException
from nbgrader.preprocessors import Execute, IgnorePattern
from nbgrader.utils import is_grade, is_solution
from sqlalchemy.exc import SAWarning
from traitlets import Enum, Integer, TraitError, Unicode, default, validate

from autograder.build.release import find_tools
from autograder.collecting.pieces import Piece, asked_after, check_places
from autograder.course import CourseError, find_course
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.grading.judge import judge_without_outcomes
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.nbgrader.before_grading import given_to, is_python, look_before_grading
from autograder.nbgrader.brought_files import Brought, find_brought
from autograder.nbgrader.cell_outputs import (
    error_output,
    hidden_test_output,
    says_failed,
    score_output,
    shown_output,
)
from autograder.nbgrader.clean_notebook import ReadSafely
from autograder.nbgrader.companions import leave_companions
from autograder.nbgrader.feedback_exporter import FeedbackPages, safe_markdown
from autograder.nbgrader.feedback_page import TEMPLATES
from autograder.nbgrader.formgrader import guard_formgrader
from autograder.nbgrader.hidden_tests import HideHiddenTests
from autograder.nbgrader.kept_back import keep_feedback_back
from autograder.nbgrader.loaded_course import (
    converter_of,
    course_root,
    course_settings,
    is_ours,
    loaded_course,
)
from autograder.nbgrader.notebook_grading import (
    NOTEBOOKS,
    GradedExercise,
    GradedNotebook,
    NotebookRun,
    NotebookSetup,
    RanCell,
    shown,
)
from autograder.nbgrader.notebook_limits import LimitTraits
from autograder.nbgrader.resolved_hand_ins import resolve_hand_ins
from autograder.nbgrader.restore_cells import RestoreCells, has_answer, is_put_back
from autograder.nbgrader.save_scores import EXTRA_CREDIT, SaveScores
from autograder.nbgrader.source_imports import large_modules
from autograder.nbgrader.unfinished import mark_graded
from autograder.nbgrader.zip_collect import CollectByStudent, UnpackByStudent
from autograder.report.language import Language, read_language
from autograder.report.messages import describe_problem, say
from autograder.report.sentences import SENTENCES
from autograder.sandbox.confined import Layers
from autograder.sandbox.outcome import Problem
from autograder.texts import FALLBACK
from autograder.unknown_names import unknown
from autograder.workers.libraries import with_libraries
from autograder.workers.worker_process import WorkerLostError, WorkerProcess

__all__ = ["Asked", "GradeInSandbox", "configure"]


def configure(config: Any, root: str | Path | None = None) -> None:
    """Have nbgrader grade a course in the sandbox, one of ours or any other.

    Args:
        config: what `get_config()` gives in `nbgrader_config.py`.
        root: of the course of ours whose exercises are graded, or a folder below it; None for the
            folder that nbgrader works in, where no `course.toml` has to be.

    Raises:
        SystemExit: if there is no course of ours where one is said to be. nbgrader passes over any
            other error in its configuration, and would then run student code without a sandbox.
    """
    find_tools()
    # These come from nbgrader's use of SQLAlchemy; an instructor cannot fix them.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    if root is not None:
        try:
            config.GradeInSandbox.course = str(find_course(Path(root).resolve()))
        except CourseError as error:
            raise SystemExit(f"nbgrader_config.py: {error}") from None
    leave_companions()
    resolve_hand_ins()
    look_before_grading(_limits_for)
    keep_feedback_back()
    guard_formgrader()
    config.Autograde.exporter_class = ReadSafely
    config.Autograde.sanitize_preprocessors = [
        "nbgrader.preprocessors.ClearOutput",
        RestoreCells,
        "nbgrader.preprocessors.OverwriteKernelspec",
        "nbgrader.preprocessors.OverwriteCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.Autograde.autograde_preprocessors = [
        GradeInSandbox,
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        SaveScores,
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.ZipCollectApp.extractor_plugin = UnpackByStudent
    config.ZipCollectApp.collector_plugin = CollectByStudent
    config.GenerateFeedback.exporter_class = FeedbackPages
    config.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        HideHiddenTests,
    ]
    # What follows is for the formgrader, whose pages are nbgrader's own.
    config.HTMLExporter.filters = {"markdown2html": safe_markdown}
    config.HTMLExporter.extra_template_paths = [str(TEMPLATES)]


@functools.cache
def _keys(root: str, assignment: str, layers: Layers) -> dict[str, Key]:
    """The keys of an assignment's exercises; none for an assignment that is not of this course."""
    course = loaded_course(root)
    solutions = [s for s in course.solutions() if s.assignment == assignment]
    seed, limits = hidden_seed(course.root), course.settings.limits
    keys = make_keys(solutions, seed, limits=limits, layers=layers)
    return with_libraries(course, keys, layers=layers)


@functools.cache
def _course_language(root: str, language: str) -> Language:
    """A language of a course with its own sentences; the course's first where none is named."""
    return read_language(language or course_settings(root).language, Path(root))


_said: set[tuple[str, str]] = set()


def _unfinished(root: str, assignment: str) -> Iterator[CourseError]:
    """The faults of an assignment's adopted mistakes; said once, not for each notebook."""
    if (root, assignment) not in _said:
        _said.add((root, assignment))
        yield from loaded_course(root).unfinished(assignment)


def _limits_for(converter: Any) -> Limits | None:
    plugin = GradeInSandbox(parent=converter)
    return plugin.limits() if plugin.enabled else None


_Worker: TypeAlias = WorkerProcess[NotebookSetup, NotebookRun, GradedNotebook]


@functools.cache
def _worker(
    root: str,
    assignment: str,
    limits: Limits,
    layers: Layers,
    language: Language,
    given: str,
    loaded: tuple[str, ...],
) -> _Worker:
    """The worker for the notebooks of an assignment; without a course it has no keys."""
    keys = _keys(root, assignment, layers) if root else {}
    setup = NotebookSetup(keys, limits, layers, str(language), language.phrases, given, [*loaded])
    worker = WorkerProcess(NOTEBOOKS, setup, limits)
    atexit.register(worker.close)
    return worker


class Asked(Protocol):
    """Whoever is asked to run and judge a notebook."""

    def ask(self, request: NotebookRun) -> GradedNotebook:
        """Run and judge it.

        Raises:
            WorkerLostError: if there is no reply.
        """


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
    worker: Asked | None = None  # in the place of this process's own: one of several

    def __call__(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Grade one notebook; with `--no-execute` leave it as it is, and score its checks 0."""
        mark_graded(nb)
        if self.enabled:
            return super().__call__(nb, resources)  # type: ignore[no-any-return]
        for cell in self._checks(nb, self._notebook_keys(resources["nbgrader"])).values():
            self.log.warning("'%s' was not run; it scores 0", cell.metadata.nbgrader.grade_id)
            cell.outputs = [score_output(0.0)]
        return nb, resources

    def preprocess(
        self, nb: NotebookNode, resources: Any, km: Any = None
    ) -> tuple[NotebookNode, Any]:
        """Grade one notebook. Never starts a kernel.

        Raises:
            NbGraderException: if the instructor's notebook is not one in Python.
            CellTimeoutError: if a cell takes too long and `interrupt_on_timeout` is False.
        """
        kernel = nb.metadata.get("kernelspec", {})
        if not is_python(kernel):
            raise NbGraderException(f"the sandbox runs Python, and not the kernel {kernel!r}")
        keys = self._notebook_keys(resources["nbgrader"])
        worker = self._own_worker(resources["nbgrader"]["assignment"])
        brought = self._brought(resources["nbgrader"])
        checks = self._checks(nb, keys)
        others = {
            number: cell
            for number, cell in enumerate(nb.cells)
            if cell.cell_type == "code" and not any(cell is each for each in checks.values())
        }
        tests = {number: cell for number, cell in others.items() if _is_test(cell)}
        visible = {number: cell.source for number, cell in others.items()}
        hide = HideHiddenTests(parent=self)
        visible |= {number: hide.visible(cell.source) for number, cell in tests.items()}
        # A cell that was put back stands where no student has seen it checked.
        own = [cell for cell in nb.cells if not is_put_back(cell)]
        places = check_places(own, list(checks))
        typed = [name for name, cell in checks.items() if has_answer(cell)]
        graded = [keys[name] for name in checks]
        ran, exercises = self._run_cells(worker, visible, brought, graded, places, typed)
        self._raise_on_timeout(others, ran)
        self._say_what_is_missing(resources["nbgrader"], ran.values())
        counted = 0
        for number, cell in others.items():
            counted += bool(cell.source.strip())  # as a kernel counts
            cell.execution_count = counted if cell.source.strip() else None
            cell.outputs = [from_dict(output) for output in ran[number].outputs]
        extra = resources.setdefault(EXTRA_CREDIT, {})
        for name, cell in checks.items():
            self._grade(cell, keys[name], exercises[name])
            if any(check.extra for check in keys[name].checks):
                worth = float(cell.metadata.nbgrader.points) / keys[name].points
                extra[name] = worth * exercises[name].extra_credit
        hidden = any(visible[number] != cell.source for number, cell in tests.items())
        if hidden:
            # Hidden tests run separately: nothing that is printed after them is shown.
            whole = {number: cell.source for number, cell in others.items()}
            ran, _ = self._run_cells(worker, whole, brought, [], {}, [], draw=False)
            self._raise_on_timeout(others, ran)
        for number, cell in tests.items():
            self._grade_test(cell, ran[number], hidden=hidden)
        return nb, resources

    def _run_cells(
        self,
        worker: Asked,
        sources: Mapping[int, str],
        brought: Brought,
        keys: Sequence[Key],
        places: Mapping[str, int],
        in_check_cells: Sequence[str],
        *,
        draw: bool = True,
    ) -> tuple[dict[int, RanCell], dict[str, GradedExercise]]:
        """Run cells by their numbers."""
        pieces = list(asked_after((Piece(*item) for item in sources.items()), places))
        exercises = [key.exercise for key in keys]
        run = NotebookRun(pieces, exercises, list(in_check_cells), brought, draw)
        try:
            graded = worker.ask(run)
        except WorkerLostError as lost:
            problem = Problem("unjudged", lost.reason, lost.type)
            self.log.warning("a notebook could not be judged (%s); it scores 0", lost.reason)
            graded = _unjudged(run, keys, problem, self._language())
        return dict(zip(sources, graded.cells, strict=True)), graded.exercises

    def _raise_on_timeout(
        self, cells: Mapping[int, NotebookNode], ran: Mapping[int, RanCell]
    ) -> None:
        """Refuse the notebook where a cell took too long and is not to be interrupted."""
        for number, cell in cells.items():
            problem = ran[number].problem
            if problem is not None and problem.kind == "timeout" and not self.interrupt_on_timeout:
                seconds = int(self.limits().cell_seconds)
                raise CellTimeoutError.error_from_timeout_and_cell("", seconds, cell)

    def _checks(self, nb: NotebookNode, keys: Mapping[str, Key]) -> dict[str, NotebookNode]:
        """The cells that are graded by a key, by the name of the exercise."""
        return {
            cell.metadata.nbgrader.grade_id: cell
            for cell in nb.cells
            if _is_test(cell) and cell.metadata.nbgrader.grade_id in keys
        }

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
        cell.outputs = [*(from_dict(output) for output in graded.outputs), score_output(score)]
        # For programs that read the graded notebook; nbgrader leaves keys that are not its own.
        cell.metadata["autograder"] = graded.record

    def _grade_test(self, cell: NotebookNode, ran: RanCell, *, hidden: bool) -> None:
        """Score a test cell of the instructor's own by nbgrader's rules, and end it with a number.

        An error earns nothing, a number earns itself, and anything else earns full marks. Output on
        standard error earns nothing either: nbgrader applies that rule, after `IgnorePattern`.
        """
        points = float(cell.metadata.nbgrader.points)
        shown = [shown_output(output) for output in cell.outputs]
        warned = hidden and ran.wrote_errors and self._counts_as_error(ran)
        if hidden and ran.problem is None and not warned:
            # The whole test decides: what only its visible part met does not.
            shown = [output for output in shown if not says_failed(output)]
        if ran.problem is not None:
            score = 0.0
            if ran.problem.kind == "timeout":
                seconds = self.limits().cell_seconds
                text = say(self._language(), "test_timeout", seconds=seconds)
                shown = [output for output in shown if output.output_type != "error"]
                shown.append(error_output("Stopped", text))
            elif hidden and not any(output.output_type == "error" for output in shown):
                shown.append(hidden_test_output(ran.problem, self._language()))
        else:
            score = self._partial_credit(cell.metadata.nbgrader.grade_id, ran.result, points)
        cell.outputs = [*shown, score_output(0.0 if warned else score)]

    def _counts_as_error(self, ran: RanCell) -> bool:
        """Whether standard error is left that `IgnorePattern` does not take away."""
        ignore = IgnorePattern(parent=self.parent)
        cell = new_code_cell(outputs=[from_dict(output) for output in ran.outputs])
        if ignore.enabled:
            cell, _ = ignore.preprocess_cell(cell, {}, 0)
        return any(output.get("name") == "stderr" for output in cell.outputs)

    def _partial_credit(self, name: str, result: str | None, points: float) -> float:
        try:
            score = float(result or "")
        except ValueError:
            return points
        if 0 <= score <= points:
            return score
        self.log.warning("'%s' says %s of %s points", name, result, points)
        return points if math.isfinite(score) and score > points else 0.0

    def _notebook_keys(self, about: dict[str, str]) -> dict[str, Key]:
        if not self.course or about["notebook"] != about["assignment"]:
            return {}
        for fault in _unfinished(self.course, about["assignment"]):
            self.log.warning("%s; graded without it", fault)
        return _keys(self.course, about["assignment"], self.layers)

    def setup(self, assignments: Sequence[str]) -> NotebookSetup:
        """What a worker needs for the notebooks of these assignments of the course.

        Raises:
            CourseError: if an exercise cannot be graded.
        """
        several = (_keys(self.course, each, self.layers) for each in assignments)
        keys = {name: key for each in several for name, key in each.items()}
        language = self._language()
        return NotebookSetup(keys, self.limits(), self.layers, str(language), language.phrases)

    def limits(self) -> Limits:
        """How much a notebook may use."""
        course = course_settings(self.course).limits if self.course else None
        return self.chosen_limits(course, self.timeout)

    def _own_worker(self, assignment: str) -> Asked:
        if self.worker is not None:
            return self.worker
        converter = converter_of(self)
        given, language = given_to(converter).folder, self._language()
        loaded: tuple[str, ...] = ()
        if converter is not None:
            about = converter.coursedir
            loaded = large_modules(Path(about.format_path(about.source_directory, ".", assignment)))
        limits = self.limits()
        return _worker(self.course, assignment, limits, self.layers, language, given, loaded)

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
        return _course_language(self.course, str(self.language))


def _unjudged(
    run: NotebookRun, keys: Sequence[Key], problem: Problem, language: str
) -> GradedNotebook:
    """What a notebook comes to that a worker could not judge."""
    told = [dict(error_output("Stopped", describe_problem(problem, language)))]
    cells = [RanCell(told, problem) for _ in run.pieces]
    results = (judge_without_outcomes(key, problem) for key in keys)
    return GradedNotebook(cells, {each.exercise: shown(each, language) for each in results})


def _is_test(cell: NotebookNode) -> bool:
    """Whether a cell's outputs decide its score."""
    return bool(cell.cell_type == "code" and is_grade(cell) and not is_solution(cell))
