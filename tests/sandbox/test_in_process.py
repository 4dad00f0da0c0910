"""Calling a version in this very process."""

from __future__ import annotations

import signal
import sys
import warnings

import numpy as np
import pytest

from autograder import interrupting
from autograder.sandbox.call import Call
from autograder.sandbox.in_process import call_here, unfinished_call
from autograder.sandbox.outcome import Outcome, Problem


def called(version, driver="call", source=None, **inputs):
    """The outcome of a call."""
    return call_here(version, Call("f", inputs, driver, source))


def test_an_output_is_plain_data():
    """What the door would make of it: NumPy's numbers are arrays, and nothing is shared."""
    array = np.ones(3)
    output = called(lambda: {"n": np.float64(2.5), "a": array, "t": (1, "x", None)}).output
    assert type(output["n"]) is np.ndarray
    assert output["t"] == (1, "x", None)
    output["a"][0] = 5
    assert array.tolist() == [1.0, 1.0, 1.0]


def raises(error):
    """A function that raises this."""

    def f():
        raise error

    return f


@pytest.mark.parametrize(
    ("version", "kind", "type_"),
    [
        (None, "missing", ""),
        ("text", "missing", ""),
        (raises(ValueError("why")), "raised", "ValueError"),
        (raises(KeyboardInterrupt()), "raised", "KeyboardInterrupt"),
        (raises(SystemExit(3)), "raised", "SystemExit"),
        (raises(NotImplementedError()), "raised", "NotImplementedError"),
        (lambda x: x, "signature", "TypeError"),
        (object, "refused", "type"),
        (lambda: 2**70, "refused", "integer"),
        (lambda: {1: 2}, "refused", "key"),
        (lambda: "\ud800", "refused", "text"),
        (lambda: np.array(["x"]), "refused", "dtype"),
    ],
)
def test_what_is_no_output_is_a_problem(version, kind, type_):
    """None of it reaches the caller as an exception."""
    problem = called(version).problem
    assert (problem.kind, problem.type) == (kind, type_)


def test_messages_are_kept():
    """With the type, for those who may read them."""
    assert called(raises(ValueError("why"))).problem == Problem("raised", "ValueError", "why")


def test_prints_are_caught():
    """And go nowhere else."""

    def loud():
        sys.stdout.write("out\n")
        sys.stderr.write("err\n")
        return 1

    assert called(loud) == Outcome(1, printed="out\n")


def test_warnings_cost_nothing():
    """Not even where they were made errors."""

    def warned():
        warnings.warn("overflow", RuntimeWarning, stacklevel=1)
        return np.exp(np.array([1e4]))

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert called(warned).output.tolist() == [np.inf]


def test_drivers():
    """Those that are built in, and an exercise's own, which come first."""

    def grows(x):
        x += 1
        return x

    once = called(grows, x=np.array([1.0])).output
    after = called(grows, "inputs_after", x=np.array([1.0])).output
    twice = called(grows, "twice", x=np.array([1.0])).output
    assert once.tolist() == [2.0]
    assert after["inputs after the call"]["x"].tolist() == [2.0]
    assert [each.tolist() for each in twice.values()] == [[3.0], [3.0]]
    own = "def twice(f, x):\n    return f(f(x))\n"
    assert called(lambda x: 3 * x, "twice", own, x=1).output == 9


def test_a_driver_that_there_is_not():
    """It is the course that is broken, not the version."""
    with pytest.raises(LookupError, match="no driver named 'thrice'"):
        called(lambda x: x, "thrice", x=1)


def test_an_unfinished_call_is_where_it_was():
    """And one that returns is nowhere."""

    def endless():
        while True:
            pass

    (file, line), *_ = unfinished_call(endless, Call("f", {}), seconds=0.1)
    begun = endless.__code__.co_firstlineno
    assert (file, line in (begun + 1, begun + 2)) == (__file__, True)
    assert unfinished_call(lambda: 1, Call("f", {})) == []
    assert call_here(endless, Call("f", {}), seconds=0.1).problem == Problem("timeout")


def test_a_program_that_is_told_to_end_blames_no_code(monkeypatch):
    """A call catches everything that is raised in it, but for that."""
    monkeypatch.setattr(interrupting, "_told", [signal.SIGTERM])
    with pytest.raises(interrupting.ToldToEndError):
        called(lambda: 1)
