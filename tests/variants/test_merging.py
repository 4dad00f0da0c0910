"""Two changes of one program, put together in one text."""

from __future__ import annotations

import pytest

from autograder.variants.listing import load
from autograder.variants.merging import merged

REFERENCE = """
def _hat(m, beta, t):
    return m / (1 - beta**t)

def step(w, m, beta, t, lr=0.5, eps=0.1):
    \"\"\"One step.\"\"\"
    m_hat = _hat(m, beta, t)
    w = w - lr * m_hat / (m_hat**2 + eps)
    return w, m
"""
UNCORRECTED = """
def other(w, m, beta, t, lr=0.5, eps=0.1):
    return w - lr * m / (m**2 + eps), m

step = other
"""
INSIDE = """
def step(w, m, beta, t, lr=0.5, eps=0.1):
    hat = m / (1 - beta**t)
    w -= lr * hat / (hat + eps) ** 2
    return w, m
"""
CLIMBS = """
def step(w, m, beta, t, lr=0.5, eps=0.1):
    if t == 1:
        hat = m / (1 - beta**t)
    else:
        hat = m / (1 - beta**t)
    return w + lr * hat / (hat**2 + eps), m
"""
GIVEN = {"w": 1.0, "m": 0.3, "beta": 0.5, "t": 2}


@pytest.mark.parametrize(
    ("one", "other", "w"),
    [
        (UNCORRECTED, INSIDE, 1 - 0.5 * 0.3 / (0.3 + 0.1) ** 2),
        (INSIDE, UNCORRECTED, 1 - 0.5 * 0.3 / (0.3 + 0.1) ** 2),
        (CLIMBS, UNCORRECTED, 1 + 0.5 * 0.3 / (0.3**2 + 0.1)),
        (REFERENCE, INSIDE, 1 - 0.5 * 0.4 / (0.4 + 0.1) ** 2),
    ],
)
def test_both_changes_are_in_one_program(one: str, other: str, w: float) -> None:
    """However the steps on the way are written."""
    text = merged(REFERENCE, one, other, "step")
    assert text is not None
    assert load(text, "step")(**GIVEN) == (pytest.approx(w), 0.3)


@pytest.mark.parametrize(
    "other",
    [
        "def step(w, m, beta, t, lr=0.5, eps=0.1):\n    return w, m\n",
        "def step(w, m, beta, t, lr=0.5, eps=1.0):\n    return w - m, m\n",
        "def step(w, m, beta, t, lr=0.5, eps=0.1):\n    while t:\n        t -= 1\n    return w, m\n",
        "class step:\n    pass\n",
    ],
)
def test_what_does_not_fit_together_is_left_out(other: str) -> None:
    """The same place twice, another signature, a loop, a class."""
    assert merged(REFERENCE, UNCORRECTED, other, "step") is None
