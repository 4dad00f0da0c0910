"""`nbgrader autograde` and our grading of a class leave the same gradebook and notebooks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.nbgrader.class_autograding import ClassAutograding
from tests.classroom import DOUBLE, SQUARE, Classroom, cell, drop_plots, once, remove
from tests.gradebook.rows import grade_by_hand, rows

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]

LATE = 'c = get_config()\nc.LateSubmissionPlugin.penalty_method = "zero"\n'
STUDENTS = {
    "right",
    "wrong",
    "late",
    "김철수",
    "renamed",
    "files",
    "broken",
    "untouched",
    "altered",
}


def url(room: Classroom) -> str:
    """The address of a classroom's gradebook."""
    return f"sqlite:///{room.root / 'gradebook.db'}"


def hand_in(room: Classroom) -> None:
    """A class in which everybody is a case of their own."""
    room.hand_in("right", room.answered())
    room.hand_in("wrong", room.answered(SQUARE))
    room.hand_in("김철수", room.answered())
    late = room.hand_in("late", room.answered())
    (late.parent / "timestamp.txt").write_text("2026-03-01 12:00:10 UTC", encoding="utf-8")
    room.hand_in("renamed", room.answered()).rename(
        room.root / "submitted" / "renamed" / "basics (1).ipynb"
    )
    files = room.place("files").parent
    (files / "double.py").write_text(DOUBLE, encoding="utf-8")
    room.hand_in("broken", "no notebook")
    room.hand_in("untouched", room.released)
    altered = room.answered()
    remove(altered, "double")
    cell(altered, "Counter")["metadata"]["nbgrader"]["points"] = 100
    room.hand_in("altered", altered)


def hand_in_again(room: Classroom) -> None:
    """Some come back, better or worse."""
    room.hand_in("wrong", room.answered())
    room.hand_in("right", room.answered(SQUARE))
    late = room.root / "submitted" / "late" / "basics" / "timestamp.txt"
    late.write_text("2026-03-01 20:59:59 +0900", encoding="utf-8")


def ours(room: Classroom) -> None:
    """Grade the class, and find everybody written."""
    graded = ClassAutograding(load_course(room.root))
    pairs = graded.grade(graded.submitted, assignments=["basics"], workers=2)
    assert {submission.student for submission, _ in pairs} == STUDENTS
    assert graded.unsaved == []


def theirs(room: Classroom) -> None:
    """The same by nbgrader's command."""
    assert room.nbgrader("autograde", "basics", "--force").status == 0


@pytest.fixture(scope="module")
def both(built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Classroom, ...]:
    """Two classrooms that were graded twice, with grading by hand in between."""

    def make(folder: Path) -> None:
        for name, grade in (("theirs", theirs), ("ours", ours)):
            room = Classroom(Path(shutil.copytree(built_course, folder / name)))
            drop_plots(room)
            with (room.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
                file.write(LATE)
            hand_in(room)
            grade(room)
            shutil.copy(room.root / "gradebook.db", room.root / "first.db")
            grade_by_hand(url(room))
            hand_in_again(room)
            grade(room)

    folder = once(tmp_path_factory, "class-graded-by-both", make)
    return Classroom(folder / "theirs"), Classroom(folder / "ours")


@pytest.mark.parametrize("when", ["first.db", "gradebook.db"])
def test_the_gradebook_is_the_same_row_for_row(both, when):
    """At first, and after grades, extra credit, comments, a due date and new answers."""
    theirs, ours = (rows(f"sqlite:///{room.root / when}") for room in both)
    assert ours == theirs
    assert {names[1] for names in ours if names[0] == "student"} == STUDENTS


def test_what_was_graded_by_hand_stays(both):
    """And is marked to be looked at; who was late loses as nbgrader has it."""
    found = rows(url(both[1]))
    assert found["grade", "wrong", "basics", "double"] == (10.0, 3.0, 1.5, True, 3.0 + 1.5)
    assert found["comment", "wrong", "basics", "double-answer"] == (None, "Look at it again.")
    assert found["comment", "untouched", "basics", "double-answer"] == ("No response.", None)
    assert found["notebook", "late", "basics", "basics"] is None


def _files(root: Path) -> Iterator[tuple[str, int, bytes]]:
    for path in sorted((root / "autograded").rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        yield str(path.relative_to(root)), path.stat().st_mode, content


def test_the_autograded_notebooks_are_the_same_byte_for_byte(both):
    """With what lies beside them, and who may write them; no draft is left."""
    theirs, ours = (list(_files(room.root)) for room in both)
    assert ours == theirs
    assert f"autograded/{'renamed'}/basics/basics.ipynb" in {name for name, _, _ in ours}
