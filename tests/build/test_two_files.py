"""An exercise in two files, from the hand-out to the points, as files and in a notebook."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from autograder.build.generated import build
from autograder.build.handed_out import write_handout
from autograder.collecting.asked import asked_of
from autograder.collecting.submissions import find_submissions, read_submission
from autograder.course import load_course
from autograder.grading.run import grade_submission
from autograder.grading.student_check import find_exercises
from autograder.keys.making import make_key
from autograder.report.messages import describe_problem, slip_sentence
from autograder.sandbox.confined import Sandbox
from autograder.student.fresh_stub import reset
from autograder.student.progress import read_progress
from tests.cli.running import run
from tests.secrecy import leaks, secret_lines
from tests.toy_settings import LIMITS, SEED
from tests.two_files import SCALED, TRIPLE, with_given, write_two_files

pytestmark = [pytest.mark.sandbox, pytest.mark.nbgrader]


@pytest.fixture(scope="module")
def course(one_alembic, tmp_path_factory):
    """The course, built, with a third file that is given."""
    root = tmp_path_factory.mktemp("two-files") / "course"
    loaded = load_course(write_two_files(root, "ko", "en", reference=with_given()))
    (root / "nbgrader_config.py").write_text(
        "from autograder.nbgrader.plugin import configure\n\nconfigure(get_config())\n"
    )
    build(loaded, root)
    return loaded


@pytest.fixture(scope="module")
def handout(course, tmp_path_factory):
    """What students get of it."""
    folder = tmp_path_factory.mktemp("handout") / "course"
    write_handout(course, folder)
    return folder


@pytest.fixture(scope="module")
def grade(course, files_sandbox):
    """Grade a folder of a student's files, with all checks."""
    (solution,) = course.solutions()
    key, asked = make_key(solution, SEED), asked_of(course)

    def graded(folder):
        sandbox = files_sandbox
        (submission,) = find_submissions(folder, asked)
        return grade_submission(sandbox, submission, [key]).exercises[0]

    return graded


@pytest.fixture(scope="module")
def files_sandbox():
    """A warm interpreter for files and notebooks."""
    with Sandbox(LIMITS) as made:
        yield made


def hand_in(folder, **files):
    """A student's folder with some files of the assignment."""
    place = folder / "kim" / "basics"
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def test_files_are_handed_out_with_what_belongs_to_them(handout, course):
    """Three files, each saying what it is for; and not a line of the solution."""
    folder = handout / "exercises" / "basics"
    assert {path.name for path in folder.glob("*.py")} == {"checked.py", "scaled.py", "triple.py"}
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.py")}
    assert "One exercise together with triple.py" in texts["scaled"]
    assert "Given for triple.py" in texts["checked"]
    assert "triple.py와 함께 한 문제입니다" in texts["scaled"]
    assert "\nfrom checked import checked\nfrom scaled import scaled\n" in texts["triple"]
    assert leaks(handout / "exercises", secret_lines(course, mistakes=False)) == []


def test_the_notebook_has_a_cell_for_each(handout):
    """In the order in which they need each other; what is given cannot be edited."""
    notebook = json.loads((handout / "notebooks" / "basics" / "basics.ipynb").read_text("utf-8"))
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    names = [name for name in cells if re.match("checked|scaled|triple", name)]
    assert names == [
        "triple-statement",
        "checked-given",
        "scaled-answer",
        "triple-answer",
        "triple",
    ]
    assert cells["checked-given"]["metadata"]["editable"] is False
    assert "import scaled" not in "".join(cells["triple-answer"]["source"])


def test_a_student_checks_it_by_any_of_its_files(handout, tmp_path):
    """Progress looks at all of them, and starting anew too."""
    shutil.copytree(handout / "exercises", tmp_path / "exercises")
    folder = find_exercises(tmp_path / "exercises")
    place = tmp_path / "exercises" / "basics"
    outlined = folder.outline_of("triple")
    assert folder.is_untouched(outlined)
    (place / "scaled.py").write_text(SCALED, encoding="utf-8")
    assert not folder.is_untouched(outlined)
    (place / "triple.py").write_text(TRIPLE, encoding="utf-8")
    assert folder.name_of(str(place / "scaled.py")) == "triple"
    assert folder.name_of("triple") == "triple"
    result = folder.check("triple")
    assert result.status == "passed"
    progress = read_progress(folder)
    progress.record(result)
    assert progress.standing(outlined).state == "passed"
    (place / "scaled.py").write_text(SCALED.replace("by * x", "x"), encoding="utf-8")
    assert progress.standing(outlined).state == "unchecked"
    assert folder.check("triple").status != "passed"
    assert reset(folder, "triple").name == "triple.1.py"
    assert folder.is_untouched(outlined)
    kept = tmp_path / "exercises" / ".autograder" / "kept" / "scaled.1.py"
    assert "return x" in kept.read_text("utf-8")


