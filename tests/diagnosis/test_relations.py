"""Which relations `explain` recognises, and where it keeps silent."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.diagnosis.partly_right import PARTIAL
from autograder.diagnosis.relations import RELATIONS, Relation, explain
from tests.diagnosis.answers_of import answers_of

X = np.array([[0.3, 1.7, 4.6, 0.9], [2.2, 0.1, 3.8, 7.4]])
Y = np.array([0.25, 3.75, 1.5, 6.125, 2.0])
SIGNED = np.array([0.5, -1.5, 2.25, -4.0])
COUNTS = np.array([2, 3, 5, 7, 11, 13, 15])

RECOGNISED = {
    "negated": (lambda x: -x, None),
    "complement": (lambda x: 1 - x, None),
    "squared": (lambda x: x**2, None),
    "rooted": (lambda x: x**0.5, None),
    "reciprocal": (lambda x: 1 / x, None),
    "truncated": (np.trunc, None),
    "rounded": (np.round, None),
    "reversed": (lambda x: x[::-1], None),
    "shifted": (lambda x: np.concatenate([x[:1], x[:-1]]), None),
    "ahead": (lambda x: np.concatenate([x[1:], x[-1:]]), None),
    "factor": (lambda x: 2.5 * x, 2.5),
    "offset": (lambda x: x - 3, -3.0),
}

MOVED = {"reversed", "shifted", "ahead"}


def test_every_relation_is_tested_here():
    """No relation is without a test."""
    here = {
        "absolute",
        "also_scaled",
        "log_base",
        "misspelt",
        "other_words",
        "returns_input",
        "same_object",
        "swapped",
        "transposed",
    }
    assert {*RECOGNISED, *COMPLEX, *here, *PARTIAL} == set(RELATIONS)


def test_texts_that_are_only_misspelt():
    """Where every wrong text is, in any place of the answer, and nothing else is wrong."""
    right = ({"kind": "saddle", "steps": 3}, {"kind": "saddle", "steps": 3})
    wrong = ({"kind": "Minima ", "steps": 5}, {"kind": "minima", "steps": 5})
    assert explain(answers_of([right, wrong])) == Relation("misspelt")
    assert explain(answers_of([right, wrong, ("overfit", "overfitting")])) == Relation("misspelt")
    beside = ({"kind": "Minima ", "steps": 4}, {"kind": "minima", "steps": 5})
    assert explain(answers_of([right, beside])) is None
    assert explain(answers_of([right, wrong, ("underfitting", "overfitting")])) is None


def test_texts_in_other_words():
    """Where each text has one word of its own, in every answer; not where words are mixed up."""
    said = {"overfit": "과적합", "underfit": "과소적합", "good": "good"}
    asked = ["overfit", "underfit", "good", "overfit", "underfit", "overfit"]
    pairs = [(said[each], each) for each in asked]
    assert explain(answers_of(pairs)) == Relation("other_words")
    assert explain(answers_of([*pairs, ("과소적합", "overfit")])) is None
    assert explain(answers_of([*pairs, (1.0, 2.0)])) is None
    assert explain(answers_of(pairs[:4])) is None
    mixed = {"overfit": "underfit", "underfit": "overfit", "good": "good"}
    assert explain(answers_of([(mixed[each], each) for each in asked])) is None
    assert explain(answers_of([("과적합", each) for each in asked])) is None


@pytest.mark.parametrize("name", RECOGNISED)
def test_recognised(name):
    """Each relation by its name, with its parameter where it has one."""
    change, value = RECOGNISED[name]
    assert explain(answers_of([(change(k * Y), k * Y) for k in (1, 2, 3.1, 5.3)])) == Relation(
        name, value
    )


@pytest.mark.parametrize("name", sorted(set(RECOGNISED) - MOVED))
def test_recognised_in_single_numbers(name):
    """The same of numbers, one in each case."""
    change, value = RECOGNISED[name]
    pairs = [(float(change(y)), float(y)) for y in (*Y, *(3.1 * Y), *(5.3 * Y))]
    assert explain(answers_of(pairs)) == Relation(name, value)


@pytest.mark.parametrize("name", sorted(set(RECOGNISED) - MOVED))
def test_recognised_at_float32(name):
    """The same at the precision that float32 has."""
    change, value = RECOGNISED[name]
    expected = X.astype(np.float32)
    got = np.asarray(change(expected), np.float32)
    relation = explain(answers_of([(got, expected)]))
    assert relation == Relation(name, None if value is None else pytest.approx(value, rel=1e-5))


@pytest.mark.parametrize(
    ("got", "name"),
    [
        (-COUNTS, "negated"),
        (1 - COUNTS, "complement"),
        (COUNTS**2, "squared"),
        (COUNTS[::-1], "reversed"),
        (np.array([2, 2, 3, 5, 7, 11, 13]), "shifted"),
    ],
)
@pytest.mark.parametrize("dtype", ["i8", "i4", "u1"])
def test_recognised_in_integers(got, name, dtype):
    """The same of integer arrays, whatever their size."""
    assert explain(answers_of([(got, COUNTS.astype(dtype))])) == Relation(name)


def test_absolute():
    """The sign was lost."""
    assert explain(answers_of([(np.abs(SIGNED), SIGNED), (3.0, -3.0)])) == Relation("absolute")


def test_transposed():
    """Rows for columns, told by the shape or, in a square, by the values."""
    assert explain(answers_of([(X.T, X)])) == Relation("transposed")
    square = np.array([X[0, :3], X[0, 1:], X[1, 1:]])
    assert explain(answers_of([(square.T, square)])) == Relation("transposed")


def test_swapped():
    """Two outputs in the wrong order, as tuple or list, and wherever a driver put them."""
    assert explain(answers_of([((2.0, X), (X, 2.0))])) == Relation("swapped")
    assert explain(answers_of([([1.0, 2.0], (2.0, 1.0)), ((3.0, 4.0), (4.0, 3.0))])) == Relation(
        "swapped"
    )
    assert explain(answers_of([({"result": [(2.0, X)]}, {"result": [(X, 2.0)]})])) == Relation(
        "swapped"
    )


@pytest.mark.parametrize("order", [[1, 2, 0], [0, 2, 1], [3, 0, 1, 2], [3, 2, 1, 0]])
def test_any_order_of_a_few(order):
    """Three or four outputs, always in the same wrong order."""
    expected = [(X, 2.0, Y, 7.5)[: len(order)], (Y, 3.0, X, 8.5)[: len(order)]]
    got = [tuple(each[i] for i in order) for each in expected]
    assert explain(answers_of(list(zip(got, expected, strict=True)))) == Relation("swapped")
    other = expected[1][1:] + expected[1][:1]
    if order != [1, 2, 0]:
        assert explain(answers_of([(got[0], expected[0]), (other, expected[1])])) is None


@pytest.mark.parametrize("of", ["2", "10", "e"])
@pytest.mark.parametrize("asked", ["2", "10", "e"])
def test_the_base_of_a_logarithm(of, asked):
    """The one that was used is told, whichever was asked for."""
    if of != asked:
        logs = {"2": np.log2, "10": np.log10, "e": np.log}
        assert explain(answers_of([(logs[of](X), logs[asked](X))])) == Relation("log_base", of=of)


PATH = np.cumsum(np.arange(1.0, 19.0).reshape(6, 3), axis=0)

ONE_OBJECT = {
    "a path, start and all": (np.tile(PATH[-1], (6, 1)), PATH),
    "a path but its start": (np.concatenate([PATH[:1], np.tile(PATH[-1], (5, 1))]), PATH),
    "a list of steps": ([[PATH[-1]]] * 6, [[row] for row in PATH]),
    "what two calls returned": ([PATH[::-1]] * 2, [PATH + 1, PATH[::-1]]),
    "calls by their names": ({"a": Y, "b": Y}, {"a": Y**2 + 1, "b": Y}),
    "two outputs of three": ((2.0, Y, Y), (2.0, Y**2 + 1, Y)),
    "batches of several sizes": ([Y[:3], Y[:3]], [Y, Y[:3]]),
}


@pytest.mark.parametrize("name", ONE_OBJECT)
def test_one_object(name):
    """Everything that should be there was written over by the last."""
    assert explain(answers_of([ONE_OBJECT[name]])) == Relation("same_object")


def test_not_one_object():
    """One in the middle has not written over the others, and one number says little."""
    assert explain(answers_of([(np.tile(PATH[2], (6, 1)), PATH)])) is None
    assert explain(answers_of([(np.full(5, Y[-1]), Y)])) is None


def test_an_argument_that_came_back():
    """As it is, from several calls in a list, and as every step of a path."""
    given = {"lr": 0.1, "w": Y}
    assert explain(answers_of([(Y, Y**2 + 1)], [given])) == Relation("returns_input", of="w")
    assert explain(answers_of([([Y, Y], [Y**2, Y + 1])], [given])) == Relation(
        "returns_input", of="w"
    )
    assert (
        explain(answers_of([(np.tile(Y, (3, 1)), np.stack([Y, Y + 1, Y + 2]))], [given])).of == "w"
    )
    cases = [(lr, lr**2 + 1) for lr in (0.1, 0.2, 0.5)]
    assert explain(answers_of(cases, [{"lr": lr} for lr, _ in cases])) == Relation(
        "returns_input", of="lr"
    )


def test_an_argument_of_several_calls():
    """Where an input lists the arguments of each call."""
    runs = [{"lr": 0.1}, {"lr": 0.2}, {"lr": 0.5}]
    got = [run["lr"] for run in runs]
    assert explain(answers_of([(got, [1.0, 2.0, 4.0])], [{"runs": runs}])).of == "lr"


def test_no_argument():
    """Not where another case is another argument's, or one that is always the same."""
    assert explain(answers_of([(Y, Y**2 + 1), (Y, Y**3)], [{"w": Y}, {"v": Y, "w": Y + 1}])) is None
    assert explain(answers_of([(0.1, y) for y in Y], [{"lr": 0.1}] * len(Y))) is None


