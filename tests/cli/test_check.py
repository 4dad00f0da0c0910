"""What a student types while working on an exercise."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from autograder.collecting.files import MAX_SUBMISSION_BYTES
from tests.cli.conftest import COUNTER, RIGHT, notebook
from tests.cli.running import run, stopped


def only(desk, *arguments):
    """The one document that `check --json` prints, and the exit code."""
    ran = run("check", *arguments, "--json", cwd=desk)
    (document,) = json.loads(ran.out)
    assert ran.err == ""
    return ran.code, document


def messages(document) -> set[str]:
    """What its checks say."""
    return {check["message"] for check in document["checks"]}


@pytest.mark.sandbox
def test_a_right_answer_passes(desk, write):
    """Every public check, and that there are hidden ones."""
    write("double", RIGHT)
    ran = run("check", "double", cwd=desk)
    assert (ran.code, ran.err) == (0, "")
    assert [line.rstrip() for line in ran.out.splitlines()] == [
        "✔ Double  (double)",
        "  public 4 of 4; this exercise is worth 10, the rest is in hidden checks.",
        "  ✔ a few numbers  public, 1/1",
        "  ✔ negative numbers  public, 3/3",
    ]


@pytest.mark.sandbox
def test_a_known_mistake_is_named(desk, write):
    """With its hint, what was called, what came back and what belongs there."""
    write("double", "def double(x):\n    return x * x\n")
    ran = run("check", "double", cwd=desk)
    assert ran.code == 1
    assert "double(x=np.array([1.0, 2.0, 4.0]))" in ran.out
    assert "returned: [ 1., 4., 16.]" in ran.out
    assert "expected: [2., 4., 8.]" in ran.out
    assert "It looks like this mistake: squares" in ran.out
    assert "Is it squared, or doubled?" in ran.out


@pytest.mark.sandbox
def test_what_nothing_explains_is_told_so(desk, write):
    """With where to begin."""
    write("double", "def double(x):\n    return x**3 + 0.1 * x + 7\n")
    ran = run("check", "double", cwd=desk)
    assert "No known mistake explains it." in ran.out
    assert "The first difference is in 'a few numbers'" in ran.out
    write("double", "def double(x):\n    raise ValueError\n")
    assert "explains it" not in run("check", "double", cwd=desk).out


@pytest.mark.sandbox
def test_several_exercises(desk, write):
    """Each once, in the order in which they were asked for."""
    write("double", RIGHT)
    write("Counter", COUNTER)
    ran = run("check", "Counter", "double", "Counter", "--json", cwd=desk)
    assert [each["exercise"] for each in json.loads(ran.out)] == ["Counter", "double"]
    assert ran.code == 0
    write("double", "def double(x):\n    return x\n")
    assert run("check", "Counter", "double", cwd=desk).code == 1


@pytest.mark.sandbox
def test_json_is_as_in_the_results(desk, write):
    """One document for each exercise, with public checks alone."""
    write("double", "def double(x):\n    return abs(x) * 2\n")
    code, document = only(desk, "double")
    assert code == 1
    assert list(document) == [
        "exercise", "score", "max_score", "status", "diagnosis", "checks", "notes",
        "diagnoses", "signature",
    ]  # fmt: skip
    assert (document["score"], document["max_score"], document["status"]) == (1, 4, "partial")
    assert document["diagnosis"] == {
        "kind": "mistake",
        "name": "drops_the_sign",
        "hint": "What happens to a negative number?",
    }
    first, *others = document["diagnoses"]
    assert {name: first[name] for name in ("kind", "name", "hint")} == document["diagnosis"]
    assert (first["facet"], others) == ("values", [])
    assert [check["visibility"] for check in document["checks"]] == ["public", "public"]


@pytest.mark.sandbox
def test_more_is_said_to_whoever_asks(desk, write):
    """Where to look, below the question."""
    write("double", "def double(x):\n    return None\n")
    assert "no `return` stands" not in run("check", "double", cwd=desk).out
    assert "no `return` stands" in run("check", "double", "--more", cwd=desk).out


@pytest.mark.sandbox
@pytest.mark.parametrize(("lang", "title"), [("ko", "두 배"), ("en", "Double")])
def test_the_language_that_is_asked_for(desk, write, lang, title):
    """Title, checks and closing words."""
    write("double", RIGHT)
    ran = run("check", "double", "--lang", lang, cwd=desk)
    assert f"✔ {title}  (double)" in ran.out
    assert ("나머지는 비공개 검사에 있습니다" in ran.out) == (lang == "ko")


@pytest.mark.sandbox
def test_a_stub_is_not_written_yet(desk):
    """Said once, in place of an error."""
    ran = run("check", "double", cwd=desk)
    assert ran.code == 1
    assert ran.out.count("Not written yet.") == 1
    assert "Error" not in ran.out


BROKEN = {
    "syntax error": ("def double(x:\n    return x\n", "error", "Line 1: the brackets do not match"),
    "raises when loaded": ("\n1 / 0\n", "error", "Line 2 raised ZeroDivisionError: division by"),
    "raises when called": (
        "def double(x):\n    return x.twice\n",
        "error",
        "Line 2 raised AttributeError: ",
    ),
    "no such function": (
        "def treble(x):\n    return x\n",
        "missing",
        "You have `treble`; `double` is asked for",
    ),
    "other arguments": (
        "def double(y):\n    return y\n",
        "error",
        "Name each parameter of `double` as the task does: `y` → `x`",
    ),
    "not UTF-8": (b"# \xb0\xa1\n", "error", "It is not UTF-8 text and cannot be read."),
    "empty": ("\n", "error", "The file is empty."),
    "exits": ("import sys\nsys.exit(0)\n", "error", "Line 2 raised SystemExit: 0"),
    "ends the process": ("import os\nos._exit(0)\n", "error", "The process that ran it is over"),
    "no data": ("def double(x):\n    return print\n", "error", "It returned something that is not"),
    "too large": (b"#" * (MAX_SUBMISSION_BYTES + 1), "error", "The file is too large"),
}


@pytest.mark.sandbox
@pytest.mark.parametrize(("text", "status", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told(desk, write, text, status, said):
    """In one sentence, with the student's own line where there is one."""
    write("double", text)
    code, document = only(desk, "double")
    assert (code, document["status"]) == (1, status)
    assert all(message.startswith(said) for message in messages(document))


