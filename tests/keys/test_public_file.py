"""Public checks as a file: nothing is lost, nothing is let in, nothing hidden gets out."""

from __future__ import annotations

import json
import math
import struct

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.compare import Tolerance
from autograder.course import CourseError, Plot
from autograder.grading.judge import judge_here
from autograder.keys.making import make_key
from autograder.keys.public_file import FORMAT, dump_key, load_key, read_key, same_numbers
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.outcome import Outcome, Problem
from tests.grading.versions import key_case, key_check, make
from tests.toy_settings import SEED

DTYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | texts
    | arrays.arrays(
        st.sampled_from(DTYPES), arrays.array_shapes(min_dims=0, min_side=0, max_side=3)
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts | st.sampled_from(["array", "dict", "tuple"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def roundtrip(key):
    """What is left of a key after it was a file."""
    return load_key(dump_key(key))


def same(one, two) -> bool:
    """Whether two values are the same to the last bit, by their bytes at the door."""
    return encode(one) == encode(two)


def with_one_nan(value):
    """A value with NumPy's NaN for each of the many that there are; a text has one word for all."""
    if isinstance(value, list | tuple):
        return type(value)(map(with_one_nan, value))
    if isinstance(value, dict):
        return {name: with_one_nan(item) for name, item in value.items()}
    if isinstance(value, np.ndarray) and value.dtype.kind in "fc":
        reals = value.copy().reshape(-1).view(value.real.dtype)
        reals[np.isnan(reals)] = np.nan
        return reals.view(value.dtype).reshape(value.shape)
    return math.nan if isinstance(value, float) and math.isnan(value) else value


def expecting(value, **mistakes):
    """A key with one check and one case."""
    return make(key_check("c", key_case(value, inputs={"x": value}, **mistakes)))


VALUES = {
    "none": None,
    "truth": True,
    "integer": -(2**63),
    "real": 0.1,
    "negative zero": -0.0,
    "NaN": math.nan,
    "infinity": -math.inf,
    "text": 'a "quoted"\nline, 한글, \x1b[0m, <script>',
    "empty": np.zeros((0, 3)),
    "no axes": np.array(2.5),
    "specials": np.array([math.nan, math.inf, -math.inf, -0.0, 5e-324]),
    "truths": np.array([[True, False]]),
    "bytes": np.array([0, 255], dtype=np.uint8),
    "large": np.array([2**64 - 1], dtype=np.uint64),
    "complex": np.array([1 + 2j, complex(math.nan, -math.inf), complex(-0.0, 0.0)]),
    "single": np.array([0.1, 1e-45, 3.4e38], dtype=np.float32),
    "half": np.array([0.1, 65504], dtype=np.float16),
    "transposed": np.arange(6.0).reshape(2, 3).T,
    "tuple": (1, 2.0, ("a", [None])),
    "dict": {"array": "float64", "dict": {"tuple": [], "": np.arange(3)}},
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_every_value_comes_back(value):
    """As an input, as what is expected, as what a mistake answers: with type, dtype and shape."""
    read = roundtrip(expecting(value, other={"got": value})).checks[0].cases[0]
    assert same(read.inputs, {"x": value})
    assert same(read.expected, value)
    assert same(read.mistakes["other"].output, {"got": value})


@given(values)
@example(struct.unpack("<d", struct.pack("<Q", 0x7FF8000000000001))[0])
@example(np.array([complex(-math.nan, math.nan)]))
def test_any_value_comes_back(value):
    """Whatever may cross the door."""
    kept = with_one_nan(decode(encode(value)))
    assert same(roundtrip(expecting(kept)).checks[0].cases[0].expected, kept)


def test_everything_else_comes_back():
    """Titles, drivers, hints, points, tolerances, plots, problems."""
    plot = Plot("path", x=("가로", "x"), y=("세로", "y"), bowl=(1.0, 2.5))
    key = make(
        key_check(
            "first",
            key_case(1.0, late=Problem("raised", "ValueError"), early=0.5),
            key_case((1, 2), late=1.0, early=Problem("signature", "TypeError")),
            points=7,
            driver="twice",
            plot=plot,
            tolerance=Tolerance(1e-3, None),
        ),
        key_check("second", key_case("x"), plot=Plot("curve", x=("a", "b"), y=("c", "d"))),
        driver_source="def twice(f, **inputs):\n    return f(**inputs)\n",
    )
    assert dump_key(roundtrip(key)) == dump_key(key)
    read = roundtrip(key)
    assert (read.exercise, read.assignment, read.titles) == ("double", "basics", key.titles)
    assert (read.driver_source, read.hints, read.points) == (key.driver_source, key.hints, 9)
    assert [check.plot for check in read.checks] == [check.plot for check in key.checks]
    assert read.checks[0].tolerance == Tolerance(1e-3, None)
    assert read.checks[0].cases[0].mistakes["late"].problem == Problem("raised", "ValueError")


def test_a_mistake_that_is_right_about_a_case_is_left_out():
    """And comes back as what is expected."""
    key = make(key_check("c", key_case(1.0, rare=1.0), key_case(2.0, rare=3.0)))
    cases = json.loads(dump_key(key))["checks"][0]["cases"]
    assert [list(case["mistakes"]) for case in cases] == [[], ["rare"]]
    assert roundtrip(key).checks[0].cases[0].mistakes["rare"] == Outcome(1.0)


def test_hidden_checks_stay_where_they_are(toy):
    """A key that has one is not written."""
    solution = next(toy.solutions())
    with pytest.raises(ValueError, match="hidden checks"):
        dump_key(make_key(solution, SEED))
    assert "large numbers" not in dump_key(make_key(solution, None))


def test_a_file_judges_as_the_key_that_it_was_made_from(toy):
    """The student's check and the instructor's public ones are one."""
    for solution in toy.solutions():
        key = make_key(solution, None)
        for version in (solution.reference, *solution.mistakes.values(), None):
            ours, theirs = judge_here(key, version), judge_here(roundtrip(key), version)
            assert (ours.status, ours.score) == (theirs.status, theirs.score)
            assert ours.diagnosis == theirs.diagnosis


NUMBERS = expecting(
    {"a": np.array([1.0, 2.0]), "b": (3, 0.5), "s": np.array([1.5, 2.5], dtype=np.float32)},
    raises=Problem("raised", "ValueError"),
    halves={"a": np.array([0.5, 1.0]), "b": (1, 0.25), "s": np.zeros(2, np.float32)},
)


def changed(old: str, new: str) -> str:
    """The text of a key with one thing changed."""
    text = dump_key(NUMBERS)
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"data": "1.0 2.0"', '"data": "1.0000000000000002 2.0"'),
        ('"data": "0.5 1.0"', '"data": "0.5 0.9999999999999999"'),
        ("0.25", "0.25000000000000006"),
    ],
)
def test_last_bits_are_the_same(old, new):
    """Processors differ there."""
    assert same_numbers(dump_key(NUMBERS), changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"data": "1.0 2.0"', '"data": "1.0 2.000001"'),
        ('"data": "1.0 2.0"', '"data": "1.0 nan"'),
        ('"shape": [\n', '"shape": [\n1,\n'),
        ('"a"', '"c"'),
        ('"Title"', '"Other"'),
        ("Is it halves?", "Is it not?"),
        ('"points": 2', '"points": 3'),
        ('"driver": "call"', '"driver": "twice"'),
        ('"rtol": null', '"rtol": 0.001'),
        ('"problem": "raised"', '"problem": "signature"'),
        ('"name": "c"', '"name": "d"'),
        ('"format": 1', '"format": 2'),
    ],
)
def test_anything_else_is_not_the_same(old, new):
    """Another value, shape, name, text, hint, tolerance: the file is written anew."""
    assert not same_numbers(dump_key(NUMBERS), changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (math.nan, math.nan),
        (-math.inf, -math.inf),
        (np.array([0.1, math.nan], np.float32), np.array([0.10000001, math.nan], np.float32)),
        (np.array([1 + 2j]), np.array([1 + 2.0000000000000004j])),
        (np.zeros((0, 2)), np.zeros((0, 2))),
    ],
    ids=["NaN", "infinity", "float32", "complex", "empty"],
)
def test_what_is_no_ordinary_real_is_the_same_as_itself(old, new):
    """NaN too; and the last bits of a float32 are other ones."""
    assert same_numbers(dump_key(expecting(old)), dump_key(expecting(new)))


