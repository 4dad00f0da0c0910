"""Measure what the project promises of its speed, and write it down.

    python -m benchmarks.bench [--thorough] [--write]

Each row runs both sides in turns, on the same notebooks, and says the ratio with its spread. By
default classes are small, and it takes some minutes; `--thorough` takes those of the document.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.build.release import find_tools
from benchmarks.classes import ASSIGNMENT, NBGRADER, hand_in, our_course, stock_course
from benchmarks.single import one_file, one_notebook
from benchmarks.turns import Measured, Ran, in_turns, run

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: make bench -->", "<!-- end of figures -->"
AUTOGRADER = ROOT / ".venv" / "bin" / "autograder"
OURS = "\nfrom autograder.nbgrader.plugin import configure\nconfigure(get_config())\n"


@dataclass(frozen=True)
class Sizes:
    """How much is measured.

    Attributes:
        students: of our class.
        few: of the class that grows into it, for memory.
        stock: of the class that stock nbgrader grades.
        turns: of what takes long.
        short: turns of what takes a moment.
    """

    students: int
    few: int
    stock: int
    turns: int
    short: int


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    against: str
    asked: str
    found: str


DEFAULT = Sizes(students=200, few=50, stock=8, turns=2, short=25)
THOROUGH = Sizes(students=1000, few=100, stock=30, turns=5, short=200)


def main() -> None:
    """Measure row by row; print each as soon as it is known."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--thorough", action="store_true", help="Take classes of 1,000.")
    parser.add_argument("--write", action="store_true", help=f"Write {PAGE.name}.")
    asked = parser.parse_args()
    sizes = THOROUGH if asked.thorough else DEFAULT
    find_tools()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for row in measured(Path(folder), sizes):
            print(
                f"{row.what}\n    against {row.against}: {row.found}; asked: {row.asked}",
                flush=True,
            )
            rows.append(row)
    if asked.write:
        write_page(rows, sizes)