@pytest.mark.sandbox
def test_an_endless_loop_ends(desk, write):
    """When the course's time for a check is over."""
    write("double", "def double(x):\n    while True:\n        pass\n")
    code, document = only(desk, "double")
    assert (code, document["status"]) == (1, "timeout")
    assert all("Is there a loop without an end?" in each for each in messages(document))


def test_a_file_that_was_deleted_is_missing(desk, write):
    """The exercise is there all the same; so it is with a folder or a link in its place."""
    path = write("double", RIGHT)
    path.unlink()
    assert messages(only(desk, "double")[1]) == {"The file is missing."}
    path.mkdir()
    assert messages(only(desk, "double")[1]) == {"There is a folder where the file should be."}
    path.rmdir()
    path.symlink_to(desk / "course.toml")
    assert messages(only(desk, "double")[1]) == {"Links are not followed; hand in the file itself."}


@pytest.mark.sandbox
def test_terminals_obey_nothing_that_a_file_prints(desk, write):
    """Also not one's own."""
    write("double", "def double(x):\n    raise ValueError('\\x1b[2J\\r\\x07 \\u202e')\n")
    ran = run("check", "double", cwd=desk)
    assert "\\x1b[2J \\x07 \\u202e" in ran.out
    assert all(char.isprintable() or char == "\n" for char in ran.out)


@pytest.mark.sandbox
@pytest.mark.parametrize("where", ["exercises", "exercises/basics", "exercises/basics/public"])
def test_it_is_found_from_below(desk, write, where):
    """From any folder inside the exercises."""
    write("double", RIGHT)
    assert run("check", "double", cwd=desk / where).code == 0


@pytest.mark.sandbox
def test_the_exercises_alone_are_enough(desk, write, tmp_path):
    """Without `course.toml`, in the course's languages; from elsewhere when the folder is named."""
    write("double", RIGHT)
    exercises = shutil.move(desk / "exercises", tmp_path / "mine")
    ran = run("check", "double", "--exercises", exercises, cwd=tmp_path)
    assert (ran.code, "Double" in ran.out) == (0, True)
    ran = run("check", "double", "--exercises", exercises, "--lang", "ko", cwd=tmp_path)
    assert (ran.code, "두 배" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("duble", "there is no exercise 'duble'; did you mean 'double'?"),
        ("counter", "there is no exercise 'counter'; did you mean 'Counter'?"),
        ("xyz", "there is no exercise 'xyz'; there are Counter, double"),
        ("duble.py", "there is no exercise 'duble.py'; did you mean 'double'?"),
        ("", "there is no exercise ''; there are Counter, double"),
    ],
)
def test_an_exercise_that_there_is_not(desk, name, said):
    """The nearest one is suggested."""
    assert stopped(run("check", name, cwd=desk)) == said
    assert stopped(run("check", "double", name, cwd=desk)) == said


