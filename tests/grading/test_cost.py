"""What judging an answer costs: it grows with the answer, and no faster, whatever the answer is.

Operations are counted, not seconds: calls of functions, of Python and of C, and memory at its peak.
"""

from __future__ import annotations

import sys
import tracemalloc

import numpy as np
import pytest

from autograder.grading.judge import judge, judge_safely
from autograder.keys.answer import judgeable
from autograder.report.html import exercise_html
from autograder.report.result_records import exercise_record
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.outcome import Outcome, Problem
from tests.sampling import sampled

FAMILIES = {
    "numbers": lambda n: [0.5] * n,
    "nothing": lambda n: [None] * n,
    "one long text and many empty ones": lambda n: ["x" * n, *[""] * n],
    "long texts": lambda n: ["가" * 50] * (n // 8),
    "escapes": lambda n: "\x1b[31m" * n,
    "dicts of nothing": lambda n: [{"": None}] * (n // 3),
    "keys": lambda n: {f"{number}\u202e": 0.0 for number in range(n)},
    "a ragged list": lambda n: [[0.0] * (1 + number % 3) for number in range(n // 4)],
    "one deep list": lambda n: [_deep(14)] * (n // 16),
    "wide at every depth": lambda n: _bushy(4, max(2, round(n**0.25) - 1)),
    "small arrays": lambda n: [np.zeros(1)] * (n // 3),
    "arrays without entries": lambda n: [np.zeros((0, 64))] * (n // 4),
    "a long array": lambda n: np.arange(float(n)),
    "a wide array": lambda n: np.ones((2, n // 2)),
    "truth values": lambda n: np.zeros(n, bool),
    "a list of rows": lambda n: [np.arange(10.0)] * (n // 10),
}

LARGEST = 4_000
"""Far beyond what is looked at, and few enough to be counted one by one."""


def _deep(levels):
    return [_deep(levels - 1)] if levels else 0.0


def _bushy(levels, each):
    return [_bushy(levels - 1, each) for _ in range(each)] if levels else 0.0


def cost(key, value):
    """Operations and bytes that it takes to read, judge and report this answer to every case."""
    data = encode(value)
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    for case in (case for check in key.checks for case in check.cases):
        assert case.room  # known before anybody answers
    tracemalloc.start()
    sys.setprofile(count)
    try:
        outcomes = {
            check.name: [judgeable(Outcome(decode(data)), case) for case in check.cases]
            for check in key.checks
        }
        result = judge(key, outcomes)
        for language in ("ko", "en"):
            exercise_record(result, language)
            exercise_html(result, language)
    finally:
        sys.setprofile(None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert result.score == 0
    return calls, peak


@pytest.fixture(scope="module")
def honest(toy_keys):
    """What a wrong answer costs that is honest, and as large."""
    return cost(toy_keys["double"], [0.5] * LARGEST)


@pytest.mark.no_cover  # it would count as well
@pytest.mark.parametrize("family", sampled(FAMILIES, 0.3))
def test_judging_grows_with_the_answer_and_no_faster(family, toy_keys, honest):
    """And the largest costs at most five times an honest answer of as many numbers."""
    key = toy_keys["double"]
    small, large = (cost(key, FAMILIES[family](n)) for n in (LARGEST // 4, LARGEST))
    cases = sum(len(check.cases) for check in key.checks)
    for least, most, allowed, some in zip(
        small, large, honest, (4_000 * cases, 1 << 20), strict=True
    ):
        assert most <= 4.5 * least + some
        assert most <= 5 * allowed


def test_an_answer_of_far_too_many_numbers_says_so(toy_keys):
    """It is wrong, and nothing is compared."""
    case = toy_keys["double"].checks[0].cases[0]
    found = judgeable(Outcome([0.0] * 30_001), case)
    assert found == Outcome(problem=Problem("outsized", message="list of 30001"))
    shaped = judgeable(Outcome(np.zeros((100, 100))), case)
    assert shaped.problem.message == "array of float64, shape (100, 100)"


def test_whatever_judging_raises_is_the_result_of_this_exercise(toy_keys, monkeypatch):
    """Its points are none, and it says why without any number."""

    def broken(key, answers, evidence, probes):
        if any(answer.outcome.problem is None for answer in answers):
            raise MemoryError("112 GB")
        return ()

    key = toy_keys["double"]
    monkeypatch.setattr("autograder.grading.judge.diagnose", broken)
    outcomes = {check.name: [Outcome(0.0)] * len(check.cases) for check in key.checks}
    result = judge_safely(key, outcomes)
    problems = {check.finding.problem for check in result.checks}
    assert problems == {Problem("unjudged", "judging_error", "MemoryError")}
    assert "112" not in exercise_html(result, "en")