def test_files_that_are_handed_in_are_graded_together(grade, tmp_path):
    """Whatever they are called: each is known by what it defines."""
    named = hand_in(tmp_path / "a", scaled=SCALED, triple=TRIPLE)
    assert grade(named).status == "passed"
    renamed = hand_in(tmp_path / "b", **{"my_helper (1)": SCALED, "Triple_final": TRIPLE})
    assert grade(renamed).status == "passed"
    wrong = hand_in(tmp_path / "c", scaled=SCALED.replace("by * x", "x * x"), triple=TRIPLE)
    result = grade(wrong)
    assert (result.status, result.diagnosis.name) == ("failed", "squares")
    one = SCALED + TRIPLE.replace("from scaled import scaled", "")
    assert grade(hand_in(tmp_path / "d", triple=one)).status == "passed"


def failed_at(result):
    """Of the first check that failed: the file, the line, and what is said in both languages."""
    problem = next(each.finding.problem for each in result.checks if each.finding is not None)
    said = tuple(describe_problem(problem, language) for language in ("ko", "en"))
    return problem.file, problem.line, said


def check_files(handout, folder, **files):
    """A student's own check of `triple`, with these files in the place of what was handed out."""
    shutil.copytree(handout / "exercises", folder / "exercises")
    for name, text in files.items():
        (folder / "exercises" / "basics" / f"{name}.py").write_text(text, encoding="utf-8")
    return find_exercises(folder / "exercises").check("triple")


BROKEN = SCALED.replace("by * x", "x[by][7]")
OF_TWO_FILES = {
    "a second file": (
        {"scaled": BROKEN, "triple": TRIPLE},
        "scaled",
        2,
        "scaled.py의 2번째 줄에서 IndexError 오류가 났습니다",
        "Line 2 of scaled.py raised IndexError",
    ),
    "on the way to it": (
        {"scaled": BROKEN, "triple": f"{TRIPLE}\n\nscaled([[0]], 0)\n"},
        "scaled",
        2,
        "scaled.py의 2번째 줄에서 IndexError 오류가 났습니다",
        "Line 2 of scaled.py raised IndexError",
    ),
    "its own file": (
        {"scaled": SCALED, "triple": TRIPLE.replace("scaled(x, 3)", "scaled(x)[9, 9]")},
        "",
        5,
        "5번째 줄에서 TypeError 오류가 났습니다",
        "Line 5 raised TypeError",
    ),
    "not written yet": (
        {
            "scaled": "def scaled(x, by):\n    raise NotImplementedError\n",
            "triple": TRIPLE,
        },
        "scaled",
        2,
        "scaled.py를 아직 작성하지 않았습니다.",
        "scaled.py is not written yet.",
    ),
    "what is given": (
        {
            "scaled": SCALED,
            "triple": "from checked import checked\n\n\ndef triple(x):\n    return checked(3)\n",
        },
        "",
        None,
        "TypeError 오류가 났습니다",
        "It raised TypeError",
    ),
}


@pytest.mark.parametrize("name", OF_TWO_FILES)
def test_an_error_is_told_with_the_file_that_it_came_from(grade, handout, tmp_path, name):
    """Of what a student wrote; no line of what is given is told."""
    files, file, line, *beginnings = OF_TWO_FILES[name]
    own = check_files(handout, tmp_path / "own", **files)
    for result in (own, grade(hand_in(tmp_path / "handed-in", **files))):
        told_file, told_line, said = failed_at(result)
        assert (told_file, told_line) == (file, line)
        for sentence, beginning in zip(said, beginnings, strict=True):
            assert sentence.startswith(beginning), sentence


def test_a_missing_name_is_told_with_the_file(handout, tmp_path):
    """The sentence about a slip names its place too."""
    files = {"scaled": SCALED.replace("by * x", "bi * x"), "triple": TRIPLE}
    result = check_files(handout, tmp_path, **files)
    place = result.diagnosis.slip.place
    assert (place.of, place.file, place.line) == ("other", "scaled", 2)
    assert "`scaled.py`의 2번째 줄" in slip_sentence(result.diagnosis, "ko")
    assert "Line 2 of `scaled.py`" in slip_sentence(result.diagnosis, "en")


