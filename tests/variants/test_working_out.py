"""What all variants of an exercise answer, and what is named with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from autograder.grading.judge import judge_here
from autograder.variants.listing import all_variants
from autograder.variants.public import public_library
from autograder.variants.variant import COST
from autograder.variants.working_out import work_out
from autograder.variants.wrappers import rounded, scaled


@pytest.fixture(scope="module")
def libraries(toy, toy_keys):
    """The library of each exercise of the toy course, worked out in this process."""
    return {each.name: work_out(each, toy_keys[each.name]) for each in toy.solutions()}


@pytest.fixture(scope="module")
def keys(libraries, toy_keys):
    """The keys with their libraries."""
    return {name: replace(toy_keys[name], library=each) for name, each in libraries.items()}


def described(library):
    """What each variant says: kinds and names, what they are about, and numbers."""
    return [
        tuple((each.kind, each.name, each.of, each.value) for each in library.explains(number))
        for number in range(len(library.costs))
    ]


def test_a_library_has_singles_and_pairs(libraries, toy):
    """The listed mistakes first; every row says something."""
    for solution in toy.solutions():
        said = described(libraries[solution.name])
        assert [each for ((each, *_), *_) in said[:3]] == ["mistake"] * 3
        assert all(said)
    kinds = {kind for library in libraries.values() for ((kind, *_), *_) in described(library)}
    assert kinds >= {"mistake", "edit", "argument", "rounding"}
    assert any(len(each) == 2 for each in described(libraries["double"]))


def test_no_two_rows_are_alike_and_none_is_right(libraries, keys):
    """What answers as another one does, or rightly, is not kept."""
    for name, library in libraries.items():
        rows = np.nan_to_num(library.sketches, nan=-1.0).reshape(len(library.costs), -1)
        assert len(np.unique(rows, axis=0)) == len(rows)
        checks = [(check, case) for check in keys[name].asked for case in check.cases]
        right = [each for check, case in checks for each in check.expected_readings(case)]
        off = np.abs(library.sketches[:, :, 1:] - [each.projections for each in right])
        assert not (off <= [each.bounds for each in right]).all(axis=(1, 2)).any()


def test_a_students_own_check_has_what_public_cases_show(libraries, keys):
    """Each of its explanations is one of the whole library; its sketches are coarser."""
    for name, library in libraries.items():
        part = public_library(keys[name])
        assert part is not None
        assert 0 < len(part.costs) <= len(library.costs)
        assert set(part.explanations) <= set(library.explanations)
        assert (part.sketches.dtype, library.sketches.dtype) == (np.float32, np.float64)
        public = [c for check in keys[name].asked for c in check.cases if check.public]
        assert {int(case) for case, _ in part.columns} == set(range(len(public)))


@pytest.mark.parametrize(
    ("answer", "kind", "name"),
    [
        (lambda x: np.asarray(x) * 3, "relation", "factor"),
        (lambda x: np.asarray(x) + 2, "edit", "add_or_multiply"),
        (lambda x: np.round(np.asarray(x) * 2.0, 1), "rounding", "rounding"),
        (lambda x: np.asarray(x) ** 2, "mistake", "squares"),
    ],
    ids=["three times", "two more", "rounded", "squares"],
)
def test_what_is_worked_out_names_an_answer(keys, answer, kind, name):
    """An edit, rounding, a mistake; a relation before all of them."""
    found = judge_here(keys["double"], answer).diagnosis
    assert found is not None
    assert (found.kind, found.name) == (kind, name)


def test_what_cannot_be_said_of_a_right_version_is_not_said_of_a_mistake(toy, toy_keys):
    """An edit of what the mistake alone has would name what does not belong there."""
    for solution in toy.solutions():
        variants = [*all_variants(solution, toy_keys[solution.name], with_pairs=True)]
        singles = [each for each in variants if each.cost < COST["pair"]]
        told = {explanation for each in singles for explanation in each.explanations}
        edited = [
            explanation
            for variant in variants
            for explanation in variant.explanations
            if variant.cost >= COST["pair"] and explanation.kind == "edit"
        ]
        assert set(edited) <= told
        assert edited


def test_what_a_returned_function_returns_is_rounded_too():
    """And multiplied: a function that is made is asked later."""
    made = rounded(lambda a: lambda x: a * x, 2)(1.2345)
    assert made(1.0) == 1.23
    assert scaled(lambda a: lambda x: (a * x, "text"), 2.0)(1.5)(1.0) == (3.0, "text")
