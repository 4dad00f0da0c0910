"""Calls as code, and which call of the student's own function a failed case is about."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.compare import compare
from autograder.grading.results import Finding
from autograder.report.call_code import call_code, own_call, shortened
from autograder.sandbox.outcome import Outcome, Problem
from autograder.sandbox.session import OwnCall


def found(driver: str, output: Any, expected: Any, *calls: OwnCall) -> Finding:
    """A case whose output is wrong."""
    outcome = Outcome(output, calls=calls)
    return Finding(driver, {"x": 1.0}, outcome, expected, compare(output, expected), 1, 1)


STEPS = tuple(OwnCall("", {"t": number}) for number in range(3))


@pytest.mark.parametrize(
    ("output", "expected", "call"),
    [
        # A row for each call: the first row that is off, and not the worst one.
        (np.array([0.0, 1.0, 9.0]), np.array([0.0, 2.0, 2.0]), 1),
        ([0.0, 1.0, 9.0], [0.0, 1.0, 2.0], 2),
        ({"w": np.array([0.0, 1.0, 9.0])}, {"w": np.array([0.0, 1.0, 2.0])}, 2),
        # As many rows as no number of calls says nothing of which call it was.
        (np.array([0.0, 9.0]), np.array([0.0, 2.0]), 0),
        (1.0, 2.0, 0),
    ],
)
def test_it_is_the_call_whose_row_is_wrong_where_there_is_a_row_for_each(output, expected, call):
    """Else the first one."""
    made = own_call(found("trajectory", output, expected, *STEPS))
    assert made is not None
    assert (made.call.inputs, made.which, made.count) == ({"t": call}, call + 1, 3)
    assert made.code("step") == f"step(t={call})"


def test_of_two_calls_it_is_the_one_whose_answer_is_wrong():
    """The driver that calls twice names them."""
    right, wrong = np.ones(2), np.zeros(2)
    for first, second, call in ((wrong, right, 0), (right, wrong, 1)):
        output = {"first": first, "second": second}
        made = own_call(found("twice", output, {"first": right, "second": right}, *STEPS[:2]))
        assert made is not None
        assert made.call.inputs == {"t": call}


def test_an_error_is_about_the_last_call_and_says_of_which_object():
    """What was made before it, and last."""
    calls = (
        OwnCall("", {"step": 2}),
        OwnCall("next"),
        OwnCall("", {"step": 3}),
        OwnCall("next", raised=True),
    )
    outcome = Outcome(problem=Problem("raised", "ValueError", "no"), calls=calls)
    made = own_call(Finding("counts", {}, outcome, 1.0, None, 1, 1))
    assert made is not None
    assert (made.code("Counter"), made.which, made.count) == ("Counter(step=3).next()", 2, 2)
    alone = Outcome(problem=Problem("raised", "ValueError", "no"), calls=calls[1:2])
    made = own_call(Finding("counts", {}, alone, 1.0, None, 1, 1))
    assert made is not None
    assert made.code("Counter") == "Counter(...).next()"


def test_where_no_call_was_seen_there_is_none():
    """As in every plain call."""
    assert own_call(found("call", 1.0, 2.0)) is None


@pytest.mark.parametrize(
    ("value", "is_short"),
    [
        (np.zeros(12), True),
        (np.zeros(13), False),
        ({"w": [np.zeros(13)]}, False),
        ({str(number): 0 for number in range(13)}, False),
        ("x" * 200, True),
        ("x" * 201, False),
        ((1, 2), True),
    ],
)
def test_what_is_too_long_is_shortened_and_said_to_be(value, is_short):
    """Code that is whole can be run as it is printed."""
    assert shortened({"x": value}) is not is_short
    code = call_code("f", {"x": value})
    if is_short:
        seen: dict[str, Any] = {}
        exec(code, {"np": np, "f": seen.update})
        np.testing.assert_array_equal(seen["x"], value)
    else:
        assert len(code) < 200
