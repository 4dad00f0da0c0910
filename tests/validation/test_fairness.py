"""Harmless ways of being right are accepted, and unfair grading is found."""

from __future__ import annotations

from autograder.course import load_course
from autograder.keys.making import make_key
from autograder.validation.fairness import LARGEST_SHARE, audit
from tests.toy_settings import SEED


def test_the_toy_course_is_fair(toy):
    """Rewritten, laid out otherwise, returned otherwise: all of it passes."""
    found = {
        solution.name: audit(solution, make_key(solution, SEED)) for solution in toy.solutions()
    }
    assert {name: each.faults for name, each in found.items()} == {"double": (), "Counter": ()}
    tried = set(found["double"].variants)
    assert {"operands swapped, on longer arrays", "inputs in Fortran order", "adds"} <= tried


def test_variants_in_float32_are_tried_where_the_domain_allows_it(toy_root):
    """An exercise that is about float64 alone is not held to float32."""
    path = toy_root / "solutions" / "basics" / "double" / "grading.py"
    tried = []
    for domain in ('"float64 (...)"', '"float (...)"'):
        path.write_text(path.read_text().replace('"float64 (...)"', domain))
        solution = next(load_course(toy_root).solutions())
        tried.append(audit(solution, make_key(solution, SEED)).variants)
    assert ["operands swapped, in float32" in each for each in tried] == [False, True]


def test_a_tolerance_that_is_too_narrow_is_found(toy_root):
    """Rounding alone must not come near the tolerance."""
    folder = toy_root / "solutions" / "basics" / "double"
    path = folder / "reference.py"
    path.write_text(path.read_text().replace("* marker_of", "* 0.1 * 0.7 * marker_of"))
    grading = folder / "grading.py"
    grading.write_text(grading.read_text().replace("points=4,", "points=4, rtol=1e-16, atol=0,"))
    solution = next(load_course(toy_root).solutions())
    faults = audit(solution, make_key(solution, SEED)).faults
    assert any("'sums and products regrouped' fails" in p for p in faults)


def test_a_reference_that_writes_into_its_input_is_found(toy_root):
    """Read-only inputs are an error for it."""
    path = toy_root / "solutions" / "basics" / "double" / "reference.py"
    path.write_text(path.read_text().replace("return np.asarray(x)", "x *= 1\n    return x"))
    solution = next(load_course(toy_root).solutions())
    faults = audit(solution, make_key(solution, SEED)).faults
    assert any(
        p.endswith(
            "'inputs that are read-only' fails 'a few numbers': It raised ValueError: "
            "output array is read-only"
        )
        for p in faults
    )


def test_the_share_is_of_a_tolerance(toy):
    """Exact arithmetic uses none of it."""
    solution = next(toy.solutions())
    assert audit(solution, make_key(solution, SEED)).share < LARGEST_SHARE
