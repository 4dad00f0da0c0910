"""Public checks as a file: nothing is lost, nothing is let in, nothing hidden gets out."""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.compare import Tolerance
from autograder.course import CourseError, Plot
from autograder.grading.judge import judge_here
from autograder.keys import public_file
from autograder.keys.making import make_key
from autograder.keys.public_file import FORMAT, is_current, load_key, read_key
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.outcome import Outcome, Problem
from tests.grading.versions import key_case, key_check, make
from tests.toy_settings import SEED

SOURCES = "5" * 64

EXERCISES = Path(__file__).resolve().parents[2] / "exercises"

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


def dump_key(key, sources=SOURCES):
    """The text of a key."""
    return public_file.dump_key(key, sources)


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
    plot = Plot("path", x={"ko": "가로", "en": "x"}, y={"ko": "세로", "en": "y"}, bowl=(1.0, 2.5))
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
        key_check("second", key_case("x"), plot=Plot("curve", x="a", y={"ko": "c", "en": "d"})),
        driver_source="def twice(f, **inputs):\n    return f(**inputs)\n",
    )
    assert dump_key(roundtrip(key)) == dump_key(key)
    read = roundtrip(key)
    assert (read.exercise, read.assignment, read.title) == ("double", "basics", key.title)
    assert (read.driver_source, read.hints, read.points) == (key.driver_source, key.hints, 9)
    assert [check.plot for check in read.checks] == [check.plot for check in key.checks]
    assert read.checks[0].tolerance == Tolerance(1e-3, None)
    assert [check.direct for check in read.checks] == [False, True]
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


def test_every_public_file_of_the_course_is_small():
    """At most 150 kB for each exercise."""
    files = [
        path
        for path in sorted(EXERCISES.glob("*/public/*.json"))
        if not path.name.startswith("assignment-")
    ]
    assert len(files) > 40
    assert {path.stem: size for path in files if (size := path.stat().st_size) > 150_000} == {}


def test_a_file_of_the_same_sources_is_current():
    """Processors differ in the last bits of an exponential: either file is as good as the other."""
    here, there = (dump_key(expecting(value)) for value in (0.1, 0.1 + 2**-56))
    assert here != there
    assert is_current(here, there)
    assert is_current(there, here)


def test_a_file_of_other_sources_is_not_current():
    """The exercise has changed, or the format."""
    assert not is_current(dump_key(NUMBERS, "6" * 64), dump_key(NUMBERS))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.0 2.0", "1.0 2.0000000000000004"),
        ("Is it halves?", "Is it not?"),
        (SOURCES, "6" * 64),
        ('"points": 2', '"points":  2'),
        ('"content": "', '"content": "0'),
        ('"content"', '"contents"'),
        ('"sources"', '"source"'),
        ("}\n", "}"),
        ("{", "["),
    ],
)
def test_an_edited_file_is_not_current(old, new):
    """Not even in a bit or a blank: what is generated is not edited by hand."""
    text = dump_key(NUMBERS)
    assert is_current(text, text)
    assert old in text
    assert not is_current(text.replace(old, new), text)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '"text"', "{}", "[" * 100_000])
def test_what_is_no_key_is_not_current(text):
    """It is written anew."""
    assert not is_current(text, dump_key(NUMBERS))


def damaged(tmp_path, data: bytes | str) -> str:
    """What is said of a file with this in it, without the path."""
    path = tmp_path / "double.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(CourseError) as caught:
        read_key(path)
    assert caught.value.path == path
    return caught.value.sentence


def changed(*changes: tuple[str, str]) -> str:
    """The text of a key, on one line, with parts of it replaced."""
    text = json.dumps(json.loads(dump_key(NUMBERS)))
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


SHAPE = '"shape": [2]'