def measured(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """All rows."""
    yield check_row(folder, sizes)
    for what, measure, against in (
        (
            "one notebook in `grade`, all checks",
            one_notebook,
            "fork a warm IPython, run the same cells, exit",
        ),
        ("one `.py` exercise, all checks", one_file, "a bare fork, exec, the same calls, exit"),
    ):
        found = measure(sizes.short, folder)
        ours = 1e3 * statistics.median(found.ours)
        text = f"{found.text(inverse=True)}; {ours:.1f} ms"
        yield Row(what, against, "at most 1.5", text)
    yield from class_rows(folder, sizes)


def check_row(folder: Path, sizes: Sizes) -> Row:
    """`autograder check` from nothing; by processor time, which waiting for others is no part of."""
    desk = folder / "desk"
    shutil.copytree(ROOT / "exercises" / ASSIGNMENT, desk / "exercises" / ASSIGNMENT)
    shutil.copy(ROOT / "course.toml", desk)
    answer = ROOT / "solutions" / ASSIGNMENT / "sigmoid" / "reference.py"
    shutil.copy(answer, desk / "exercises" / ASSIGNMENT / "sigmoid.py")
    found = in_turns(
        max(5, sizes.short // 3),
        lambda: run([AUTOGRADER, "check", "sigmoid"], desk).processor,
        lambda: run([sys.executable, "-c", "import numpy"], desk).processor,
    )
    return Row(
        "`autograder check`, cold, one exercise",
        '`python -c "import numpy"`',
        "at most 2",
        found.text(inverse=True),
    )


def class_rows(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """A class by `grade`, by stock nbgrader, and by the plug-in."""
    course, stock = our_course(folder / "ours"), stock_course(folder / "stock")
    hand_in(course, 2)
    graded(course)  # works out what is worked out once for a course
    hand_in(course, sizes.students)
    hand_in(stock, sizes.stock)
    slope, ours, plugin = [], [], []
    for _ in range(sizes.turns):
        ran = graded(course)
        ours.append(ran.seconds)
        few = autograded(stock, students=2)
        many = autograded(stock)
        slope.append((few, (many - few) / (sizes.stock - 2)))
        plugin.append((many, autograded(stock, OURS)))
    theirs = [few + (sizes.students - 2) * each for few, each in slope]
    yield Row(
        f"class of {sizes.students:,}, five exercises, start included",
        f"stock `nbgrader autograde`, four exercises of asserts: {statistics.median([each for _, each in slope]):.2f} s each, from {sizes.stock}",
        "at least 100 (1,000), 70 (200)",
        f"{Measured(ours, theirs).text()} times as fast; {statistics.median(ours):.1f} s",
    )
    found = Measured([our for _, our in plugin], [their for their, _ in plugin])
    yield Row(
        f"the plug-in, class of {sizes.stock}, start included",
        "stock `nbgrader autograde`, the same notebooks",
        "at least 5 (30)",
        f"{found.text()} times as fast",
    )
    again = [graded(course, "unchanged").seconds for _ in range(sizes.turns)]
    found = Measured(again, ours)
    yield Row("an unchanged class again", "grading it", "at most 1/50", f"1/{found.text()}")
    yield memory_row(folder, course, sizes)
    one, two = [], []
    hand = our_course(folder / "workers")
    hand_in(hand, sizes.students // 2)
    for _ in range(max(1, sizes.turns // 2)):
        one.append(graded(hand, jobs=1).seconds)
        two.append(graded(hand, jobs=2).seconds)
    yield Row(
        "two local workers",
        f"one, class of {sizes.students // 2}",
        "at least 1.8",
        Measured(two, one).text(),
    )


def memory_row(folder: Path, course: Path, sizes: Sizes) -> Row:
    """The grader's own memory: that of its workers is bounded for each submission."""
    small = our_course(folder / "few")
    hand_in(small, sizes.few)
    few, many = graded(small).peak, graded(course).peak
    return Row(
        f"peak memory of the grader, {sizes.students:,} submissions",
        f"{sizes.few} submissions, {few >> 20} MB",
        "at most 1.2 (10,000 by 100)",
        f"{many / few:.3g}; {many >> 20} MB",
    )


def graded(course: Path, how: str = "anew", jobs: int | None = None) -> Ran:
    """Grade our class, from an empty gradebook and an empty cache if `how` is `anew`."""
    if how == "anew":
        shutil.rmtree(course / ".autograder" / "kept", ignore_errors=True)
        shutil.rmtree(course / "autograded", ignore_errors=True)
        for name in ("gradebook.db", "results.jsonl"):
            (course / name).unlink(missing_ok=True)
    workers = [] if jobs is None else ["--jobs", str(jobs)]
    return run([AUTOGRADER, "grade", "submitted", *workers], course)


def autograded(course: Path, ours: str = "", students: int | None = None) -> float:
    """Seconds of `nbgrader autograde` from an empty gradebook, of all or of the first students."""
    (course / "nbgrader_config.py").write_text(f"c = get_config()\n{ours}", encoding="utf-8")
    shutil.rmtree(course / "autograded", ignore_errors=True)
    (course / "gradebook.db").unlink(missing_ok=True)
    run([*NBGRADER, "generate_assignment", ASSIGNMENT, "--force"], course)
    some = [] if students is None else ["--student", f"s[0]*[0-{students - 1}]"]
    return run([*NBGRADER, "autograde", ASSIGNMENT, *some], course).seconds


def write_page(rows: list[Row], sizes: Sizes) -> None:
    """Put the table into the page, in the place of the last one."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    cells = [(row.what, row.against, row.asked, row.found) for row in rows]
    lines = ["| what | against | asked | found |", "|---|---|---|---|"]
    lines += ["| " + " | ".join(each) + " |" for each in cells]
    about = (
        f"Measured on {time.strftime('%Y-%m-%d')} with Python {platform.python_version()} on "
        f"{os.cpu_count()} processors ({platform.machine()}), in {sizes.turns} and {sizes.short} turns: "
        "the median of the ratios, and their range."
    )
    table = "\n".join(lines)
    PAGE.write_text(f"{before}{BEGIN}\n\n{about}\n\n{table}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
