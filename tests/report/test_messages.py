"""What a student reads of a public check."""

from __future__ import annotations

import sys
import time

import numpy as np
import pytest

from autograder.report.details import details
from autograder.report.messages import (
    call_text,
    check_message,
    describe_problem,
    place_text,
    public_message,
    shared_message,
    value_text,
    visible,
)
from autograder.sandbox.outcome import Outcome, Problem
from tests.report.results import broken, check, finding, wrong

PAIR = np.array([3.0, 1.0])


def test_a_check_that_passed_says_nothing():
    """Neither in short nor at length."""
    assert check_message(check(), "double", "en") == ""
    assert details(check(), "double", "en") == []


def test_a_wrong_value_comes_with_its_call():
    """So that one can try it."""
    failed = wrong(np.array([3.0, 4.0]), np.array([2.0, 4.0]))
    assert check_message(failed, "double", "en") == (
        "wrong value: 1 of 2 entries differ; the worst at 0 is 3 (expected 2, off by 1, "
        "relatively 0.5). Called double(x=[1., 2.])."
    )
    assert details(failed, "double", "en") == [
        "double(x=np.array([1.0, 2.0]))",
        "wrong value: 1 of 2 entries differ; the worst at 0 is 3 (expected 2, off by 1, "
        "relatively 0.5).",
        "returned: [3., 4.]",
        "expected: [2., 4.]",
    ]


def test_only_the_part_that_is_wrong_is_shown():
    """Of a tuple or a dict, with its place."""
    failed = wrong({"w": 1.0, "v": (2.0, PAIR + 6)}, {"w": 1.0, "v": (2.0, PAIR)})
    lines = details(failed, "double", "ko")
    assert lines[2:] == [
        "돌려준 값 (['v'][1]): [9., 7.]",
        "기대한 값 (['v'][1]): [3., 1.]",
    ]


def test_two_single_numbers_are_told_once():
    """The sentence has both, with as many digits as tell them apart."""
    assert len(details(wrong(4.0, 2.0), "double", "en")) == 2
    close = details(wrong(1.0 + 1e-7, 1.0), "double", "en")
    assert close[1:] == ["got 1.0000001, expected 1 (off by 1e-07, relatively 1e-07)."]


def test_how_many_cases_failed():
    """Where there are several."""
    failed = check(finding(Outcome(2.0), 1.0, total=4, x=1.0))
    assert details(failed, "double", "en")[-1] == "1 of 4 cases failed."


@pytest.mark.parametrize(
    "problem",
    [
        Problem("missing"),
        Problem("unreadable", type="empty"),
        Problem("budget"),
        Problem("raised", "SyntaxError", "bad", 0, 1, loading=True),
        Problem("raised", "NotImplementedError"),
    ],
)
def test_where_nothing_was_called_no_call_is_shown(problem):
    """The reason alone, once for all checks."""
    failed = broken(problem)
    message = check_message(failed, "double", "en")
    assert "double(" not in message
    assert details(failed, "double", "en") == [message]
    assert shared_message([failed, broken(problem, public=False)], "double", "en") in ("", message)
    assert shared_message([failed, failed], "double", "en") == message


def test_what_differs_is_not_shared():
    """Checks that passed, were called, or failed for another reason speak for themselves."""
    missing, empty = broken(Problem("missing")), broken(Problem("unreadable", type="empty"))
    called = broken(Problem("raised", "ValueError"))
    for checks in ([missing], [missing, check()], [missing, called], [missing, empty]):
        assert shared_message(checks, "double", "en") == ""


def test_a_drivers_call_is_told_as_one():
    """The function is what the driver gets first."""
    found = finding(Outcome(1.0), 2.0, x=1.5, name="a", steps=[1, 2, 3, 4, 5], pair=(1, None))
    assert call_text("f", found) == "f(x=1.5, name='a', steps=[1, 2, 3, 4, ...], pair=(1, None))"
    driven = finding(Outcome(1.0), 2.0, x=True)
    object.__setattr__(driven, "driver", "twice")
    assert call_text("f", driven) == "twice(f, x=True)"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (True, "True"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "-0"),
        (float("nan"), "nan"),
        (np.array(2.5), "2.5"),
        (np.array([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]"),
        (np.zeros((0, 3)), "[]"),
        (np.array([1 + 2j]), "[1.+2.j]"),
        (np.arange(20), "[ 0, 1, 2, ..., 17, 18, 19]"),
        (np.zeros((2, 2, 1, 1)), "np.ndarray(shape=(2, 2, 1, 1), dtype=float64)"),
        ({"a\x1b[2J": 1, "b": []}, "{a\\x1b[2J: 1, b: []}"),
        ({str(n): n for n in range(9)}, "{0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, ...}"),
        ("\x1b[31m\n\u202e", "'\\x1b[31m\\n\\u202e'"),
        ("x" * 100, "'" + "x" * 58 + "…"),
    ],
)
def test_a_value_in_few_characters(value, text):
    """Enough of it to see what is meant."""
    assert value_text(value) == text


