"""A text that is wrong by its spelling alone, and one that is another word."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.compare import compare
from autograder.compare.spelling import is_misspelt
from autograder.report.messages import describe_difference


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("overfit", "overfitting"),
        ("overfitted", "overfitting"),
        ("Positive Definite", "positive definite"),
        ("positive-definite", "positive definite"),
        ("positive_definite ", "positive definite"),
        ("indefinit", "indefinite"),
        ("indefnite", "indefinite"),
        ("indefintie", "indefinite"),
        ("indeffinite", "indefinite"),
        ("diverges", "diverged"),
        ("SADDLE", "saddle"),
        ("과적 합", "과적합"),
    ],
)
def test_only_the_spelling_differs(output, expected):
    """Capitals, spaces, an ending, one letter; either may be the one that is asked for."""
    assert is_misspelt(output, expected)
    assert is_misspelt(expected, output)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("overfitting", "overfitting"),
        ("underfitting", "overfitting"),
        ("asymmetric", "symmetric"),
        ("indefinite", "definite"),
        ("positive definite", "positive semidefinite"),
        ("increasing", "decreasing"),
        ("convex", "concave"),
        ("max", "min"),
        ("mean", "meat"),
        ("row", "rows"),
        ("rank 12", "rank 13"),
        ("step 1", "step 10"),
        ("", "saddle"),
        ("--", "!!"),
        ("a" * 200, "A" * 200),
    ],
)
def test_another_word(output, expected):
    """One that means something else, is too short to tell, or is right."""
    assert not is_misspelt(output, expected)


def test_what_is_said_of_texts_and_of_truth_values():
    """A near miss as one; truth values have no distance."""
    near = compare(["overfit"], ["overfitting"])
    assert describe_difference(near, "en") == (
        "[0]: got 'overfit', expected 'overfitting': only the spelling differs."
    )
    assert "철자만 다릅니다" in describe_difference(near, "ko")
    far = compare("convex", "concave")
    assert describe_difference(far, "en") == "got 'convex', expected 'concave'."
    several = compare(np.array([True, False, False]), np.array([True, True, True]))
    assert describe_difference(several, "en") == (
        "wrong truth value: 2 of 3 differ; the first at 1 is False (expected True)."
    )
    one = compare(True, np.False_)
    assert describe_difference(one, "en") == "got True, expected False."
    assert describe_difference(one, "ko") == "True가 나왔습니다. False가 필요합니다."
