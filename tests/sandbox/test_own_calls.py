"""How a driver calls a submission is recorded, so that its author can call it so again."""

from __future__ import annotations

import contextlib
import sys

import numpy as np
import pytest

from autograder.sandbox.guest import own_calls
from autograder.sandbox.guest.own_calls import recorded_calls


def recorded(submission, act):
    """The calls that are recorded while `act` runs."""
    with recorded_calls(submission, wanted=True) as calls:
        act()
    return calls


def power(x, n=2):
    """Calls itself."""
    return x * power(x, n - 1) if n else 1.0


class Sums:
    """Adds up."""

    def __init__(self, start):
        self.total = start

    def add(self, x):
        """Add, by another method."""
        self.total = self._sum(x)

    def _sum(self, x):
        return self.total + x


def test_a_call_is_recorded_with_what_it_was_given_and_returned():
    """Once where it calls itself; arguments that are left out have their defaults."""
    calls = recorded(power, lambda: (power(3.0), power(2.0, n=3)))
    assert [(each["of"], each["inputs"], each["output"]) for each in calls] == [
        ("", {"x": 3.0, "n": 2}, 9.0),
        ("", {"x": 2.0, "n": 3}, 8.0),
    ]
    assert [each["hidden"] for each in calls] == [[], []]
    assert {each["raised"] for each in calls} == {False}


def test_calls_of_methods_are_recorded_with_their_names():
    """What one method calls of another is part of the first call; `self` is no argument."""
    calls = recorded(Sums, lambda: Sums(1.0).add(2.0))
    assert [(each["of"], each["inputs"], each["output"]) for each in calls] == [
        ("", {"start": 1.0}, None),
        ("add", {"x": 2.0}, None),
    ]


def test_arguments_are_recorded_as_they_were_given():
    """Not as the function leaves them; where it ended is a line of its own file."""

    def empties(x):
        x[:] = 0
        return x

    calls = recorded(empties, lambda: empties(np.array([1.0, 2.0])))
    np.testing.assert_array_equal(calls[0]["inputs"]["x"], [1.0, 2.0])
    np.testing.assert_array_equal(calls[0]["output"], [0.0, 0.0])
    assert calls[0]["line"] == empties.__code__.co_firstlineno + 2


def test_what_is_no_data_is_hidden_by_its_name():
    """A function among the arguments; a result that is none is as no result."""
    calls = recorded(lambda f, x: f, lambda: None)
    assert calls == []

    def give(f, x):
        return f

    (call,) = recorded(give, lambda: give(abs, 1))
    assert (call["inputs"], call["hidden"], call["output"]) == ({"x": 1}, ["f"], None)


def test_an_error_ends_a_call_as_a_return_does():
    """The next call is another one."""

    def fails(x):
        raise ValueError(x)

    def twice():
        for _ in range(2):
            with pytest.raises(ValueError, match="3"):
                fails(3)

    calls = recorded(fails, twice)
    assert [(each["inputs"], each["output"]) for each in calls] == [({"x": 3}, None)] * 2


def test_no_more_is_kept_than_there_is_room_for():
    """Of calls, and of what they are given."""

    def same(x):
        return x

    assert len(recorded(same, lambda: [same(n) for n in range(100)])) == 64
    large = np.zeros(1 << 17)
    calls = recorded(same, lambda: (same(1), same(large), same(2)))
    assert [each["hidden"] for each in calls] == [[], ["x"], ["x"]]
    assert calls[0]["output"] == 1


@pytest.mark.parametrize(("submission", "wanted"), [(power, False), (abs, True), (3, True)])
def test_nothing_is_recorded_where_nothing_can_be_or_is_wanted(submission, wanted):
    """And whatever profiled before does so still."""
    before = sys.getprofile()
    with recorded_calls(submission, wanted=wanted) as calls:
        assert sys.getprofile() is before
        power(2.0)
    assert calls == []


def test_what_profiled_before_does_so_again():
    """After an error too."""
    before = sys.getprofile()
    with contextlib.suppress(KeyError), recorded_calls(power, wanted=True):
        during = sys.getprofile()
        raise KeyError
    assert during is not before
    assert sys.getprofile() is before


def test_what_the_recorder_is_told_is_what_is_recorded(monkeypatch):
    """The same, told by the function itself.

    Python traces nothing in a profile function: only so can the coverage of it be measured.
    """
    profiles = []
    monkeypatch.setattr(own_calls.sys, "setprofile", profiles.append)

    def submission(f, x, *, again):
        profiles[0](sys._getframe(), "call", None)
        if again:
            submission(f, x, again=False)
        large = np.zeros(1 << 17) if x > 1 else x
        profiles[0](sys._getframe(), "return", large)

    with recorded_calls(submission, wanted=True) as calls:
        submission(abs, 1, again=True)
        submission(abs, 2, again=False)
        submission(abs, 3, again=False)
        for _ in range(100):
            submission(abs, 1, again=False)
    first, second, third = calls[:3]
    assert (first["inputs"], first["hidden"]) == ({"x": 1, "again": True}, ["f"])
    assert (first["output"], second["inputs"]["x"], second["output"]) == (1, 2, None)
    assert (third["inputs"], third["hidden"]) == ({}, ["f", "x", "again"])
    assert len(calls) == 64
    assert len(profiles) == 2
