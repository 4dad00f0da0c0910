"""How long `nbgrader autograde` takes for a class, with a kernel for each notebook and with ours.

    python benchmarks/against_nbgrader.py [quickstart plots frames] [--class 30] [--repeats 3]

Three courses: nbgrader's own quickstart, one that draws in every notebook, one with data frames.
Each class is graded in turns by both, from an empty gradebook, so that a noisy machine disturbs
both alike; the medians of wall and processor times are told, with the ratios turn by turn, and the
scores are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from nbformat import v4
from nbgrader.api import Gradebook

from autograder.build.release import find_tools

OURS = "\nfrom autograder.nbgrader.plugin import configure\nconfigure(get_config())\n"

PLOTS = (
    "%matplotlib inline\nimport numpy as np\nimport matplotlib.pyplot as plt",
    "def wave(k):\n    x = np.linspace(0, 6, 200)\n    fig, ax = plt.subplots()\n"
    "    ax.plot(x, np.sin(k * x), label=f'{k}')\n    ax.set_xlabel('x')\n    ax.legend()\n    return ax\n"
    "wave(1);",
    "ax = wave(2)\nassert ax.get_xlabel() == 'x'",
    "ax = wave(3)\nassert len(ax.lines) == 1\n### BEGIN HIDDEN TESTS\nassert ax.get_legend()\n### END HIDDEN TESTS",
    "fig, axes = plt.subplots(2, 2)\nfor ax in axes.flat:\n    ax.hist(np.arange(50) % 7)\nassert len(axes) == 2",
)
FRAMES = (
    "import numpy as np\nimport pandas as pd",
    "table = pd.DataFrame({'day': np.arange(1000) % 7, 'n': np.arange(1000)})\n"
    "means = table.groupby('day')['n'].mean()\nmeans",
    "assert len(means) == 7",
    "assert means.is_monotonic_increasing\n### BEGIN HIDDEN TESTS\nassert means[0] == 497\n### END HIDDEN TESTS",
    "wide = table.assign(week=table.n // 7).pivot(index='week', columns='day', values='n')\n"
    "assert wide.shape == (143, 7)\nwide.head()",
)


def main() -> None:
    """Measure, and print medians, ranges and ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("courses", nargs="*", default=["quickstart", "plots", "frames"])
    parser.add_argument("--class", dest="students", type=int, default=30)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    find_tools()
    for name in asked.courses:
        with tempfile.TemporaryDirectory() as folder:
            compare(name, Path(folder) / name, asked.students, asked.repeats)


def compare(name: str, course: Path, students: int, repeats: int) -> None:
    """Grade one class by both, in turns."""
    make_course(name, course)
    for number in range(students):
        place = course / "submitted" / f"s{number:02}"
        shutil.copytree(course / "release", place)
        if name != "quickstart":
            answer(place / "ps1" / "p1.ipynb", {"plots": PLOTS, "frames": FRAMES}[name][1])
    seconds: dict[str, list[float]] = {"a kernel": [], "ours": []}
    processor: dict[str, list[float]] = {way: [] for way in seconds}
    scores: dict[str, Any] = {}
    configured = (course / "nbgrader_config.py").read_text(encoding="utf-8")
    for _ in range(repeats):
        for way, text in (("a kernel", ""), ("ours", OURS)):
            (course / "nbgrader_config.py").write_text(configured + text, encoding="utf-8")
            shutil.rmtree(course / "autograded", ignore_errors=True)
            began, used = time.perf_counter(), processor_seconds()
            nbgrader(course, "autograde", "ps1", "--force")
            seconds[way].append(time.perf_counter() - began)
            processor[way].append(processor_seconds() - used)
            scores[way] = scores_of(course)
    for way, times in seconds.items():
        print(
            f"{name:12} {way:9} {statistics.median(times):6.1f} s  "
            f"({min(times):.1f} to {max(times):.1f}), of a processor "
            f"{statistics.median(processor[way]):.1f} s, {students} students"
        )
    same = "the same scores" if scores["ours"] == scores["a kernel"] else "OTHER SCORES"
    wall, least = ratios(seconds), ratios(processor)
    print(f"{name:12} times as fast: {wall}; of a processor: {least}; {same}", flush=True)


def ratios(times: dict[str, list[float]]) -> str:
    """How many times as fast ours was, turn by turn: the median, and the range."""
    each = [theirs / ours for theirs, ours in zip(times["a kernel"], times["ours"], strict=True)]
    return f"{statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})"


def make_course(name: str, course: Path) -> None:
    """The course's folder, with its one assignment released."""
    if name == "quickstart":
        nbgrader(course.parent, "quickstart", str(course))
    else:
        cells = list({"plots": PLOTS, "frames": FRAMES}[name])
        source = course / "source" / "ps1"
        source.mkdir(parents=True)
        (source / "p1.ipynb").write_text(json.dumps(notebook(cells)), encoding="utf-8")
        (course / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    nbgrader(course, "generate_assignment", "ps1", "--force")


def notebook(sources: list[str]) -> Any:
    """A notebook of these cells: a set-up, an answer, and tests."""
    made = v4.new_notebook()
    made.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    for number, source in enumerate(sources):
        cell = v4.new_code_cell(source, id=f"c{number}")
        if number:
            cell.metadata["nbgrader"] = {
                "grade": number > 1,
                "solution": number == 1,
                "locked": number > 1,
                "task": False,
                "schema_version": 3,
                "grade_id": f"c{number}",
                **({"points": 2} if number > 1 else {}),
            }
        made.cells.append(cell)
    return made


def processor_seconds() -> float:
    """What the commands so far have used, with all that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def answer(path: Path, source: str) -> None:
    """Hand in the right answer."""
    document = json.loads(path.read_text(encoding="utf-8"))
    document["cells"][1]["source"] = source
    path.write_text(json.dumps(document), encoding="utf-8")


def scores_of(course: Path) -> dict[str, list[float]]:
    """Every student's scores."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: [
                grade.auto_score for each in submission.notebooks for grade in each.grades
            ]
            for submission in gradebook.assignment_submissions("ps1")
        }


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run one of its commands."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and arguments[0] != "autograde":
        sys.exit(done.stderr)


if __name__ == "__main__":
    main()
