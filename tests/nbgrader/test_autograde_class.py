"""A class on a bad day, graded by one real `nbgrader autograde` with our configuration."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.workers.course_grading import grade_folder
from tests.classroom import POINTS, Classroom, cell, drop_plots, grade_cell, once, text
from tests.nbgrader.handed_in import HANDED_IN, HandedIn
from tests.nbgrader.pages import faults
from tests.sampling import chosen

pytestmark = pytest.mark.nbgrader

WHY = {
    "file empty": "The file is empty.",
    "file garbage": "It is not a notebook and cannot be read.",
    "file not UTF-8": "It is not UTF-8 text and cannot be read. Save it as UTF-8 in your editor.",
    "file UTF-16": "It is not UTF-8 text and cannot be read. Save it as UTF-8 in your editor.",
    "file too large": "The file is too large (at most 10 MB without outputs).",
    "file is a folder": "There is a folder where the file should be.",
    "file is a link": "Links are not followed; hand in the file itself.",
    "folder is a link": "Links are not followed; hand in the file itself.",
    "file is a pipe": "It is no regular file and was not read.",
    "wrong": "Is it squared, or doubled?",
    "partly right": "What happens to a negative number?",
    "answer raises": "raised ValueError: not today",
    "right in the check": "The answer stands in the check cell, which is not graded",
    "answer loops": "It did not finish in time.",
    "answer ends the process": "The process that ran it is over",
    "cell loops": "This cell did not finish in time and was stopped.",
    "cell ends the process": "The process ended while this cell ran.",
    "cell raises": "ZeroDivisionError: division by zero",
}
NAMED = ("right", "김철수", "Kim Chul-su, B.", "faked result", "odd files beside it", "scripts")
KNOWN = {*WHY, *NAMED, "cell prints one long line", "zz right"}
"""Those whom a test asks for by name."""


def _kind(student: str) -> tuple[str, ...]:
    """One of each kind is in the sample, which is told by the first word; who is known is one alone."""
    return ("known", student) if student in KNOWN else (student.split(maxsplit=1)[0],)


SAMPLE = set(chosen(HANDED_IN, 0.1, kind=_kind))


def each_of(students: Iterable[str]) -> pytest.MarkDecorator:
    """A test of each of these students; in `make test` of those of the sample."""
    proof = pytest.mark.proof
    return pytest.mark.parametrize(
        "student",
        [pytest.param(name, marks=() if name in SAMPLE else proof) for name in students],
    )


COMMANDS = {"autograde": "autograde.json", "generate_feedback": "feedback.json"}


@pytest.fixture(scope="module")
def handed_in(request: pytest.FixtureRequest) -> dict[str, HandedIn]:
    """What is handed in: everything, or the sample of it."""
    everything = request.config.getoption("proof")
    return {name: each for name, each in HANDED_IN.items() if everything or name in SAMPLE}


@pytest.fixture(scope="module")
def graded(handed_in, built_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class, graded, and with feedback."""

    def make(folder: Path) -> None:
        room = Classroom(Path(shutil.copytree(built_course, folder)))
        drop_plots(room)
        for student, each in handed_in.items():
            each.put(room, student)
        for command, log in COMMANDS.items():
            ran = room.nbgrader(command, "basics")
            (folder / log).write_text(json.dumps([ran.status, ran.output]), encoding="utf-8")
        scores = json.dumps(room.scores())
        (folder / "scores.json").write_text(scores, encoding="utf-8")

    return Classroom(once(tmp_path_factory, "graded-class", make))


