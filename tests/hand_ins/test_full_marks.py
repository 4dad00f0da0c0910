"""Nothing right loses its points for where it lies or what it is called, whoever grades it."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.workers.course_grading import grade_folder
from tests.classroom import POINTS, Classroom, drop_plots, once
from tests.hand_ins.table import FULL_MARKS, HandedIn, put
from tests.sampling import chosen, sampled

pytestmark = pytest.mark.nbgrader

NAMES = ("NFD 가", ".hidden", "x[1]", "a{b}")
"""Folders of students that one grader or the other might call otherwise."""

REFUSED = {
    "a\\b": "a\\\\b",
    "kim ": "kim\\x20",
    "kim\u3164": "kim\\u3164",
    "kim\u034f": "kim\\u034f",
    "q\u0301\u0302\u0303\u0304\u0305": "q\u0301\u0302\u0303\\u0304\\u0305",
}
"""Folders whose names cannot be shown as they are, and how they are shown."""

ASKED_FOR = ("as expected", "browser (1)", "blank beside Copy1", "litter around it")
"""Those whom a test asks for by name."""

SHARE = 0.3


@pytest.fixture(scope="module")
def handed_in(request: pytest.FixtureRequest) -> dict[str, HandedIn]:
    """What is handed in: everything, or a sample of it."""
    everything = request.config.getoption("proof")
    names = FULL_MARKS if everything else {*chosen(FULL_MARKS, SHARE), *ASKED_FOR}
    return {name: each for name, each in FULL_MARKS.items() if name in names}


def _folder(name: str) -> str:
    return unicodedata.normalize("NFD", name) if name.startswith("NFD") else name


@pytest.fixture(scope="module")
def room(handed_in, built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """All of them handed in, and graded by one real `nbgrader autograde`."""

    def make(folder: Path) -> None:
        room = Classroom(Path(shutil.copytree(built_course, folder)))
        drop_plots(room)
        for student, each in handed_in.items():
            put(room, folder / "submitted", student, each)
        for name in (*map(_folder, NAMES), *REFUSED):
            put(room, folder / "submitted", name, FULL_MARKS["browser (1)"])
        ran = room.nbgrader("autograde", "basics")
        (folder / "autograde.log").write_text(f"{ran.status}\n{ran.output}", encoding="utf-8")
        ran = room.nbgrader("generate_feedback", "basics")
        (folder / "feedback.log").write_text(f"{ran.status}\n{ran.output}", encoding="utf-8")

    return Classroom(once(tmp_path_factory, "hand-ins", make))


@pytest.fixture(scope="module")
def graded(room: Classroom):
    """The same, graded by `grade_folder`: results by student, and what was left."""
    pairs = grade_folder(load_course(room.root), room.root / "submitted", layers="full", workers=2)
    results = {result.student: result for _, result in pairs}
    return results, pairs.leftovers


@pytest.mark.parametrize("student", sampled(FULL_MARKS, SHARE))
def test_it_has_all_points(graded, student):
    """And the result says what was graded, and why."""
    result = graded[0][student]
    assert result.score == result.max_score == 16
    assert result.source == FULL_MARKS[student].source
    assert (result.note and result.note.kind) == FULL_MARKS[student].note


def test_nbgrader_gives_the_same(room, handed_in, graded):
    """To each student, by the same id; nobody is left out, and nobody is refused by one alone."""
    scores = room.scores()
    given = {
        student: {each.exercise: float(each.score) for each in result.exercises}
        for student, result in graded[0].items()
    }
    assert scores == given
    right = [*handed_in, *(unicodedata.normalize("NFC", name) for name in NAMES)]
    assert {name: scores[name] for name in right} == dict.fromkeys(right, POINTS)
    assert set(scores) == {*right, *REFUSED.values()}


@pytest.mark.parametrize("shown", REFUSED.values())
def test_a_name_that_cannot_be_shown_is_refused_by_both(room, graded, shown):
    """With the same reason."""
    (reason,) = {
        check.finding.problem.type for e in graded[0][shown].exercises for check in e.checks
    }
    assert reason == "unsafe_id"
    assert "has a name that cannot be shown" in room.feedback(shown)


def test_nothing_is_left_over(room, graded):
    """Each file is placed, or ignored for a reason that is counted."""
    assert graded[1].unplaced == []
    assert graded[1].ignored == {
        "system": 5, "cache": 1, "lock": 1, "timestamp": 1, "beside": 1
    }  # fmt: skip
    log = (room.root / "autograde.log").read_text(encoding="utf-8")
    assert log.startswith("0\n")
    assert "Traceback" not in log
    assert "could not be placed" not in log


def test_nothing_that_was_handed_in_is_changed(room):
    """Not a byte, and no file is added."""
    files = {
        str(path.relative_to(room.root / "submitted" / "browser (1)"))
        for path in (room.root / "submitted" / "browser (1)").rglob("*")
    }
    assert files == {"basics", "basics/basics (1).ipynb"}


def test_the_feedback_says_what_was_graded(room):
    """In both languages, above the notebook."""
    page = room.feedback("blank beside Copy1")
    assert "Graded: basics/basics-Copy1.ipynb. basics/basics.ipynb is as it was handed out." in page
    assert "basics/basics-Copy1.ipynb를 채점했습니다." in page
    assert "Graded:" not in room.feedback("as expected")
