"""Everything that grading can find out can be said, in both languages."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import numpy as np
import pytest

from autograder.collecting.files import Reason
from autograder.compare import Difference, compare
from autograder.compare.comparison import DifferenceKind
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.relations import RELATIONS
from autograder.grading.results import Status
from autograder.report.diagnosis_words import diagnosis_hint, diagnosis_title
from autograder.report.messages import (
    describe_difference,
    describe_problem,
    say,
    translated,
)
from autograder.report.sentences import SENTENCES, STATUSES
from autograder.sandbox.guest.absent import NO_NETWORK, NOBODY_TYPES, NOT_RUN
from autograder.sandbox.outcome import Problem, ProblemKind
from autograder.texts import Text
from tests.report.results import LANGUAGES

HANGUL = re.compile("[가-힣]")
GAPLESS = {"at"}
"""Words between two gaps, without a sentence of their own."""


def gaps(sentence: str) -> set[str]:
    """The names of the gaps in a sentence, with how they are formatted."""
    return {f"{name}:{form}" for _, name, form, _ in Formatter().parse(sentence) if name}


def test_every_sentence_is_there_in_both_languages():
    """Neither language says more than the other."""
    assert SENTENCES["ko"].keys() == SENTENCES["en"].keys()


def test_both_languages_have_the_same_gaps():
    """What is filled into one is filled into the other."""
    in_korean, in_english = (
        {name: gaps(SENTENCES[language][name]) for name in SENTENCES["en"]}
        for language in LANGUAGES
    )
    assert in_korean == in_english


def test_each_language_is_its_own():
    """No sentence was left untranslated."""
    for name in SENTENCES["en"]:
        korean, english = (re.sub(r"{.*?}", "", SENTENCES[each][name]) for each in LANGUAGES)
        assert HANGUL.search(korean), name
        assert not HANGUL.search(english), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_a_name(language):
    """Also those that no exercise has had yet."""
    assert set(get_args(Status)) == STATUSES[language].keys()
    assert len(set(STATUSES[language].values())) == len(STATUSES[language])


PROBLEM = {"type": "ValueError", "message": "no such thing", "piece": 1, "line": 7}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(ProblemKind))
def test_every_problem_can_be_said(language, kind):
    """With all that can be known of it, and with nothing."""
    for problem in (Problem(kind, **PROBLEM), Problem(kind)):
        said = describe_problem(problem, language)
        assert said.strip()
        assert "{" not in said
        assert not said.endswith((":", " "))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_raised_is_told_with_its_line(language):
    """Type, message and the student's own line."""
    said = describe_problem(Problem("raised", **PROBLEM), language)
    assert all(part in said for part in ("7", "ValueError", "no such thing"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_can_be_said(language, reason):
    """Whatever it is that keeps a file from being read."""
    said = describe_problem(Problem("unreadable", type=reason, message="a, b"), language)
    assert said == SENTENCES[language][f"reason_{reason}"].format(names="a, b")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["missing", "unreadable"])
def test_a_reason_that_there_is_not(language, kind):
    """The sandbox may be made to give any; it is as good as none."""
    said = describe_problem(Problem(kind, type="because"), language)
    assert said == SENTENCES[language][kind]


DIFFERENT = {
    # kind: (got, expected)
    "type": ("text", 1.0),
    "length": ((1.0,), (1.0, 2.0)),
    "keys": ({"a": 1.0}, {"b": 1.0}),
    "members": ({"set": ["a"]}, {"set": ["a", "b"]}),
    "text": ("up", "down"),
    "shape": (np.zeros(3), np.zeros((3, 1))),
    "dtype": (np.zeros(3, "f4"), np.zeros(3)),
    "finite": (np.array([1.0, np.nan]), np.array([1.0, 2.0])),
    "value": (np.array([[1.0, 5.0]]), np.array([[1.0, 2.0]])),
    "truth": (np.array([True, False]), np.array([True, True])),
}


def test_every_difference_is_tried():
    """The table above leaves none out but that of a judge, which is said without numbers."""
    assert set(get_args(DifferenceKind)) == {*DIFFERENT, "judged"}
    for language in LANGUAGES:
        assert describe_difference(Difference("judged", "", "", ""), language).endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DIFFERENT)
