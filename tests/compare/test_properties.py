"""What holds of `compare` and `explain` for any plain values."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.compare import Difference, Tolerance, agrees, compare, comparison
from autograder.compare.comparison import leaf_pairs
from autograder.diagnosis.relations import Relation, explain
from tests.compare.strategies import SHAPES, arrays, float_arrays, plain, texts
from tests.diagnosis.answers_of import answers_of


@pytest.fixture(autouse=True)
def _no_warnings():
    """Arithmetic on hostile numbers warns of nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@given(plain)
def test_a_value_agrees_with_itself(value):
    """Reflexive for whatever may cross the door."""
    assert compare(value, value) is None


@given(arrays)
def test_an_array_agrees_with_its_copy(array):
    """Identity of the object plays no part."""
    assert compare(array.copy(), array) is None


@given(plain, plain)
def test_any_two_values_can_be_compared(got, expected):
    """Nothing is raised; there is a difference with words, or none."""
    difference = compare(got, expected)
    assert difference is None or isinstance(difference, Difference)
    assert agrees(got, expected) == (difference is None)


REALS = st.one_of(st.floats(), st.integers(-(2**70), 2**70), st.sampled_from([0.0, 1.0, 3]))


@given(st.data(), st.one_of(arrays, REALS))
def test_the_quick_way_finds_the_same(data, expected):
    """With the general one switched off, and with nothing else: near numbers, special ones, all."""
    if isinstance(expected, np.ndarray):
        got = data.draw(hnp.arrays(expected.dtype, expected.shape))
        with np.errstate(all="ignore"):
            near = expected + (expected * data.draw(st.sampled_from([0.0, 9e-10, 2e-5, 2e-3])))
        got = data.draw(st.sampled_from([got, near.astype(expected.dtype), expected.copy()]))
    else:
        got = data.draw(REALS | st.just(expected))
    both = [agrees(got, expected), compare(got, expected) is None]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparison, "numbers_agree", lambda *_: None)
        both.append(compare(got, expected) is None)
    assert len(set(both)) == 1


@pytest.mark.parametrize("empty", [{"set": []}, {"set": ()}])
def test_an_empty_set_is_no_dict(empty):
    """Though it is empty, it is compared as a set."""
    assert agrees(empty, {"set": []}) == (compare(empty, {"set": []}) is None)


@given(plain, plain)
def test_what_is_accepted_has_the_same_structure(got, expected):
    """Where there is no difference, every part has its partner."""
    if compare(got, expected) is None:
        assert leaf_pairs(got, expected) is not None


@given(st.data(), float_arrays)
def test_one_wrong_entry_is_found(data, expected):
    """Any single entry beyond the tolerance is told by its index."""
    index = tuple(data.draw(st.integers(0, n - 1)) for n in expected.shape)
    step = data.draw(st.floats(1e-6, 1e6)) * data.draw(st.sampled_from([-1, 1]))
    got = expected.copy()
    got[index] += step * (1 + abs(expected[index]))
    numbers = compare(got, expected).numbers
    assert (numbers["wrong"], numbers["total"], numbers["index"]) == (1, expected.size, index)


@given(st.data(), float_arrays)
def test_a_special_value_is_found(data, expected):
    """NaN or an infinity at any single place is told by its index."""
    index = tuple(data.draw(st.integers(0, n - 1)) for n in expected.shape)
    got = expected.copy()
    got[index] = data.draw(st.sampled_from([np.nan, np.inf, -np.inf]))
    for one, other in ((got, expected), (expected, got)):
        difference = compare(one, other)
        assert (difference.kind, difference.numbers["index"]) == ("finite", index)


@given(st.data(), float_arrays)
def test_entries_within_tolerance_are_accepted(data, expected):
    """Any error below the bound, in any entries."""
    error = data.draw(hnp.arrays(np.float64, expected.shape, elements=st.floats(-0.9, 0.9)))
    got = expected + error * (1e-12 + 1e-9 * np.abs(expected))
    assert compare(got, expected) is None


