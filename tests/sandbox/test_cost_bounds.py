"""How many lines a submission may run in a call, and how much processor time it may take."""

from __future__ import annotations

import itertools
import sys
import textwrap

import numpy as np
import pytest

from autograder.grading.judge import judge
from autograder.report.messages import check_message, describe_problem
from autograder.sandbox.call import Call
from autograder.sandbox.guest import cost_bounds
from autograder.sandbox.guest.cost_bounds import counted_steps, least_seconds
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Problem
from tests.grading.versions import key_case, key_check, make, outcomes

DRIVER = """\
def often(submission, n):
    for _ in range(1000):
        result = submission(n)
    return result
"""
LOOP = "total = 0\nfor k in range(n):\n    total += k\nreturn total"


def submitted(body):
    """A function with this body, compiled as a submission is."""
    namespace: dict = {"np": np}
    source = f"def f(n):\n{textwrap.indent(body, '    ')}\n"
    exec(compile(source, "<submission 0>", "exec"), namespace)
    return namespace["f"]


def asked(body, n=20, **bounds):
    """What a submission with this body comes to."""
    return call_here(submitted(body), Call("f", {"n": n}, **bounds))


def test_as_many_lines_as_it_may():
    """The bound itself is allowed; each case begins anew."""
    function = submitted(LOOP)
    with counted_steps(function, None) as steps:
        call_here(function, Call("f", {"n": 20}))
    assert 40 <= steps.taken <= 50
    for _ in range(2):
        assert asked(LOOP, most_steps=steps.taken).output == 190
    problem = asked(LOOP, most_steps=steps.taken - 1).problem
    assert (problem.kind, problem.message) == ("too_many_steps", str(steps.taken - 1))
    assert problem.line in (3, 5)


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n    n += 1",
        "try:\n    while True: n += 1\nexcept BaseException:\n    return 190",
        "return sum(k + 1 for k in range(1000))",
        "return sum([k + 1 for k in range(1000)])",
        "return sum(map(lambda k: k + 1, range(1000)))",
        "def g(k):\n    return k and g(k - 1)\nreturn g(200)",
        "return np.vectorize(lambda k: k + 1)(np.arange(1000)).sum()",
    ],
)
def test_more_lines_are_too_many_however_they_are_run(body):
    """In loops, comprehensions and calls, and whatever is caught."""
    problem = asked(body, most_steps=100).problem
    assert (problem.kind, problem.message) == ("too_many_steps", "100")
    assert problem.line
    said = describe_problem(problem, "en")
    assert said.startswith(f"At line {problem.line} it has run more lines than it may (at most 100")
    assert "허용된 100줄을 넘었습니다" in describe_problem(problem, "ko")


def test_what_a_library_and_a_driver_do_is_not_counted():
    """Only lines of the submission are."""
    assert asked("return float(np.median(np.arange(n + 1)))", most_steps=1).output == 10.0
    call = Call("f", {"n": 1}, "often", DRIVER, most_steps=1000)
    assert call_here(submitted("return n"), call).output == 1


def test_methods_of_a_class_are_counted():
    """Whatever file they come from."""

    class Sum:
        def __init__(self, n):
            self.total = sum(range(n))

    driver = "def total(submission, n):\n    return submission(n).total\n"
    assert call_here(Sum, Call("f", {"n": 4}, "total", driver, most_steps=1)).output == 6
    with counted_steps(Sum, None) as steps:
        Sum(4)
    assert steps.taken == 1


def test_who_traced_before_traces_afterwards():
    """A debugger, or what measures coverage."""
    before = sys.gettrace()
    asked(LOOP, most_steps=5)
    assert sys.gettrace() is before


def clock(monkeypatch, *seconds):
    """Have calls take these processor times, one after the other, and the last for ever."""
    taken = itertools.chain(seconds, itertools.repeat(seconds[-1]))
    edges = itertools.chain.from_iterable((0.0, each) for each in taken)
    monkeypatch.setattr(cost_bounds.time, "process_time", lambda: next(edges))


def test_a_call_is_slow_only_if_it_is_slow_every_time(monkeypatch):
    """Others may have been in its way the first times."""
    clock(monkeypatch, 9.0, 8.0, 0.5)
    assert asked("return n", most_seconds=1.0).output == 20
    clock(monkeypatch, 9.0, 8.0, 7.0, 6.0, 5.0, 0.5)
    problem = asked("return n", most_seconds=1.0).problem
    assert problem == Problem("too_slow")
    assert describe_problem(problem, "en").startswith("It takes much longer than it may.")
    assert "훨씬 오래 걸립니다" in describe_problem(problem, "ko")


def test_what_counts_is_what_the_first_call_returned(monkeypatch):
    """Asked again it gets inputs of its own; an error ends it as ever."""
    clock(monkeypatch, 9.0)
    calls = []
    first, least = least_seconds(lambda: calls.append(1) or len(calls), 1.0)
    assert (first, least, len(calls)) == (1, 9.0, 5)
    assert asked("raise ValueError(n)", most_seconds=1.0).problem.type == "ValueError"
    grows = "n.append(1)\nreturn len(n)"
    clock(monkeypatch, 9.0, 0.5)
    assert asked(grows, n=[1], most_seconds=1.0).output == 2


def test_both_bounds_hold_together(monkeypatch):
    """Time is measured without counting."""
    clock(monkeypatch, 0.5)
    assert asked(LOOP, most_seconds=1.0, most_steps=20).problem.kind == "too_many_steps"
    assert asked(LOOP, most_seconds=1.0, most_steps=50).output == 190


def test_a_hidden_check_tells_neither_the_number_nor_the_line():
    """Both may tell of a hidden input."""
    key = make(key_check("c", key_case(1.0), public=False))
    for kind, said in (
        ("too_many_steps", "A hidden check met an answer that runs more lines than it may."),
        ("too_slow", "It takes much longer than it may."),
    ):
        result = judge(key, outcomes(key, lambda *_, kind=kind: Problem(kind, "", "77", 0, 2)))
        (check,) = result.checks
        assert (check.status, check.points) == ("failed", 0)
        told = check_message(check, "f", "en")
        assert told.startswith(said)
        assert "77" not in told
