"""A diagnosis explains; it does not guess. General relations on real exercises."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.grading.judge import judge
from autograder.grading.key import make_key
from autograder.grading.outcomes import Outcome
from tests.conftest import SEED
from tests.course.conftest import ROOT

NAMES = sorted(path.parent.name for path in ROOT.glob("solutions/*/*/grading.py"))


@pytest.fixture(scope="module")
def keys(course):
    """The keys of all exercises, hidden checks included."""
    return {solution.name: make_key(solution, SEED) for solution in course.solutions()}


def changed(value, change):
    """A value with every real number in it changed, its structure and dtypes kept."""
    if isinstance(value, dict):
        return {name: changed(item, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(changed(item, change) for item in value)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return np.asarray(change(value), dtype=value.dtype)
    return float(change(np.asarray(value))) if isinstance(value, float) else value


def diagnosed(key, change):
    """What is said of answers that are all changed like this."""
    outcomes = {
        check.name: [Outcome(output=changed(case.expected, change)) for case in check.cases]
        for check in key.checks
    }
    return judge(key, outcomes).diagnosis


@pytest.mark.parametrize("name", NAMES)
def test_random_answers_have_no_diagnosis(keys, name):
    """Noise is no mistake and no relation."""
    rng = np.random.default_rng(3)
    for _ in range(20):
        found = diagnosed(keys[name], lambda x: x * (1 + rng.normal(size=x.shape)) + rng.normal())
        assert found is None or found.kind == "mistake", found


RELATIONS = {
    "negated": lambda x: -x,
    "complement": lambda x: 1 - x,
    "factor": lambda x: 2 * x,
    "offset": lambda x: x + 0.5,
}


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("name", ["softmax", "moving_average", "adagrad_learning_rates"])
def test_a_relation_is_found_with_no_word_from_the_author(keys, name, relation):
    """Or a known mistake that answers the same."""
    found = diagnosed(keys[name], RELATIONS[relation])
    assert found is not None
    assert found.kind == "mistake" or found.name == relation
