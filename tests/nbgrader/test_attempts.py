"""Of several attempts one is in the gradebook, with its own time."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.nbgrader.class_autograding import ClassAutograding
from tests.classroom import COUNTS_BY_ONE, SQUARE, Classroom, drop_plots
from tests.gradebook.rows import rows

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]


def put(room: Classroom, attempt: str, notebook, when: str) -> Path:
    """Hand in one of several attempts."""
    path = room.hand_in("kim", notebook)
    folder = path.parent / attempt
    folder.mkdir()
    (folder / "timestamp.txt").write_text(when, encoding="utf-8")
    return path.rename(folder / path.name)


def graded(room: Classroom, **options) -> list[tuple[str, str, int]]:
    """Student, what was graded, and the score, of all that is said to be written."""
    book = ClassAutograding(load_course(room.root), **options)
    pairs = book.grade(book.submitted, assignments=["basics"], workers=1)
    found = [(each.student, each.source, result.score) for each, result in pairs]
    assert book.unsaved == []
    return sorted(found)


def test_the_attempt_that_counts_is_written_once_with_its_time(classroom):
    """The last one, or the best; `nbgrader autograde` takes the last, and says so."""
    drop_plots(classroom)
    put(classroom, "2026-03-01_09-00-00", classroom.answered(SQUARE), "2026-03-01 09:00:00 UTC")
    best = put(classroom, "2026-03-01_10-00-00", classroom.answered(), "2026-03-01 19:00 +0900")
    again = classroom.answered(counter=COUNTS_BY_ONE)
    last = put(classroom, "2026-03-01_11-00-00", again, "2026-03-01 11:00:00 UTC")
    classroom.hand_in("lee", classroom.answered())

    def written() -> tuple[datetime.datetime, float]:
        found = rows(f"sqlite:///{classroom.root / 'gradebook.db'}")
        students = [names for names in found if names[0] == "submission"]
        assert sorted(students) == [("submission", each, "basics") for each in ("kim", "lee")]
        return found["submission", "kim", "basics"][0::2]

    found = graded(classroom, attempts="best")
    assert found[0] == ("kim", f"{best.parent.name}/basics.ipynb", 16)
    assert written() == (datetime.datetime(2026, 3, 1, 10), 16.0)
    settings = classroom.root / "course.toml"
    text = settings.read_text(encoding="utf-8")
    found = graded(classroom)
    assert found[0][:2] == ("kim", f"{last.parent.name}/basics.ipynb")
    assert written() == (datetime.datetime(2026, 3, 1, 11), float(found[0][2]))
    assert found[0][2] < 16
    settings.write_text(f'attempts = "best"\n{text}', encoding="utf-8")
    assert graded(classroom)[0][2] == 16
    ran = classroom.nbgrader("autograde", "basics", "--force", "--student", "kim")
    assert "`autograder grade` takes the best one" in ran.output
    assert written() == (datetime.datetime(2026, 3, 1, 11), float(found[0][2]))
