"""Answers that are right but for their rounding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from autograder.diagnosis.diagnose import examine_answers
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.keys.answer import Answer
from autograder.sandbox.outcome import Outcome
from tests.grading.versions import make

RNG = np.random.default_rng(5)
SINGLE = [float(each) for each in 10 * RNG.normal(size=6)]
PAIRS = [(RNG.normal(size=3), RNG.normal(size=3)) for _ in range(3)]


def told(
    answer: Callable[[Any], Any], expected: Sequence[Any], *carried: tuple[Any, Any]
) -> list[Diagnosis]:
    """What is told of answers, and of those of a driver that calls again and again."""
    asked = [Answer(Outcome(answer(each)), each, number=n) for n, each in enumerate(expected)]
    asked += [
        Answer(Outcome(output), right, direct=False, number=len(asked) + n)
        for n, (output, right) in enumerate(carried)
    ]
    return list(examine_answers(make(), asked).diagnoses)


@pytest.mark.parametrize("digits", [0, 1, 3])
def test_a_few_rounded_numbers_suffice(digits):
    """Each is the nearest one; they are too few to be looked up among all that is known."""
    (found,) = told(lambda x: round(x, digits), SINGLE)
    assert (found.kind, found.value, found.partial) == ("rounding", digits, False)


def test_one_of_several_values_may_be_rounded():
    """It is told which; what a driver makes of it gets farther off, and a direct call does not."""
    path = RNG.normal(size=(4, 2))
    (found,) = told(lambda x: (x[0], np.round(x[1], 4)), PAIRS, (path + 3e-4, path))
    assert (found.kind, found.of, found.value, found.partial) == ("rounding", "2/2", 4, True)
    far = told(lambda x: (x[0], np.round(x[1], 4)), PAIRS, (path + 0.3, path))
    assert [each.kind for each in far if each.facet == "values"] == []
    (both,) = told(lambda x: tuple(np.round(each, 4) for each in x), PAIRS)
    assert (both.kind, both.of, both.partial) == ("rounding", None, False)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda x: np.floor(x * 10) / 10,
        lambda x: np.round(x + 0.3, 1),
        lambda x: np.round(x) if x > 1 else np.nan,
        lambda x: np.round(x) if x > 1 else x + 1e-3,
    ],
    ids=["cut off", "of something else", "with holes", "some of them"],
)
def test_what_is_not_the_nearest_number_is_not_called_rounded(wrong):
    """Every number has to be the one that rounding makes of the right one."""
    assert [each for each in told(wrong, SINGLE) if each.kind == "rounding"] == []


def test_too_few_numbers_say_nothing():
    """Two whole numbers near the right ones come about in other ways too."""
    assert told(lambda x: round(x, 0), [0.3, 1.7]) == []
