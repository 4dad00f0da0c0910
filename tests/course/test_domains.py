"""The domain of an argument, as its author writes it."""

from __future__ import annotations

import math

import pytest

from autograder.course import CourseError, load_course
from autograder.course.domains import read_domain, read_domains

GRADING = "solutions/basics/double/grading.py"


def test_a_bare_interval_is_one_of_numbers():
    """With its ends, open or closed."""
    domain = read_domain("[0, 1)")
    assert [form.kind for form in domain.forms] == ["number"]
    interval = domain.interval
    assert (interval.low.number, interval.low_closed) == (0, True)
    assert (interval.high.number, interval.high_closed) == (1, False)


@pytest.mark.parametrize(
    ("text", "low", "high", "closed"),
    [
        (">= 1", 1, math.inf, (True, False)),
        ("int > 1", 1, math.inf, (False, False)),
        ("<= 0", -math.inf, 0, (False, True)),
        ("float < 2.5", -math.inf, 2.5, (False, False)),
        ("float (n,) in [-1e4, 1e4]", -1e4, 1e4, (True, True)),
        ("(-inf, inf]", -math.inf, math.inf, (False, True)),
    ],
)
def test_an_interval_in_each_of_its_forms(text, low, high, closed):
    """A comparison is an interval that has no end on the other side."""
    interval = read_domain(text).interval
    assert (interval.low.number, interval.high.number) == (low, high)
    assert (interval.low_closed, interval.high_closed) == closed


def test_a_kind_with_a_shape_is_an_array():
    """`float` alone is a Python float, `float ()` an array without axes."""
    array, number, nothing = read_domain("float (n, ..., 3) or float or None").forms
    assert (array.kind, array.dtypes) == ("array", ("float32", "float64"))
    assert array.shape == ("n", "...", 3)
    assert (number.kind, number.shape, nothing.kind) == ("float", None, "None")
    assert read_domain("float ()").forms[0].shape == ()
    assert read_domain("int64 (n,)").forms[0].dtypes == ("int64",)


def test_ends_may_be_sizes_and_arguments():
    """What they are is known in each call."""
    interval = read_domain("int in [-z.ndim, C)").interval
    low, high = interval.low, interval.high
    assert (low.name, low.axes, low.negative, high.name, high.axes) == ("z", True, True, "C", False)


def test_lists_choices_functions_and_what_is_like_another():
    """And values that mean something."""
    assert read_domain("list of list of float (n,)").forms[0].innermost.shape == ("n",)
    assert read_domain('text in {"sum", "mean"}').choices == ("sum", "mean")
    assert read_domain("function").forms[0].kind == "function"
    like = read_domain("like w (n, d) >= 0; special all 0, > n, nan, empty, ties")
    assert (like.forms[0].other, like.forms[0].shape) == ("w", ("n", "d"))
    texts = [special.text for special in like.specials]
    assert texts == ["all 0", "> n", "nan", "empty", "ties"]


def test_a_dict_has_a_domain_for_each_entry():
    """A key with a question mark may be absent."""
    domains = read_domains({"settings": {"sgd?": {"lr": "(0, inf)"}, "steps": "int >= 1"}})
    assert list(domains) == ["settings", "settings.sgd", "settings.sgd.lr", "settings.steps"]
    assert [(each.key, each.optional) for each in domains["settings"].fields] == [
        ("sgd", True), ("steps", False)
    ]  # fmt: skip


FAULTS = [
    ('""', 'it is empty; write for example "float (n, d)"'),
    ('"flaot (n, d)"', "there is no kind of value 'flaot'; did you mean 'float'?"),
    ('"float32"', 'an array of float32 has a shape, as "float32 (n, d)"'),
    ('"float (n d)"', "',' is missing before 'd'; write for example \"(n, d)\""),
    ('"float (n, 1.5)"', 'a shape has names, numbers and "...", as "(n, d)", not \'1.5\''),
    ('"float (..., ...)"', 'a shape has "..." at most once'),
    ('"[0, 1"', 'ends too early: an interval ends with "]" or ")", as "[0, 1)"'),
    ('"[1, 0]"', "there is no number in '[1, 0]': the lower end comes first"),
    ('"int >"', "ends too early: a number or a name is missing"),
    ('"int >= 1, special 0"', "',' is unexpected in 'int >= 1, special 0'"),
    ('"int >= 1; 0"', "'special' is missing before '0'; write for example \"int >= 1; special"),
    ('"int in 3"', 'after "in" comes an interval "[0, 1)" or a set "{0, 1}"'),
    ('"int in {0, y}"', 'a set has numbers or quoted texts, as "{0, 1}", not y'),
    ('"list float"', "'of' is missing before 'float'"),
    ('"float (n,) $"', "'$' has no meaning in"),
    ('"int in [0, k)"', "there is no argument or size 'k'"),
    ('"like y"', "there is no argument or size 'y'"),
    ('"complex (n,) >= 0"', "complex numbers have no order: leave out the ends in 'complex (n,)"),
    ('"complex64"', 'an array of complex64 has a shape, as "complex64 (n, d)"'),
    ("5", 'it is a text, as "int >= 1", or a dict of them, not 5'),
]


@pytest.mark.parametrize(("written", "said"), FAULTS, ids=[written for written, _ in FAULTS])
def test_a_domain_that_cannot_be_read_is_named(toy_root, written, said):
    """With file and line, and what would be right."""
    path = toy_root / GRADING
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('domain={"x": "float64 (...)"}', f'domain={{\n    "x": {written}}}'), "utf-8"
    )
    with pytest.raises(CourseError) as caught:
        load_course(toy_root)
    assert (caught.value.path.name, caught.value.line) == ("grading.py", 6)
    assert "the domain of 'x': " in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('domain="float"', "`domain` is a dict from each argument to its domain, not 'float'"),
        ('domain={}, untouched={"x: 0": ""}', "`untouched` is a dict from parts of domains to"),
        ('domain={}, untouched=["x: 0"]', "`untouched` is a dict from parts of domains to"),
    ],
)
def test_what_is_no_declaration_is_named(toy_root, written, said):
    """As every other fault of `Exercise(...)`."""
    path = toy_root / GRADING
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('domain={"x": "float64 (...)"}', written), "utf-8")
    with pytest.raises(CourseError, match=r"grading\.py:5: ") as caught:
        load_course(toy_root)
    assert said in str(caught.value)


def test_complex_numbers_tables_and_sparse_matrices():
    """Arrays of complex numbers are data; a table and a sparse matrix are made by a driver."""
    assert read_domain("complex (n,)").forms[0].dtypes == ("complex64", "complex128")
    assert read_domain("complex or float64 (n,)").forms[0].kind == "complex"
    assert [form.kind for form in read_domain("table or sparse").forms] == ["function"] * 2
