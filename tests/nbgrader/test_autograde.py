"""Single commands of nbgrader, with our configuration and without it."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path

import pytest
from traitlets.config import Config

from autograder.build.release import make_release
from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.nbgrader.plugin import configure
from tests.classroom import (
    COUNTER,
    DOUBLE,
    POINTS,
    SQUARE,
    Classroom,
    cell,
    code_cell,
    drop_plots,
    grade_cell,
    once,
    read_notebook,
    text,
)

pytestmark = pytest.mark.nbgrader

OURS = ("double", "Counter")


def our_scores(room: Classroom, student: str) -> tuple[float | None, ...]:
    """A student's scores in the exercises of the course."""
    return tuple(room.scores()[student][name] for name in OURS)


FAKE = {
    "data": {"text/plain": "10.0"},
    "execution_count": 1,
    "metadata": {},
    "output_type": "execute_result",
}


def test_again_and_without_running(classroom):
    """With `--force` the scores are the same; with `--no-execute` no saved output is believed."""
    drop_plots(classroom)
    classroom.hand_in("right", classroom.answered())
    classroom.hand_in("partly", classroom.answered("def double(x):\n    return abs(2 * x)"))
    faked = classroom.answered(SQUARE)
    cell(faked, "double")["outputs"] = [FAKE]
    html = {"text/html": "<script>alert(1)</script>"}
    cell(faked, "setup")["outputs"] = [FAKE | {"data": html}]
    classroom.hand_in("faked", faked)
    first = classroom.nbgrader("autograde", "basics")
    scored = classroom.scores()
    forced = classroom.nbgrader("autograde", "basics", "--force")
    assert (first.status, forced.status) == (0, 0)
    assert scored == classroom.scores()
    assert {name: tuple(scores.values()) for name, scores in scored.items()} == {
        "right": (10.0, 6.0),
        "partly": (7.0, 6.0),
        "faked": (0.0, 6.0),
    }
    not_run = classroom.nbgrader("autograde", "basics", "--force", "--no-execute")
    assert not_run.status == 0
    assert "'double' was not run; it scores 0" in not_run.output
    for scores in classroom.scores().values():
        assert set(scores.values()) == {0.0}
    assert "<script>" not in json.dumps(classroom.autograded("faked"))


@pytest.mark.parametrize(
    ("option", "earned"),
    [
        pytest.param({"ExecutePreprocessor": {"timeout": 6}}, "10.0", marks=pytest.mark.proof),
        ({"Execute": {"timeout": 6}}, "10.0"),
        pytest.param({"ExecutePreprocessor": {"timeout": -1}}, "10.0", marks=pytest.mark.proof),
        ({}, "0.0"),
    ],
)
def test_the_time_for_a_cell(built_course, option, earned):
    """The course says how long; nbgrader's own options still say otherwise, or that it is open."""
    notebook = Classroom(built_course).answered(f"import time\ntime.sleep(1.6)\n{DOUBLE}")
    config = Config()
    configure(config, root=built_course)
    config.merge(option)
    about = {"assignment": "basics", "notebook": "basics"}
    read = clean_notebook(json.dumps(notebook).encode())
    graded, _ = GradeInSandbox(config=config)(read, {"nbgrader": about})
    (score,) = [
        text(output["data"]["text/plain"])
        for output in grade_cell(graded, "double")["outputs"]
        if output["output_type"] == "execute_result"
    ]
    assert score == earned


