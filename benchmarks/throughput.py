"""How long a notebook takes: a kernel for each of them, and the sandbox.

    python benchmarks/throughput.py [ASSIGNMENT] [--count N]

All run the cells of the solved source notebook; the sandbox runs all public and hidden checks as
well: once as for `autograder grade`, which shows no figures, and once as for nbgrader. The report
is made again as for a class, where pictures of right answers are drawn once. Measured in turns on
one core's worth of work, so that a noisy machine disturbs all alike.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from autograder.collecting.pieces import notebook_pieces
from autograder.collecting.submission import Submission
from autograder.course import load_course
from autograder.course.seeds import hidden_seed
from autograder.grading.course_keys import make_keys
from autograder.grading.results import SubmissionResult
from autograder.grading.run import grade_submission
from autograder.nbgrader.cell_outputs import report_outputs
from autograder.sandbox.confined import Sandbox

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measure, and print medians, ranges and the ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("assignment", nargs="?", default="adaptive")
    parser.add_argument("--count", type=int, default=7)
    asked = parser.parse_args()
    course = load_course(ROOT)
    limits = course.settings.limits
    folder = ROOT / "source" / asked.assignment
    path = folder / f"{asked.assignment}.ipynb"
    solutions = [s for s in course.solutions() if s.assignment == asked.assignment]
    keys = list(make_keys(solutions, hidden_seed(ROOT), limits=limits, layers="full").values())
    parts = notebook_pieces(path.read_bytes(), [solution.name for solution in solutions])
    submission = Submission("x", asked.assignment, parts, {})
    (figure,) = (each.figure for each in course.assignments if each.name == asked.assignment)
    with Sandbox(limits) as drawing, Sandbox(limits, figures=False) as plain:
        result = grade_submission(drawing, submission, keys)
        bare = submission.without(figure or "")
        grade_submission(plain, bare, keys)
        report(result)
        ways = {
            "a kernel, no hidden checks": lambda: run_in_kernel(path, folder),
            "autograder grade": lambda: grade_submission(plain, bare, keys),
            "nbgrader's sandbox": lambda: grade_submission(drawing, submission, keys),
            "its report for nbgrader": lambda: report(result),
        }
        turns = [{name: timed(way) for name, way in ways.items()} for _ in range(asked.count)]
    kernel = "a kernel, no hidden checks"
    for name in ways:
        show(name, [1e3 * turn[name] for turn in turns], "ms")
    for name in ("autograder grade", "nbgrader's sandbox"):
        show(f"kernel / {name}", [turn[kernel] / turn[name] for turn in turns], "")


def show(name: str, figures: list[float], unit: str) -> None:
    """A line with the median and the range."""
    low, high = min(figures), max(figures)
    print(f"{name:28} {statistics.median(figures):8.1f} {unit:2}  ({low:.1f} to {high:.1f})")


def run_in_kernel(path: Path, folder: Path) -> None:
    """What a grader with a kernel for each notebook does."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}).execute()


def report(result: SubmissionResult) -> None:
    """What nbgrader's plug-in writes into the check cells, with the pictures."""
    for each in result.exercises:
        report_outputs(each, "ko")


def timed(run) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
