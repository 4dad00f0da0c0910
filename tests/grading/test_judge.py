"""From outcomes to points, statuses and drawings."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import Plot
from autograder.compare import Tolerance
from autograder.grading.judge import judge, judge_here, judge_without_outcomes
from autograder.sandbox.outcome import Outcome, Problem
from autograder.texts import Text
from tests.grading.versions import key_case, key_check, make, outcomes

LOST = ("timeout", "budget")
PLOT = Plot("curve", x={"ko": "가", "en": "x"}, y="y")


def judged(*answers, expected=1.0):
    """The result of a key with one check for each of these answers."""
    key = make(*(key_check(f"check {n}", key_case(expected)) for n in range(len(answers))))
    given = {f"check {n}": answer for n, answer in enumerate(answers)}
    return judge(key, outcomes(key, lambda check, case: given[check.name]))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (1.0, "passed"),
        (2.0, "failed"),
        ("text", "failed"),
        (None, "failed"),
        (Problem("missing"), "missing"),
        (Problem("missing", type="missing"), "missing"),
        (Problem("raised", "NotImplementedError"), "missing"),
        (Problem("raised", "ValueError"), "error"),
        (Problem("signature", "TypeError"), "error"),
        (Problem("refused", "type"), "error"),
        (Problem("ended"), "error"),
        (Problem("scratch"), "error"),
        (Problem("garbage"), "error"),
        (Problem("outsized", message="list of 30001"), "failed"),
        (Problem("unjudged", "judging_error"), "error"),
        (Problem("unreadable", type="empty"), "error"),
        (Problem("timeout"), "timeout"),
        (Problem("budget"), "timeout"),
    ],
)
def test_a_status(answer, status):
    """Of a check, and of an exercise that has no other."""
    result = judged(answer)
    assert (result.status, result.checks[0].status) == (status, status)
    assert (result.score, result.max_score) == (2 if status == "passed" else 0, 2)


@pytest.mark.parametrize(
    ("answers", "status", "score"),
    [
        ((1.0, 1.0), "passed", 4),
        ((1.0, 2.0), "partial", 2),
        ((Problem("timeout"), 1.0), "partial", 2),
        ((2.0, Problem("timeout")), "failed", 0),
        ((Problem("timeout"), 2.0), "timeout", 0),
        ((Problem("missing"), Problem("missing")), "missing", 0),
    ],
)
def test_the_status_of_an_exercise(answers, status, score):
    """Some right is partial; with none right, the first check says why."""
    result = judged(*answers)
    assert (result.status, result.score) == (status, score)


def test_a_check_earns_all_or_nothing():
    """One case of many that is wrong costs all of its points; how many is told."""
    key = make(key_check("c", *[key_case(float(n), inputs={"n": n}) for n in range(5)], points=9))
    result = judge(key, outcomes(key, lambda check, case: min(case.expected, 2.0)))
    assert (result.score, result.max_score) == (0, 9)
    finding = result.checks[0].finding
    assert (finding.failed, finding.total) == (2, 5)
    assert (finding.inputs, finding.outcome, finding.expected) == ({"n": 3}, Outcome(2.0), 3.0)
    assert finding.difference.kind == "value"


@pytest.mark.parametrize(
    ("right", "points", "status"),
    [(5, 9, "passed"), (4, 7, "partial"), (3, 5, "partial"), (1, 1, "partial"), (0, 0, "failed")],
)
def test_with_partial_credit_each_case_earns_its_share(right, points, status):
    """Whole points, rounded down; the exercise is partly right too."""
    cases = [key_case(float(n), inputs={"n": n}) for n in range(5)]
    key = make(key_check("c", *cases, points=9, partial=True))
    answered = outcomes(key, lambda _, case: case.expected if case.inputs["n"] < right else -1.0)
    result = judge(key, answered)
    assert (result.score, result.status, result.checks[0].status) == (points, status, status)


@pytest.mark.parametrize(
    ("answers", "status", "score", "extra"),
    [
        ((1.0, 1.0), "passed", 4, 2),
        ((1.0, 2.0), "passed", 2, 0),
        ((2.0, 1.0), "failed", 2, 2),
        ((2.0, 2.0), "failed", 0, 0),
    ],
)
def test_extra_credit_comes_on_top(answers, status, score, extra):
    """It is in the score, and neither in the most there is nor in the status."""
    key = make(key_check("c", key_case(1.0)), key_check("more", key_case(1.0), extra=True))
    asked = dict(zip(("c", "more"), answers, strict=True))
    result = judge(key, outcomes(key, lambda check, _: asked[check.name]))
    assert (result.status, result.score, result.max_score) == (status, score, 2)
    assert (result.extra_credit, key.points) == (extra, 2)


def test_a_check_without_cases_has_all_its_points():
    """An audit leaves out cases that it cannot ask; nothing of such a check is wrong."""
    result = judge(make(key_check("c"), key_check("d", partial=True)), {"c": [], "d": []})
    assert (result.status, result.score) == ("passed", 4)


def test_the_first_case_that_fails_is_told():
    """Whether it is wrong, or came to nothing."""
    key = make(key_check("c", key_case(1.0), key_case(2.0), key_case(3.0)))
    answers = {1.0: 1.0, 2.0: Problem("raised", "ValueError"), 3.0: 4.0}
    finding = judge(key, outcomes(key, lambda _, case: answers[case.expected])).checks[0].finding
    assert (finding.problem.type, finding.difference, finding.failed) == ("ValueError", None, 2)


def test_the_tolerance_is_the_checks_own():
    """The same answer is close enough for one and not for the other."""
    loose, fine = Tolerance(rtol=0.1), Tolerance()
    key = make(
        key_check("loose", key_case(1.0), tolerance=loose),
        key_check("fine", key_case(1.0), tolerance=fine),
    )
    result = judge(key, outcomes(key, lambda *_: 1.05))
    assert [check.status for check in result.checks] == ["passed", "failed"]


def test_only_public_checks_with_a_plot_are_drawn():
    """The first case of each, with what came back or nothing."""
    key = make(
        key_check("public", key_case(np.ones(3)), key_case(np.zeros(3)), plot=PLOT),
        key_check("hidden", key_case(np.ones(3)), public=False, plot=PLOT),
        key_check("plain", key_case(np.ones(3))),
    )
    (drawing,) = judge(key, outcomes(key, lambda *_: np.full(3, 2.0))).drawings
    assert drawing.label == Text(ko="public (ko)", en="public")
    assert drawing.plot is PLOT
    assert drawing.expected.tolist() == [1.0, 1.0, 1.0]
    assert drawing.output.tolist() == [2.0, 2.0, 2.0]
    (nothing,) = judge(key, outcomes(key, lambda *_: Problem("timeout"))).drawings
    assert nothing.output is None


def test_what_is_right_needs_no_diagnosis():
    """Also where a mistake would have answered rightly."""
    key = make(key_check("c", key_case(1.0, lucky=1.0)))
    result = judge(key, outcomes(key, lambda *_: 1.0))
    assert (result.status, result.diagnosis) == ("passed", None)


def test_without_outcomes_every_case_has_the_problem():
    """Nothing could be run."""
    key = make(key_check("a", key_case(1.0), key_case(2.0)), key_check("b", key_case(1.0)))
    result = judge_without_outcomes(key, Problem("unreadable", type="empty"))
    assert [check.finding.failed for check in result.checks] == [2, 1]
    assert result.score == 0


def test_judging_here(toy, toy_keys):
    """In this process: the course's own versions, with inputs of their own each time."""
    for solution in toy.solutions():
        key = toy_keys[solution.name]
        assert judge_here(key, solution.reference).status == "passed"
        for name, version in solution.mistakes.items():
            result = judge_here(key, version)
            assert (result.diagnosis.kind, result.diagnosis.name) == ("mistake", name)
        assert judge_here(key, solution.reference).status == "passed"
        assert {judge_here(key, each).status for each in (None, 3, "text")} == {"missing"}


def test_an_endless_loop_here_ends_by_itself(toy_keys):
    """In a notebook as on a terminal; the first interrupt may be caught, and others are not run."""
    asked = []

    def double(x):
        asked.append(x)
        try:
            while True:
                pass
        except KeyboardInterrupt:
            while True:
                pass

    result = judge_here(toy_keys["double"], double, seconds=0.2)
    assert result.status == "timeout"
    assert len(asked) <= 3


def test_one_interrupt_ends_a_check_here(toy_keys):
    """Whoever presses Ctrl-C wants all of it to end."""

    def double(x):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        judge_here(toy_keys["double"], double, seconds=5)
