"""A class is graded into a PostgreSQL server that goes away, and comes back."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import create_engine, text

from autograder.course import load_course
from autograder.gradebook import server_limits
from autograder.gradebook.patience import GradebookError
from autograder.nbgrader import class_submissions
from autograder.nbgrader.class_autograding import ClassAutograding
from tests.classroom import SQUARE, Classroom, drop_plots
from tests.gradebook.postgres_server import postgres_server, programs
from tests.gradebook.rows import rows

pytestmark = [
    pytest.mark.nbgrader,
    pytest.mark.skipif(programs() is None, reason="there is no PostgreSQL server program here"),
]

STUDENTS = [f"s{number}" for number in range(8)]


@pytest.fixture(scope="module")
def room(built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class that has handed in, and a gradebook in a file that says how it ends."""
    folder = tmp_path_factory.mktemp("postgresql") / "course"
    made = Classroom(Path(shutil.copytree(built_course, folder)))
    drop_plots(made)
    settings = made.root / "course.toml"
    written = settings.read_text(encoding="utf-8")
    due = 'name = "basics"\ndue = 2026-03-01T18:00:00+09:00\n'
    settings.write_text(written.replace('name = "basics"\n', due), encoding="utf-8")
    for number, student in enumerate(STUDENTS):
        made.hand_in(student, made.answered(SQUARE) if number % 3 else made.answered())
    graded = ClassAutograding(load_course(made.root))
    for _ in graded.grade(graded.submitted, assignments=["basics"], workers=1):
        pass
    return made


@pytest.fixture(scope="module")
def server():
    """A server."""
    with postgres_server() as running:
        yield running


def test_nothing_is_lost_and_nothing_twice(room, server, monkeypatch):
    """The server dies between two submissions, and in the middle of writing one."""
    said, back = [], []
    real = class_submissions.write_flushed

    def die() -> None:
        server.stop()
        back.append(threading.Timer(1.0, server.start))
        back[-1].start()

    def written(path: Path, text: str) -> None:
        real(path, text)
        if "/s5/" in str(path) and len(back) < 2:
            die()

    monkeypatch.setattr(class_submissions, "write_flushed", written)
    shutil.rmtree(room.root / "autograded")
    graded = ClassAutograding(load_course(room.root), url=server.url, say=said.append)
    done = []
    pairs = graded.grade(graded.submitted, assignments=["basics"], workers=2)
    for submission, result in pairs:
        done.append((submission.student, result.score))
        if len(done) == 2:
            die()
    for each in back:
        each.join()
    assert sorted(student for student, _ in done) == STUDENTS
    assert rows(server.url) == rows(f"sqlite:///{room.root / 'gradebook.db'}")
    assert len(back) == len(said) == 2
    assert all("does not answer; trying again" in sentence for sentence in said)
    notebooks = sorted(path.name for path in (room.root / "autograded").glob("*/*"))
    assert notebooks == ["basics"] * len(STUDENTS)
    with Gradebook(server.url) as gradebook:
        assert gradebook.find_assignment("basics").duedate.isoformat() == "2026-03-01T09:00:00"


def test_a_table_that_others_lock_is_tried_again(room, server, monkeypatch):
    """Grading says that it waits, and goes on when it can."""
    monkeypatch.setattr(server_limits, "_STATEMENTS", {"lock_timeout": "200ms"})
    engine, said = create_engine(server.url), []
    graded = ClassAutograding(load_course(room.root), url=server.url, say=said.append)
    for _ in graded.grade(graded.submitted, assignments=["basics"], workers=1):
        pass
    other = engine.connect()
    other.execute(text("LOCK TABLE grade IN ACCESS EXCLUSIVE MODE"))

    def release(sentence: str) -> None:
        said.append(sentence)
        other.rollback()

    again = ClassAutograding(load_course(room.root), url=server.url, say=release)
    done = list(again.grade(again.submitted, assignments=["basics"], workers=1))
    other.close()
    engine.dispose()
    assert len(done) == len(STUDENTS)
    assert len(said) == 1
    assert "does not answer; trying again" in said[0]


def test_a_server_that_is_not_there_is_one_sentence(room, server):
    """At the start nobody waits: the address may be wrong."""
    url = server.url.replace("host=/tmp/", "host=/tmp/not-").replace("@", ":secret@")
    graded = ClassAutograding(load_course(room.root), url=url)
    pairs = graded.grade(graded.submitted, assignments=["basics"], workers=1)
    with pytest.raises(GradebookError, match="cannot be used: connection") as raised:
        next(pairs)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)
