"""Nothing of a student's is obeyed: not by a browser, not by a terminal, not by a JSON reader."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import msgspec
import numpy as np
import pytest
from rich.console import Console

from autograder.course import Plot
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.results import Drawing, ExerciseResult, SubmissionResult
from autograder.report.class_table import results_table
from autograder.report.html import exercise_html, pictures
from autograder.report.result_records import (
    SubmissionRecord,
    document,
    exercise_record,
    json_line,
    submission_record,
)
from autograder.report.terminal import exercise_plain, print_exercise
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text
from tests.report.results import LANGUAGES, broken, check, exercise, finding, wrong

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\x1b]0;title\x07\x1b[2J\x1b[31mred",
    "\x9b31mred",
    "a\rb\x08\x7f\x00",
    "[red]not[/red] [/]",
    "\u202eright to left\u2066",
    "half \ud83d",
    "{gap} {0} %s",
    "x" * 100_000,
]
CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = [], set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


TAGS = {
    *("div", "p", "strong", "em", "code", "table", "tr", "td", "br", "pre"),
    *("ul", "li", "details", "summary"),
}


def hostile_result(word: str) -> ExerciseResult:
    """An exercise with this text wherever a submission, or an author, can put one."""
    checks = (
        broken(Problem("raised", word, word, 0, 3), printed=word),
        broken(Problem("refused", word, word), printed=word),
        broken(Problem("missing", word, word)),
        wrong(word, "expected"),
        wrong({word: 1.0}, {"a": 1.0}),
        wrong([{word: 1.0}], [1.0]),
        check(finding(Outcome(1.0, printed=word), 2.0, x=word)),
        broken(Problem("raised", word, word, 0, 3), public=False, printed=word),
    )
    return exercise(*checks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", HOSTILE, ids=lambda word: ascii(word)[:40])
def test_html_has_no_markup_but_its_own(language, word):
    """Messages, type names, keys, texts, prints: all of it is text."""
    parsed = Tags()
    parsed.feed(exercise_html(hostile_result(word), language, note="a < b"))
    assert set(parsed.tags) <= TAGS
    assert parsed.attributes <= {"style", "lang"}
    assert len(parsed.text) < 20_000


def test_html_escapes_what_authors_write():
    """Titles, names of checks and hints may have signs of HTML in them."""
    word = "a < b & <script>"
    text = Text(ko=word, en=word)
    diagnosis = Diagnosis("values", "mistake", "x", hint=text, hint2=text)
    result = exercise(
        check(finding(Outcome(1.0), 2.0), name=word, ko=word),
        diagnoses=(diagnosis, diagnosis),
        title=text,
    )
    for language in LANGUAGES:
        parsed = Tags()
        parsed.feed(exercise_html(result, language))
        assert parsed.text.count(word) == 6
        assert set(parsed.tags) <= TAGS


def test_prints_keep_their_lines_in_html():
    """What a failing call printed is there to be read, the first of it."""
    result = exercise(broken(Problem("raised", "ValueError"), printed="a\n  b\n" + "c" * 9999))
    page = exercise_html(result, "en")
    assert "<pre>a\n  b\nccc" in page
    assert page.count("c" * 1000) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", HOSTILE, ids=lambda word: ascii(word)[:40])
def test_a_terminal_obeys_nothing(language, word):
    """No escape, no control character, no markup of the library that prints."""
    plain = exercise_plain(hostile_result(word), language)
    assert not CONTROLS.search(plain)
    if word.startswith("[red]"):
        assert word in plain


@pytest.mark.parametrize("word", HOSTILE, ids=lambda word: ascii(word)[:40])
def test_a_table_obeys_nothing(word):
    """A student's name, and the first message of what is wrong."""
    record = exercise_record(hostile_result(word), "en")
    checks = [msgspec.structs.replace(record.checks[0], message=word), *record.checks[1:]]
    record = msgspec.structs.replace(record, checks=checks)
    line = SubmissionRecord(1, word, "basics", 0, 8, 0.0, [record])
    console = Console(width=100, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(results_table([line], "en"))
    console.file.close()
    assert not CONTROLS.search(console.export_text())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", HOSTILE, ids=lambda word: ascii(word)[:40])
def test_a_line_of_results_is_json(language, word):
    """Valid, encodable, one line, with nothing in it that a terminal would obey, and not long."""
    result = SubmissionResult("kim", "basics", 0.1, (hostile_result(word),))
    line = json_line(submission_record(result, language))
    assert not CONTROLS.search(line)
    assert "\n" not in line
    assert len(line.encode("utf-8")) < 30_000
    assert json.loads(line)["exercises"][0]["exercise"] == "double"


def test_the_format_of_a_line():
    """Exactly these keys, in this order."""
    diagnosis = Diagnosis("values", "relation", "factor", value=2.0, checks=("a check",))
    failed = wrong(np.array([np.nan, 1.0]), np.array([1.0, 1.0]))
    first = replace(check(name="first"), seconds=0.00123)
    result = exercise(first, failed, diagnosis=diagnosis, status="partial")
    record = submission_record(SubmissionResult("kim", "basics", 0.12345, (result,)), "en")
    assert document(record) == {
        "format": 1,
        "student": "kim",
        "assignment": "basics",
        "score": 2,
        "max_score": 4,
        "seconds": 0.123,
        "exercises": [
            {
                "exercise": "double",
                "score": 2,
                "max_score": 4,
                "status": "partial",
                "diagnosis": {
                    "kind": "relation",
                    "name": "factor",
                    "hint": "Every wrong value is 2 times the expected one. Is a factor missing, or one "
                    "too many?",
                },
                "checks": [
                    {
                        "name": "first",
                        "visibility": "public",
                        "status": "passed",
                        "points": 2,
                        "max_points": 2,
                        "message": "",
                        "extra": False,
                        "seconds": 0.0012,
                    },
                    {
                        "name": "a check",
                        "visibility": "public",
                        "status": "failed",
                        "points": 0,
                        "max_points": 2,
                        "message": "NaN or infinity in the wrong place: at 0 got nan, expected 1. "
                        "Called double(x=[1., 2.]).",
                        "extra": False,
                        "seconds": None,
                    },
                ],
                "notes": [],
                "diagnoses": [
                    {
                        "facet": "values",
                        "kind": "relation",
                        "name": "factor",
                        "of": None,
                        "value": 2.0,
                        "hint": "Every wrong value is 2 times the expected one. Is a factor missing, or "
                        "one too many?",
                        "hint2": "",
                        "checks": ["a check"],
                    }
                ],
                "signature": None,
            }
        ],
        "source": "",
        "note": "",
        "needs_person": [],
    }
    assert list(document(record)) == [
        "format", "student", "assignment", "score", "max_score", "seconds", "exercises",
        "source", "note", "needs_person",
    ]  # fmt: skip


def test_an_exercise_on_a_terminal():
    """Title, points, each check with what is wrong, and the hint."""
    diagnosis = Diagnosis(
        "values", "mistake", "squares_it", hint=Text(ko="왜?", en="Why is it squared?")
    )
    result = exercise(check(), wrong(4.0, 2.0), diagnosis=diagnosis, status="partial")
    lines = [line.rstrip() for line in exercise_plain(result, "en").splitlines()]
    assert lines == [
        "◐ Double  (double)  2/4 points",
        "  ➜ It looks like this mistake: squares it",
        "    Why is it squared?",
        "",
        "  ✔ a check  public, 2/2",
        "  ✘ a check  public, 0/2",
        "      double(x=np.array([1.0, 2.0]))",
        "      got 4, expected 2 (off by 2, relatively 1).",
    ]


def test_a_diagnosis_in_korean_is_a_korean_sentence():
    """The name of a mistake is English: it stands behind the hint, as a name in code."""
    diagnosis = Diagnosis(
        "values", "mistake", "squares_it", hint=Text(ko="왜 제곱입니까?", en="Why?")
    )
    result = exercise(wrong(4.0, 2.0), diagnosis=diagnosis)
    lines = [line.rstrip() for line in exercise_plain(result, "ko").splitlines()]
    assert lines[1:3] == ["  ➜ 이런 실수로 보입니다", "    왜 제곱입니까? (squares_it)"]
    assert "<strong>왜 제곱입니까?</strong> <code>squares_it</code></p>" in exercise_html(
        result, "ko"
    )
    relation = exercise(wrong(-2.0, 2.0), diagnosis=Diagnosis("values", "relation", "negated"))
    assert "(negated)" in exercise_plain(relation, "ko").splitlines()[2]


@pytest.mark.parametrize(
    ("language", "said"), [("ko", "알려진 실수로는"), ("en", "No known mistake")]
)
def test_what_nothing_explains_is_told_so(language, said):
    """Where there was something to explain: not where nothing was answered."""
    result = exercise(wrong(1.0, 2.0))
    unexplained = replace(result, signature="0123456789abcdef")
    for tell in (exercise_html, exercise_plain):
        assert said not in tell(result, language)
        assert said in tell(unexplained, language)


def test_a_shared_reason_is_told_once():
    """Not beneath every check."""
    unwritten = broken(Problem("raised", "NotImplementedError"))
    result = exercise(unwritten, unwritten)
    assert exercise_plain(result, "en").count("Not written yet.") == 1
    assert exercise_html(result, "en").count("Not written yet.") == 1


def test_a_table_tells_what_each_exercise_came_to():
    """A diagnosis, else a status with the first message; what passed is not mentioned."""
    passed = exercise_record(exercise(check(), status="passed"), "en")
    named = exercise_record(
        exercise(
            wrong(4.0, 2.0),
            diagnosis=Diagnosis("values", "mistake", "squares_it", hint=Text(ko="왜?", en="Why?")),
        ),
        "en",
    )
    broken_one = exercise_record(exercise(broken(Problem("missing")), status="missing"), "en")
    table = results_table(
        [
            SubmissionRecord(1, "a", "basics", 2, 2, 0.0, [passed]),
            SubmissionRecord(1, "b", "basics", 1, 6, 0.0, [passed, named, broken_one]),
        ],
        "en",
    )
    console = Console(width=120, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(table)
    console.file.close()
    assert [line.split() for line in console.export_text().splitlines()] == [
        "student score diagnosis".split(),
        "a 2/2 All of it is right.".split(),
        "b 1/6 double: squares it".split(),
        "double: missing (There is no function or class of this name.)".split(),
    ]


def test_pictures_are_drawn_for_each_drawing():
    """In order, as PNG files."""
    plot = Plot("curve", x={"ko": "번호", "en": "index"}, y="v")
    drawing = Drawing(Text(ko="곡선", en="curve"), plot, np.arange(3.0), np.arange(3.0))
    result = ExerciseResult("f", Text(ko="에프", en="F"), "passed", (), (), (drawing, drawing))
    drawn = pictures(result, "ko")
    assert len(drawn) == 2
    assert all(png.startswith(b"\x89PNG\r\n\x1a\n") for png in drawn)


def test_colour_is_for_terminals(capsys):
    """A pipe gets plain text."""
    print_exercise(Console(force_terminal=True, color_system="standard"), exercise(check()), "en")
    assert "\x1b[" in capsys.readouterr().out
    assert "\x1b[" not in exercise_plain(exercise(check()), "en")


@pytest.mark.parametrize(("language", "word"), [("en", "extra credit"), ("ko", "가산점")])
def test_extra_credit_is_called_so(language, word):
    """On a terminal, on a page and in the text; the points there are do not count it."""
    result = exercise(check(), replace(wrong(2.0, 3.0), extra=True), status="passed")
    text = exercise_plain(result, language)
    assert f", {word}, 0/2" in text
    assert "2/2" in text.splitlines()[0]
    assert f", {word}</td>" in exercise_html(result, language)
