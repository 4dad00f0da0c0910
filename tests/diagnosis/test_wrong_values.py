"""Which entries of many arrays are wrong, found at once."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.diagnosis.wrong_values import wrong_entries

REALS = [
    (np.array([1.0, 2.0, np.nan]), np.array([1.0, 2.1, np.nan])),
    (np.array([[np.inf], [3.0]]), np.array([[-np.inf], [3.0]])),
    (np.asarray(7), np.asarray(7.0)),
    (np.zeros((0, 2)), np.zeros((0, 2))),
    (np.array([1.0, 5.0], np.float32), np.array([1.001, 6.0])),
]
COMPLEX = (np.array([1 + 1e-12j, 2j]), np.array([1.0, 2.0]))


@pytest.mark.parametrize("pairs", [REALS, [*REALS, COMPLEX], REALS[:1], []])
def test_all_at_once_are_found_as_one_by_one(pairs):
    """Each in its own shape, by its own tolerance; one complex array among them changes nothing."""
    bounds = [(1e-9, 1e-12), (1e-2, 0.0), (0.0, 0.0), (1e-9, 1e-12), (1e-2, 1e-3), (1e-9, 1e-9)]
    bounds = bounds[: len(pairs)]
    found = wrong_entries(pairs, bounds)
    for (a, b), (rtol, atol), each in zip(pairs, bounds, found, strict=True):
        expected = ~np.isclose(a, b, rtol=rtol, atol=atol, equal_nan=True)
        assert each.shape == b.shape
        assert np.array_equal(each, expected)
