"""What judging an answer costs: it grows with the answer, and no faster, whatever the answer is.

Operations are counted, not seconds: calls of functions, of Python and of C, and memory at its peak.
"""

from __future__ import annotations

import numpy as np
import pytest

from autograder.diagnosis.diagnose import Examined
from autograder.grading.judge import judge_safely
from autograder.keys.answer import judgeable
from autograder.report.html import exercise_html
from autograder.sandbox.outcome import Outcome, Problem
from tests.grading.cost import FAMILIES, LARGEST, cost, honest
from tests.sampling import sampled


@pytest.fixture(scope="module")
def usual(toy_keys):
    """What a wrong answer costs that is honest, and as large."""
    return honest(toy_keys["double"])


@pytest.mark.no_cover  # it would count as well
@pytest.mark.parametrize("family", sampled(FAMILIES, 0.3))
def test_judging_grows_with_the_answer_and_no_faster(family, toy_keys, usual):
    """And the largest costs at most five times an honest answer of as many numbers."""
    key = toy_keys["double"]
    small, large = (cost(key, FAMILIES[family](n)) for n in (LARGEST // 4, LARGEST))
    cases = sum(len(check.cases) for check in key.checks)
    for least, most, allowed, some in zip(
        small, large, usual, (4_000 * cases, 1 << 20), strict=True
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
        return Examined()

    key = toy_keys["double"]
    monkeypatch.setattr("autograder.diagnosis.diagnose.examine_answers", broken)
    outcomes = {check.name: [Outcome(0.0)] * len(check.cases) for check in key.checks}
    result = judge_safely(key, outcomes)
    problems = {check.finding.problem for check in result.checks}
    assert problems == {Problem("unjudged", "judging_error", "MemoryError")}
    assert "112" not in exercise_html(result, "en")
