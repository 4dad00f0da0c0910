"""What was handed in for a course, graded from where it lies."""

from __future__ import annotations

import json
import unicodedata

import pytest

from autograder.course import load_course
from autograder.errors import PathError, UnknownNameError
from autograder.workers.course_grading import grade, grade_folder
from tests.workers.processes import children

pytestmark = pytest.mark.sandbox


def hand_in(root, student, name="double.py", text="def double(x):\n    return x + x\n"):
    """Put a file where a student's submission lies."""
    path = root / student / "basics" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_course_is_graded_from_its_folder(toy_root, tmp_path):
    """Each result comes with what was handed in."""
    for student in ("kim", "lee"):
        hand_in(tmp_path / "submitted", student)
    course = load_course(toy_root)
    graded = list(grade_folder(course, tmp_path / "submitted", layers="inner", workers=1))
    assert {sub.student: (sub.student, result.score) for sub, result in graded} == {
        "kim": ("kim", 10),
        "lee": ("lee", 10),
    }
    assert all(submission.student == result.student for submission, result in graded)
    (tmp_path / "nobody").mkdir()
    empty = grade_folder(course, tmp_path / "nobody", layers="inner", assignment="basics")
    assert (list(empty), empty.leftovers.unplaced) == ([], [])


def test_the_cell_that_draws_is_left_out(toy_root, tmp_path):
    """Where it is the course's own, to the letter: a table of points shows no figure."""
    figure = "def double(x):\n    return 0\n"
    (toy_root / "solutions" / "basics" / "figure.py").write_text(figure, encoding="utf-8")
    for student, last in (("as given", figure), ("changed", f"{figure}# mine")):
        cells = [
            {"cell_type": "code", "source": source}
            for source in ("def double(x):\n    return x + x", last)
        ]
        text = json.dumps({"cells": cells, "nbformat": 4})
        hand_in(tmp_path / "submitted", student, "basics.ipynb", text)
    graded = grade_folder(load_course(toy_root), tmp_path / "submitted", layers="none", workers=1)
    assert {sub.student: result.score for sub, result in graded} == {"as given": 10, "changed": 0}


def test_the_best_of_several_attempts_counts_where_the_course_says_so(toy_root, tmp_path):
    """Each is graded; the last one counts unless somebody asks for the best."""
    wrong = "def double(x):\n    return x * x\n"
    for place, text in (("1", wrong), ("2", RIGHT), ("3", wrong)):
        hand_in(tmp_path / "submitted", "kim", f"{place}/double.py", text)
    hand_in(tmp_path / "submitted", "lee")

    def graded(**options):
        found = grade_folder(
            load_course(toy_root), tmp_path / "submitted", layers="none", workers=2, **options
        )
        return {each.student: (each.source, result.score) for each, result in found}

    assert graded()["kim"] == ("3/double.py", 0)
    best = {"kim": ("2/double.py", 10), "lee": ("double.py", 10)}
    assert graded(attempts="best") == best
    settings = toy_root / "course.toml"
    settings.write_text(f'attempts = "best"\n{settings.read_text("utf-8")}', encoding="utf-8")
    assert graded() == best
    assert graded(attempts="last")["kim"] == ("3/double.py", 0)


def test_two_names_that_are_one_are_both_refused(toy_root, tmp_path):
    """A class is graded all the same."""
    for form in ("NFC", "NFD"):
        hand_in(tmp_path / "submitted", unicodedata.normalize(form, "가"))
    hand_in(tmp_path / "submitted", "kim")
    course = load_course(toy_root)
    graded = list(grade_folder(course, tmp_path / "submitted", layers="inner", workers=1))
    assert sorted((result.student, result.score) for _, result in graded) == [
        ("kim", 10),
        ("가", 0),
        ("가", 0),
    ]


RIGHT = "def double(x):\n    return x + x\n"
COUNTER = """\
class Counter:
    def __init__(self, step):
        self.step, self.count = step, 0

    def next(self):
        self.count += self.step
        return self.count
"""


@pytest.fixture
def one(toy_root, tmp_path):
    """A function that grades one path of what `kim` has handed in."""
    hand_in(tmp_path / "submitted", "kim")
    course = load_course(toy_root)

    def graded(path, **options):
        result = grade(course, tmp_path / "submitted" / path, layers="none", **options)
        statuses = [each.status for each in result.exercises]
        return result.student, result.assignment, result.score, statuses

    return graded


def test_one_submission_is_graded_from_its_folder(one):
    """Its names are those of the folders."""
    assert one("kim/basics") == ("kim", "basics", 10, ["passed", "missing"])


def test_one_submission_is_graded_from_its_file(one):
    """Nobody's name is around it; the other exercises are missing."""
    assert one("kim/basics/double.py") == ("", "basics", 10, ["passed", "missing"])
    found = one("kim/basics/double.py", student="kim", assignment="basics")
    assert found == ("kim", "basics", 10, ["passed", "missing"])