def test_truncated_to_an_integer_array():
    """Written into an array of integers, whose dtype is wrong too."""
    pairs = [((k * SIGNED).astype(int), k * SIGNED) for k in (1, 2.1, 3.3)]
    assert explain(answers_of(pairs)) == Relation("truncated")


def test_whole_numbers_by_chance():
    """Of a few small numbers zeros and ones may be the rounded ones."""
    small = np.array([0.2, 0.9, 0.1, 0.7, 0.4, 1.2])
    assert explain(answers_of([(np.round(small), small)])) is None


@pytest.mark.parametrize("factor", [2.0, 0.5, -3.0, 10.0, 1 / 10, 1 / 64, 1e6])
def test_the_factor_is_told(factor):
    """The number itself, whatever its size."""
    assert explain(answers_of([(Y * factor, Y)])) == Relation(
        "factor", pytest.approx(factor, rel=1e-9)
    )


@pytest.mark.parametrize("size", [1e-9, 1e9, 1e150])
def test_the_factor_of_small_and_large_values(size):
    """Values of any size that squares can hold."""
    assert explain(answers_of([(3 * Y * size, Y * size)])) == Relation("factor", 3.0)


def test_the_offset_is_told():
    """Over several cases, arrays and numbers together."""
    assert explain(answers_of([(Y + 0.5, Y), (X - 0.5 + 1, X)])) == Relation("offset", 0.5)


