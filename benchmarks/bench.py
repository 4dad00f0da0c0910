"""Measure what the project promises of its speed, and write it down.

    python -m benchmarks.bench [--quick] [--write]

Each row runs both sides in turns, on the same notebooks, and says the ratio with its spread. It
takes about a quarter of an hour on two processors that nobody else uses; `--quick` takes tiny
classes, to see that all of it runs. A row that cannot be measured here says why, and the others
are measured all the same.
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
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.build.release import find_tools
from benchmarks.classes import ASSIGNMENT, NBGRADER, hand_in, our_course, stock_course
from benchmarks.clusters import cluster
from benchmarks.naming import named_corpora
from benchmarks.single import Single, drawn_again, one_file, one_notebook
from benchmarks.turns import Measured, Ran, in_turns, run

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: make bench -->", "<!-- end of figures -->"
AUTOGRADER = ROOT / ".venv" / "bin" / "autograder"
OURS = "\nfrom autograder.nbgrader.plugin import configure\nconfigure(get_config())\n"
STUDENTS, NOTEBOOKS = 100_000, 7
"""The very large class whose cost is worked out."""


@dataclass(frozen=True)
class Sizes:
    """How much is measured.

    Attributes:
        small: of our smaller class.
        large: of our larger class.
        few: of a class for memory.
        many: of a class that should take no more of it.
        stock: of the class from which it is worked out what stock nbgrader takes for each.
        plugin: of the class that nbgrader grades by itself and with the plug-in.
        turns: of what takes long.
        short: turns of what takes a moment.
    """

    small: int
    large: int
    few: int
    many: int
    stock: int
    plugin: int
    turns: int
    short: int


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    against: str
    asked: str
    found: str


FULL = Sizes(small=200, large=1000, few=100, many=10_000, stock=12, plugin=30, turns=3, short=60)
QUICK = Sizes(small=3, large=6, few=2, many=8, stock=3, plugin=3, turns=1, short=3)


def main() -> None:
    """Measure row by row; print each as soon as it is known."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="Take tiny classes, to see it run.")
    parser.add_argument("--write", action="store_true", help=f"Write {PAGE.name}.")
    asked = parser.parse_args()
    sizes = QUICK if asked.quick else FULL
    find_tools()
    rows = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for row in measured(Path(folder), sizes):
            seconds = time.monotonic() - began
            print(
                f"{seconds:6.0f} s  {row.what}\n"
                f"          against {row.against}: {row.found}; asked: {row.asked}",
                flush=True,
            )
            rows.append(row)
    if asked.write:
        write_page(rows, sizes)


