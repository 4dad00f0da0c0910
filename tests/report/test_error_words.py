"""What Python and NumPy say in English is said in the language of a report."""

from __future__ import annotations

import re
from string import Formatter

import numpy as np
import pytest

from autograder.report.error_texts import ERRORS, OTHER_WORDINGS
from autograder.report.error_words import error_in_words
from autograder.report.messages import describe_problem
from autograder.sandbox.codec import DoorError, encode
from autograder.sandbox.outcome import Problem

HANGUL = re.compile("[가-힣]")
PARTS = re.compile(r"{.*?}(?:[가-힣]\([가-힣]\))?|[가-힣]\([가-힣]\)")
"""Gaps, and particles that depend on what is in them."""
WORDS = {
    "names": "'a' and 'b'",
    "shape": "(3,)",
    "other_shape": "(2,)",
    "value": "'3'",
    "operator": "+",
}
"""What stands in a gap of a text; a number or a name elsewhere."""
TEXTS = [
    *((name, text) for name, text in ERRORS["en"].items() if name != "no_key"),
    *((name, text) for name, texts in OTHER_WORDINGS.items() for text in texts),
]


def gaps(text: str) -> list[str]:
    """The names of the gaps in a text."""
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def filled(text: str) -> str:
    """A text as an error would have it."""
    words = {gap: "2" if gap.startswith("n") and gap != "name" else "x" for gap in gaps(text)}
    return text.format(**words | {gap: WORDS[gap] for gap in words.keys() & WORDS.keys()})


def test_both_languages_say_the_same():
    """Every text, and no gap that Python's own does not fill."""
    assert ERRORS["ko"].keys() == ERRORS["en"].keys()
    for name, text in TEXTS:
        assert set(gaps(ERRORS["ko"][name])) <= set(gaps(text)), name


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_every_text_is_known_again(name, text):
    """As its own, and in Korean alone but for what is code."""
    korean = ERRORS["ko"][name]
    said = error_in_words("Error", filled(text), "ko")
    literal = max(PARTS.split(korean), key=len)
    assert said is not None
    assert literal in said
    assert name == "data_of_python" or HANGUL.search(said)
    assert error_in_words("Error", filled(text), "en") is None


def unbound():
    """A name that is used before it has a value."""
    total += 1  # noqa: F821, F841 - that is the mistake


def pair(a, b):
    """Takes two arguments."""


def math_range():
    """Too large for a float."""
    return 2.0**5000


THREE, TWO, MATRIX = np.zeros(3), np.zeros(2), np.zeros((2, 3))


@pytest.mark.parametrize(
    ("raises", "told"),
    [
        (unbound, "지역 변수 `total`에 값을 넣기 전에 그 이름을 썼습니다."),
        (pair, "`pair` 함수를 부를 때 인자가 2개 빠졌습니다: `a`, `b`"),
        (lambda: pair(1), "`pair` 함수를 부를 때 인자가 1개 빠졌습니다: `b`"),
        (lambda: pair(1, 2, 3), "`pair` 함수는 인자를 2개 받는데 3개를 넣었습니다."),
        (lambda: THREE + TWO, "모양(shape)이 맞지 않습니다: (3,)과 (2,)"),
        (lambda: THREE @ TWO, "행렬 곱에서 길이가 같아야 할 두 축의 길이가 다릅니다: 2와 3"),
        (lambda: THREE[5], "축 0의 길이는 3인데 위치 5의 값을 찾았습니다."),
        ([].pop, "빈 리스트에서 꺼낼 수는 없습니다."),
        (lambda: len(None), "None 값에는 길이(len)가 없습니다."),
        (lambda: 2 ** "a", "`**` 연산을 할 수 없는 두 값입니다: int와 str"),
        (lambda: {}["x"], "키 'x'가 없습니다."),
        (lambda: THREE.sum(axis=1), "축이 1개인 배열에 축 1은 없습니다."),
        (lambda: 1 / 0, "0으로 나누었습니다."),
        (lambda: np.linalg.inv(MATRIX), "정사각 행렬이 아닙니다."),
        (lambda: MATRIX.reshape(4), "원소가 6개인 배열을 (4,) 모양(shape)으로 바꿀 수 없습니다."),
        (math_range, "결과가 너무 커서 나타낼 수 없습니다."),
    ],
)
def test_what_is_raised_here_is_known(raises, told):
    """By the versions of Python and NumPy that run this."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
        raises()
    problem = Problem("raised", type(caught.value).__name__, str(caught.value), 0, 3)
    name = problem.type
    assert describe_problem(problem, "ko") == f"3번째 줄에서 {name} 오류가 났습니다: {told}"
    assert describe_problem(problem, "en") == (
        f"Line 3 raised {name}: {str(caught.value).rstrip()}"
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (np.array([None]), "원소가 object인 배열"),
        ((number for number in range(3)), "generator"),
        (1 << 70, "64비트를 넘는 정수"),
        ({1: 2}, "int 키"),
    ],
)
def test_what_is_no_data_is_told(value, told):
    """What the door refuses, in the language of the report."""
    with pytest.raises(DoorError) as caught:
        encode(value)
    problem = Problem("refused", caught.value.reason, caught.value.detail)
    assert describe_problem(problem, "ko") == f"데이터가 아닌 값이 나왔습니다: {told}"


def test_what_nobody_knows_stays():
    """A student's own words."""
    for kind, message in (("ValueError", "값이 너무 큽니다"), ("MyError", "name x is wrong")):
        assert error_in_words(kind, message, "ko") is None
        assert message in describe_problem(Problem("raised", kind, message), "ko")


def test_an_error_that_pretends_is_shown_as_safely():
    """Its words are data: no gap is filled twice, no control character gets through."""
    message = "name '{line}\x1b[31m' is not defined"
    said = describe_problem(Problem("raised", "NameError", message, 0, 3), "ko")
    assert "{line}\\x1b[31m" in said
    assert "\x1b" not in said
    assert "{line}" in describe_problem(Problem("raised", "KeyError", "{line}"), "ko")