def test_one_submission_is_graded_from_its_notebook(one, tmp_path):
    """Whatever the file is called, where the assignment is said."""
    cells = [{"cell_type": "code", "source": source} for source in (RIGHT, COUNTER)]
    text = json.dumps({"cells": cells, "nbformat": 4})
    for name in ("basics.ipynb", "homework (2).ipynb"):
        (tmp_path / "submitted" / name).write_text(text, encoding="utf-8")
    everything = ("", "basics", 16, ["passed", "passed"])
    assert one("basics.ipynb") == everything
    assert one("homework (2).ipynb", assignment="basics") == everything


def test_one_submission_that_cannot_be_read_has_a_result(one, tmp_path):
    """As in a class: a link, and a notebook that is not one."""
    (tmp_path / "submitted" / "link").symlink_to(tmp_path / "submitted" / "kim" / "basics")
    (tmp_path / "submitted" / "basics.ipynb").write_text("PK")
    nothing = ("kim", "basics", 0, ["error", "error"])
    assert one("link", assignment="basics", student="kim") == nothing
    assert one("basics.ipynb", student="kim") == nothing


@pytest.mark.parametrize(
    ("path", "options", "said"),
    [
        ("kim", {}, "there is no assignment 'kim'; there are basics"),
        ("kim/basics", {"assignment": "basic"}, "there is no assignment 'basic'; did you mean 'basics'?"),
        ("duble.py", {}, "there is no exercise 'duble'; did you mean 'double'?"),
        ("kim/basics/double.py", {"assignment": "x"}, "there is no assignment 'x'; there are basics"),
    ],
)  # fmt: skip
def test_what_the_course_does_not_have_is_an_error(one, tmp_path, path, options, said):
    """With the nearest name that it has."""
    (tmp_path / "submitted" / "duble.py").write_text(RIGHT)
    with pytest.raises(UnknownNameError) as caught:
        one(path, **options)
    assert str(caught.value) == said


def test_nothing_is_graded_in_a_sandbox_that_does_not_exist(toy_root, tmp_path):
    """A slip of the pen is no reason to run student code without protection."""
    hand_in(tmp_path / "submitted", "kim")
    course = load_course(toy_root)
    with pytest.raises(UnknownNameError, match="there is no sandbox 'ful'; did you mean 'full'"):
        grade(course, tmp_path / "submitted" / "kim" / "basics", layers="ful")
    with pytest.raises(UnknownNameError, match="there is no sandbox 'inne'"):
        next(grade_folder(course, tmp_path / "submitted", layers="inne"))


def test_a_path_that_is_not_there_is_an_error(one, toy_root, tmp_path):
    """At once, also for a whole folder, and for a file of another kind."""
    (tmp_path / "submitted" / "notes.txt").write_text("no submission")
    for path, said in (("lee", "there is no folder or file"), ("notes.txt", "is not a folder, a")):
        with pytest.raises(PathError, match=said) as caught:
            one(path)
        assert caught.value.path == tmp_path / "submitted" / path
    with pytest.raises(PathError, match="there is no folder"):
        grade_folder(load_course(toy_root), tmp_path / "nowhere")
    with pytest.raises(UnknownNameError, match="there is no assignment 'x'"):
        grade_folder(load_course(toy_root), tmp_path / "submitted", assignment="x")


def test_a_class_that_nobody_reads_to_its_end_leaves_no_process(toy_root, tmp_path):
    """The sandboxes end with the iterator."""
    for student in ("kim", "lee", "park"):
        hand_in(tmp_path / "submitted", student)
    before = children()
    graded = grade_folder(load_course(toy_root), tmp_path / "submitted", layers="none", workers=1)
    next(graded)
    assert children() > before
    graded.close()
    assert children() == before


def test_one_folder_is_searched_as_in_a_class(one, tmp_path):
    """Its own name may be misspelt, and its files be called otherwise."""
    (tmp_path / "submitted" / "kim" / "basics").rename(tmp_path / "submitted" / "kim" / "basisc")
    folder = tmp_path / "submitted" / "kim" / "basisc"
    (folder / "double.py").rename(folder / "double (1).py")
    (folder / "counter.py").write_text(COUNTER, encoding="utf-8")
    everything = ("kim", "basics", 16, ["passed", "passed"])
    assert one("kim/basisc") == everything
    assert one("kim/basisc", assignment="basics") == everything
    assert one("kim/basisc/double (1).py") == ("", "basics", 10, ["passed", "missing"])


def test_one_notebook_may_have_another_name(one, tmp_path):
    """Where its name still says which assignment is meant."""
    cells = [{"cell_type": "code", "source": source} for source in (RIGHT, COUNTER)]
    for name in ("basics (1).IPYNB", "kim_basics.ipynb.txt"):
        text = json.dumps({"cells": cells, "nbformat": 4})
        (tmp_path / "submitted" / name).write_text(text, encoding="utf-8")
        assert one(name) == ("", "basics", 16, ["passed", "passed"])
