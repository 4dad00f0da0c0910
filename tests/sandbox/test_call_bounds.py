"""A function that a driver gives to a submission may be called so often and no more."""

from __future__ import annotations

import textwrap

import pytest

from autograder.report.messages import check_message, describe_problem
from autograder.sandbox.call import Call
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Problem
from autograder.validation.bounded_drivers import bounds_calls

DRIVER = """\
def search(submission, top):
    return submission(at_most(3, lambda x: top - x, name="height"))


def wrong(submission, top):
    return submission(at_most("3", len))


def helped(submission, top):
    return search(submission, top)


def free(submission, top):
    return submission(lambda x: top - x)
"""


def asked(body, driver="search"):
    """What a submission with this body comes to."""
    namespace: dict = {}
    source = f"def f(height):\n{textwrap.indent(body, '    ')}\n"
    exec(compile(source, "<submission 0>", "exec"), namespace)
    return call_here(namespace["f"], Call("f", {"top": 5.0}, driver, DRIVER))


def test_as_often_as_it_may():
    """The values are those of the function; each case begins anew."""
    for _ in range(2):
        assert asked("return [height(x) for x in (1.0, 2.0, 3.0)]").output == [4.0, 3.0, 2.0]


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n    height(1.0)",
        "for x in range(9):\n    try: height(x)\n    except Exception: pass",
        "for x in range(9):\n    try: height(x)\n    except: pass\nreturn 5.0",
        "for x in range(9):\n    try: height(x)\n    finally: continue",
    ],
)
def test_once_more_is_too_often_whatever_it_catches(body):
    """With the name that students know, the most, and the line."""
    problem = asked(body).problem
    assert (problem.kind, problem.type, problem.message) == ("too_often", "height", "3")
    assert problem.line in (2, 3)
    said = describe_problem(problem, "en")
    assert said == f"Line {problem.line} calls height more often than it may (at most 3)."
    assert "height 함수를 허용된 횟수(3번)보다 많이" in describe_problem(problem, "ko")


def test_a_driver_that_bounds_no_number_of_calls_is_told_so():
    """As its own error."""
    problem = asked("return 1.0", "wrong").problem
    assert (problem.type, problem.by_driver) == ("TypeError", True)
    assert problem.message == "at_most takes a whole number, a function and a name"


def test_which_drivers_bound_calls_is_found_without_running_them():
    """Their checks carry at most a fifth: a submission can get around the bound."""
    names = ("search", "helped", "inputs_after(helped)", "free", "call")
    assert [bounds_calls(name, DRIVER) for name in names] == [True, True, True, False, False]
    assert not bounds_calls("call", None)


def test_a_hidden_check_says_neither_the_name_nor_the_number():
    """Both may tell of a hidden input."""
    from dataclasses import replace

    from autograder.grading.judge import judge
    from tests.grading.versions import key_case, key_check, make, outcomes

    key = make(key_check("c", key_case(1.0), public=False))
    result = judge(key, outcomes(key, lambda *_: Problem("too_often", "height", "3", 0, 2)))
    (check,) = result.checks
    assert (check.status, check.points) == ("failed", 0)
    said = check_message(check, "f", "en")
    assert said == "A hidden check met a function that is called more often than it may."
    assert "at most 3" in check_message(replace(check, public=True), "f", "en")
