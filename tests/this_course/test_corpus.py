"""The corpora of the course: what is named of them does not fall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.keys.making import make_key
from autograder.limits import Limits
from autograder.validation.corpus_grading import GradedEntry, grade_corpora
from autograder.validation.diagnosis_figures import by_exercise, falls, read_figures
from autograder.variants.working_out import work_out
from tests.this_course.conftest import ROOT
from tests.toy_settings import SEED

SAMPLE = ["exponential_decay"]
"""One exercise whose library takes few seconds; `make proof` grades all corpora, by the command."""


@pytest.mark.sandbox
@pytest.mark.no_cover  # it runs thousands of variants
@pytest.mark.parametrize("name", SAMPLE)
def test_as_much_is_named_as_is_recorded(name, course):
    """And no entry is graded otherwise than it says."""
    (solution,) = (each for each in course.solutions() if each.name == name)
    key = make_key(solution, SEED)
    keys = {name: replace(key, library=work_out(solution, key))}
    graded = list(
        grade_corpora([solution], keys, language="en", limits=Limits(), layers="inner", workers=2)
    )
    assert [each for each in graded if not isinstance(each, GradedEntry) or each.fault] == []
    assert list(falls(read_figures(ROOT)["corpus"], by_exercise(graded))) == []