NO_KEYS = {
    "empty": (b"", "the text ends too early"),
    "not JSON": (b"{a}", "the text is not JSON: object keys must be strings (byte 1)"),
    "not UTF-8": (b"\xff\xfe", "'utf-8' codec can't decode byte 0xff"),
    "a list": (b"[]", "expected an object, got a list"),
    "a number": (b"3", "expected an object, got a whole number"),
    "nothing": (b"null", "expected an object, got null"),
    "no format": (b"{}", "there is no field `format`"),
    "a format of another kind": (b'{"format": "2"}', "in `format`, expected a whole number"),
    "no exercise": (changed(('"exercise": "double",', "")), "there is no field `exercise`"),
    "another exercise": (changed(("double", "triple")), "in `exercise`, 'triple' is not the name"),
    "an unknown field": (changed(('"hints"', '"x": 1, "hints"')), "an unknown field `x`"),
    "hints that are none": (changed(('"hints": {', '"hints": 3, "x": {')), "in `hints`, expected"),
    "no checks": (json.dumps({**json.loads(dump_key(NUMBERS)), "checks": []}), "in `checks`, exp"),
    "no points": (changed(('"points": 2', '"points": 0')), "in `checks[0].points`, expected a"),
    "a bound": (changed(('"rtol": null', '"rtol": -1')), "in `checks[0].rtol`, expected a number"),
    "NaN": (changed(('"atol": null', '"atol": NaN')), "the text is not JSON: invalid character"),
    "a bound without end": (
        changed(('"atol": null', '"atol": 1e999')),
        "in `checks[0].atol`, a number is too large",
    ),
    "an unknown driver": (
        changed(('"driver": "call"', '"driver": "nobody"')),
        "in `checks[0].driver`, there is no driver named 'nobody'",
    ),
    "drivers that are not Python": (
        changed(('"driver": null', '"driver": "def ("')),
        "in `driver`, the text is not Python",
    ),
    "a mistake without a hint": (
        changed(('"raises": {"problem"', '"unknown": {"problem"')),
        "in `checks[0].cases[0].mistakes`, 'unknown' has no hint in `hints`",
    ),
    "a report that is another": (
        changed(('"reports": "result"', '"reports": "two_calls"')),
        "in `checks[0].cases[0].expected`, this is not what `reports` says",
    ),
    "an unknown problem": (
        changed(('"problem": "raised"', '"problem": "tired"')),
        "in `checks[0].cases[0].mistakes[...].problem`, there is an unknown value 'tired'",
    ),
    "a problem without a type": (
        changed((', "type": "ValueError"', "")),
        "mistakes[...]`, there is either `output`, or `problem` and `type`",
    ),
    "an unknown dtype": (
        changed(("float64", "float65")),
        "in `checks[0].cases[0].inputs.dict['x'].dict['a'].array`, there is an unknown value",
    ),
    "data that do not fill": (
        changed(("1.0 2.0", "1.0")),
        "in `checks[0].cases[0].inputs.dict['x'].dict['a'].data`, there are 1 entries for the 2",
    ),
    "data that are none": (changed(("1.0 2.0", "1.0 two")), "an entry is not a number of float64"),
    "two blanks": (changed(("1.0 2.0", "1.0  2.0")), "there are 3 entries for the 2 of the shape"),
    "a blank too many": (changed(("1.0 2.0", "1.0 ")), "the data do not fill the shape"),
    "too large a number": (changed(("1.5 2.5", "1.5 1e39")), "an entry is not a number of float32"),
    "a huge shape": (changed((SHAPE, '"shape": [1000000000]')), ".shape[0]`, expected a whole"),
    "a huge product": (changed((SHAPE, '"shape": [9999999, 9999999]')), "entries for the 99999980"),
    "huge and empty": (
        changed((SHAPE, f'"shape": [0{", 9999999" * 9}]'), ("1.0 2.0", "")),
        ".shape`, the data do not fill the shape",
    ),
    "many axes": (changed((SHAPE, f'"shape": [2{", 1" * 40}]')), "a list of length <= 16"),
    "a negative shape": (changed((SHAPE, '"shape": [-2]')), ".shape[0]`, expected a whole number"),
    "an integer without end": (
        changed(("0.25", "9" * 400)),
        "tuple[1]`, an integer has more than 64",
    ),
    "deep": (b'{"a":' + b"[" * 100_000, "it is nested without end"),
    "rather deep": (changed(("0.25", "[" * 40 + "]" * 40)), "nested deeper than 16"),
}


@pytest.mark.parametrize(("data", "said"), NO_KEYS.values(), ids=NO_KEYS)
def test_what_is_no_key_is_said_in_one_sentence_with_the_field(tmp_path, data, said):
    """Whatever is wrong with it, and before anything is built of it."""
    problem = damaged(tmp_path, data)
    assert problem.startswith("this is not a file of public checks: ")
    assert said in problem
    assert "\n" not in problem


def test_two_checks_of_one_name_are_refused(tmp_path):
    """Their outcomes could not be told apart."""
    document = json.loads(dump_key(NUMBERS))
    document["checks"] *= 2
    said = damaged(tmp_path, json.dumps(document))
    assert said.endswith("in `checks[0].name`, another check has the same name")


def test_a_file_that_is_too_large_is_refused(tmp_path):
    """Before anything is read in it."""
    assert damaged(tmp_path, b" " * (9 << 20)).endswith("it is larger than 8 MiB")


@pytest.mark.parametrize(
    ("number", "what_to_do"),
    [
        (FORMAT - 1, "get the exercises anew, or make them anew with `autograder build`"),
        (FORMAT + 1, "update autograder"),
    ],
)
def test_another_format_says_both_numbers_and_what_to_do(tmp_path, number, what_to_do):
    """Whatever else has changed in it."""
    assert damaged(tmp_path, f'{{"format": {number}, "other": []}}') == (
        f"these public checks are of format {number}, and this version reads format {FORMAT}: "
        f"{what_to_do}"
    )


def test_a_missing_file_is_named(tmp_path):
    """A folder in its place too."""
    with pytest.raises(CourseError, match="public checks of this exercise are missing"):
        read_key(tmp_path / "double.json")
    with pytest.raises(CourseError, match="public checks cannot be read: Is a directory"):
        read_key(tmp_path)
