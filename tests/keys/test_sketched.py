"""What a public file says of a mistake's answer: enough to recognise it, and not to read it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.compare import Tolerance
from autograder.keys.sketched import Sketched, alike, sketched
from autograder.keys.value_text import read_answer, read_value, write_value

RNG = np.random.default_rng(6)
LONG, ROW = RNG.normal(size=(4, 3)), [0.5 * n for n in range(9)]
HOLED = np.where(LONG > 1, np.nan, LONG)
COUNTS = np.arange(12)

ANSWERS = {
    "an array": LONG,
    "one with NaN": HOLED,
    "float32": LONG.astype(np.float32),
    "integers": COUNTS,
    "truth values": LONG > 0,
    "a list": ROW,
    "several": (LONG, 2.5, ROW, "text", None),
    "a report": {"first call": (LONG, COUNTS), "second call": [LONG[0], LONG]},
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_recognised_by_its_sketch(name: str) -> None:
    """Itself, and nothing else of its form; after it was a text, too."""
    answer = ANSWERS[name]
    written = read_answer(write_value(sketched(answer, answer)))
    assert alike(answer, written, Tolerance())
    for changed in changes(answer):
        assert not alike(changed, written, Tolerance())


def changes(value: Any) -> list[Any]:
    """The same with one thing changed in each of its parts."""
    if isinstance(value, np.ndarray):
        other = value.copy()
        other.flat[-1] = not other.flat[-1] if value.dtype.kind == "b" else other.flat[-1] + 2
        return [other, value[:-1], value.tolist(), value[::-1]]
    if isinstance(value, dict):
        return [{**value, name: each} for name in value for each in changes(value[name])]
    if isinstance(value, list | tuple):
        inside = [
            [*value[:n], each, *value[n + 1 :]]
            for n, it in enumerate(value)
            for each in changes(it)
        ]
        return [*inside, value[:-1], None]
    return ["other", value + 1 if isinstance(value, float) else 1]


def test_only_what_is_long_and_formed_as_expected_is_a_sketch() -> None:
    """The rest stays as it is, so that other forms are still told apart."""
    short, other = LONG[0], LONG[:3]
    assert sketched(short, short) is short
    assert sketched(other, LONG) is other
    assert sketched([1.0, 2.0], (1.0, 2.0, 3.0)) == [1.0, 2.0]
    assert sketched({"a": LONG}, (LONG, LONG)) == {"a": LONG}
    assert isinstance(sketched(LONG.astype(np.float32), LONG), Sketched)


def test_no_number_of_the_answer_is_in_its_text() -> None:
    """One sketch is much shorter than the array."""
    text = str(Sketched.of(RNG.normal(size=1000)))
    assert len(text) < 80
    assert Sketched.read(text).shape == (1000,)
    in_single = replace(Sketched.of(LONG), dtype="float32")
    assert Sketched.of(LONG).in_dtype(LONG.astype(np.float32)) == in_single


@pytest.mark.parametrize(
    "text",
    ["", "float64 3 1 2", "object 3 1 2 3", "float64 x 1 2 3", "list 3 1 2 3 4", "f8,f8 3 1 2 3"],
)
def test_a_broken_sketch_is_refused(text: str) -> None:
    """And a sketch where a value belongs."""
    with pytest.raises(ValueError, match="no sketch"):
        read_answer({"sketch": text})
    with pytest.raises(ValueError, match="not accepted"):
        read_value({"sketch": str(Sketched.of(LONG))})