def measured(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """All rows; of those that cannot be measured why."""
    room = _Room(folder, sizes)
    several: list[tuple[str, Callable[[], Iterable[Row]]]] = [
        ("`autograder check`", lambda: [check_row(folder, sizes)]),
        ("one notebook", lambda: [notebook_row(folder, sizes)]),
        ("one file", lambda: [file_row(folder, sizes)]),
        ("figures", lambda: [figures_row(sizes)]),
        ("naming", lambda: [naming_row(sizes)]),
        ("the plug-in", lambda: [room.plugin_row()]),
        ("a class", room.class_rows),
        ("workers", lambda: [room.workers_row()]),
        ("workers of a cluster", lambda: [room.dask_row()]),
        ("memory", lambda: [room.memory_row()]),
    ]
    for what, rows in several:
        try:
            yield from rows()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the other rows are measured
            traceback.print_exc()
            why = (str(error).splitlines() or [""])[0][:120]
            yield Row(what, "", "", f"not measured: {type(error).__name__}: {why}")


def notebook_row(folder: Path, sizes: Sizes) -> Row:
    """A notebook, and what a sandbox could do with it at least."""
    text = _text_of(one_notebook(sizes.short, folder))
    against = "fork a warm IPython, run the same cells, exit"
    return Row("one notebook in `grade`, all checks", against, "at most 1.5", text)


def file_row(folder: Path, sizes: Sizes) -> Row:
    """A file, and what a sandbox could do with it at least."""
    text = _text_of(one_file(sizes.short, folder))
    against = "a bare fork, exec, the same calls, exit"
    return Row("one `.py` exercise, all checks", against, "at most 1.5", text)


def _text_of(found: Single) -> str:
    alone, behind = (1e3 * statistics.median(each.ours) for each in (found.alone, found.behind))
    return (
        f"{found.alone.text(inverse=True)}; {alone:.1f} ms; right behind another one "
        f"{found.behind.text(inverse=True)}, {behind:.1f} ms"
    )


def figures_row(sizes: Sizes) -> Row:
    """Figures of equal data, which a class of right answers has."""
    found = drawn_again(max(2, sizes.short // 10))
    text = f"{found.text(inverse=True)}; {1e3 * statistics.median(found.theirs):.0f} ms drawn anew"
    return Row("figures of equal data, drawn again", "drawing them", "drawn once", text)


def naming_row(sizes: Sizes) -> Row:
    """Naming what is wrong, by processor time; the answers are those that may be looked at."""
    roots = [ROOT, ROOT / "courses" / "linear_algebra"]
    found = named_corpora(roots[:1] if sizes is QUICK else roots, 1 if sizes is QUICK else None)
    return Row(
        "what is wrong with an answer is named, probe calls apart",
        "wrong answers of both courses, libraries at hand",
        "at most 5 ms",
        found.text,
    )


def check_row(folder: Path, sizes: Sizes) -> Row:
    """`autograder check` from nothing; by processor time, which waiting for others is no part of."""
    desk = folder / "desk"
    shutil.copytree(ROOT / "exercises" / ASSIGNMENT, desk / "exercises" / ASSIGNMENT)
    shutil.copy(ROOT / "course.toml", desk)
    answer = ROOT / "solutions" / ASSIGNMENT / "sigmoid" / "reference.py"
    shutil.copy(answer, desk / "exercises" / ASSIGNMENT / "sigmoid.py")
    run([AUTOGRADER, "check", "sigmoid"], desk)  # compiles what is not compiled yet, as pip does
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


class _Room:
    """Our course with its classes, and one of stock nbgrader's."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self._folder = folder
        self._sizes = sizes
        self._courses: dict[str, Path] = {}

    def _course(self, name: str, students: int) -> Path:
        """A course of ours in which so many have handed in."""
        if name not in self._courses:
            course = our_course(self._folder / name)
            for other in list(self._courses.values())[:1]:
                libraries = Path(".autograder", "library")
                shutil.copytree(other / libraries, course / libraries, dirs_exist_ok=True)
            hand_in(course, 2)
            graded(course)  # works out what is worked out once for a course
            hand_in(course, students)
            self._courses[name] = course
        return self._courses[name]

    def plugin_row(self) -> Row:
        """The plug-in, and nbgrader without it."""
        stock = stock_course(self._folder / "plugin")
        hand_in(stock, self._sizes.plugin)
        found = in_turns(
            self._sizes.turns, lambda: autograded(stock, OURS), lambda: autograded(stock)
        )
        return Row(
            f"the plug-in, class of {self._sizes.plugin}, start included",
            "stock `nbgrader autograde`, the same notebooks",
            "at least 5 (30)",
            f"{found.text()} times as fast; {statistics.median(found.ours):.1f} s",
        )

    def class_rows(self) -> Iterator[Row]:
        """Two classes, beside stock nbgrader; the larger one again; and a very large one."""
        sizes = self._sizes
        small, large = self._course("small", sizes.small), self._course("large", sizes.large)
        stock = stock_course(self._folder / "stock")
        hand_in(stock, sizes.stock)
        ran: dict[int, list[Ran]] = {sizes.small: [], sizes.large: []}
        theirs: dict[int, list[float]] = {sizes.small: [], sizes.large: []}
        slopes, again = [], []
        for _ in range(sizes.turns):
            few, many = autograded(stock, students=2), autograded(stock)
            slopes.append((many - few) / (sizes.stock - 2))
            for course, size in ((small, sizes.small), (large, sizes.large)):
                ran[size].append(graded(course))
                theirs[size].append(few + (size - 2) * slopes[-1])
            again.append(graded(large, "unchanged").seconds)
        for size, asked in ((sizes.small, "at least 70 (200)"), (sizes.large, "100 (1,000)")):
            ours = [each.seconds for each in ran[size]]
            yield Row(
                f"class of {size:,}, five exercises, start and gradebook included",
                "stock `nbgrader autograde`, four exercises of asserts: "
                f"{statistics.median(slopes):.2f} s each, from {sizes.stock}",
                asked,
                f"{Measured(ours, theirs[size]).text()} times as fast; "
                f"{statistics.median(ours):.1f} s",
            )
        found = Measured(again, [each.seconds for each in ran[sizes.large]])
        what = f"an unchanged class of {sizes.large:,} again"
        taken = f"{statistics.median(again):.2f} s"
        yield Row(what, "grading it", "at most 1/50", f"1/{found.text()}; {taken}")
        yield very_large_row(ran[sizes.small], ran[sizes.large], sizes)

    def workers_row(self) -> Row:
        """Two workers of this machine; the larger class, of whose time starting is little."""
        course = self._course("large", self._sizes.large)
        found = in_turns(
            self._sizes.turns,
            lambda: graded(course, jobs=2, gradebook=False).seconds,
            lambda: graded(course, jobs=1, gradebook=False).seconds,
        )
        what = f"two local workers, class of {self._sizes.large:,}, no gradebook"
        return Row(what, "one", "at least 1.8", found.text())

    def dask_row(self) -> Row:
        """Two workers of a Dask cluster."""
        course = self._course("large", self._sizes.large)
        found: dict[int, list[float]] = {}
        for workers in (1, 2):
            with cluster(self._folder, [AUTOGRADER], workers) as address:
                graded(course, scheduler=address, gradebook=False)  # they get the keys
                found[workers] = [
                    graded(course, scheduler=address, gradebook=False).seconds
                    for _ in range(self._sizes.turns)
                ]
        what = f"two Dask workers, class of {self._sizes.large:,}, no gradebook"
        return Row(what, "one", "at least 1.8", Measured(found[2], found[1]).text())

    def memory_row(self) -> Row:
        """The grader's own memory: that of its workers is bounded for each submission."""
        few = graded(self._course("few", self._sizes.few)).peak
        many = graded(self._course("many", self._sizes.many)).peak
        return Row(
            f"peak memory of the grader, {self._sizes.many:,} submissions",
            f"{self._sizes.few} submissions, {few >> 20} MB",
            "at most 1.2",
            f"{many / few:.3g}; {many >> 20} MB",
        )


def very_large_row(small: list[Ran], large: list[Ran], sizes: Sizes) -> Row:
    """What a very large class costs, by what each submission more costs in ours."""

    def each(used: Callable[[Ran], float]) -> float:
        more = statistics.median(map(used, large)) - statistics.median(map(used, small))
        return max(more, 0.0) / (sizes.large - sizes.small)

    every, own = each(lambda ran: ran.busy), each(lambda ran: ran.own)
    count = STUDENTS * NOTEBOOKS
    return Row(
        f"{STUDENTS:,} students with {NOTEBOOKS} notebooks, on a cluster",
        f"worked out: {1e3 * every:.0f} ms of a processor for each, {1e3 * own:.0f} of them the "
        "grader's own process",
        "",
        f"{count * every / 3600:.1f} hours of a processor; with one grader at least "
        f"{count * own / 3600:.1f} hours, from {every / own if own else 1:.1f} processors on",
    )


def graded(
    course: Path,
    how: str = "anew",
    jobs: int | None = None,
    scheduler: str | None = None,
    *,
    gradebook: bool = True,
) -> Ran:
    """Grade our class, from an empty gradebook and an empty cache if `how` is `anew`."""
    if how == "anew":
        shutil.rmtree(course / ".autograder" / "kept", ignore_errors=True)
        shutil.rmtree(course / "autograded", ignore_errors=True)
        for name in ("gradebook.db", "results.jsonl"):
            (course / name).unlink(missing_ok=True)
    more = [] if jobs is None else ["--jobs", str(jobs)]
    more += [] if scheduler is None else ["--scheduler", scheduler]
    book = f"sqlite:///{course / 'gradebook.db'}"
    asked = ["submitted", "--assignment", ASSIGNMENT]
    asked += ["--gradebook", book] if gradebook else ["--no-gradebook"]
    return run([AUTOGRADER, "grade", *asked, *more], course)


def autograded(course: Path, ours: str = "", students: int | None = None) -> float:
    """Seconds of `nbgrader autograde` from an empty gradebook, of all or of the first students."""
    (course / "nbgrader_config.py").write_text(f"c = get_config()\n{ours}", encoding="utf-8")
    shutil.rmtree(course / "autograded", ignore_errors=True)
    (course / "gradebook.db").unlink(missing_ok=True)
    run([*NBGRADER, "generate_assignment", ASSIGNMENT, "--force"], course)
    some = [] if students is None else ["--student", f"s0000[0-{students - 1}]"]
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
