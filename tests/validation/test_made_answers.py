"""Composed and random wrong answers: what is done to them is known, and what may be said of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.judge import judge_here
from autograder.keys.making import make_key
from autograder.validation import composed_judging
from autograder.validation.composed import Composed, Composer, Part, edits_of
from autograder.validation.composed_judging import ComposedFigures, judge_composed
from autograder.validation.random_answers import KINDS, RandomFigures, judge_random
from autograder.variants.working_out import work_out
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


@pytest.fixture(scope="module")
def explaining_keys(toy, toy_keys):
    """The keys with their libraries."""
    return {
        each.name: replace(toy_keys[each.name], library=work_out(each, toy_keys[each.name]))
        for each in toy.solutions()
    }


def test_nothing_wrong_is_said_of_composed_answers(toy, explaining_keys, other_keys):
    """Some are named, and some say nothing that anybody knows."""
    figures = ComposedFigures(1)
    for each in judge_composed(list(toy.solutions()), explaining_keys, other_keys, 24, 1):
        figures.add(each)
    assert figures.answers == 24
    assert figures.verdicts["wrong"] == 0
    assert min(figures.share("rightly", "partly"), figures.share("silent")) > 0.1


ABS = Part("edit", "add_function", "abs")
FLIP = Part("edit", "flip_sign", "x")
SIGN = Part("mistake", "drops_the_sign")
SAID_SIGN = Diagnosis("values", "mistake", "drops_the_sign")
SAID_SQUARES = Diagnosis("values", "mistake", "squares")
SAID_ABS = Diagnosis("values", "edit", "add_function", "abs")
SAID_FLIP = Diagnosis("values", "edit", "flip_sign", "x")
SAID_ROUNDED = Diagnosis("values", "rounding", "rounding", value=0.0)
SAID_NEGATIVE = Diagnosis("values", "relation", "negated")
NEGATIVE_ONLY = {"checks": ("negative numbers",), "partial": True}


@pytest.mark.parametrize(
    ("parts", "said", "verdict"),
    [
        ([SIGN], [SAID_SIGN], "rightly"),
        ([SIGN], [SAID_ABS], "rightly"),
        ([SIGN], [SAID_FLIP], "wrong"),
        ([SIGN], [replace(SAID_FLIP, **NEGATIVE_ONLY)], "rightly"),
        ([SIGN], [replace(SAID_FLIP, partial=True)], "rightly"),
        ([SIGN], [replace(SAID_SQUARES, **NEGATIVE_ONLY)], "wrong"),
        ([SIGN], [replace(SAID_SQUARES, partial=True)], "wrong"),
        ([ABS], [SAID_ABS], "rightly"),
        ([ABS], [SAID_SIGN], "rightly"),
        ([ABS], [SAID_SQUARES], "wrong"),
        ([FLIP], [SAID_NEGATIVE], "rightly"),
        ([FLIP, ROUNDED], [SAID_FLIP], "partly"),
        ([FLIP, ROUNDED], [SAID_FLIP, SAID_ROUNDED], "rightly"),
        ([ABS, ROUNDED], [SAID_SIGN, SAID_ROUNDED], "rightly"),
        ([SIGN, ROUNDED], [SAID_ABS, SAID_ROUNDED], "rightly"),
        ([SIGN, ROUNDED], [SAID_SQUARES, SAID_ROUNDED], "wrong"),
        ([SIGN, SINGLE], [SAID_SIGN, SAID_SQUARES], "wrong"),
        ([HALVED], [Diagnosis("values", "argument", "x")], "rightly"),
        ([HALVED], [SAID_ROUNDED], "wrong"),
    ],
)
def test_what_is_said_of_values_is_right_where_it_answers_alike(
    parts, said, verdict, double, toy_keys, other_keys, monkeypatch
):
    """What is not named as it was made may be what was made, in other words."""
    key, other = toy_keys["double"], other_keys["double"]
    wrong = judge_here(key, lambda x: None)

    def judged(key, outcomes, probes=None):
        return replace(wrong, diagnoses=tuple(said))

    monkeypatch.setattr(composed_judging, "judge", judged)
    edits = {(each.operator, each.of): each.source for each in edits_of(double, double.source)}
    texts = {part: edits[part.name, part.of] for part in parts if part.kind == "edit"}
    trial = composed_judging._Trial(Composed(double, tuple(parts), texts), key, other)
    assert trial.judged().verdict == verdict


@pytest.mark.parametrize("kind", KINDS)
def test_a_random_answer_has_the_form_of_what_is_expected(kind):
    """Of every structure: its numbers are changed in their own types, and its texts stay."""
    expected = {
        "pair": (1.5, 2),
        "texts": ["a", "b"],
        "mixed": ["a", 1.0, True],
        "reals": np.array([[1.0, np.inf], [3.0, 4.0], [5.0, 6.0]], dtype=np.float32),
        "whole": np.arange(6),
        "flags": np.array([True, False]),
        "nothing": np.zeros(0),
        "words": np.array(["a", "b"]),
    }
    found = KINDS[kind](np.random.default_rng(3), {})(expected)

    def form(value):
        if isinstance(value, dict):
            return {name: form(each) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return type(value), [form(each) for each in value]
        return type(value), getattr(value, "dtype", None), getattr(value, "shape", None)

    assert form(found) == form(expected)
    assert found["texts"] == expected["texts"]
    assert found["mixed"][0] == "a"
    np.testing.assert_array_equal(found["words"], expected["words"])
    assert repr(found["reals"]) != repr(expected["reals"])


def test_what_another_expects_is_given_where_it_has_the_same_form(toy_keys):
    """And never the exercise's own right answer."""
    key = toy_keys["double"]
    (case, *_) = key.checks[0].cases
    form = ("array", case.expected.dtype.str, case.expected.shape)
    others = {form: [np.array([7.0, 8.0, 9.0])]}
    found = KINDS["what others expect"](np.random.default_rng(1), others)(case.expected)
    np.testing.assert_array_equal(found, [7.0, 8.0, 9.0])


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
