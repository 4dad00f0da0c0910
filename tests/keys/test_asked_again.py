"""What a student's own check asks a second time."""

from __future__ import annotations

import dataclasses

import numpy as np

from autograder.grading.judge import judge_here
from autograder.keys.asked_again import ask_again
from autograder.keys.making import make_key
from autograder.keys.public_file import dump_key, load_key
from tests.grading.versions import key_case, key_check


def test_the_first_case_of_each_check_is_asked_again():
    """Without points; not where another answer to the same question may be right."""
    plain = key_check("plain", key_case(1.0), key_case(2.0))
    seen = dataclasses.replace(key_check("seen", key_case(3.0)), reports="inputs_after")
    (again,) = ask_again([plain, seen])
    assert (again.points, again.cases) == (0, plain.cases[:1])


def test_an_own_check_says_that_an_answer_draws_by_itself(toy):
    """Equal calls are answered otherwise; where they are not, nothing is said of it."""
    key = load_key(dump_key(make_key(next(toy.solutions()), None), "0" * 64))
    rng = np.random.default_rng(3)
    drawn = judge_here(key, lambda x: np.asarray(x) * rng.normal())
    assert [each.name for each in drawn.diagnoses] == ["draws_by_itself"]
    other = judge_here(key, lambda x: np.asarray(x) * 3.7)
    assert all(each.facet == "values" for each in other.diagnoses)
