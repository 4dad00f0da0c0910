"""Composed and random wrong answers: what is done to them is known, and what may be said of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.judge import judge_here
from autograder.keys.making import make_key
from autograder.validation import composed_judging
from autograder.validation.composed import Composed, Composer, Part
from autograder.validation.composed_judging import ComposedFigures, judge_composed
from autograder.validation.random_answers import KINDS, RandomFigures, judge_random
from tests.toy_settings import SEED

HALVED = Part("argument", "x", value=0.5)
ROUNDED = Part("rounding", "rounding", value=0.0)
SINGLE = Part("type", "single precision")


@pytest.fixture(scope="module")
def other_keys(toy):
    """With another hidden seed."""
    return {solution.name: make_key(solution, SEED[::-1]) for solution in toy.solutions()}


@pytest.fixture
def double(toy):
    """The exercise that doubles its argument."""
    return next(each for each in toy.solutions() if each.name == "double")


def test_composed_answers_lose_points_and_are_the_same_for_a_seed(toy, toy_keys, other_keys):
    """And what is done to each is said."""
    solutions = list(toy.solutions())
    runs = [list(judge_composed(solutions, toy_keys, other_keys, 12, 7)) for _ in range(2)]
    assert [str(each) for each in runs[0]] == [str(each) for each in runs[1]]
    assert len(runs[0]) == 12
    assert {each.exercise for each in runs[0]} == set(toy_keys)
    assert all(each.parts for each in runs[0])
    figures = ComposedFigures(7)
    for each in runs[0]:
        figures.add(each)
    assert ComposedFigures.of(figures.document()) == figures
    assert figures.sentence().startswith("12 composed answers, seed 7: named ")


def test_a_composed_answer_does_everything_that_it_says(double):
    """Two edits on different lines, and what is done from outside."""
    rng = np.random.default_rng(3)
    edited = next(
        each
        for each in (Composer(double).compose(rng) for _ in range(200))
        if each is not None
        and {part.kind for part in each.parts} == {"mistake", "edit", "rounding"}
    )
    whole = edited.program(edited.parts)
    assert whole is not None
    without = edited.program([part for part in edited.parts if part.kind != "rounding"])
    assert without is not whole


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([], "silent"),
        ([Diagnosis("dtype", "relation", "single_precision")], "rightly"),
        ([Diagnosis("values", "mistake", "drops_the_sign")], "wrong"),
    ],
)
def test_what_is_said_of_a_composed_answer_is_judged_by_what_was_done(
    said, verdict, double, toy_keys, other_keys, monkeypatch
):
    """Here single precision alone."""
    key, other = toy_keys["double"], other_keys["double"]
    wrong = judge_here(key, lambda x: None)

    def judged(key, outcomes, probes=None):
        return replace(wrong, diagnoses=tuple(said))

    monkeypatch.setattr(composed_judging, "judge", judged)
    trial = composed_judging._Trial(Composed(double, (SINGLE,), {}), key, other)
    assert trial.judged().verdict == verdict


def test_random_answers_get_no_name(toy_keys):
    """Of any kind; and they are the same for a seed."""
    keys = list(toy_keys.values())
    figures = RandomFigures(1)
    for each in judge_random(keys, 60, 1):
        figures.add(each)
        assert each.named == ()
    assert set(figures.answers) == set(KINDS)
    assert RandomFigures.of(figures.document()) == figures
    assert figures.sentence().startswith("60 random answers, seed 1: 0 are given a name")
