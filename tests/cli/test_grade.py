"""What an instructor types when a class has handed in."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from autograder.collecting.asked import asked_of
from autograder.collecting.leftovers import Leftovers
from autograder.collecting.submissions import find_submissions
from autograder.grading.judge import judge_here
from autograder.grading.results import SubmissionResult
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers import course_grading
from autograder.workers.course_grading import GradedFolder
from autograder.workers.worker_process import WorkerProcess
from tests.cli.conftest import COUNTER, RIGHT, notebook
from tests.cli.running import run, stopped
from tests.toy_settings import TOY

HOSTILE = """\
class Bad(Exception):
    pass

Bad.__name__ = "\\x1b[31m<script>"

def double(x):
    print("\\x1b[2J owned")
    raise Bad("\\x1b]0;owned\\x07\\r\\n\\u202e \\ud800 '\\"" + "x" * 5000)

class Counter:
    def __init__(self, step):
        pass
    def next(self):
        return {"\\x1b[2J\\u2028": [float("nan"), 2.0**1000]}
"""

CLASS = {
    # student: {file: text or bytes}, then score and statuses
    "kim": ({"basics.ipynb": notebook(RIGHT, COUNTER)}, 16, "passed passed"),
    "lee": ({"double.py": RIGHT, "Counter.py": COUNTER}, 16, "passed passed"),
    "park min-su": (
        {"double.py": "def double(x):\n    return x * x\n", "Counter.py": COUNTER},
        6,
        "failed passed",
    ),
    "김철수": (
        {"basics.ipynb": notebook("def double(x): return abs(x) * 2")},
        7,
        "partial missing",
    ),
    "both": ({"basics.ipynb": notebook(COUNTER), "double.py": RIGHT}, 6, "missing passed"),
    "one file": ({"double.py": RIGHT}, 10, "passed missing"),
    "hostile": ({"basics.ipynb": notebook(HOSTILE)}, 0, "error failed"),
    "loops": (
        {"double.py": "def double(x):\n    while True: pass\n", "Counter.py": COUNTER},
        6,
        "timeout passed",
    ),
    "syntax": ({"double.py": "def (", "Counter.py": COUNTER}, 6, "error passed"),
    "empty": ({"basics.ipynb": ""}, 0, "error error"),
    "no notebook": ({"basics.ipynb": "PK\x03\x04"}, 0, "error error"),
    "nothing": ({}, 0, "missing missing"),
    "large": ({"double.py": b"#" * (50 << 20), "Counter.py": COUNTER}, 6, "error passed"),
    "new\nline": ({"double.py": RIGHT, "Counter.py": COUNTER}, 0, "error error"),
}
SHOWN = {"new\nline": "new\\nline"}


def hand_in(root: Path, student: str, files: dict[str, str | bytes]) -> Path:
    """Put files where a student's submission lies."""
    folder = root / student / "basics"
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def lines(text: str) -> list[dict]:
    """The documents of a results file."""
    return [json.loads(line) for line in text.split("\n") if line]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """A copy of the toy course, which gets a seed of its own."""
    return Path(shutil.copytree(TOY, tmp_path_factory.mktemp("course") / "toy"))


@pytest.fixture(scope="module")
def graded(tmp_path_factory, course):
    """A class with all that can be wrong with a submission, graded once.

    What was printed, and the results file.
    """
    root = tmp_path_factory.mktemp("class")
    submitted = root / "submitted"
    for student, (files, _, _) in CLASS.items():
        hand_in(submitted, student, files)
    (submitted / "link").mkdir()
    (submitted / "link" / "basics").symlink_to(submitted / "lee" / "basics")
    (submitted / "folder" / "basics" / "basics.ipynb").mkdir(parents=True)
    (submitted / "elsewhere" / "advanced").mkdir(parents=True)
    (submitted / "notes.txt").write_text("no student")
    results = root / "results.jsonl"
    options = ("--sandbox", "inner", "--jobs", 2, "--lang", "en", "--course", course)
    return run("grade", submitted, "--results", results, *options), results


@pytest.fixture(scope="module")
def documents(graded):
    """The lines of the results file, by student."""
    return {each["student"]: each for each in lines(graded[1].read_text(encoding="utf-8"))}


@pytest.mark.sandbox
@pytest.mark.parametrize("student", CLASS)
def test_every_submission_gets_what_it_earns(documents, student):
    """Whatever the others did."""
    _, score, statuses = CLASS[student]
    document = documents[SHOWN.get(student, student)]
    assert (document["score"], document["max_score"]) == (score, 16)
    assert [each["status"] for each in document["exercises"]] == statuses.split()


@pytest.mark.sandbox
def test_nobody_is_left_out(documents):
    """Also a link and a folder; but not who handed in nothing of this course."""
    expected = {SHOWN.get(student, student) for student in CLASS} | {"link", "folder"}
    assert documents.keys() == expected
    for student, said in (("link", "Links are not followed"), ("folder", "There is a folder")):
        first = documents[student]["exercises"][0]["checks"][0]
        assert (first["points"], first["message"].startswith(said)) == (0, True)


@pytest.mark.sandbox
def test_the_lines_are_as_documented(documents):
    """The keys of every level, and their values' types."""
    for document in documents.values():
        assert list(document) == [
            "format", "student", "assignment", "score", "max_score", "seconds", "exercises",
            "source", "note", "needs_person",
        ]  # fmt: skip
        assert document["assignment"] == "basics"
        assert isinstance(document["seconds"], float | int)
        for each in document["exercises"]:
            assert list(each) == [
                "exercise", "score", "max_score", "status", "diagnosis", "checks", "notes",
                "diagnoses", "signature",
            ]  # fmt: skip
            assert each["diagnosis"] is None or list(each["diagnosis"]) == ["kind", "name", "hint"]
            for check in each["checks"]:
                assert list(check) == [
                    "name", "visibility", "status", "points", "max_points", "message",
                    "extra", "seconds",
                ]  # fmt: skip
                assert check["seconds"] is None or 0 <= check["seconds"] <= document["seconds"]
                assert check["visibility"] in ("public", "hidden")
                assert (check["message"] == "") == (check["status"] == "passed")


@pytest.mark.sandbox
def test_mistakes_are_named(documents):
    """With their hints in the language that was asked for."""
    diagnosis = documents["park min-su"]["exercises"][0]["diagnosis"]
    assert diagnosis == {"kind": "mistake", "name": "squares", "hint": "Is it squared, or doubled?"}
    assert documents["김철수"]["exercises"][0]["diagnosis"]["name"] == "drops_the_sign"
    assert documents["hostile"]["exercises"][0]["diagnosis"]["name"] == "always"


@pytest.mark.sandbox
def test_hidden_checks_say_little(documents):
    """That they failed, and that there was an error; not which."""
    for document in documents.values():
        for each in document["exercises"]:
            for check in each["checks"]:
                if check["visibility"] == "hidden":
                    assert "Called" not in check["message"]
                    assert "owned" not in check["message"]


@pytest.mark.sandbox
def test_the_file_is_json_that_anything_can_read(graded):
    """UTF-8, one document a line, and no character that a screen would obey."""
    text = graded[1].read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert all(char.isprintable() or char == "\n" for char in text)
    assert all("NaN" not in line and "Infinity" not in line for line in text.splitlines()[:-1])
    assert len(text.splitlines()) == len(lines(text))


@pytest.mark.sandbox
def test_a_class_that_is_not_all_right_is_exit_code_1(graded):
    """A line for each on standard error while it goes on, and a table at the end."""
    ran, results = graded
    assert ran.code == 1
    done = [line for line in ran.err.splitlines() if line.endswith("/16")]
    assert len(done) == len(CLASS) + 2
    assert "park min-su basics: 6/16" in ran.err
    table = {line[:12].strip(): line for line in ran.out.splitlines()}
    assert "16/16" in table["kim"]
    assert "All of it is right." in table["kim"]
    assert "double: squares" in table["park min-su"]
    assert "0/16" in table["new\\nline"]
    assert [path.name for path in results.parent.iterdir() if path.is_file()] == ["results.jsonl"]


@pytest.mark.sandbox
def test_a_terminal_obeys_nothing(graded):
    """Neither of a student's name nor of what student code says."""
    ran, _ = graded
    for text in (ran.out, ran.err):
        assert all(char.isprintable() or char == "\n" for char in text)


@pytest.fixture
def grade(submitted, course):
    """A function that grades the one submission with these options."""
    return lambda *options: run("grade", submitted, "--course", course, *options)


@pytest.fixture
def played(monkeypatch, toy, toy_keys):
    """Nothing is run: `kim` has all right, everybody else nothing; then an error, if there is one."""
    errors = []

    def pairs(asked, submitted, leftovers):
        for submission in find_submissions(submitted, asked, leftovers=leftovers):
            right = submission.student == "kim"
            exercises = tuple(
                judge_here(toy_keys[each.name], each.reference if right else None)
                for each in toy.solutions()
            )
            yield submission, SubmissionResult(submission.student, "basics", 0.5, exercises)
        if errors:
            raise errors[0]

    def grade_folder(course, submitted, **_):
        leftovers = Leftovers()
        return GradedFolder(pairs(asked_of(course), submitted, leftovers), leftovers)

    monkeypatch.setattr(course_grading, "grade_folder", grade_folder)
    return errors


@pytest.fixture
def submitted(tmp_path):
    """One submission, all right."""
    hand_in(tmp_path / "submitted", "kim", {"double.py": RIGHT, "Counter.py": COUNTER})
    return tmp_path / "submitted"


@pytest.mark.sandbox
@pytest.mark.parametrize("layers", ["none", "inner", "full"])
def test_every_sandbox_gives_the_same_result(grade, layers):
    """All right is exit code 0; JSON is all that is printed then."""
    ran = grade("--sandbox", layers, "--json")
    (document,) = lines(ran.out)
    assert (ran.code, ran.err, document["score"]) == (0, "", 16)


@pytest.mark.sandbox
@pytest.mark.usefixtures("played")
def test_the_courses_language_is_the_default(submitted, toy_root):
    """And its own folder is where it is found from."""
    toml = toy_root / "course.toml"
    toml.write_text(toml.read_text().replace('["en", "ko"]', '["ko", "en"]'))
    hand_in(submitted, "lee", {})
    ran = run("grade", submitted, cwd=toy_root / "solutions")
    assert "진단" in ran.out
    assert "모두 맞았습니다." in ran.out


def test_an_assignment_that_there_is_not(grade):
    """The nearest one is suggested."""
    said = stopped(grade("--assignment", "basic"))
    assert said == "there is no assignment 'basic'; did you mean 'basics'?"
    said = stopped(grade("--assignment", "xyz"))
    assert said == "there is no assignment 'xyz'; there are basics"


def test_a_folder_that_there_is_not(submitted, course):
    """A file that is no answer is none either."""
    (submitted / "notes.txt").write_text("none")
    for path in (submitted / "missing", submitted / "notes.txt", submitted / "kim" / "double.py"):
        assert stopped(run("grade", path, "--course", course)) == f"there is no folder {path}"


@pytest.mark.sandbox
@pytest.mark.usefixtures("played")
def test_a_folder_without_submissions(submitted, course):
    """Earlier results stay as they are."""
    results = submitted / "results.jsonl"
    results.write_text("earlier\n")
    folder = submitted.parent / "sorted"
    (folder / "basics").mkdir(parents=True)
    (submitted / "kim").rename(folder / "basics" / "kim")
    ran = run("grade", folder, "--course", course, "--results", results, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "could not be placed:",
        "  basics: is the folder of an assignment where a student's should be; arrange "
        "<student>/<assignment>/, or name the folder that holds the students.",
        f"autograder: {folder} holds no submission of this course's assignments",
    ]
    assert results.read_text() == "earlier\n"
    assert [path.name for path in submitted.glob("*.part")] == []


@pytest.mark.sandbox
def test_one_student_one_file_and_one_exercise(submitted, course, tmp_path):
    """Whoever is named, by a folder, by a file or by an option, is graded alone."""
    hand_in(submitted, "lee", {"double.py": RIGHT})
    results = tmp_path / "results.jsonl"
    options = ("--course", course, "--results", results, "--sandbox", "none")
    expected = {
        (submitted / "kim",): [("kim", 16)],
        (submitted / "lee" / "basics",): [("lee", 10)],
        (submitted / "lee" / "basics" / "double.py",): [("lee", 10)],
        (submitted, "--student", "lee", "--exercise", "double"): [("lee", 10)],
    }
    for arguments, whom in expected.items():
        run("grade", *arguments, *options)
        found = lines(results.read_text(encoding="utf-8"))
        assert [(each["student"], each["score"]) for each in found] == whom
    assert [each["exercise"] for each in found[0]["exercises"]] == ["double"]
    said = stopped(run("grade", submitted, *options, "--exercise", "doubel"))
    assert said == "there is no exercise 'doubel'; did you mean 'double'?"


@pytest.mark.proof
@pytest.mark.nbgrader
def test_what_nbgrader_grades_goes_into_its_gradebook(classroom, tmp_path):
    """And what lies elsewhere does not; a part of the class leaves the others' results."""
    classroom.hand_in("kim", classroom.answered())
    classroom.hand_in("lee", classroom.answered())
    options = ("--sandbox", "inner", "--jobs", 1, "--lang", "en")
    copy = shutil.copytree(classroom.root / "submitted", tmp_path / "elsewhere")
    assert run("grade", copy, *options, cwd=classroom.root).code == 0
    assert classroom.scores() == {}
    assert not (classroom.root / "results.jsonl").exists()
    assert run("grade", "submitted", *options, cwd=classroom.root).code == 0
    full = {"double": 10.0, "Counter": 6.0}
    assert classroom.scores() == {"kim": full, "lee": full}
    classroom.hand_in("lee", classroom.answered("double = None"))
    ran = run("grade", "submitted/lee", *options, cwd=classroom.root)
    assert (ran.code, "lee basics: 6/16" in ran.err) == (1, True)
    assert classroom.scores() == {"kim": full, "lee": full | {"double": 0.0}}
    found = lines((classroom.root / "results.jsonl").read_text(encoding="utf-8"))
    assert {each["student"]: each["score"] for each in found} == {"kim": 16, "lee": 6}
    assert classroom.nbgrader("generate_feedback", "basics").status == 0
    assert "kim" in classroom.feedback("kim") or classroom.feedback("lee")


@pytest.mark.nbgrader
def test_a_gradebook_that_is_none(submitted, classroom):
    """Whatever is wrong with its address is said in a sentence, and no password is."""
    wrong = {
        "gradebook.db": "the gradebook's address is one like",
        "mysterious://me:secret@here/x": "is of a kind that is not known",
        "sqlite:////no/such/folder/gradebook.db": "unable to open database file",
    }
    for url, said in wrong.items():
        told = stopped(run("grade", submitted, "--gradebook", url, "--course", classroom.root))
        assert said in told
        assert "secret" not in told


def test_a_course_that_there_is_not(submitted, tmp_path):
    """Neither here nor where it was said to be: the one around it is not taken instead."""
    assert "there is no course here" in stopped(run("grade", submitted, cwd=tmp_path))
    for folder in (tmp_path, TOY / "solutions", tmp_path / "missing"):
        said = stopped(run("grade", submitted, "--course", folder))
        assert said == f"there is no course in {folder}: course.toml is missing"


def test_a_course_that_is_broken(submitted, toy_root):
    """What is wrong is said with file and line."""
    path = toy_root / "solutions" / "basics" / "double" / "grading.py"
    path.write_text(path.read_text().replace("points=10", "points=11"))
    said = stopped(run("grade", submitted, "--course", toy_root))
    assert said == f"{path}:5: the checks are worth 10 points, the exercise says 11"


@pytest.mark.sandbox
def test_a_seed_that_is_damaged(submitted, toy_root):
    """Nothing is graded with another."""
    (toy_root / ".autograder").mkdir(exist_ok=True)
    (toy_root / ".autograder" / "seed").write_text("seed")
    assert "the hidden seed is damaged" in stopped(run("grade", submitted, "--course", toy_root))


@pytest.mark.parametrize(
    "options",
    [
        ("--jobs", "0"),
        ("--jobs", "-1"),
        ("--jobs", "two"),
        ("--sandbox", "strong"),
        ("--lang", "fr"),
        ("--nonsense",),
    ],
)
def test_options_that_are_nonsense(grade, options):
    """What is wrong is said, with the way to help."""
    ran = grade(*options)
    assert (ran.code, ran.out) == (2, "")
    assert options[0] in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.sandbox
def test_results_that_cannot_be_written(grade, tmp_path):
    """Found out before anything is graded, or at the latest when the disk is full."""
    assert stopped(grade("--results", tmp_path)).endswith("is not a regular file")
    assert stopped(grade("--results", "/dev/null")).endswith("is not a regular file")
    missing = tmp_path / "missing" / "results.jsonl"
    said = stopped(grade("--results", missing))
    assert said == f"{missing} cannot be written: No such file or directory"
    below = tmp_path / "file" / "results.jsonl"
    (tmp_path / "file").write_text("")
    said = stopped(grade("--results", below))
    assert said == f"{below} cannot be written: Not a directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_results_in_a_folder_that_is_read_only(grade, tmp_path):
    """Nothing is graded, and nothing is left."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    said = stopped(grade("--results", folder / "results.jsonl"))
    assert said == f"{folder / 'results.jsonl'} cannot be written: Permission denied"


@pytest.mark.sandbox
@pytest.mark.usefixtures("played")
def test_a_disk_that_is_full(grade, tmp_path):
    """The file does not appear in part."""
    results = tmp_path / "results.jsonl"
    (tmp_path / "results.jsonl.part").symlink_to("/dev/full")
    ran = grade("--results", results)
    assert ran.code == 2
    assert ran.err.endswith("results.jsonl cannot be written: No space left on device\n")
    assert [path.name for path in tmp_path.iterdir()] == ["submitted"]


ENDS = {
    "sandbox": (SandboxUnavailableError("the warm interpreter is gone"), 2),
    "interrupt": (KeyboardInterrupt(), 130),
    "disk": (PermissionError(13, "Permission denied", "/submitted/kim"), 2),
}
SAID = {
    "sandbox": "autograder: the warm interpreter is gone\n",
    "interrupt": "",
    "disk": "autograder: /submitted/kim: Permission denied\n",
}


@pytest.mark.sandbox
@pytest.mark.parametrize("why", ENDS)
def test_grading_that_ends_on_the_way_leaves_no_results(grade, tmp_path, played, why):
    """The file appears whole or not at all; what was there before stays."""
    error, code = ENDS[why]
    played.append(error)
    results = tmp_path / "results.jsonl"
    results.write_text("earlier\n")
    ran = grade("--results", results)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err == "kim basics: 16/16\n" + SAID[why]
    assert results.read_text() == "earlier\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["results.jsonl", "submitted"]


@pytest.mark.sandbox
def test_nothing_is_graded_where_nothing_can_be_confined(grade, tmp_path, monkeypatch):
    """In one sentence, with exit code 2."""

    def unavailable(*args, **kwargs):
        raise SandboxUnavailableError("this system has no landlock")

    monkeypatch.setattr(WorkerProcess, "ask", unavailable)
    said = stopped(grade("--again", "--results", tmp_path / "results.jsonl"))
    assert said == "this system has no landlock"
    assert not (tmp_path / "results.jsonl").exists()


@pytest.mark.sandbox
def test_any_other_error_is_not_hidden(grade, monkeypatch):
    """It is a fault of the framework's own, and whoever mends it needs to see where."""

    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(course_grading, "grade_folder", broken)
    with pytest.raises(ZeroDivisionError):
        grade()


@pytest.mark.sandbox
@pytest.mark.usefixtures("played")
def test_results_replace_earlier_ones(grade, tmp_path):
    """Whole."""
    results = tmp_path / "results.jsonl"
    results.write_text("earlier\n" * 100)
    ran = grade("--results", results)
    (document,) = lines(results.read_text(encoding="utf-8"))
    assert (ran.code, document["student"]) == (0, "kim")