def test_more_or_fewer_cases_are_not_the_same():
    """Whichever of the two has them."""
    one = key_case(1.0, wrong=2.0)
    few, many = (dump_key(make(key_check("c", *[one] * count))) for count in (1, 2))
    assert not same_numbers(few, many)
    assert not same_numbers(many, few)
    right = dump_key(make(key_check("c", key_case(1.0, wrong=1.0))))
    assert not same_numbers(few, right)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '"text"', '{"format": 1}'])
def test_what_is_no_key_is_the_same_as_nothing(text):
    """It is written anew."""
    assert not same_numbers(text, dump_key(NUMBERS))
    assert not same_numbers(dump_key(NUMBERS), text)


GARBAGE = {
    "empty": b"",
    "not JSON": b"{",
    "not UTF-8": b"\xff\xfe",
    "a list": b"[]",
    "a number": b"3",
    "nothing": b"null",
    "another format": json.dumps({"format": FORMAT + 1}).encode(),
    "no exercise": b'{"format": 1}',
    "hints that are none": dump_key(NUMBERS).replace('"hints": {', '"hints": 3, "x": {').encode(),
    "an unknown dtype": dump_key(NUMBERS).replace("float64", "float65").encode(),
    "data that do not fill": dump_key(NUMBERS).replace("1.0 2.0", "1.0").encode(),
    "data that are none": dump_key(NUMBERS).replace("1.0 2.0", "1.0 two").encode(),
}


