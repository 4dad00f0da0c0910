"""Which relations `explain` recognises, and where it keeps silent."""

from __future__ import annotations

import math

import numpy as np
import pytest

from autograder.compare import Relation, explain
from autograder.compare.partial import PARTIAL
from autograder.compare.relations import RELATIONS

X = np.array([[0.3, 1.7, 4.6, 0.9], [2.2, 0.1, 3.8, 7.4]])
Y = np.array([0.25, 3.75, 1.5, 6.125, 2.0])
SIGNED = np.array([0.5, -1.5, 2.25, -4.0])
COUNTS = np.array([2, 3, 5, 7])

RECOGNISED = {
    "negated": (lambda x: -x, None),
    "complement": (lambda x: 1 - x, None),
    "squared": (lambda x: x**2, None),
    "rooted": (lambda x: x**0.5, None),
    "reciprocal": (lambda x: 1 / x, None),
    "log_base_2": (lambda x: x / math.log(2), None),
    "truncated": (np.trunc, None),
    "rounded": (np.round, None),
    "reversed": (lambda x: x[::-1], None),
    "shifted": (lambda x: np.concatenate([x[:1], x[:-1]]), None),
    "factor": (lambda x: 2.5 * x, 2.5),
    "offset": (lambda x: x - 3, -3.0),
}


def test_every_relation_is_tested_here():
    """No relation is without a test."""
    assert {*RECOGNISED, "swapped", "absolute", "transposed", *PARTIAL} == set(RELATIONS)


@pytest.mark.parametrize("name", RECOGNISED)
def test_recognised(name):
    """Each relation by its name, with its parameter where it has one."""
    change, value = RECOGNISED[name]
    assert explain([(change(Y), Y), (change(2 * Y), 2 * Y)]) == Relation(name, value)


@pytest.mark.parametrize("name", sorted(set(RECOGNISED) - {"reversed", "shifted"}))
def test_recognised_in_single_numbers(name):
    """The same of numbers, one in each case."""
    change, value = RECOGNISED[name]
    pairs = [(float(change(y)), float(y)) for y in Y]
    assert explain(pairs) == Relation(name, value)


@pytest.mark.parametrize("name", sorted(set(RECOGNISED) - {"shifted"}))
def test_recognised_at_float32(name):
    """The same at the precision that float32 has."""
    change, value = RECOGNISED[name]
    expected = X.astype(np.float32)
    got = np.asarray(change(expected), np.float32)
    relation = explain([(got, expected)])
    assert relation == Relation(name, None if value is None else pytest.approx(value, rel=1e-5))


@pytest.mark.parametrize(
    ("got", "name"),
    [
        (-COUNTS, "negated"),
        (1 - COUNTS, "complement"),
        (COUNTS**2, "squared"),
        (COUNTS[::-1], "reversed"),
        (np.array([2, 2, 3, 5]), "shifted"),
    ],
)
@pytest.mark.parametrize("dtype", ["i8", "i4", "u1"])
def test_recognised_in_integers(got, name, dtype):
    """The same of integer arrays, whatever their size."""
    assert explain([(got, COUNTS.astype(dtype))]) == Relation(name)


def test_absolute():
    """The sign was lost."""
    assert explain([(np.abs(SIGNED), SIGNED), (3.0, -3.0)]) == Relation("absolute")


def test_transposed():
    """Rows for columns, told by the shape or, in a square, by the values."""
    assert explain([(X.T, X)]) == Relation("transposed")
    square = np.array([X[0, :3], X[0, 1:], X[1, 1:]])
    assert explain([(square.T, square)]) == Relation("transposed")


def test_swapped():
    """Two outputs in the wrong order, as tuple or list."""
    assert explain([((2.0, X), (X, 2.0))]) == Relation("swapped")
    assert explain([([1.0, 2.0], (2.0, 1.0))]) == Relation("swapped")


def test_truncated_to_an_integer_array():
    """Written into an array of integers, whose dtype is wrong too."""
    assert explain([(SIGNED.astype(int), SIGNED)]) == Relation("truncated")