def test_a_relation_of_one_part():
    """Where only one of several outputs is wrong, that one is explained."""
    pairs = [((Y, -X, "text", None, True), (Y, X, "text", None, True))]
    assert explain(answers_of(pairs)) == Relation("negated")


def test_a_relation_in_a_dict():
    """Parts of a dict go by their keys."""
    assert explain(answers_of([({"w": 2 * Y, "b": 1.0}, {"w": Y, "b": 1.0})])) == Relation(
        "factor", 2.0
    )


def test_cases_that_agree_anyway():
    """Zero is its own negative: what agrees in one case is explained in all."""
    assert explain(answers_of([(0.0, 0.0), (-Y, Y)])) == Relation("negated")


def test_nan_and_infinity_in_their_places():
    """What is not a number does not hide the relation."""
    expected = np.array([np.nan, np.inf, 1.0, 2.0, 3.0])
    assert explain(answers_of([(-expected, expected)])) == Relation("negated")


def test_one_case_that_does_not_fit():
    """All cases or none."""
    assert explain(answers_of([(-Y, Y), (-X, X), (5.0, 3.0)])) is None
    assert explain(answers_of([(-Y, Y), (X[:1], X)])) is None
    assert explain(answers_of([(-Y, Y), (None, X)])) is None


def test_two_relations_are_none():
    """One part negated and another doubled is not one relation."""
    assert explain(answers_of([((-Y, 2 * X), (Y, X))])) is None


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
    assert explain(answers_of(pairs)) is None


