"""What `compare` rejects, what it accepts, and what it says."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.compare import Tolerance, compare
from autograder.sandbox.codec import decode, encode

X = np.array([1.0, 2.0, 3.0])
INF, NAN = np.inf, np.nan


def crossed(value):
    """The value as it looks after the door."""
    return decode(encode(value))


@pytest.mark.parametrize(
    ("got", "expected", "kind"),
    [
        pytest.param(X[:2], X, "shape", id="shorter"),
        pytest.param(X.reshape(3, 1), X, "shape", id="column"),
        pytest.param(X.reshape(1, 3), X.reshape(3, 1), "shape", id="row for column"),
        pytest.param(np.zeros((0, 3)), np.zeros((3, 0)), "shape", id="wrong empty"),
        pytest.param(np.zeros(0), np.zeros((0, 2)), "shape", id="empty without columns"),
        pytest.param(np.zeros(0), X, "shape", id="empty for full"),
        pytest.param(X, np.array(1.0), "shape", id="axes for 0-d"),
        pytest.param(np.array([1.0]), 1.0, "shape", id="one entry for a number"),
        pytest.param(X.astype(np.float32), X, "dtype", id="float32 for float64"),
        pytest.param(X, X.astype(np.float32), "dtype", id="float64 for float32"),
        pytest.param(X.astype(int), X, "dtype", id="integers for floats"),
        pytest.param(X, X.astype(int), "dtype", id="floats for integers"),
        pytest.param(X.astype(bool), X.astype(int), "dtype", id="truths for integers"),
        pytest.param(X.astype(int), X.astype(bool), "dtype", id="integers for truths"),
        pytest.param(X.astype(complex), X, "dtype", id="complex for floats"),
        pytest.param(X, X.astype(complex), "dtype", id="floats for complex"),
        pytest.param(np.zeros(0, int), np.zeros(0), "dtype", id="empty integers for floats"),
        pytest.param(X.astype(object), X, "dtype", id="objects for floats"),
        pytest.param(np.array(None), 1.0, "dtype", id="an object for a number"),
        pytest.param(X.astype(str), X, "dtype", id="strings for floats"),
        pytest.param(True, 1, "dtype", id="bool for int"),
        pytest.param(1, True, "dtype", id="int for bool"),
        pytest.param(True, 1.0, "dtype", id="bool for float"),
        pytest.param(np.array(1j), 1.0, "dtype", id="complex for a number"),
        pytest.param(1.0, np.array(1j), "dtype", id="a number for complex"),
        pytest.param(X[::-1], X, "value", id="wrong order"),
        pytest.param(-X, X, "value", id="wrong sign"),
        pytest.param(X + 1e-6, X, "value", id="a little off"),
        pytest.param(2, 1, "value", id="wrong int"),
        pytest.param(1.5, 1, "value", id="fraction for int"),
        pytest.param(False, True, "truth", id="wrong truth"),
        pytest.param(np.array([1, 2]), np.array([1, 3]), "value", id="wrong integers"),
        pytest.param(np.array([1 + 2j]), np.array([1 - 2j]), "value", id="conjugate"),
        pytest.param(np.array([1.0, NAN, 3.0]), X, "finite", id="NaN for a number"),
        pytest.param(X, np.array([1.0, NAN, 3.0]), "finite", id="a number for NaN"),
        pytest.param(np.array([INF]), np.array([-INF]), "finite", id="other infinity"),
        pytest.param(np.array([1e308]), np.array([INF]), "finite", id="large for infinity"),
        pytest.param(np.array([INF]), np.array([1e308]), "finite", id="infinity for large"),
        pytest.param(np.array([NAN]), np.array([INF]), "finite", id="NaN for infinity"),
        pytest.param(NAN, 1.0, "finite", id="NaN for one number"),
        pytest.param(1.0, INF, "finite", id="one number for infinity"),
        pytest.param(0, NAN, "finite", id="zero for NaN"),
        pytest.param([1.0, 2.0, 3.0], X, "type", id="list for array"),
        pytest.param((1.0, 2.0, 3.0), X, "type", id="tuple for array"),
        pytest.param(X, [1.0, 2.0, 3.0], "type", id="array for list"),
        pytest.param(1.0, X, "type", id="number for array"),
        pytest.param([1.0], 1.0, "type", id="list for number"),
        pytest.param(None, X, "type", id="None for array"),
        pytest.param(None, 1.0, "type", id="None for number"),
        pytest.param(None, (X,), "type", id="None for tuple"),
        pytest.param(None, {"a": X}, "type", id="None for dict"),
        pytest.param(None, "a", "type", id="None for text"),
        pytest.param(X, None, "type", id="array for None"),
        pytest.param(0, None, "type", id="zero for None"),
        pytest.param("1", 1, "type", id="text for number"),
        pytest.param(1, "1", "type", id="number for text"),
        pytest.param({"a": X}, X, "type", id="dict for array"),
        pytest.param([X], {"0": X}, "type", id="list for dict"),
        pytest.param("b", "a", "text", id="wrong text"),
        pytest.param((X,), (X, X), "length", id="one missing"),
        pytest.param((X, X, X), (X, X), "length", id="one too many"),
        pytest.param((), (X,), "length", id="nothing in it"),
        pytest.param({}, {"a": X}, "keys", id="missing key"),
        pytest.param({"a": X, "b": X}, {"a": X}, "keys", id="extra key"),
        pytest.param({"A": X}, {"a": X}, "keys", id="other key"),
    ],
)
def test_rejects(got, expected, kind):
    """Each of these is wrong, and is called what it is."""
    difference = compare(got, expected)
    assert difference is not None
    assert difference.kind == kind


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        pytest.param(np.array([-0.0]), np.array([0.0]), id="negative zero"),
        pytest.param(-0.0, 0.0, id="negative zero alone"),
        pytest.param(np.array(1.5), 1.5, id="0-d for a number"),
        pytest.param(1.5, np.array(1.5), id="a number for 0-d"),
        pytest.param(np.float64(1.5), 1.5, id="float64 scalar"),
        pytest.param(np.float32(1.5), 1.5, id="float32 scalar"),
        pytest.param(np.int64(3), 3.0, id="integer scalar"),
        pytest.param(np.bool_(True), True, id="truth scalar"),
        pytest.param(crossed(np.float32(1.5)), 1.5, id="float32 scalar, crossed"),
        pytest.param(crossed(np.int16(3)), 3, id="int16 scalar, crossed"),
        pytest.param(1j, np.array(1j), id="complex for 0-d complex"),
        pytest.param(3, 3.0, id="int for float"),
        pytest.param(3.0, 3, id="whole float for int"),
        pytest.param([X, 1], (X, 1), id="list for tuple"),
        pytest.param((X, 1), [X, 1], id="tuple for list"),
        pytest.param({"b": 1, "a": X}, {"a": X, "b": 1}, id="keys in another order"),
        pytest.param(np.array([NAN, 1.0]), np.array([NAN, 1.0]), id="NaN where it belongs"),
        pytest.param(np.array([INF, -INF]), np.array([INF, -INF]), id="the same infinities"),
        pytest.param(NAN, NAN, id="NaN alone"),
        pytest.param(-INF, -INF, id="infinity alone"),
        pytest.param(np.zeros((0, 3)), np.zeros((0, 3)), id="empty"),
        pytest.param(X * (1 + 1e-12), X, id="rounding"),
        pytest.param(X.astype(np.int32).astype("i4"), X.astype("i8"), id="int32 for int64"),
        pytest.param(np.array([1], "u1"), np.array([1], "i8"), id="unsigned for signed"),
        pytest.param(np.asfortranarray(np.ones((2, 3))), np.ones((2, 3)), id="other layout"),
        pytest.param(None, None, id="None"),
        pytest.param("a", "a", id="text"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_accepts(got, expected):
    """Each of these is right."""
    assert compare(got, expected) is None


@pytest.mark.parametrize(
    ("got", "expected", "where"),
    [
        ((X, X + 1), (X, X), "[1]"),
        ({"a": X, "b": (1, 2)}, {"a": X, "b": (1, 3)}, "['b'][1]"),
        ([{"w": [X, None]}], [{"w": [X, X]}], "[0]['w'][1]"),
        (X + 1, X, ""),
    ],
)
def test_where(got, expected, where):
    """The place of the first difference is written as Python would reach it."""
    assert compare(got, expected).where == where


def test_the_first_difference_is_told():
    """Of several wrong parts the first is named."""
    assert compare((1, 5, 6), (1, 2, 3)).where == "[1]"


def test_numbers_of_wrong_values():
    """The worst entry is told with its index and both distances, the first, and how many."""
    got = np.array([[1.0, 2.5, 3.0], [4.0, 5.0, 8.0]])
    expected = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    difference = compare(got, expected)
    assert difference.numbers == {
        "wrong": 2,
        "total": 6,
        "index": (1, 2),
        "first": (0, 1),
        "absolute": 2.0,
        "relative": pytest.approx(1 / 3),
    }
    assert (difference.output, difference.expected) == ("8", "6")


def test_numbers_of_one_wrong_number():
    """A single number has an empty index."""
    numbers = compare(3.0, 2.0).numbers
    assert (numbers.pop("index"), numbers.pop("first")) == ((), ())
    assert numbers == {"wrong": 1, "total": 1, "absolute": 1.0, "relative": 0.5}


def test_relative_to_zero_is_infinite():
    """Where zero was expected there is no relative distance."""
    assert compare(np.array([0.5]), np.array([0.0])).numbers["relative"] == INF


def test_numbers_of_special_values():
    """Of NaN and infinities the first place is told."""
    difference = compare(np.array([1.0, NAN, INF]), X)
    assert difference.numbers == {"wrong": 2, "total": 3, "index": (1,)}
    assert (difference.output, difference.expected) == ("nan", "2")


def test_special_values_come_before_values():
    """A NaN is told even where another entry is further off."""
    assert compare(np.array([100.0, 2.0, NAN]), X).kind == "finite"


def test_numbers_of_wrong_truths():
    """Truth values are counted like numbers."""
    difference = compare(np.array([True, True]), np.array([True, False]))
    assert difference.numbers["index"] == (1,)
    assert (difference.output, difference.expected) == ("True", "False")


def test_integers_are_compared_exactly_where_floats_could_not():
    """Neighbours beyond 2**53 are told apart."""
    got, expected = np.array([0, 2**53 + 1]), np.array([0, 2**53])
    assert compare(got, expected).numbers["index"] == (1,)


def test_signed_and_unsigned_of_the_same_bits_differ():
    """-1 is not the largest unsigned integer."""
    assert compare(np.array([-1]), np.array([2**64 - 1], "u8")).kind == "value"


def test_small_integers_do_not_wrap():
    """The distance of 0 and 255 is 255, also for bytes."""
    assert compare(np.array([0], "u1"), np.array([255], "u1")).numbers["absolute"] == 255.0


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "c8", "c16"])
def test_the_largest_of_both_signs(dtype):
    """Their distance may overflow; it is found and told all the same."""
    largest = np.array([np.finfo(dtype).max], dtype)
    difference = compare(-largest, largest)
    assert difference.kind == "value"
    assert not np.isnan(difference.numbers["relative"])


def test_integers_beyond_all_dtypes():
    """They cannot cross the door; here they are rejected, and not raised about."""
    assert compare(10**400, 1).kind == "dtype"
    assert compare(1, 10**400).kind == "dtype"
    assert compare(10**400, 10**400).kind == "dtype"


def test_long_doubles_are_compared():
    """They cannot cross the door either, and are judged as doubles."""
    x = X.astype(np.longdouble)
    assert compare(x, x) is None
    assert compare(x + 1, x).kind == "value"


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        (X[:2], X, ("(2,)", "(3,)")),
        (X.astype(int), X, ("int64", "float64")),
        ((1, 2), (1,), ("2", "1")),
        ({"b": 1}, {"a": 1}, ("['b']", "['a']")),
        ("no", "yes", ("'no'", "'yes'")),
        (None, X, ("None", "array of float64, shape (3,)")),
        ([1.0], X, ("list", "array of float64, shape (3,)")),
        (1, "a", ("int", "str")),
        (1 / 3, 2 / 3, ("0.3333333333", "0.6666666667")),
        (np.array([1 + 1j]), np.array([1j]), ("(1+1j)", "1j")),
    ],
)
def test_words(got, expected, words):
    """What was found and what belongs there, in few words."""
    difference = compare(got, expected)
    assert (difference.output, difference.expected) == words


def test_long_text_is_cut():
    """A long text of the student's does not fill the report."""
    assert len(compare("x" * 10_000, "y").output) == 80


