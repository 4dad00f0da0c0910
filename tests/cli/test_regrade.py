"""An exercise changes after a class was graded."""

from __future__ import annotations

import pytest

from tests.classroom import SQUARE, Classroom, drop_plots
from tests.cli.running import run, stopped

pytestmark = pytest.mark.nbgrader


@pytest.fixture
def graded(classroom: Classroom) -> Classroom:
    """A class that was graded."""
    drop_plots(classroom)
    classroom.hand_in("right", classroom.answered())
    classroom.hand_in("wrong", classroom.answered(SQUARE))
    classroom.hand_in("partly", classroom.answered(counter="Counter = None"))
    run("grade", "submitted", "--jobs", 1, cwd=classroom.root)
    assert classroom.scores()["right"] == {"double": 10.0, "Counter": 6.0}
    return classroom


def raise_points(room: Classroom) -> None:
    """A hidden check is worth two points more."""
    path = room.root / "solutions" / "basics" / "Counter" / "grading.py"
    text = path.read_text(encoding="utf-8")
    text = text.replace("points=6", "points=8").replace("points=5", "points=7")
    path.write_text(text, encoding="utf-8")


def test_points_change_in_sight_of_everybody(graded):
    """Not by building alone; then who is left is named until they are graded again."""

    def command(*arguments):
        return run(*arguments, cwd=graded.root)

    before = graded.scores()
    assert "nothing changes" in command("regrade").out
    (graded.root / "empty").mkdir()
    said = stopped(command("regrade", "empty"))
    assert said.endswith("holds no submission of this course's assignments")
    raise_points(graded)
    refused = command("build")
    assert refused.code == 2
    assert "'Counter' is worth 8 points and was worth 6 when 3 students" in refused.err
    built = command("build", "--points-changed")
    left = "basics: points have changed since 3 were graded: partly, right, wrong"
    assert (built.code, left in built.err) == (0, True)
    shown = command("regrade", "--jobs", 1, "--lang", "en")
    table = {line.split()[0]: " ".join(line.split()) for line in shown.out.splitlines()}
    why = "worth 6 before and 8 now"
    assert table["right"] == f"right basics/Counter 6/6 8/8 {why}"
    assert table["partly"] == f"partly basics/Counter 0/6 0/8 {why}"
    assert "nothing is written; --apply writes it" in shown.out
    korean = " ".join(command("regrade", "--jobs", 1, "--lang", "ko").out.split())
    assert "right basics/Counter 6/6 8/8 배점이 6점에서 8점으로 바뀜" in korean
    assert "제출물 3개에서 점수 3개가 바뀝니다" in korean
    assert graded.scores() == before
    applied = command("regrade", "--jobs", 1, "--apply")
    assert (applied.code, "points have changed" in applied.err) == (0, False)
    assert graded.scores()["right"] == {"double": 10.0, "Counter": 8.0}
    assert "nothing changes" in command("regrade", "--jobs", 1).out