def test_two_in_another_order():
    """There is no other one: that several pairs are turned round says nothing."""
    pairs = [(Y[:2][::-1], Y[:2]), (Y[2:4], Y[2:4])]
    assert explain(answers_of(pairs * 12)) is None


def test_one_value_over_and_over():
    """Zeros for ones may be anything, however many there are."""
    assert explain(answers_of([(np.zeros(9), np.ones(9))])) is None
    assert explain(answers_of([(0.0, 1.0)] * 9)) is None


def test_two_values_have_no_factor():
    """A line through two points always exists."""
    expected = np.array([1.0, 1.0, 3.0, 3.0])
    assert explain(answers_of([(4 * expected, expected)])) is None


@pytest.mark.parametrize("error", [2e-9, 5e-9, 1e-8])
def test_poor_precision_is_no_factor(error):
    """A little noise is not a factor of one, nor an offset of nothing."""
    signs = np.array([1, -1, 1, -1, 1])
    assert explain(answers_of([(Y * (1 + error * signs), Y)])) is None
    assert explain(answers_of([(Y + error * signs, Y)])) is None


def test_right_answers():
    """Nothing is wrong, so nothing is explained."""
    assert explain(answers_of([(X, X), ((Y, "a"), [Y, "a"]), (None, None)])) is None


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
    assert explain(answers_of([(got, Y)])) is None


def test_nothing_in_another_dtype():
    """Wrong, and there is no number to explain."""
    empty = np.zeros((0, 2), dtype="f4")
    assert explain(answers_of([(empty, empty.astype("f8"))] * 3, [{"w": Y}] * 3)) is None


def test_integers_beyond_all_dtypes():
    """They are not explained, and not raised about."""
    assert explain(answers_of([([10**400] * 4, [1, 2, 3, 4])])) is None
    assert explain(answers_of([([1, 2, 3, 4], [10**400] * 4)])) is None


def test_a_sum_of_arrays_of_any_shape():
    """How many entries there are is one thing, however many axes they stand on."""
    arrays = [Y, X, X[:, :3], Y[:3]]
    pairs = [(x.mean() * x.size, x.mean()) for x in arrays]
    assert explain(answers_of(pairs, [{"x": x} for x in arrays])).of == "x.size"
    flat = [Y, Y[:3], Y[:4]]
    assert (
        explain(answers_of([(x.sum(), x.mean()) for x in flat], [{"x": x} for x in flat])).of
        == "len(x)"
    )


def test_a_step_late_in_a_list():
    """A driver may put the steps into a list: nothing has happened at the first one."""
    walks = [list(PATH), list(PATH**2)]
    late = [[0 * walk[0], *walk[:-1]] for walk in walks]
    assert explain(answers_of(list(zip(late, walks, strict=True)))) == Relation("shifted")
    numbers = [0.5, 1.25, 3.0, 4.5, 7.0, 9.5, 11.0]
    assert explain(answers_of([([0.0, *numbers[:-1]], numbers)])) == Relation("shifted")
    assert explain(answers_of([([1.0, *numbers[:-1]], numbers)])) is None


WAVES = np.array([0.5 + 1.5j, -2.25 + 0.75j, 3.5 - 4.0j, 1.25 + 2.0j, -0.75 - 5.5j])

