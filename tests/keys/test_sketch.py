"""Outputs as a few numbers, and finding them again in a library."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.compare import Tolerance
from autograder.keys.library import Explanation, Library
from autograder.keys.sketch import bounds, output_sketches, parts, read, sketch
from autograder.workers.wire import as_value, read_as

ROW = np.array([0.5, -1.25, 3.0])


def same(one, other):
    """Whether two values have one sketch."""
    (form, projections), (other_form, other_projections) = sketch(one), sketch(other)
    return form == other_form and np.array_equal(projections, other_projections)


@pytest.mark.parametrize(
    "other",
    [ROW.tolist(), tuple(ROW), ROW.astype(np.float32), [np.array(each) for each in ROW]],
    ids=["list", "tuple", "float32", "arrays without axes"],
)
def test_a_sketch_does_not_see_the_type(other):
    """The type and the dtype of an output are told by themselves."""
    assert same(ROW, other)


@pytest.mark.parametrize(
    "other",
    [ROW[::-1], ROW.reshape(1, 3), ROW[:2], -ROW, ROW + 1e-6, [*ROW, 0.0], None, "0.5"],
)
def test_a_sketch_tells_other_values_apart(other):
    """Other numbers, another order, shape or length, a text."""
    assert not same(ROW, other)


def test_a_sketch_sees_where_numbers_are_not_finite():
    """NaN and infinity have no projection, but places."""
    assert same([1.0, np.nan], np.array([1.0, np.nan]))
    assert not same([1.0, np.nan], [1.0, np.inf])
    assert not same([np.nan, 1.0], [1.0, np.nan])


def test_values_within_the_tolerance_have_near_sketches():
    """What the comparison accepts entry by entry is found again."""
    rng = np.random.default_rng(0)
    for _ in range(50):
        value = rng.normal(size=40) * 10.0 ** rng.integers(-6, 6, size=40)
        near = value * (1 + 1e-9 * rng.uniform(-1, 1, size=40))
        reading, (form, projections) = read(value, 1e-9, 1e-12), sketch(near)
        assert form == reading.form
        assert (np.abs(projections - reading.projections) <= reading.bounds).all()


def test_what_is_computed_in_float32_has_the_tolerance_of_float32():
    """A Python number may come from float32 arrays."""
    assert bounds(Tolerance(), 0.5, {"w": ROW.astype(np.float32)}) == (1e-4, 1e-5)
    assert bounds(Tolerance(), 0.5, {"w": ROW, "n": 3}) == (1e-9, 1e-12)


def test_an_output_is_split_into_what_is_returned_and_the_other_facts():
    """Each part may be explained by itself."""
    report = {"result": (ROW, 2.0), "inputs after the call": {"w": ROW}}
    assert len(parts("inputs_after", report)) == 3
    assert parts("result", (1.0, 2.0)) == [1.0, 2.0]
    assert parts("result", [1.0, 2.0]) == [[1.0, 2.0]]


def test_an_output_of_another_structure_stands_for_each_part():
    """A variant that returns one of two values is found where a submission does."""
    found = output_sketches("result", ROW, 2)
    assert found[0].tolist() == found[1].tolist() == [sketch(ROW)[0], *sketch(ROW)[1]]


def library(*outputs, dtype=float):
    """Three variants with one case and one part."""
    sketches = np.array([[[*sketch(each)[:1], *sketch(each)[1]]] for each in outputs])
    return Library(
        explanations=[Explanation("edit", "negate", "w"), Explanation("argument", "lr", value=0.1)],
        variants=np.array([[0, -1], [1, -1], [0, 1]], dtype=np.int32),
        costs=np.array([2, 1, 4], dtype=np.uint8),
        columns=np.array([[0, 0]], dtype=np.int32),
        sketches=sketches.astype(dtype),
    )


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_a_library_finds_the_variants_that_answer_alike_the_cheapest_first(dtype):
    """In a public file too, whose numbers are short."""
    found = library(-ROW, ROW * 2, -ROW, dtype=dtype)
    assert found.find({(0, 0): read(-ROW, 1e-9, 1e-12)}) == [0, 2]
    assert found.find({(0, 0): read(ROW * 3, 1e-9, 1e-12)}) == []
    assert found.explains(2) == found.explanations


def test_a_library_crosses_to_a_worker():
    """Its arrays cross as they are."""
    mine = library(-ROW, ROW * 2, -ROW)
    theirs = read_as(Library, as_value(mine))
    assert theirs.explanations == mine.explanations
    assert np.array_equal(theirs.sketches, mine.sketches)