def test_a_float32_answer_is_judged_at_float32_precision():
    """What rounding does to a float32 is right, a thousandth is not."""
    expected = np.array([1.0, 1000.0], np.float32)
    rounded = expected * np.float32(1 + 5e-6)
    assert compare(rounded, expected) is None
    assert compare(expected * np.float32(1.001), expected).kind == "value"


def test_a_float64_answer_is_judged_more_finely():
    """The same rounding is wrong at float64."""
    assert compare(X * (1 + 5e-6), X).kind == "value"


def test_the_tolerance_of_the_author_decides():
    """Both bounds are the author's where they are given, wider or narrower."""
    assert compare(X * 1.005, X, Tolerance(rtol=1e-2)) is None
    assert compare(X * (1 + 1e-10), X, Tolerance(rtol=1e-12, atol=0.0)).kind == "value"
    assert compare(np.array([1e-7]), np.array([0.0]), Tolerance(atol=1e-6)) is None
    assert compare(np.array([1e-7]), np.array([0.0]), Tolerance(rtol=1e-2)).kind == "value"


def test_the_bound_is_relative_to_the_expected_value():
    """The tolerance grows with what is expected, not with what was answered."""
    tolerance = Tolerance(rtol=0.5, atol=0.0)
    assert compare(1.5, 1.0, tolerance) is None
    assert compare(1.0, 1.5, tolerance) is None
    assert compare(2.0, 1.0, tolerance).kind == "value"
    assert compare(1.0, 2.0, tolerance) is None