@pytest.fixture(scope="module")
def scores(graded: Classroom) -> dict[str, dict[str, float]]:
    """What the gradebook says, by student and exercise."""
    return json.loads((graded.root / "scores.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def log(graded: Classroom) -> str:
    """What `nbgrader autograde` said."""
    return json.loads((graded.root / "autograde.json").read_text(encoding="utf-8"))[1]


@pytest.mark.parametrize("log", COMMANDS.values(), ids=COMMANDS)
def test_the_commands_end_well(graded, log):
    """Nobody's submission makes a command fail; links that lie beside one are listed."""
    status, output = json.loads((graded.root / log).read_text(encoding="utf-8"))
    assert "There was an error processing" not in output
    assert "Traceback" not in output
    listed = [line for line in output.splitlines() if "is a link, which is not followed" in line]
    names = ("dangling", "endless", "seed.txt", "solutions")
    placed = log != "autograde.json"
    assert [each.partition(":")[0].rpartition("/")[2] for each in listed] == (
        [] if placed else list(names)
    )
    assert status == (0 if placed else 1)


@each_of(HANDED_IN)
def test_each_gets_what_is_earned(scores, student):
    """The honest part of a submission counts, and nothing else does."""
    earned = {"double": HANDED_IN[student].double, "Counter": HANDED_IN[student].counter}
    assert earned == scores[student]


@pytest.mark.proof  # that both write one gradebook is tested with a smaller class
def test_autograder_grade_gives_the_same(graded, scores):
    """Whoever grades, a submission earns the same."""
    results = grade_folder(
        load_course(graded.root), graded.root / "submitted", layers="full", workers=2
    )
    given = {
        result.student: {each.exercise: each.score for each in result.exercises}
        for _, result in results
    }
    assert given == scores


def test_nobody_else_is_in_the_gradebook(handed_in, scores):
    """One submission each, and no more."""
    assert set(handed_in) == set(scores)


@each_of(HANDED_IN)
def test_a_check_ends_with_one_plain_number(graded, scores, student):
    """The first result is taken for the score: there is one, and it is the score."""
    for exercise in POINTS:
        outputs = grade_cell(graded.autograded(student), exercise)["outputs"]
        results = [each for each in outputs if each["output_type"] == "execute_result"]
        assert [repr(scores[student][exercise])] == [
            text(each["data"]["text/plain"]) for each in results
        ]
        assert outputs[-1] == results[0]
        assert {"display_data", "execute_result"} == {each["output_type"] for each in outputs}


@each_of(name for name, each in HANDED_IN.items() if each.says)
def test_the_log_says_what_was_put_right(log, student):
    """What was unreadable, altered, deleted or there twice is named."""
    ours = [
        part for part in log.split("Sanitizing ") if f"/{student}/basics/basics.ipynb\n" in part
    ]
    assert HANDED_IN[student].says in ours[-1]


@pytest.mark.parametrize("student", ["right", "김철수", "Kim Chul-su, B.", "wrong", "file empty"])
def test_there_is_feedback(graded, student):
    """Whatever a student is called, and whatever was handed in."""
    assert "<html" in graded.feedback(student)


@pytest.mark.parametrize(("student", "sentence"), WHY.items())
def test_the_feedback_says_why(graded, student, sentence):
    """A student reads what was wrong."""
    assert sentence in graded.feedback(student)


@pytest.mark.parametrize("student", ["wrong", "scripts", "odd files beside it"])
def test_nothing_is_active_in_the_feedback(graded, student):
    """Scripts in text, prints, errors, outputs, names and metadata are text or are gone."""
    assert faults(graded.feedback(student), ours=True) == []


def test_scripts_are_shown_as_text(graded):
    """They are not swallowed either."""
    page = graded.feedback("scripts")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_only_plain_outputs_are_kept(graded):
    """Outputs of a student's cells are text and pictures; a report is ours."""
    for each in graded.autograded("scripts")["cells"]:
        if each["cell_type"] != "code" or "autograder" in each["metadata"]:
            continue
        kinds = {kind for output in each["outputs"] for kind in output.get("data", {})}
        assert kinds <= {"text/plain", "image/png"}


def test_a_faked_result_is_gone(graded):
    """What a program reads from a graded notebook was written by grading."""
    marked = [
        each["id"]
        for each in graded.autograded("faked result")["cells"]
        if "autograder" in each["metadata"]
    ]
    assert marked == ["double", "Counter"]


def _files(folder: Path) -> Iterator[str]:
    return (str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("folder", "there"),
    [
        (
            "autograded",
            {
                "basics.ipynb",
                "public",
                "public/Counter.json",
                "public/assignment-outline.json",
                "public/double.json",
            },
        ),
        ("feedback", {"basics.html"}),
    ],
)
def test_nothing_beside_a_notebook_is_copied(graded, folder, there):
    """The instructor's own files lie there, and the notebook; the page needs no other."""
    assert set(_files(graded.root / folder / "odd files beside it" / "basics")) == there


def test_long_output_does_not_make_a_long_page(graded):
    """A hundred megabytes in one line are cut."""
    assert len(graded.feedback("cell prints one long line")) < 200_000


def test_the_answer_is_still_there(graded):
    """What was handed in can be read in the graded notebook."""
    source = cell(graded.autograded("wrong"), "double-answer")["source"]
    assert source == "def double(x):\n    return x * x"
