"""Two changes of one program, put together in one text."""

from __future__ import annotations

import pytest

from autograder.variants.listing import load
from autograder.variants.merging import merged
from autograder.variants.merging_classes import merged_classes

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


TRAINED = """
def train(w, data, lr):
    path = [w]
    for x, y in data:
        w = w - lr * 2 * (w * x - y)
        path.append(w)
    return path
"""
HELPED = """
def _walk(w, data, step):
    path = [w]
    for x, y in data:
        w = step(w, x, y)
        path.append(w)
    return path

def train(w, data, lr):
    return _walk(w, data, lambda w, x, y: w + lr * 2 * (w * x - y))
"""
NO_START = TRAINED.replace("[w]", "[]")
TWO_MORE = TRAINED.replace("w - lr", "w - v - lr").replace("path = ", "v = 0\n    path = ")
TWO_MORE = TWO_MORE.replace("path.append", "v = v + 1\n        path.append")


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        (HELPED, NO_START, [1 + 0.5 * 2 * (2 - 1)]),
        (NO_START, HELPED, [1 + 0.5 * 2 * (2 - 1)]),
        (TWO_MORE, NO_START, [1 - 0 - 0.5 * 2 * (2 - 1)]),
    ],
)
def test_two_changes_of_one_loop_are_put_together(one: str, other: str, path: list[float]) -> None:
    """By helpers or not, and where one of them carries more from turn to turn."""
    text = merged(TRAINED, one, other, "train")
    assert text is not None
    assert load(text, "train")(1.0, [(2.0, 1.0)], 0.5) == path


def _function(value: str) -> str:
    return f"def f(a, b, c):\n    return {value}\n"


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("a * (b + c) / 2", "a * abs(b + c)", "a * abs(b + c) / 2"),
        ("c + a * (b + c)", "a * (b - c)", "c + a * (b - c)"),
        ("b + c", "a**2 * (b + c)", None),
        ("b + c", "a * (b + c) ** 2", "(b + c) ** 2"),
        ("a * (b + c) / 2", "a / (b + c)", "a / (b + c) / 2"),
        ("a * (b - c)", "a * (b * c)", None),
    ],
)
def test_one_change_may_be_about_all_of_a_formula(one: str, other: str, both: str | None) -> None:
    """It is halved, or a factor is left out that the other change is not about."""
    for first, second in ((one, other), (other, one)):
        text = merged(_function("a * (b + c)"), _function(first), _function(second), "f")
        if both is None:
            assert text is None
        else:
            assert text is not None
            given = (3.0, 5.0, 0.5)
            assert load(text, "f")(*given) == load(_function(both), "f")(*given)


BASE = """
class _Counter:
    def __init__(self, step=1):
        self.step = step
        self.value = 0

    def count(self):
        self.value += self.size()
        return self.told()

    def size(self):
        return self.step

    def told(self):
        return self.value
"""
DOUBLED = f"""{BASE}
class doubled(_Counter):
    def size(self):
        return 2 * super().size()

Counter = doubled
"""
NEGATED = f"""{BASE}
class negated(_Counter):
    def told(self):
        return -self.value

Counter = negated
"""


def test_classes_that_replace_different_methods_are_put_together() -> None:
    """The methods of both count; of two that replace the same one neither would."""
    text = merged_classes(DOUBLED, NEGATED, "Counter")
    assert text is not None
    counter = load(text, "Counter")(step=3)
    assert [counter.count(), counter.count()] == [-6, -12]
    other = DOUBLED.replace("2 *", "3 *").replace("doubled", "tripled")
    assert merged_classes(DOUBLED, other, "Counter") is None
    assert merged_classes(DOUBLED, REFERENCE, "Counter") is None


def test_classes_inside_of_functions_are_put_together() -> None:
    """Where the functions do the same with them."""
    texts = [
        f"{BASE}\ndef f(x):\n    class Wrong(_Counter):\n        def {method}(self):\n"
        f"            return {value}\n\n    return Wrong(x).count()\n"
        for method, value in (("size", "7 * self.step"), ("told", "[self.value]"))
    ]
    text = merged_classes(*texts, "f")
    assert text is not None
    assert load(text, "f")(2) == [14]
    assert merged_classes(texts[0], texts[1].replace("Wrong(x)", "Wrong(x + 1)"), "f") is None
