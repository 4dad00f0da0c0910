"""One notebook and one file, each beside the least that its sandbox could do."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from autograder.collecting.notebook_file import read_notebook
from autograder.collecting.pieces import Piece, notebook_pieces
from autograder.collecting.submission import Submission
from autograder.course import load_course
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.grading.run import grade_submission
from autograder.report import plots
from autograder.report.plots import draw
from autograder.sandbox.codec import encode
from autograder.sandbox.confined import Sandbox
from benchmarks.classes import ASSIGNMENT
from benchmarks.turns import Measured, in_turns, seconds_of

__all__ = ["Single", "drawn_again", "one_file", "one_notebook"]

ROOT = Path(__file__).resolve().parents[1]
_REST, _ROW = 0.05, 5


@dataclass(frozen=True)
class Single:
    """One submission beside a bare fork.

    Attributes:
        alone: when the sandbox has had time to make the next fork.
        behind: right behind another one.
    """

    alone: Measured
    behind: Measured


def one_notebook(turns: int, folder: Path) -> Single:
    """All checks of a notebook as `autograder grade` asks them; and its cells in a bare fork."""
    course, keys = _keys()
    path = ROOT / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    cells = read_notebook(path.read_bytes())["cells"]
    submission = Submission("x", ASSIGNMENT, notebook_pieces(cells, list(keys)), {})
    (figure,) = (each.figure for each in course.assignments if each.name == ASSIGNMENT)
    submission = submission.without(figure or "")
    sources = [piece.source for piece in submission.pieces if piece.source]
    with Sandbox(course.settings.limits, figures=False) as sandbox:
        return _measured(sandbox, submission, list(keys.values()), "cells", sources, turns, folder)


def one_file(turns: int, folder: Path) -> Single:
    """All checks of an exercise's file; and the file with the same calls in a bare fork."""
    course, keys = _keys()
    name, key = next(iter(keys.items()))
    source = (ROOT / "solutions" / ASSIGNMENT / name / "reference.py").read_text(encoding="utf-8")
    submission = Submission("x", ASSIGNMENT, (Piece(0, source, name),), {})
    calls = [case.inputs for check in key.checks for case in check.cases]
    asked = {"source": source, "name": name, "calls": calls}
    with Sandbox(course.settings.limits, notebooks=False) as sandbox:
        return _measured(sandbox, submission, [key], "file", asked, turns, folder)


def drawn_again(turns: int) -> Measured:
    """The figures of a right notebook, for the first student and for the next one."""
    course, keys = _keys()
    sources = {each.name: each.source for each in course.solutions()}
    pieces = tuple(Piece(n, sources[name], name) for n, name in enumerate(keys))
    with Sandbox(course.settings.limits, notebooks=False) as sandbox:
        result = grade_submission(
            sandbox, Submission("x", ASSIGNMENT, pieces, {}), [*keys.values()]
        )
    drawings = [drawing for each in result.exercises for drawing in each.drawings]
    for each in drawings:
        draw(each, "en")  # loads what draws

    def anew() -> None:
        plots._pictures.clear()
        again()

    def again() -> None:
        for each in drawings:
            draw(each, "en")

    return in_turns(turns, lambda: seconds_of(again), lambda: seconds_of(anew))


def _keys() -> tuple[Any, dict[str, Any]]:
    course = load_course(ROOT)
    solutions = [each for each in course.solutions() if each.assignment == ASSIGNMENT]
    limits = course.settings.limits
    return course, make_keys(solutions, hidden_seed(ROOT), limits=limits, layers="full")


def _measured(
    sandbox: Sandbox,
    submission: Submission,
    keys: list[Any],
    kind: str,
    asked: Any,
    turns: int,
    folder: Path,
) -> Single:
    result = grade_submission(sandbox, submission, keys)
    if result.score != result.max_score:
        sys.exit(f"{ASSIGNMENT} is not answered rightly: {result.score}/{result.max_score}")
    path = folder / f"{kind}.bin"
    path.write_bytes(encode(asked))
    with _bare(kind, path) as fork:
        fork()

        def graded() -> None:
            grade_submission(sandbox, submission, keys)

        alone = in_turns(turns, lambda: _rested(graded), lambda: _rested(fork))
        behind = in_turns(turns, lambda: _in_a_row(graded), lambda: _in_a_row(fork))
        return Single(alone, behind)


def _rested(work: Callable[[], None]) -> float:
    """Seconds of a call before which nothing is going on that an earlier one has left to do."""
    time.sleep(_REST)
    return seconds_of(work)


def _in_a_row(work: Callable[[], None]) -> float:
    """Seconds of a call behind others like it, which leave some of their work to it."""
    time.sleep(_REST)
    work()
    return sum(seconds_of(work) for _ in range(_ROW)) / _ROW


@contextlib.contextmanager
def _bare(kind: str, path: Path) -> Iterator[Callable[[], None]]:
    command = [sys.executable, "-m", "benchmarks.bare_loop", kind, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        asks, answers = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        answers.readline()

        def fork() -> None:
            asks.write("\n")
            asks.flush()
            answers.readline()

        yield fork
        asks.close()
