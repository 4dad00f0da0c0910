"""A student's list: `autograder` alone, hints, and starting anew."""

from __future__ import annotations

import pytest

from tests.cli.conftest import RIGHT
from tests.cli.running import run, stopped


def lines(ran) -> list[str]:
    """What was printed, line by line."""
    return [line.rstrip() for line in ran.out.splitlines()]


@pytest.mark.sandbox
def test_the_list_of_a_course(desk, write, monkeypatch):
    """Where each exercise stands, what it is worth with its hidden checks; in 80 columns."""
    monkeypatch.setenv("NO_COLOR", "1")
    write("double", RIGHT)
    assert run("check", "double", cwd=desk).code == 0
    write("Counter", "class Counter: pass\n")
    for where in (desk, desk / "exercises" / "basics"):
        assert lines(run(cwd=where, columns=80)) == [
            "Toy",
            "",
            "1. Basics  (basics)",
            "     exercise            state      public  of all",
            "  ✔  double    Double    passed        4/4      10",
            "  ?  Counter   Counting  unchecked     0/1       6",
            "",
            "1 of 2 exercises pass their public checks: 4 of 5 public points. All together is",
            "worth 16, the rest is in hidden checks.",
            "",
            "Check what you changed: autograder check",
            "One hint more: autograder hint NAME",
            "Check on every save: autograder watch",
            "All commands: autograder --help",
        ]
    write("double", RIGHT + "\n")
    assert "  ?  double    Double    unchecked     0/4      10" in lines(run(cwd=desk))


def test_the_list_of_a_course_in_korean(desk, monkeypatch):
    """Whole in one language."""
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    assert lines(run(cwd=desk, columns=80))[:6] == [
        "장난감",
        "",
        "1. 기초  (basics)",
        "     문제            상태        공개   배점",
        "  ·  double   두 배  시작 전      0/4     10",
        "  ·  Counter  세기   시작 전      0/1      6",
    ]


def test_the_language_may_stand_before_or_without_a_command(desk, monkeypatch):
    """As the README of a hand-out says: add `--lang`."""
    assert lines(run("--lang", "ko", cwd=desk))[0] == "장난감"
    assert "시작하지 않은 문제" in run("--lang", "ko", "hint", "double", cwd=desk).out
    assert run("--lang", "xx", cwd=desk).code == 2


def test_what_is_typed_counts_more_than_the_environment(desk, monkeypatch):
    """Before a command and behind it; of both, what stands behind."""
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "en")
    korean = "시작하지 않은 문제"
    assert korean not in run("hint", "double", cwd=desk).out
    assert korean in run("--lang", "ko", "hint", "double", cwd=desk).out
    assert korean in run("hint", "double", "--lang", "ko", cwd=desk).out
    assert korean in run("--lang", "en", "hint", "double", "--lang", "ko", cwd=desk).out
    assert "duble" in run("--lang", "ko", "check", "duble", cwd=desk).err
    assert "이런 문제는 없습니다" in run("--lang", "ko", "check", "duble", cwd=desk).err
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    assert korean in run("hint", "double", cwd=desk).out
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "xx")
    assert korean in run("--lang", "ko", "hint", "double", cwd=desk).out


@pytest.mark.sandbox
def test_nothing_more_is_promised_where_there_is_nothing_more(desk, write):
    """What a slip explains has no details that `--all` would show."""
    write("double", "import numpy as np\ndef double(x):\n    return y * 2\n")
    ran = run("check", "double", cwd=desk)
    assert "Line 3 uses `y`" in ran.out
    assert "--all" not in ran.out


def test_a_list_without_an_outline(desk):
    """What is missing is said, with the file."""
    path = desk / "exercises" / "basics" / "public" / "assignment-outline.json"
    path.write_text('{"format": 1}', encoding="utf-8")
    assert stopped(run(cwd=desk)) == f"{path}: this is not an outline: there is no field `course`"
    path.unlink()
    assert stopped(run(cwd=desk)) == f"{path}: the outline of this assignment is missing"


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            b"# \xb0\xa1\n",
            "It is not UTF-8 text and cannot be read. Save it as UTF-8 in your editor.",
        ),
        (
            b"def double(x):\n    while True:\n        pass\n",
            "It did not finish in time. Is there a loop without an end?",
        ),
    ],
)
def test_the_first_hint_is_what_keeps_all_checks_from_being_asked(desk, text, said):
    """What one of them asks about has nothing to do with it."""
    (desk / "exercises" / "basics" / "double.py").write_bytes(text)
    first, second, *_ = lines(run("hint", "double", cwd=desk))
    assert first.startswith("Hint 1 of ")
    assert second.startswith(said)


@pytest.mark.sandbox
def test_hints_come_one_by_one(desk, write):
    """A question first; each time one more, until there is none; a changed file begins anew."""
    assert "Read the task at the top of" in run("hint", "double", cwd=desk).out
    write("double", "def double(x):\n    return x * x\n")
    first = lines(run("hint", "double", cwd=desk))
    assert first[0] == "Hint 1 of 2"
    assert first[1].endswith("?")
    assert first[2] == "The next hint: autograder hint double"
    second = lines(run("hint", "exercises/basics/double.py", cwd=desk))
    assert second[0] == "Hint 2 of 2"
    assert second[1] == first[1]
    assert second[2] == "The cause is called: squares"
    assert second[3] == "This was the last hint."
    assert lines(run("hint", "double", cwd=desk)) == second
    write("double", "def double(x):\n    return x * x  # again\n")
    assert lines(run("hint", "double", cwd=desk)) == first
    write("double", RIGHT)
    assert lines(run("hint", "double", cwd=desk)) == ["All public checks pass; no hint is needed."]


def test_an_exercise_is_begun_anew(desk, write):
    """The stub is there again, and what was written is kept, each time."""
    stub = (desk / "exercises" / "basics" / "double.py").read_text(encoding="utf-8")
    for number in (1, 2):
        path = write("double", f"# attempt {number}\n")
        assert lines(run("reset", "double", cwd=desk)) == [
            "exercises/basics/double.py is as it was handed out.",
            f"What you had written is kept in exercises/.autograder/kept/double.{number}.py.",
        ]
        assert path.read_text(encoding="utf-8") == stub
        kept = desk / "exercises" / ".autograder" / "kept" / f"double.{number}.py"
        assert kept.read_text(encoding="utf-8") == f"# attempt {number}\n"
    path.unlink()
    assert "as it was handed out; nothing was changed" in run("reset", "double", cwd=desk).out
    assert path.read_text(encoding="utf-8") == stub