@pytest.mark.proof
def test_a_notebook_of_another_name(classroom):
    """It is graded where one alone can be meant; what could not be placed is said at the end."""
    drop_plots(classroom)
    classroom.hand_in("a right", classroom.answered())
    path = classroom.hand_in("b renamed", classroom.answered())
    path.rename(path.with_name("basics (1).ipynb"))
    path = classroom.hand_in("c misspelt", classroom.answered())
    (path.parent / "timestamp.txt").write_text("2026-03-02 18:00:00 UTC", encoding="utf-8")
    path.parent.rename(path.parent.with_name("basisc"))
    path = classroom.hand_in("d two", classroom.answered())
    path.rename(path.with_name("basics-1.ipynb"))
    path = classroom.hand_in("d two", classroom.answered(SQUARE))
    path.rename(path.with_name("basics-2.ipynb"))
    (classroom.root / "submitted" / "e.zip").write_bytes(b"PK")
    ran = classroom.nbgrader("autograde", "basics")
    assert ran.status == 1
    assert "Traceback" not in ran.output
    assert "c misspelt: Graded: basisc/basics.ipynb. There is no basics/basics.ipynb." in ran.output
    assert "It is not clear which is meant: basics-1.ipynb, basics-2.ipynb." in ran.output
    assert "could not be placed:" in ran.output
    assert "e.zip: is an archive, which is not opened" in ran.output
    nothing = dict.fromkeys(POINTS, 0.0)
    assert classroom.scores() == {
        "a right": POINTS, "b renamed": POINTS, "c misspelt": POINTS, "d two": nothing
    }  # fmt: skip
    assert "2026-03-02 18:00:00" in ran.output.partition("Sanitizing")[2]
    one = classroom.nbgrader("autograde", "basics", "--student", "b renamed", "--force")
    assert one.status == 0


HIDDEN_INPUT = "-3.515625"

TESTS = {
    # name: points, source
    "asserts": (
        3,
        "import numpy as np\n"
        "assert list(double(np.array([1.0]))) == [2.0]\n"
        "### BEGIN HIDDEN TESTS\n"
        f"hidden_answer = double(np.array([{HIDDEN_INPUT}]))\n"
        f"assert list(hidden_answer) == [2 * {HIDDEN_INPUT}], 'a word about it'\n"
        "### END HIDDEN TESTS",
    ),
    "partial": (4, "1.5 if Counter(2).next() == 2 else 0.5"),
    "no-number": (2, "double(np.array([1.0]))\n'done'"),
    "silent": (2, "print('fine')"),
    "loud": (2, "import sys\nprint('look out', file=sys.stderr)"),
}
ODD_TESTS = {
    "too-much": (2, "1000.0"),
    "no-number-at-all": (2, "float('nan')"),
    "negative": (2, "-1.0"),
}


def add_tests(room: Classroom, tests: dict[str, tuple[int, str]]) -> None:
    """Put test cells of an instructor's own into the source notebook, and release it."""
    path = room.root / "source" / "basics" / "basics.ipynb"
    notebook = read_notebook(path)
    for number, (name, (points, source)) in enumerate(tests.items()):
        added = copy.deepcopy(cell(notebook, "Counter"))
        added["id"] = f"test-{number}"
        added["source"] = source
        added["metadata"]["nbgrader"] |= {"grade_id": name, "points": points}
        notebook["cells"].append(added)
    written = copy.deepcopy(cell(notebook, "Counter-answer"))
    written |= {"id": "written", "source": "### BEGIN SOLUTION\n1\n### END SOLUTION"}
    written["metadata"]["nbgrader"] |= {"grade": True, "grade_id": "written", "points": 5}
    notebook["cells"].append(written)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    make_release(room.root, "basics")


SPY = (
    "import sys\nseen = []\n"
    "def double(x):\n"
    "    seen.append((list(x), open.__doc__[:0]))\n"
    "    frame = sys._getframe(1)\n"
    "    seen.append(frame.f_code.co_consts)\n"
    "    print(seen)\n"
    "    if x[0] < 0:\n"
    "        raise ValueError(str(seen))\n"
    "    return 2 * x"
)
"""It tells everybody what it is asked: in a print, in an error, and in a cell that runs later."""

STUDENTS = {
    # name: answers, scores of the instructor's own tests
    "right": ((DOUBLE, COUNTER), (3.0, 1.5, 2.0, 2.0, 0.0)),
    "abs": (("def double(x):\n    return abs(2 * x)", COUNTER), (0.0, 1.5, 2.0, 2.0, 0.0)),
    "raises": (("def double(x):\n    raise ValueError('no')", COUNTER), (0.0, 1.5, 0.0, 2.0, 0.0)),
    "by one": (
        (DOUBLE, COUNTER.replace("+= self.step", "+= 1")),
        (3.0, 0.5, 2.0, 2.0, 0.0),
    ),
}