COMPLEX = {
    "negated": (lambda z: -z, None),
    "complement": (lambda z: 1 - z, None),
    "squared": (lambda z: z**2, None),
    "rooted": (np.sqrt, None),
    "reciprocal": (lambda z: 1 / z, None),
    "absolute": (np.abs, None),
    "conjugated": (np.conj, None),
    "real_part": (np.real, None),
    "truncated": (lambda z: np.trunc(z.real) + 1j * np.trunc(z.imag), None),
    "rounded": (np.round, None),
    "reversed": (lambda z: z[::-1], None),
    "shifted": (lambda z: np.concatenate([z[:1], z[:-1]]), None),
    "ahead": (lambda z: np.concatenate([z[1:], z[-1:]]), None),
    "factor": (lambda z: 2.5 * z, 2.5),
    "offset": (lambda z: z - 3, -3.0),
}


@pytest.mark.parametrize("dtype", [np.complex128, np.complex64])
@pytest.mark.parametrize("name", COMPLEX)
def test_recognised_in_complex_numbers(name, dtype):
    """Each relation that means something for them."""
    change, value = COMPLEX[name]
    expected = [(k * WAVES).astype(dtype) for k in (1, 2, 3.1, 5.3)]
    found = explain(answers_of([(np.asarray(change(each)), each) for each in expected]))
    wanted = None if value is None else pytest.approx(value, rel=1e-5)
    assert found == Relation(name, wanted)


def test_recognised_in_single_complex_numbers():
    """One in each case, as they cross: arrays without axes."""
    for name in set(COMPLEX) - MOVED:
        change, value = COMPLEX[name]
        numbers = [k * z for k in (1, 3.1, 5.3) for z in WAVES]
        pairs = [(np.asarray(change(z)), np.asarray(z)) for z in numbers]
        assert explain(answers_of(pairs)) == Relation(name, value)


def test_complex_arrangements():
    """Rows for columns, two results in the wrong order, one object everywhere, an argument."""
    square = np.array([WAVES[:3], 2 * WAVES[1:4], 3 * WAVES[2:]])
    pairs = [(square.T, square)]
    assert explain(answers_of(pairs)) == Relation("transposed")
    assert explain(answers_of([((2.0, WAVES), (WAVES, 2.0))])) == Relation("swapped")
    lasts = [(np.array([WAVES] * 3), np.array([k * WAVES, 2 * k * WAVES, WAVES])) for k in (2, 3)]
    assert explain(answers_of(lasts)) == Relation("same_object")
    given = [(k * WAVES, np.fft.fft(k * WAVES)) for k in (1, 2, 3)]
    inputs = [{"x": k * WAVES} for k in (1, 2, 3)]
    assert explain(answers_of(given, inputs)) == Relation("returns_input", of="x")


def test_a_complex_factor_is_told_by_its_name_or_not_at_all():
    """A quarter turn, a size; a complex number that is neither is no explanation."""
    sizes = (3, 4, 5)
    right = [WAVES[:n] for n in sizes]
    inputs = [{"x": each.copy() + 1} for each in right]
    for factor, name in ((1j, "1j"), (-1j, "-1j")):
        turned = [(factor * each, each) for each in right]
        assert explain(answers_of(turned, inputs)) == Relation("factor", None, name)
    scaled = [(each * len(each), each) for each in right]
    assert explain(answers_of(scaled, inputs)) == Relation("factor", None, "len(x)")
    odd = [((0.6 + 0.8j) * each, each) for each in right]
    assert explain(answers_of(odd, inputs)) is None
    moved = [(each + 2j, each) for each in right]
    assert explain(answers_of(moved, inputs)) is None


def test_complex_numbers_of_one_size_are_no_absolute_values():
    """Whoever returns ones has not taken the absolute value of roots of one."""
    roots = np.exp(2j * np.pi * np.arange(7) / 7)
    assert explain(answers_of([(np.ones(7), roots)])) is None
    assert explain(answers_of([(np.zeros(5), 1j * WAVES.imag)])) is None


def test_of_complex_numbers_only_the_later_steps_are_wrong():
    """What divides right from wrong is found in them too."""
    right = [np.outer(np.arange(1, 7), k * WAVES) for k in (1, 2, 3, 4)]
    wrong = [np.concatenate([each[:1], each[1:] ** 3 / 7 + 1j]) for each in right]
    assert explain(answers_of(list(zip(wrong, right, strict=True)))) == Relation("first_step_only")