@given(float_arrays, st.floats(1e-8, 1e-2), st.floats(0, 0.9), st.floats(1.1, 10))
def test_the_bound_is_where_the_author_put_it(expected, rtol, inside, outside):
    """Just within is right, just beyond is wrong."""
    assume(np.abs(expected).max() > 1e-3)
    tolerance = Tolerance(rtol=rtol, atol=0.0)
    assert compare(expected * (1 + rtol * inside), expected, tolerance) is None
    assert compare(expected * (1 + rtol * outside), expected, tolerance).kind == "value"


@given(st.data(), st.lists(st.integers(-1000, 1000), min_size=2, max_size=8, unique=True))
def test_another_order_is_found(data, entries):
    """Every permutation that moves anything is wrong."""
    expected = np.array(entries, dtype=data.draw(st.sampled_from([int, float])))
    order = data.draw(st.permutations(range(len(entries))))
    assume(order != sorted(order))
    got = expected[order]
    moved = int((got != expected).sum())
    assert compare(got, expected).numbers["wrong"] == moved


@given(SHAPES, SHAPES)
def test_other_shapes_are_rejected_both_ways(one, other):
    """No broadcasting, whichever is the expected one."""
    assume(one != other)
    a, b = np.ones(one), np.ones(other)
    assert compare(a, b).kind == compare(b, a).kind == "shape"


@given(arrays, arrays)
def test_other_dtypes_are_rejected_both_ways(one, other):
    """Only integers of any size stand for each other."""
    kinds = {"i": "integer", "u": "integer"}
    one_kind = kinds.get(one.dtype.kind, one.dtype)
    assume(one_kind != kinds.get(other.dtype.kind, other.dtype))
    one, other = np.zeros(2, one.dtype), np.zeros(2, other.dtype)
    assert compare(one, other).kind == compare(other, one).kind == "dtype"


def _changed(value, data):
    """The value with its structure changed in one place."""
    if isinstance(value, dict):
        if not value or data.draw(st.booleans()):
            return {**value, data.draw(texts.filter(lambda key: key not in value)): 0}
        gone = data.draw(st.sampled_from(sorted(value)))
        if data.draw(st.booleans()):
            return {key: part for key, part in value.items() if key != gone}
        return {**value, gone: _changed(value[gone], data)}
    if isinstance(value, list | tuple):
        if not value or data.draw(st.booleans()):
            return [*value, 0]
        at = data.draw(st.integers(0, len(value) - 1))
        inner = [] if data.draw(st.booleans()) else [_changed(value[at], data)]
        return [*value[:at], *inner, *value[at + 1 :]]
    return {"was": value}


@given(st.data(), plain)
def test_another_structure_is_found(data, expected):
    """A part more, a part less, or a part of another kind, at any depth, is never accepted."""
    difference = compare(_changed(expected, data), expected)
    assert difference is not None
    assert difference.kind in {"type", "length", "keys"}


@given(st.lists(st.tuples(plain, plain), max_size=4))
def test_any_outputs_can_be_explained(pairs):
    """Nothing is raised; there is a relation, or none."""
    relation = explain(answers_of(pairs))
    assert relation is None or isinstance(relation, Relation)


@given(st.lists(st.tuples(arrays, arrays), max_size=4))
def test_any_arrays_can_be_explained(pairs):
    """Nor for arrays of any dtype and shape."""
    relation = explain(answers_of(pairs))
    assert relation is None or isinstance(relation, Relation)


@given(st.data(), arrays)
def test_arrays_of_one_shape_can_be_explained(data, expected):
    """Nor where the arithmetic overflows."""
    got = data.draw(hnp.arrays(expected.dtype, expected.shape))
    relation = explain(answers_of([(got, expected)]))
    assert relation is None or isinstance(relation, Relation)


@given(st.lists(plain, max_size=3))
def test_right_outputs_need_no_explanation(values):
    """There is no relation where nothing is wrong."""
    assert explain(answers_of([(value, value) for value in values])) is None


@given(st.integers(0, 2**32 - 1), st.integers(4, 30))
def test_random_outputs_have_no_explanation(seed, size):
    """Chance is not mistaken for a relation."""
    rng = np.random.default_rng(seed)
    assert explain(answers_of([(rng.normal(size=size), rng.normal(size=size))])) is None