@pytest.fixture(scope="module")
def with_tests(built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose notebook has test cells of an instructor's own too; to be copied."""

    def make(folder: Path) -> None:
        shutil.copytree(built_course, folder)
        room = Classroom(folder)
        drop_plots(room)
        add_tests(room, TESTS)
        for student, (answers, _) in STUDENTS.items():
            room.hand_in(student, room.answered(*answers))

    return once(tmp_path_factory, "course-with-tests", make)


@pytest.fixture
def room(with_tests: Path, tmp_path: Path) -> Classroom:
    """A copy of it."""
    return Classroom(Path(shutil.copytree(with_tests, tmp_path / "course")))


def test_an_instructors_own_tests(room):
    """They are graded as nbgrader grades them, and no hidden test is seen in the feedback."""
    spying = room.answered(SPY)
    spying["cells"].append(code_cell("print(seen)\nprint(hidden_answer)\nIn[-3:]", "tells"))
    room.hand_in("spy", spying)
    written = room.answered()
    cell(written, "written")["source"] = "2"
    room.hand_in("writes", written)
    for command in ("autograde", "generate_feedback"):
        assert room.nbgrader(command, "basics").status == 0
    scores = room.scores()
    for student, (_, earned) in STUDENTS.items():
        assert tuple(scores[student][name] for name in TESTS) == earned
        assert "A hidden check met AssertionError." in room.feedback("abs")
        for secret in (HIDDEN_INPUT, "hidden_answer", "a word about it", "HIDDEN TESTS"):
            assert secret not in room.feedback(student)
    assert scores["spy"]["asserts"] == 0.0
    assert HIDDEN_INPUT not in room.feedback("spy")
    assert "a word about it" not in room.feedback("spy")
    assert "A hidden check met ValueError." in room.feedback("spy")
    # An unanswered cell is worth nothing, an answered one waits for a person.
    assert (scores["right"]["written"], scores["writes"]["written"]) == (0.0, None)
    for name in TESTS:
        outputs = grade_cell(room.autograded("right"), name)["outputs"]
        results = [each for each in outputs if each["output_type"] == "execute_result"]
        assert len(results) == 1
        assert float(text(results[0]["data"]["text/plain"])) <= TESTS[name][0]


@pytest.mark.proof
def test_without_our_configuration(room):
    """In nbgrader's kernel the same tests come to the same; a wrong answer gets no full marks."""
    (room.root / "nbgrader_config.py").unlink()
    changes_its_input = "def double(x):\n    x *= 2\n    return x"
    room.hand_in("changes", room.answered(changes_its_input, "Counter = list"))
    assert room.nbgrader("autograde", "basics").status == 0
    scores = room.scores()
    for student, (_, earned) in STUDENTS.items():
        assert tuple(scores[student][name] for name in TESTS) == earned
    # The public checks alone: those that are right earn their points, and no others.
    assert {name: (each["double"], each["Counter"]) for name, each in scores.items()} == {
        "right": (4.0, 1.0),
        "abs": (0.0, 1.0),
        "raises": (0.0, 1.0),
        "by one": (4.0, 0.0),
        "changes": (4.0, 0.0),
    }


@pytest.mark.proof
def test_numbers_that_are_no_score(classroom):
    """Where nbgrader fails or gives full marks, a test earns no more than it is worth."""
    drop_plots(classroom)
    add_tests(classroom, ODD_TESTS)
    classroom.hand_in("right", classroom.answered())
    ran = classroom.nbgrader("autograde", "basics")
    assert ran.status == 0
    scores = classroom.scores()["right"]
    assert [scores[name] for name in ODD_TESTS] == [2.0, 0.0, 0.0]
    assert "'too-much' says 1000.0 of 2.0 points" in ran.output