@pytest.mark.sandbox
def test_the_file_may_be_named(desk, write):
    """As a shell completes it; all the names of one exercise are one."""
    write("double", RIGHT)
    named = ("exercises/basics/double.py", "double.py", "double")
    assert only(desk, *named)[1]["exercise"] == "double"
    ran = run("check", "double.py", cwd=desk / "exercises" / "basics")
    assert (ran.code, ran.err) == (0, "")


def test_another_file_of_that_name_is_not_checked(desk, write, tmp_path):
    """What is in it would not be what was checked."""
    own = write("double", RIGHT)
    other = tmp_path / "double.py"
    other.write_text(RIGHT, encoding="utf-8")
    said = stopped(run("check", other, cwd=desk))
    assert said == f"{other} is not what is checked: double is written in {own}"
    own.unlink()
    assert stopped(run("check", other, cwd=desk)) == said


def test_where_there_are_no_exercises(tmp_path):
    """Neither here nor above, nor in the folder that was named, nor in one that is empty."""
    assert "there is no folder `exercises` here" in stopped(run("check", "double", cwd=tmp_path))
    missing = tmp_path / "missing"
    said = stopped(run("check", "double", "--exercises", missing, cwd=tmp_path))
    assert said == f"there is no folder {missing}"
    said = stopped(run("check", "double", "--exercises", tmp_path, cwd=tmp_path))
    assert said == f"{tmp_path} holds no exercises"


def test_public_checks_that_are_damaged(desk):
    """One sentence with the file and the field."""
    path = desk / "exercises" / "basics" / "public" / "double.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"points": 1', '"points": 0'), encoding="utf-8")
    assert stopped(run("check", "double", cwd=desk)) == (
        f"{path}: this is not a file of public checks: "
        "in `checks[0].points`, expected a whole number >= 1"
    )


def test_public_checks_of_another_format(desk):
    """Both numbers, and what to do."""
    path = desk / "exercises" / "basics" / "public" / "double.json"
    path.write_text('{"format": 99}', encoding="utf-8")
    said = stopped(run("check", "double", cwd=desk))
    assert said.startswith(f"{path}: these public checks are of format 99, and this version reads")
    assert said.endswith("update autograder")


def test_a_course_that_is_broken(desk):
    """Its settings are read, and what is wrong with them is said."""
    toml = desk / "course.toml"
    toml.write_text('title = "x"\nlanguages = ["french"]\n', encoding="utf-8")
    assert stopped(run("check", "double", cwd=desk)).startswith(f"{toml}:2: ")


@pytest.mark.parametrize("arguments", [("double", "--lang"), ("double", "--nonsense")])
def test_wrong_usage(desk, arguments):
    """What is wrong is said, with the way to help."""
    ran = run("check", *arguments, cwd=desk)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


def test_wrong_usage_in_the_language_of_the_course(desk, monkeypatch):
    """What is wrong, and the way to help; an instructor's command says it in English."""
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    ran = run("check", "double", "--nonsense", cwd=desk)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "autograder: 이런 옵션은 없습니다: --nonsense.",
        "쓰는 법: autograder check --help",
    ]
    assert "이런 명령은 없습니다: chekc." in run("chekc", cwd=desk).err
    assert "문제 이름을 적으세요." in run("hint", cwd=desk).err
    assert "--lang 뒤에 값을 적으세요." in run("check", "--lang", cwd=desk).err
    assert stopped(run("check", "duble", cwd=desk)) == (
        "이런 문제는 없습니다: duble. 혹시 double인가요?"
    )
    assert stopped(run("check", "basic", cwd=desk)) == (
        "이런 과제는 없습니다: basic. 혹시 basics인가요?"
    )
    assert stopped(run("check", "--lang", "fr", cwd=desk)) == (
        "이 강의에 없는 언어입니다: fr. 있는 것: en, ko."
    )
    assert "이런 옵션은 없습니다: --nonsense." in run("grade", "--nonsense", cwd=desk).err


