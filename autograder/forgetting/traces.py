"""Where something is kept of a student: found first, then removed one by one."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.atomic_files import write_whole
from autograder.build.release import find_tools
from autograder.collecting.roster import ROSTER_FILE, RosterError, read_roster
from autograder.collecting.student_names import student_id
from autograder.exports.tables import read_table
from autograder.report.result_records import json_line
from autograder.report.results_file import read_results
from autograder.workers.kept_replies import kept_folder

__all__ = ["Trace", "find_traces", "mentions_left"]

_FOLDERS: Final = ("submitted", "autograded", "feedback")
_RESULTS: Final = "results.jsonl"
_GRADEBOOK: Final = "gradebook.db"
_PAGES: Final = ("report.html", "grades.csv", "filled.csv")
_LONGEST_PAGE: Final = 64 << 20


@dataclass(frozen=True)
class Trace:
    """Something that is kept of a student.

    Attributes:
        what: it is, in words.
        remove: removes it.
    """

    what: str
    remove: Callable[[], None]


def find_traces(root: Path, student: str) -> list[Trace]:
    """What is kept of a student in the folder of a course.

    Args:
        root: of the course.
        student: the id.

    Raises:
        AutograderError: if a file that would be changed cannot be read.
    """
    return [
        *_folders(root, student),
        *_results(root, student),
        *_gradebook(root, student),
        *_roster(root, student),
        *_kept(root),
    ]


def mentions_left(root: Path, student: str) -> list[Path]:
    """The pages and tables in the course that name a student, and are not rewritten here."""
    found = []
    for name in _PAGES:
        path = root / name
        with contextlib.suppress(OSError):
            if path.stat().st_size <= _LONGEST_PAGE and student.encode() in path.read_bytes():
                found.append(path)
    return found


def _folders(root: Path, student: str) -> Iterator[Trace]:
    for name in _FOLDERS:
        folder = root / name
        entries = sorted(os.scandir(folder), key=lambda each: each.name) if folder.is_dir() else []
        for entry in entries:
            if student_id(entry.name) == student:
                path = Path(entry.path)
                is_folder = entry.is_dir(follow_symlinks=False)
                remove = shutil.rmtree if is_folder else Path.unlink
                yield Trace(f"{name}/{student}", _of_path(remove, path))


def _of_path(remove: Callable[[Path], object], path: Path) -> Callable[[], None]:
    def run() -> None:
        remove(path)

    return run


def _results(root: Path, student: str) -> Iterator[Trace]:
    path = root / _RESULTS
    if not path.is_file():
        return
    records = list(read_results(path))
    others = [each for each in records if each.student != student]
    if len(others) < len(records):

        def remove() -> None:
            write_whole(path, "".join(json_line(each) + "\n" for each in others))

        yield Trace(f"{len(records) - len(others)} lines of {_RESULTS}", remove)


def _gradebook(root: Path, student: str) -> Iterator[Trace]:
    """Rows of nbgrader's SQLite gradebook; a server's is removed by nbgrader's own command."""
    path = root / _GRADEBOOK
    if not path.is_file():
        return
    where = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(where, uri=True)) as gradebook:
            rows = gradebook.execute("SELECT id FROM student").fetchall()
    except sqlite3.Error:
        return
    known = [str(name) for (name,) in rows if student_id(str(name)) == student]

    def remove() -> None:
        from nbgrader.api import Gradebook  # noqa: PLC0415 - seldom needed, slow to import

        find_tools()
        with warnings.catch_warnings(), Gradebook(f"sqlite:///{path}") as gradebook:
            # nbgrader's own use of SQLAlchemy, of which its messages say much and mean nothing.
            warnings.simplefilter("ignore")
            for each in known:
                gradebook.remove_student(each)

    if known:
        yield Trace(f"the student, submissions, grades and comments in {_GRADEBOOK}", remove)


def _roster(root: Path, student: str) -> Iterator[Trace]:
    path = root / ROSTER_FILE
    if not path.is_file():
        return
    try:
        known = student in read_roster(path).students
    except RosterError:
        return
    if not known:
        return

    def remove() -> None:
        table = read_table(path)
        column = [each.strip().casefold() for each in table.rows[0]].index("id")
        table.rows[1:] = [
            row
            for row in table.rows[1:]
            if len(row) <= column or student_id(row[column].strip()) != student
        ]
        write_whole(path, table.text())

    yield Trace(f"the line in {ROSTER_FILE}", remove)


def _kept(root: Path) -> Iterator[Trace]:
    """Kept replies do not say whose they are: all of them go, and are worked out again."""
    folder = kept_folder(root)
    if folder.is_dir():
        what = "what is kept to grade again faster, of everybody: it does not say whose it is"
        yield Trace(what, _of_path(shutil.rmtree, folder))