def test_a_missing_import_is_told_with_the_file(handout, tmp_path):
    """It belongs at the top of the file that needs it; so does an error while it is imported."""
    uses_numpy = SCALED.replace("by * x", "np.abs(by * x)")
    result = check_files(handout, tmp_path / "a", scaled=uses_numpy, triple=TRIPLE)
    assert "이 scaled.py 파일 맨 위에 `import numpy as np`" in slip_sentence(result.diagnosis, "ko")
    assert "at the top of this file, scaled.py." in slip_sentence(result.diagnosis, "en")
    result = check_files(handout, tmp_path / "b", scaled="import numpy\n1 / 0\n", triple=TRIPLE)
    _, _, said = failed_at(result)
    assert said[0].endswith(
        "scaled.py 파일의 2번째 줄에서 ZeroDivisionError 오류가 났습니다: 0으로 나누었습니다."
    )


def test_a_missing_file_is_named(grade, tmp_path):
    """The import says which."""
    result = grade(hand_in(tmp_path, triple=TRIPLE))
    problem = result.checks[0].finding.problem
    assert (problem.type, problem.message) == (
        "ModuleNotFoundError",
        "No module named 'scaled'",
    )


def test_what_is_given_is_graded_as_it_was_handed_out(grade, tmp_path):
    """Also where a student changed it, or left it out."""
    uses = TRIPLE.replace("scaled(x, 3)", "scaled(checked(x), 3)")
    uses = "from checked import checked\n" + uses
    assert grade(hand_in(tmp_path / "a", scaled=SCALED, triple=uses)).status == "passed"
    changed = "def checked(x):\n    return 0 * x\n"
    folder = hand_in(tmp_path / "b", scaled=SCALED, triple=uses, checked=changed)
    assert grade(folder).status == "passed"


def test_an_untouched_stub_gives_way_to_what_was_written(course, handout, tmp_path):
    """A copy of what was handed out is no answer, whatever its name."""
    stub = (handout / "exercises" / "basics" / "triple.py").read_text("utf-8")
    folder = hand_in(tmp_path, scaled=SCALED, triple=stub, **{"triple (1)": TRIPLE})
    (submission,) = find_submissions(folder, asked_of(course))
    assert {piece.exercise: piece.source for piece in submission.pieces}["triple"] == TRIPLE


def test_a_notebook_is_graded_in_its_cells(course, files_sandbox, handout, tmp_path):
    """Where what is given was changed, what was handed out counts."""
    (solution,) = course.solutions()
    notebook = json.loads((handout / "notebooks" / "basics" / "basics.ipynb").read_text("utf-8"))
    answers = {
        "checked-given": "def checked(x):\n    return 0 * x\n",
        "scaled-answer": SCALED,
        "triple-answer": "def triple(x):\n    return scaled(checked(x), 3)\n",
    }
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    path = tmp_path / "basics.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    submission = read_submission(path, asked_of(course), "basics")
    result = grade_submission(files_sandbox, submission, [make_key(solution, SEED)])
    assert result.exercises[0].status == "passed"


def test_a_gradebook_gets_the_same_points(course, tmp_path):
    """There files are made into one notebook, in which they import each other all the same."""
    root = tmp_path / "course"
    shutil.copytree(course.root, root)
    uses = "from checked import checked\n" + TRIPLE.replace("scaled(x, 3)", "scaled(checked(x), 3)")
    changed = "def checked(x):\n    return 0 * x\n"
    students = {
        "kim": {"scaled": SCALED, "triple": uses},
        "lee": {"scaled (1)": SCALED, "my triple": uses, "checked": changed},
        "park": {"triple": uses},
    }
    for student, files in students.items():
        folder = root / "submitted" / student / "basics"
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / f"{name}.py").write_text(text, encoding="utf-8")
    for options in ((), ("--no-gradebook", "--again")):
        done = run("grade", "submitted", *options, "--json", cwd=root)
        lines = map(json.loads, done.out.splitlines())
        scores = {each["student"]: each["score"] for each in lines if "student" in each}
        assert scores == {"kim": 6, "lee": 6, "park": 0}, options