def test_an_array_without_axes_is_told_as_a_number():
    """A sentence that ends with it has one full stop."""
    assert value_text(np.array(4.0)) == value_text(4.0) == "4"


def test_no_value_takes_long_to_tell():
    """Millions of entries, or a hundred thousand keys, are not all made into text first."""
    started = time.monotonic()
    value_text(np.zeros((6,) * 9, dtype=bool))
    value_text({str(n): np.zeros(3) for n in range(100_000)})
    value_text([[np.zeros(1000)] * 1000] * 1000)
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("한글 and spaces", "한글 and spaces"),
        ("a\r\nb\tc", "a  b c"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b2J\x07\x08\x7f\x00", "\\x9b2J\\x07\\x08\\x7f\\x00"),
        ("\u202egnp.exe\u2066\ufeff", "\\u202egnp.exe\\u2066\\ufeff"),
        ("half \ud83d", "half \\ud83d"),
        ("x" * 601, "x" * 600 + "…"),
    ],
)
def test_visible(text, shown):
    """One line of printable characters."""
    assert visible(text) == shown


def test_visible_lines():
    """Prints keep their lines, and nothing else that a screen would obey."""
    assert visible("a\n\tb\x1b[2J\r", lines=True) == "a\n\tb\\x1b[2J\\r"


@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_every_character_is_made_visible():
    """None that is not printable gets through, and the rest can be encoded."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = visible(every, longest=len(every))
    assert shown.isprintable()
    assert shown.encode("utf-8")


def test_what_a_driver_reports_is_named_in_the_language():
    """A student knows of no dictionary."""
    assert place_text("['first call'][0]", "ko") == "첫 번째 호출의 결과 [0]"
    assert place_text("['inputs after the call']['w']", "en") == "the inputs after the call ['w']"
    assert place_text("['result']", "en") == "the result"
    assert place_text("['v'][1]", "ko") == "['v'][1]"


@pytest.mark.parametrize(
    ("output", "expected", "korean", "english"),
    [
        (
            PAIR,
            2.0,
            "모양(shape)이 다릅니다: (2,)가 나왔습니다. 숫자 하나가 필요합니다.",
            "wrong shape: got (2,), expected a single number.",
        ),
        (
            None,
            2.0,
            "None이 나왔습니다. 숫자 하나(float)가 필요합니다.",
            "wrong kind: got None, expected a single number (float).",
        ),
        (
            np.array(3),
            PAIR,
            "모양(shape)이 다릅니다: 숫자 하나가 나왔습니다. (2,)가 필요합니다.",
            "wrong shape: got a single number, expected (2,).",
        ),
        (
            np.float64(3),
            (1.0, PAIR),
            "숫자 하나(float64)가 나왔습니다. 값 2개의 튜플이 필요합니다.",
            "wrong kind: got a single number (float64), expected tuple of 2.",
        ),
        (
            PAIR.tolist(),
            True,
            "list가 나왔습니다. 참/거짓 값 하나(bool)가 필요합니다.",
            "wrong kind: got list, expected a truth value (bool).",
        ),
        (
            np.array([1.0, 2.0], dtype="float32"),
            PAIR,
            "dtype이 다릅니다: float32가 나왔습니다. float64가 필요합니다.",
            "wrong dtype: got float32, expected float64.",
        ),
    ],
)
def test_a_single_number_is_told_in_words(output, expected, korean, english):
    """Its shape, `()`, says nothing to a student."""
    failed = finding(Outcome(output), expected)
    assert public_message(failed, "ko") == korean
    assert public_message(failed, "en") == english


def test_what_is_far_too_large_is_told_in_words():
    """As what is of the wrong kind is."""
    problem = Problem("outsized", message="array of float64, shape (100, 100)")
    told = describe_problem(problem, "ko")
    assert told == "요구한 것보다 훨씬 큰 값이 나왔습니다: float64 배열 (100, 100)"