def test_every_difference_can_be_said(language, kind):
    """Alone, and at a place inside an output."""
    got, expected = DIFFERENT[kind]
    alone, inside = compare(got, expected), compare([got], [expected])
    assert (alone.kind, inside.kind) == (kind, kind)
    assert describe_difference(alone, language) in describe_difference(inside, language)
    assert describe_difference(inside, language).startswith("[0]: ")


@pytest.mark.parametrize(
    ("got", "expected", "said"),
    [
        (3.0, 2.0, "got 3, expected 2 (off by 1, relatively 0.5)."),
        (np.array([0.0, 3.0]), np.array([0.0, 2.0]),
         "wrong value: 1 of 2 entries differ; the worst at 1 is 3 (expected 2, off by 1, "
         "relatively 0.5)."),
        (np.array([[0.0, 3.0]]), np.array([[0.0, 0.0]]),
         "wrong value: 1 of 2 entries differ; the worst at (0, 1) is 3 (expected 0, off by 3)."),
        (float("nan"), 2.0, "got nan, expected 2."),
    ],
)  # fmt: skip
def test_how_a_wrong_value_is_told(got, expected, said):
    """How many, the worst by its index, got and expected, absolute and relative."""
    assert describe_difference(compare(got, expected), "en") == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RELATIONS)
def test_every_relation_can_be_said(language, name):
    """As a hint in each language, and as a title."""
    value = 0.5 if name in ("factor", "offset") else None
    diagnosis = Diagnosis("values", "relation", name, value=value)
    assert bool(HANGUL.search(diagnosis_hint(diagnosis, language))) == (language == "ko")
    assert diagnosis_title(diagnosis)
    if value is not None:
        assert "0.5" in diagnosis_hint(diagnosis, language)
        assert "0.5" in diagnosis_title(diagnosis)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_factor_is_told_by_what_it_is(language):
    """A size or a parameter of the call, in place of its number."""
    for of, shown in (("1/n", "1/n"), ("1 - beta", "(1 - beta)")):
        diagnosis = Diagnosis("values", "relation", "factor", value=0.25, of=of)
        assert f" {shown}" in diagnosis_hint(diagnosis, language)
        assert diagnosis_title(diagnosis) == f"factor {shown}"
        assert "0.25" not in diagnosis_hint(diagnosis, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "of"), [("returns_input", "lr0"), ("log_base", "10")])
def test_which_one_it_is_is_told(language, name, of):
    """The argument that came back, the base that was taken."""
    diagnosis = Diagnosis("values", "relation", name, of=of)
    assert of in diagnosis_hint(diagnosis, language)
    assert of in diagnosis_title(diagnosis)


def test_a_mistake_is_told_by_its_own_hint():
    """In the author's words, and its name as words."""
    diagnosis = Diagnosis("values", "mistake", "no_bias_correction", hint=Text(ko="왜?", en="Why?"))
    assert [diagnosis_hint(diagnosis, language) for language in LANGUAGES] == ["왜?", "Why?"]
    assert diagnosis_title(diagnosis) == "no bias correction"


def test_a_gap_is_filled_with_one_line():
    """Whatever a word holds, a sentence stays one."""
    said = say("en", "raised", type="E\x1b[31m", message="a\r\nb\tc\u2028d")
    assert said == "It raised E\\x1b[31m: a  b c\\u2028d"


@pytest.mark.parametrize("sentence", [NO_NETWORK, NOBODY_TYPES, NOT_RUN])
def test_what_the_sandbox_says_is_said_in_the_language_of_the_course(sentence):
    """Wherever it stands in what was printed or raised; the rest stays."""
    printed = f"a\n{sentence}\nb"
    assert translated(printed, "en") == printed
    said = translated(printed, "ko").removeprefix("a\n").removesuffix("\nb")
    assert HANGUL.search(said)
    assert not re.search("[A-Za-z]", said)
    assert said in describe_problem(Problem("raised", "PermissionError", sentence), "ko")
