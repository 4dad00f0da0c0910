"""A diagnosis explains; it does not guess: on every exercise, and whatever is answered."""

from __future__ import annotations

import functools
import zlib

import numpy as np
import pytest

from autograder.diagnosis.explanations import general_relation
from autograder.keys.answer import all_answers
from autograder.keys.facts import Fact, facts
from autograder.keys.making import make_key
from autograder.sandbox.outcome import Outcome
from tests.sampling import sampled
from tests.this_course.conftest import ROOT
from tests.toy_settings import SEED

NAMES = sorted(path.parent.name for path in ROOT.glob("solutions/*/*/grading.py"))
DRAWS = 3
"""Of each kind of wrong answer to each exercise; outside of the proof it is one."""


@pytest.fixture(scope="module")
def key_of(course):
    """A function that gives an exercise's key, hidden checks included."""
    solutions = {solution.name: solution for solution in course.solutions()}
    return functools.cache(lambda exercise: make_key(solutions[exercise], SEED))


def reported(check, case, change):
    """What a driver reports of such an answer; the inputs after the call are no answer."""
    found = {
        fact: value if fact == Fact.INPUTS_AFTER else answered(value, change)
        for fact, value in facts(check.reports, case.expected).items()
    }
    return found[Fact.RESULT] if check.reports == "result" else found


def answered(value, change):
    """An answer with all numbers in it changed, its structure and dtypes kept."""
    if isinstance(value, dict):
        return {name: answered(item, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(answered(item, change) for item in value)
    if isinstance(value, bool) or not isinstance(value, int | float | np.ndarray):
        return value
    array = np.asarray(value)
    new = np.asarray(change(array)).astype(array.dtype)
    return new if isinstance(value, np.ndarray) else new.item()


def some_entries(share):
    """Random entries wrong, others right."""

    def change(rng, x):
        # Integers are to change, too.
        wrong = x + rng.normal(size=x.shape) + rng.choice([-3, 3], size=x.shape)
        return np.where(rng.random(x.shape) < share, wrong, x)

    return change


def one_entry(rng):
    """Wrong in one place of all, right everywhere else."""
    left = [rng.integers(1, 20)]

    def change(x):
        left[0] -= x.size > 0
        if left[0] or not x.size:
            return x
        new = x.copy()
        new.flat[rng.integers(x.size)] += rng.choice([1, 2, 3])
        return new

    return change


def constant(rng):
    """One number in every place."""
    number = rng.choice([0, 1, -1, 0.5, rng.normal()])
    return lambda x: np.full_like(x, number)


def each(change):
    """The same done to every number or array, one after the other."""
    return lambda rng: lambda x: change(rng, x)


WRONG = {
    "a lot of noise": each(lambda rng, x: x * (1 + rng.normal(size=x.shape)) + rng.normal()),
    "little noise": each(
        lambda rng, x: x + rng.normal(size=x.shape) * 10.0 ** rng.integers(-7, -2)
    ),
    "random numbers": each(lambda rng, x: 3 * rng.normal(size=x.shape)),
    "random shares": each(lambda rng, x: rng.random(x.shape)),
    "another order": each(lambda rng, x: rng.permutation(x.ravel()).reshape(x.shape)),
    "another order of rows": each(lambda rng, x: rng.permutation(x) if x.ndim else x),
    "one entry": one_entry,
    "a constant": constant,
    "one of its own": each(lambda rng, x: np.full_like(x, rng.choice(x.ravel())) if x.size else x),
    "few entries": each(some_entries(0.1)),
    "some entries": each(some_entries(0.4)),
    "most entries": each(some_entries(0.9)),
    "some parts": each(lambda rng, x: x + rng.normal(size=x.shape) if rng.random() < 0.5 else x),
    "integers": each(lambda rng, x: rng.integers(-3, 4, size=x.shape)),
    "zeros and ones": each(lambda rng, x: rng.integers(0, 2, size=x.shape)),
    "noise, rounded": each(lambda rng, x: np.round(x + rng.normal(size=x.shape))),
}


@pytest.mark.no_cover  # it takes as long again, and tests/diagnosis covers the same lines
@pytest.mark.parametrize(
    ("name", "kind"),
    sampled(
        [(name, kind) for name in NAMES for kind in WRONG],
        0.03,
        name="-".join,
        kind=lambda each: each[1],
    ),
)
def test_random_answers_have_no_relation(request, key_of, name, kind):
    """None of the general ones explains what is wrong by chance."""
    key = key_of(name)
    for seed in range(DRAWS if request.config.getoption("proof") else 1):
        rng = np.random.default_rng([seed, zlib.crc32(f"{name} {kind}".encode())])
        change = WRONG[kind](rng)
        outcomes = {
            check.name: [Outcome(reported(check, case, change)) for case in check.cases]
            for check in key.checks
        }
        assert general_relation(all_answers(key, outcomes)) is None
