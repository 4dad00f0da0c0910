"""What a worker does for nbgrader: it runs a notebook's cells, judges them, draws the reports."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import msgspec

from autograder.collecting.pieces import Piece
from autograder.grading.forks import PieceRun
from autograder.grading.results import ExerciseResult
from autograder.grading.run import is_unjudged, run_submission
from autograder.keys.key import Key
from autograder.limits import Limits
from autograder.nbgrader.brought_files import Brought, read_brought
from autograder.nbgrader.cell_outputs import Output, piece_outputs, report_outputs
from autograder.report.language import Language
from autograder.report.result_records import document, exercise_record
from autograder.sandbox.confined import Layers
from autograder.sandbox.outcome import Problem, problem_of
from autograder.workers.sandboxes import Sandboxes
from autograder.workers.worker_process import Job

__all__ = [
    "NOTEBOOKS",
    "GradedExercise",
    "GradedNotebook",
    "NotebookRun",
    "NotebookSetup",
    "RanCell",
    "shown",
]


class NotebookSetup(msgspec.Struct, frozen=True):
    """What the notebooks of an assignment have in common.

    Attributes:
        keys: by exercise.
        limits: for each notebook.
        layers: of the sandbox.
        language: of the feedback.
        phrases: that the course gives in it.
        given: the folder of the files that each notebook finds; empty for none.
        loaded: modules that are loaded before any notebook runs, as far as they are there.
    """

    keys: dict[str, Key]
    limits: Limits
    layers: Layers
    language: str
    phrases: dict[str, dict[str, str]]
    given: str = ""
    loaded: list[str] = []


class NotebookRun(msgspec.Struct, frozen=True):
    """One run of a notebook.

    Attributes:
        pieces: its cells.
        exercises: that are judged by it.
        in_check_cells: those of them whose answers were typed into their check cells.
        brought: files that were handed in beside it.
        beside: answers among these cells that others import as files.
        draw: whether figures are drawn.
        with_results: whether the results themselves are asked for.
    """

    pieces: list[Piece]
    exercises: list[str]
    in_check_cells: list[str] = []
    brought: Brought = Brought()
    beside: list[Piece] = []
    draw: bool = True
    with_results: bool = False


class RanCell(msgspec.Struct, frozen=True):
    """What running a cell led to.

    Attributes:
        outputs: as they stand in the graded notebook.
        problem: why it did not come to its end, or None.
        result: its last value as text, or None.
        wrote_errors: whether it wrote to standard error.
    """

    outputs: list[Output]
    problem: Problem | None = None
    result: str | None = None
    wrote_errors: bool = False


class GradedExercise(msgspec.Struct, frozen=True):
    """An exercise that was judged.

    Attributes:
        score: in the course's own points, without extra credit.
        extra_credit: likewise.
        outputs: the report and its pictures, as they stand in the graded notebook.
        record: of the result and the title of the exercise, for programs.
    """

    score: int
    extra_credit: int
    outputs: list[Output]
    record: dict[str, Any]


class GradedNotebook(msgspec.Struct, frozen=True):
    """What a run leads to.

    Attributes:
        cells: in order.
        exercises: by name.
        results: of the exercises, where they were asked for.
        seconds: wall-clock time in the sandbox.
        whole: whether nothing was stopped, killed or left out on the way.
    """

    cells: list[RanCell]
    exercises: dict[str, GradedExercise]
    results: list[ExerciseResult] = []
    seconds: float = 0.0
    whole: bool = False


def shown(result: ExerciseResult, language: str) -> GradedExercise:
    """A result as it stands in the graded notebook."""
    record = {"title": result.title.of(language), **document(exercise_record(result, language))}
    score = result.score - result.extra_credit
    return GradedExercise(score, result.extra_credit, report_outputs(result, language), record)


@contextlib.contextmanager
def _grading(setup: NotebookSetup) -> Iterator[Callable[[NotebookRun], GradedNotebook]]:
    sandboxes = Sandboxes(
        setup.limits, setup.layers, figures=True, given=setup.given, loaded=setup.loaded
    )
    language = Language(setup.language, setup.phrases)

    def grade(notebook: NotebookRun) -> GradedNotebook:
        keys = [setup.keys[name] for name in notebook.exercises]
        sandbox = sandboxes.for_notebooks()
        run = run_submission(
            sandbox,
            notebook.pieces,
            keys,
            notebook.beside,
            in_check_cells=notebook.in_check_cells,
            brought=read_brought(notebook.brought, setup.limits.data_mb),
            draw=notebook.draw,
        )
        judged = {key.exercise: run.judge(key) for key in keys}
        sources = {piece.number: piece.source for piece in notebook.pieces}
        return GradedNotebook(
            [_ran(piece, sources, language, setup.limits.memory_mb) for piece in run.pieces],
            {name: shown(result, language) for name, result in judged.items()},
            list(judged.values()) if notebook.with_results else [],
            run.seconds,
            run.is_whole and not any(map(is_unjudged, judged.values())),
        )

    with contextlib.closing(sandboxes):
        yield grade


NOTEBOOKS: Final = Job(
    f"{__name__}:NOTEBOOKS", _grading, NotebookSetup, NotebookRun, GradedNotebook
)


def _ran(run: PieceRun, sources: Mapping[int, str], language: str, memory_mb: int) -> RanCell:
    problem = run.problem
    if problem is None and run.reply.error is not None:
        problem = problem_of(run.reply.error)
    outputs = piece_outputs(run, sources, language, memory_mb)
    return RanCell(outputs, problem, run.reply.result, bool(run.reply.stderr))