def test_no_dtype_is_judged_more_finely_than_it_can_be():
    """An author's bound for float64 does not fail the rounding of a float32."""
    expected = np.array([1.0], np.float32)
    assert compare(expected * np.float32(1 + 1e-6), expected, Tolerance(rtol=1e-12)) is None


@pytest.mark.parametrize("got", [np.float16, np.float32, np.complex64])
def test_a_single_number_gains_nothing_by_a_lower_precision(got):
    """It is judged at the precision of what is expected; the message is about the dtype."""
    expected = 0.1 + 0j if got is np.complex64 else 0.1
    found = compare(got(0.1), np.array(expected))
    assert (found.kind, found.output) == ("dtype", np.dtype(got).name)
    assert found.expected == ("complex128" if got is np.complex64 else "float64")
    assert compare(got(0.5), np.array(expected) * 5) is None
    assert compare(got(0.2), np.array(expected)).kind == "value"


def test_a_single_number_at_float32_where_that_is_expected():
    """As close as a float32 is; a float16 is not, a float64 may be."""
    expected = np.float32(0.1)
    assert compare(np.float32(0.1) * np.float32(1 + 5e-6), expected) is None
    assert compare(0.1000005, expected) is None
    assert compare(np.float16(0.1), expected).kind == "dtype"