@pytest.mark.parametrize("data", GARBAGE.values(), ids=GARBAGE)
def test_a_damaged_file_is_named(tmp_path, data):
    """As the course's error that it is."""
    path = tmp_path / "double.json"
    path.write_bytes(data)
    with pytest.raises(CourseError, match="these are no public checks") as caught:
        read_key(path)
    assert caught.value.path == path


def test_a_missing_file_is_named(tmp_path):
    """A folder in its place too."""
    with pytest.raises(CourseError, match="public checks of this exercise are missing"):
        read_key(tmp_path / "double.json")
    with pytest.raises(CourseError, match="these are no public checks"):
        read_key(tmp_path)


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, dump_key(expecting(np.array([1], np.int8))).replace('"1"', '"300"').encode()],
    ids=["deep", "too large a number"],
)
def test_a_file_that_is_damaged_otherwise_is_named(tmp_path, data):
    """Nested without end, or with a number that its dtype cannot hold."""
    path = tmp_path / "double.json"
    path.write_bytes(data)
    with pytest.raises(CourseError, match="these are no public checks"):
        read_key(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (np.array([1, 2]), np.array([1, 2], dtype=np.int32)),
        (np.array([1.0], np.float32), np.array([1.00005], np.float32)),
        (1, 1.0),
        ((1, 2), [1, 2]),
        (1.0, np.array(1.0)),
        (True, 1),
        ({"a": (1.0, None)}, {"a": (1.0, "")}),
    ],
    ids=["dtype", "float32", "integer or real", "tuple or list", "axes", "truth", "nothing"],
)
def test_another_type_is_not_the_same(old, new):
    """A submission may well tell them apart."""
    assert not same_numbers(dump_key(expecting(old)), dump_key(expecting(new)))


def test_another_error_is_not_the_same():
    """A mistake is told by the type of what it raises."""
    old, new = (
        dump_key(expecting(1.0, wrong=Problem("raised", name)))
        for name in ("ValueError", "TypeError")
    )
    assert not same_numbers(old, new)