@pytest.mark.sandbox
def test_without_a_name_what_was_changed_is_checked(desk, write):
    """Once; then nothing has changed, until a file is saved."""
    assert "No exercise is begun yet. Open exercises/basics/double.py first." in (
        run("check", cwd=desk).out
    )
    write("double", RIGHT)
    ran = run("check", cwd=desk)
    assert (ran.code, "✔ Double  (double)" in ran.out) == (0, True)
    assert "public 4 of 4; this exercise is worth 10, the rest is in hidden checks." in ran.out
    ran = run("check", cwd=desk)
    assert (ran.code, "No exercise has changed" in ran.out) == (0, True)
    write("double", "def double(x):\n    return x\n")
    write("Counter", COUNTER)
    ran = run("check", cwd=desk, columns=80)
    assert ran.code == 1
    assert [line.rstrip() for line in ran.out.splitlines()] == [
        "1. Basics  (basics)",
        "     exercise            state      public  of all",
        "  ✘  double    Double    failed        0/4      10",
        "  ✔  Counter   Counting  passed        1/1       6",
        "",
        "1 of 2 exercises pass their public checks: 1 of 5 public points. All together is",
        "worth 16, the rest is in hidden checks.",
        "One exercise in full: autograder check double",
    ]


@pytest.mark.sandbox
def test_an_assignment_is_a_line_for_each_exercise(desk, write):
    """By its name, by its folder, and all that there is; an untouched stub is not run."""
    write("double", RIGHT)
    for words in (("basics",), ("exercises/basics",), ("exercises",), ("--all",)):
        ran = run("check", *words, cwd=desk)
        assert (ran.code, ran.err) == (1, "")
        assert re.search(r"✔  double .* passed +4/4 +10", ran.out)
        assert re.search(r"·  Counter .* not begun +0/1 +6", ran.out)
    write("Counter", COUNTER)
    assert run("check", "basics", cwd=desk).code == 0


@pytest.mark.sandbox
def test_a_notebook_is_checked_as_it_was_saved(desk, tmp_path):
    """With the public checks beside it, by its name or its folder; each exercise in its cell."""
    folder = tmp_path / "basics"
    shutil.copytree(desk / "exercises" / "basics" / "public", folder / "public")
    text = notebook("import numpy as np", "%matplotlib inline\n" + RIGHT, "while True: pass")
    (folder / "basics.ipynb").write_text(text, encoding="utf-8")
    for words in (("basics/basics.ipynb",), ("basics", "--lang", "ko")):
        ran = run("check", *words, cwd=tmp_path)
        assert (ran.code, ran.err) == (1, "")
        assert re.search(r"✔  double .*4/4 +10", ran.out)
        assert re.search(r"·  Counter .*0/1 +6", ran.out)
    assert stopped(run("check", "basics/basic.ipynb", "--lang", "ko", cwd=tmp_path)) == (
        f"이런 파일이나 폴더가 없습니다: {folder / 'basic.ipynb'}"
    )
    shutil.rmtree(folder / "public")
    assert stopped(run("check", "basics/basics.ipynb", cwd=tmp_path)) == (
        "basics/basics.ipynb: the folder `public` with its checks is to lie beside it"
    )
    assert stopped(run("check", "basics/basics.ipynb", "--lang", "ko", cwd=tmp_path)) == (
        "basics/basics.ipynb 옆에 공개 검사가 든 public 폴더가 없습니다."
    )


SIBLING = "from Counter import Counter\n\n\ndef double(x):\n    assert Counter(1).next() == 1\n    return x + x\n"


@pytest.mark.sandbox
def test_files_import_each_other(desk, write):
    """Each by the name of its exercise, as Python would find them there."""
    write("double", SIBLING)
    write("Counter", COUNTER)
    code, document = only(desk, "double")
    assert (code, document["score"]) == (0, 4), document


@pytest.mark.sandbox
def test_a_file_that_cannot_be_imported_names_its_own_error(desk, write):
    """With its name and line; the line that is reported is that of the import."""
    write("double", SIBLING)
    write("Counter", "x = 1\ny = 1 / 0\n" + COUNTER)
    code, document = only(desk, "double")
    assert code == 1
    (message,) = messages(document)
    assert message.startswith("Line 1 raised ImportError: Counter.py, line 2: ZeroDivisionError: ")


@pytest.mark.sandbox
@pytest.mark.parametrize("name", ["reference", "grading", "helpers", "nothing"])
def test_nothing_else_can_be_imported(desk, write, name):
    """No file of the course, and none that is not an exercise's."""
    folder = desk / "exercises" / "basics"
    (folder / "helpers.py").write_text("x = 1\n", encoding="utf-8")
    write("double", f"import {name}\n\n\ndef double(x):\n    return x + x\n")
    code, document = only(desk, "double")
    assert code == 1
    said = f"Line 1 imports `{name}`, and there is no such module"
    assert all(message.startswith(said) for message in messages(document))