def test_a_bound_of_the_author_holds_for_a_number_of_any_dtype():
    """Wide enough for a float16, it is no matter of dtypes."""
    assert compare(np.float16(0.1), 0.1, Tolerance(rtol=1e-2)) is None
    assert compare(np.float32(0.1), 0.1, Tolerance(rtol=1e-12)).kind == "dtype"


def test_integers_have_no_tolerance():
    """Off by one is wrong, whatever the author allows for floats."""
    assert compare(np.array([100]), np.array([101]), Tolerance(rtol=0.5)).kind == "value"


@pytest.mark.parametrize(
    ("dtypes", "bounds"),
    [
        (["f8", "f8"], (1e-9, 1e-12)),
        (["f4", "f8"], (1e-4, 1e-5)),
        (["f4", "f4"], (1e-4, 1e-5)),
        (["f2", "f4"], (1e-2, 1e-3)),
        (["i8", "f8"], (1e-9, 1e-12)),
        (["i1", "f4"], (1e-4, 1e-5)),
        (["?", "f8"], (1e-9, 1e-12)),
        (["c8", "c16"], (1e-4, 1e-5)),
        (["c16", "c16"], (1e-9, 1e-12)),
        (["g", "f8"], (1e-9, 1e-12)),
    ],
)
def test_the_coarsest_dtype_decides(dtypes, bounds):
    """Defaults are those of the coarsest float among the dtypes."""
    assert Tolerance().at(*map(np.dtype, dtypes)) == bounds
