"""Answers that are right in part, and factors that have a name."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.diagnosis.partly_right import PARTIAL
from autograder.diagnosis.relations import Relation, explain
from tests.diagnosis.answers_of import answers_of

RNG = np.random.default_rng(11)
Y = RNG.normal(size=8)
M = RNG.normal(size=(3, 4))
PATH = np.cumsum(RNG.uniform(0.5, 1, size=(9, 2)), axis=0)
SIGNED = np.tile([1.5, -0.5, 2.0, -3.0, -4.0, 0.25], 2)

RIGHT_NUMBERS = [(float(n), float(n), {}) for n in range(9)]

DIVIDED = {
    "numbers_only": [*RIGHT_NUMBERS, *[(Y**2 + Y + n, Y, {}) for n in range(3)], (M**3, M, {})],
    "one_axis_only": [*RIGHT_NUMBERS, (Y, Y, {}), *[(M**3 - n, M, {}) for n in range(5)]],
    "first_step_only": [
        (np.concatenate([PATH[:2], PATH[2:] ** 2]), PATH, {"w0": PATH[0]}),
        (np.concatenate([PATH[:2], PATH[2:] ** 3]), PATH, {"w0": PATH[0]}),
    ],
    "positive_only": [(np.where(SIGNED < 0, SIGNED**2 + 7, SIGNED), SIGNED, {"x": SIGNED})],
    "clipped": [(np.clip(Y, -0.3, 0.3), Y, {})],
}


def explained(cases):
    """The relation that explains these (got, expected, inputs)."""
    return explain(
        answers_of([(got, want) for got, want, _ in cases], [given for *_, given in cases])
    )


def test_every_division_is_tested_here():
    """No way of being right in part is without a test."""
    assert set(DIVIDED) == set(PARTIAL)


@pytest.mark.parametrize("name", DIVIDED)
def test_divided(name):
    """What divides right from wrong is named."""
    assert explained(DIVIDED[name]) == Relation(name)


@pytest.mark.parametrize("name", DIVIDED)
def test_not_divided_where_one_more_entry_is_wrong(name):
    """One wrong entry on the other side, and nothing is named."""
    stray = (np.array([1.0, 5.0, 2.0]), np.array([1.0, 2.0, 2.0]), {"x": np.ones(3)})
    assert explained([*DIVIDED[name], stray, (7.5, 1.25, {})]) is None


RAGGED = [np.zeros(2), np.zeros((3, 4)), -1.0]


def test_inputs_that_are_lists_of_arrays_divide_nothing():
    """Arrays of several shapes make no array; what another input divides is found all the same."""
    x = SIGNED
    wrong = np.where(x < 0, x**2 + 7, x)
    assert explained([(wrong, x, {"w": RAGGED, "x": x})]) == Relation("positive_only")
    assert explained([(wrong, x, {"x": RAGGED})]) is None
    other = np.abs(x) + 1
    cases = [(wrong, x, {"x": x}), (other, other, {"x": RAGGED})]
    assert explained(cases) is None


def test_a_factor_beside_inputs_that_are_lists_of_arrays():
    """They have a length, and no size that a factor is named by."""
    cases = [(2 * Y[:n], Y[:n], {"params": RAGGED, "x": Y[:n]}) for n in (3, 5)]
    assert explained(cases).of == "2"


def test_axes_of_the_inputs():
    """One number is computed from each input; of an input with axes it is wrong."""
    numbers = np.arange(8.0)
    cases = [(n, n, {"w": n + 9}) for n in numbers] + [(n, -2 - n, {"w": Y}) for n in Y]
    assert explained(cases) == Relation("numbers_only")
    cases = [(n, n, {"w": Y}) for n in numbers] + [(n, -2 - n, {"w": M}) for n in Y]
    assert explained(cases) == Relation("one_axis_only")


def test_axes_of_one_argument_among_others():
    """A driver that takes many steps has arrays with one axis more: they divide nothing."""
    walked = [(n, n, {"w": Y, "grads": M}) for n in np.arange(8.0)]
    cases = walked + [(n, -2 - n, {"w": M, "grads": M}) for n in Y]
    assert explained(cases) == Relation("one_axis_only")


def test_a_start_that_was_given_says_nothing_of_axes():
    """It was not computed, and is right in every version."""
    paths = [([M, M**3 - n], [M, M**2], {"w": M}) for n in range(5)]
    assert explained([*RIGHT_NUMBERS, (Y, Y, {"w": -Y}), *paths]) == Relation("one_axis_only")


def test_other_places_are_no_other_axes():
    """All numbers are right, but not where they stand: that has nothing to do with axes."""
    cases = [*RIGHT_NUMBERS, *[(RNG.permutation(Y), Y, {}) for _ in range(6)]]
    assert explained(cases) is None


def test_the_start_that_was_given_is_no_step():
    """Every path has it, also that of a wrong formula."""
    later = np.concatenate([PATH[:1], PATH[1:] ** 3 + 1])
    assert explained([(later, PATH, {"w0": PATH[0] + 0.0})] * 3) is None
    assert explained([(later, PATH, {"starts": [PATH[0] + 0.0]})] * 3) is None
    assert explained([(later, PATH, {})] * 3) == Relation("first_step_only")
    step = np.concatenate([PATH[:2], PATH[2:] ** 3 + 1])
    assert explained([(step, PATH, {"w0": PATH[0] + 0.0})] * 3) == Relation("first_step_only")
    assert explained([(step, PATH, {})] * 3) is None  # two steps are right


@pytest.mark.parametrize("number", [0.0, 1.0, -0.3])
def test_a_constant_is_not_clipped(number):
    """All that there is lies between its bounds, and a few entries of it may be right."""
    cases = [(np.full(8, number), np.append(Y[:6], [number] * 2), {}), (number, number, {})]
    assert explained(cases) is None


FACTORS = {
    "2": lambda lr, n: 2.0,
    "1/2": lambda lr, n: 0.5,
    "lr": lambda lr, n: lr,
    "1 - lr": lambda lr, n: 1 - lr,
    "1/lr": lambda lr, n: 1 / lr,
    "len(x)": lambda lr, n: n,
    "1/len(x)": lambda lr, n: 1 / n,
    "sqrt(len(x))": lambda lr, n: n**0.5,
}


@pytest.mark.parametrize("name", FACTORS)
def test_a_factor_is_named(name):
    """Two, a half, a size, its root, a parameter or its complement, over cases that differ."""
    cases = []
    for n, lr in ((3, 0.1), (5, 0.3), (7, 0.7)):
        x = RNG.normal(size=n)
        cases.append((x * FACTORS[name](lr, n), x, {"x": x, "lr": lr}))
    assert explained(cases).of == name


def test_a_factor_without_a_name_is_a_number():
    """Where no size and no parameter fits."""
    cases = [(Y[:n] * 1.37, Y[:n], {"x": Y[:n], "lr": 0.1 * n}) for n in (3, 5)]
    assert explained(cases) == Relation("factor", 1.37)


def test_different_factors_without_a_name_are_none():
    """A factor of its own for each case explains nothing."""
    cases = [(Y[:n] * (1 + 0.171 * n), Y[:n], {"x": Y[:n]}) for n in (3, 5)]
    assert explained(cases) is None


@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_random_answers_are_not_explained():
    """No relation for answers that are wrong at random, in whole or in part."""
    for seed in range(200):
        rng = np.random.default_rng(seed)
        cases = []
        for _ in range(int(rng.integers(1, 5))):
            x = rng.normal(size=rng.integers(2, 9))
            wrong = rng.random(x.shape) < rng.choice([0.3, 1.0])
            output = x + wrong * rng.normal(size=x.shape)
            cases.append((output, x, {"x": rng.normal(size=x.shape)}))
        assert explained(cases) is None, seed
