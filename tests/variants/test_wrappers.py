"""What is done to a program from outside: an argument pinned, results changed."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.variants.wrappers import exchanged, pinned, rounded, scaled


def share(weights, total=8, *, exact=True):
    """Shares of a total: for each weight, and in all."""
    shares = [each * total for each in weights]
    return shares, sum(shares) if exact else 0.0


class Meter:
    """Counts what it is given, in an array and in a number."""

    def __init__(self, start):
        self.start = start

    def read(self, more):
        """The number so far, and more."""
        return self.start + more

    def _hidden(self):
        return self.start + 0.25


@pytest.mark.parametrize(
    ("given", "value", "taken"),
    [
        (7, 3.0, 3),
        (7, 0.5, 0.5),
        (7.0, 3.0, 3.0),
        (True, 3.0, True),
        ("seven", 3.0, "seven"),
        ([1.0, (2, "b")], 3.0, [3.0, (3, "b")]),
    ],
)
@pytest.mark.parametrize("by_name", [False, True])
def test_a_constant_takes_the_place_of_numbers_alone(given, value, taken, by_name):
    """However the argument is given; in its own type where that holds the constant."""
    same = pinned(lambda x: x, "x", value)
    found = same(x=given) if by_name else same(given)
    assert repr(found) == repr(taken)


def test_a_constant_takes_the_place_of_reals_in_arrays():
    """Arrays of whole numbers stay, and what is given is not changed."""
    same = pinned(lambda x: x, "x", 0.5)
    given = np.array([[1.0, 2.0]])
    np.testing.assert_array_equal(same(given), [[0.5, 0.5]])
    np.testing.assert_array_equal(given, [[1.0, 2.0]])
    whole = np.array([1, 2])
    assert same(whole) is whole


def test_a_constant_takes_the_place_of_a_default():
    """And nothing is done where no argument has the name."""
    assert pinned(share, "total", 2.0)([1, 2]) == ([2, 4], 6)
    assert pinned(share, "exact", 2.0)([1, 2], 3, exact=False) == ([3, 6], 0.0)
    assert pinned(share, "weight", 2.0) is share


def test_arguments_of_methods_are_pinned():
    """Those that begin the life of an object as well; the class itself stays as it is."""
    assert pinned(Meter, "start", 5.0)(1).read(2) == 7
    assert pinned(Meter, "more", 5.0)(1).read(2) == 6
    assert Meter(1).read(2) == 3


def test_all_reals_of_a_result_are_changed():
    """In tuples, dictionaries, arrays, and what a returned function returns; no whole numbers."""

    def everything():
        return {"a": (1.26, 7, "b"), "c": np.array([1.26, -1.24]), "d": [np.array([2])]}

    found = rounded(everything, 1)()
    assert found["a"] == (1.3, 7, "b")
    np.testing.assert_array_equal(found["c"], [1.3, -1.2])
    np.testing.assert_array_equal(found["d"], [[2]])
    assert found["d"][0].dtype.kind == "i"
    assert scaled(lambda: lambda x: x + 1, -2.0)()(1.5) == -5.0


def test_results_of_public_methods_are_changed():
    """What an object keeps to itself is not."""
    meter = scaled(Meter, 2.0)(1.5)
    assert (meter.start, meter.read(1.0), meter._hidden()) == (1.5, 5.0, 1.75)


def test_the_first_two_values_are_exchanged():
    """Where there are two."""
    assert exchanged(share)([1, 2]) == (24, [8, 16])
    assert exchanged(lambda: (1, 2, 3))() == (2, 1, 3)
    assert exchanged(lambda: (1,))() == (1,)
    assert exchanged(lambda: [1, 2])() == [1, 2]
    assert exchanged(Meter)(1).read(2) == 3