@pytest.mark.parametrize("factor", [2.0, 0.5, -3.0, 10.0, 1 / 10, 1 / 64, 1e6])
def test_the_factor_is_told(factor):
    """The number itself, whatever its size."""
    assert explain([(Y * factor, Y)]) == Relation("factor", pytest.approx(factor, rel=1e-9))


@pytest.mark.parametrize("size", [1e-9, 1e9, 1e150])
def test_the_factor_of_small_and_large_values(size):
    """Values of any size that squares can hold."""
    assert explain([(3 * Y * size, Y * size)]) == Relation("factor", 3.0)


def test_the_offset_is_told():
    """Over several cases, arrays and numbers together."""
    assert explain([(Y + 0.5, Y), (X - 0.5 + 1, X)]) == Relation("offset", 0.5)


def test_a_relation_of_one_part():
    """Where only one of several outputs is wrong, that one is explained."""
    pairs = [((Y, -X, "text", None, True), (Y, X, "text", None, True))]
    assert explain(pairs) == Relation("negated")


def test_a_relation_in_a_dict():
    """Parts of a dict go by their keys."""
    assert explain([({"w": 2 * Y, "b": 1.0}, {"w": Y, "b": 1.0})]) == Relation("factor", 2.0)


def test_cases_that_agree_anyway():
    """Zero is its own negative: what agrees in one case is explained in all."""
    assert explain([(0.0, 0.0), (-Y, Y)]) == Relation("negated")


def test_nan_and_infinity_in_their_places():
    """What is not a number does not hide the relation."""
    expected = np.array([np.nan, np.inf, 1.0, 2.0, 3.0])
    assert explain([(-expected, expected)]) == Relation("negated")


def test_one_case_that_does_not_fit():
    """All cases or none."""
    assert explain([(-Y, Y), (-X, X), (5.0, 3.0)]) is None
    assert explain([(-Y, Y), (X[:1], X)]) is None
    assert explain([(-Y, Y), (None, X)]) is None


def test_two_relations_are_none():
    """One part negated and another doubled is not one relation."""
    assert explain([((-Y, 2 * X), (Y, X))]) is None


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(-1.0, 1.0)],
        [(-2.0, 2.0), (-3.0, 3.0)],
        [(np.array([-1.0, -2.0]), np.array([1.0, 2.0]))],
        [(np.zeros(0), np.zeros(0))],
        [((), ())],
    ],
)
def test_too_few_entries(pairs):
    """What is explained by too many things is not explained."""
    assert explain(pairs) is None


def test_one_value_over_and_over():
    """Zeros for ones may be anything, however many there are."""
    assert explain([(np.zeros(9), np.ones(9))]) is None
    assert explain([(0.0, 1.0)] * 9) is None


def test_two_values_have_no_factor():
    """A line through two points always exists."""
    expected = np.array([1.0, 1.0, 3.0, 3.0])
    assert explain([(4 * expected, expected)]) is None


@pytest.mark.parametrize("error", [2e-9, 5e-9, 1e-8])
def test_poor_precision_is_no_factor(error):
    """A little noise is not a factor of one, nor an offset of nothing."""
    signs = np.array([1, -1, 1, -1, 1])
    assert explain([(Y * (1 + error * signs), Y)]) is None
    assert explain([(Y + error * signs, Y)]) is None


def test_right_answers():
    """Nothing is wrong, so nothing is explained."""
    assert explain([(X, X), ((Y, "a"), [Y, "a"]), (None, None)]) is None


@pytest.mark.parametrize(
    "got",
    [
        np.zeros(5),
        np.ones(5),
        np.full(5, np.nan),
        np.full(5, np.inf),
        np.full(5, 1e308),
        Y + np.array([1, 0, 0, 0, 0]),
        np.sin(Y),
        Y + np.arange(1, 6),
    ],
)
def test_nothing_simple(got):
    """Wrong, and none of the relations."""
    assert explain([(got, Y)]) is None


def test_integers_beyond_all_dtypes():
    """They are not explained, and not raised about."""
    assert explain([([10**400] * 4, [1, 2, 3, 4])]) is None
    assert explain([([1, 2, 3, 4], [10**400] * 4)]) is None
