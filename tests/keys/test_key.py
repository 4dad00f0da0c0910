"""What an exercise is graded by, worked out from its folder."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from autograder.course import Case, CourseError, load_course
from autograder.keys import cases as case_making
from autograder.keys.making import make_key
from autograder.limits import Limits
from autograder.sandbox.codec import encode
from autograder.texts import Text
from tests.toy_settings import SEED


@pytest.fixture
def double(toy):
    """The exercise `double` of the toy course."""
    return next(toy.solutions())


def with_cases(solution, cases):
    """The exercise with other cases in its first check."""
    first, *others = solution.exercise.checks
    exercise = dataclasses.replace(solution.exercise)
    exercise.checks = [dataclasses.replace(first, cases=cases), *others]
    return dataclasses.replace(solution, exercise=exercise)


def inputs(key):
    """The bytes of all inputs, by check."""
    return {check.name: [encode(case.inputs) for case in check.cases] for check in key.checks}


def test_a_key_has_all_that_is_known(double):
    """Every check in order, each case with what is expected and what each mistake answers."""
    key = make_key(double, SEED)
    assert [(check.name, check.points, check.public) for check in key.checks] == [
        ("a few numbers", 1, True),
        ("negative numbers", 3, True),
        ("large numbers", 4, False),
        ("the input stays", 2, False),
    ]
    assert (key.exercise, key.assignment, key.points) == ("double", "basics", 10)
    assert key.title == Text(en="Double", ko="두 배")
    assert list(key.hints) == ["squares", "drops_the_sign", "changes_its_input"]
    case = key.checks[0].cases[0]
    assert case.expected.tolist() == [2.0, 4.0, 8.0]
    assert case.mistakes["squares"].output.tolist() == [1.0, 4.0, 16.0]
    assert key.checks[0].label.of("ko") == "몇 개의 수"


def test_without_a_seed_there_are_public_checks_alone(double):
    """The student's key has no hidden case in it."""
    key = make_key(double, None)
    assert [check.name for check in key.checks] == ["a few numbers", "negative numbers"]


def test_public_cases_are_fixed_and_hidden_ones_are_not(double):
    """The seed changes the hidden inputs and nothing else."""
    one, two, again = (inputs(make_key(double, seed)) for seed in (SEED, bytes(32), SEED))
    assert one == again
    assert one["negative numbers"] == two["negative numbers"]
    assert one["large numbers"] != two["large numbers"]
    assert inputs(make_key(double, None)).items() <= one.items()


def test_a_mistake_that_changes_its_inputs_changes_nobody_elses(double):
    """Each version gets inputs of its own."""
    case = make_key(double, SEED).checks[0].cases[0]
    assert case.inputs["x"].tolist() == [1.0, 2.0, 4.0]
    assert case.mistakes["changes_its_input"].output.tolist() == [2.0, 4.0, 8.0]


BROKEN = {
    "cannot cross": (lambda rng: iter([Case(x=object())]), "a case cannot cross: type"),
    "raises": (lambda rng: iter([Case(x=1 / 0)]), "raise ZeroDivisionError: division by zero"),
    "no cases": (lambda rng: iter([]), "has no cases"),
    "reference fails": (lambda rng: iter([Case(y=np.ones(3))]), "the reference fails on a case"),
}


@pytest.mark.parametrize(("cases", "said"), BROKEN.values(), ids=BROKEN)
def test_a_check_that_cannot_be_worked_out_is_named(double, cases, said):
    """With its file and line."""
    with pytest.raises(CourseError, match=said) as caught:
        make_key(with_cases(double, cases), None)
    assert caught.value.path.parent == double.folder


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("reference", "the reference does not return within 0.2 seconds"),
        ("mistake", "mistake 'squares' does not return within 0.2 seconds"),
    ],
)
def test_what_does_not_return_is_named(double, monkeypatch, what, said):
    """And nothing waits for it."""

    def endless(x):
        while True:
            pass

    monkeypatch.setattr(case_making, "_PATIENCE", 0.2)
    changed = (
        {"reference": endless}
        if what == "reference"
        else {"mistakes": {**double.mistakes, "squares": endless}}
    )
    with pytest.raises(CourseError, match=said):
        make_key(dataclasses.replace(double, **changed), None)


def test_an_unknown_driver_is_named(double):
    """It is the check's own fault, not the reference's."""
    first = dataclasses.replace(double.exercise.checks[0], driver="nobody")
    exercise = dataclasses.replace(double.exercise)
    exercise.checks = [first]
    with pytest.raises(CourseError, match=r"grading\.py:\d+: there is no driver 'nobody'"):
        make_key(dataclasses.replace(double, exercise=exercise), None)


def test_limits_are_the_courses(toy_root):
    """What it sets, and the defaults for the rest."""
    toml = toy_root / "course.toml"
    limits = load_course(toy_root).settings.limits
    assert (limits.cell_seconds, limits.memory_mb) == (2, Limits().memory_mb)
    text = toml.read_text(encoding="utf-8")
    for wrong in ("check_seconds = 0", "check_seconds = -1", "check_minutes = 1"):
        toml.write_text(text.replace("check_seconds = 1", wrong), encoding="utf-8")
        with pytest.raises(CourseError, match=r"course\.toml:11: .*limits"):
            load_course(toy_root)
