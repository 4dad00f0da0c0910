"""The corpora of the second course: what is named of them does not fall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.keys.making import make_key
from autograder.limits import Limits
from autograder.validation.corpus import read_corpus
from autograder.validation.corpus_grading import GradedEntry, grade_corpora
from autograder.validation.diagnosis_figures import (
    by_exercise,
    falls,
    page,
    page_path,
    read_figures,
)
from autograder.variants.working_out import work_out
from tests.linear_algebra.test_course import ROOT, SOLUTIONS
from tests.toy_settings import SEED

SAMPLE = ["random_range"]
"""One exercise whose library takes a second; `make proof` grades all corpora, by the command."""


def test_every_exercise_has_wrong_answers_and_a_right_one():
    """Half of them, by their digests, is set aside."""
    entries = [each for s in SOLUTIONS.values() for each in read_corpus(s.folder).entries]
    wrong = [each for each in entries if not each.right]
    assert {each.exercise for each in wrong} == set(SOLUTIONS)
    assert len(wrong) >= 60
    assert len(entries) - len(wrong) >= 15
    assert 0.4 < sum(each.seen for each in wrong) / len(wrong) < 0.6


def test_the_page_shows_what_is_recorded():
    """And every entry is in it."""
    recorded = read_figures(ROOT)["corpus"]
    wrong = [e for s in SOLUTIONS.values() for e in read_corpus(s.folder).entries if not e.right]
    kinds = ("plain", "composed", "public")
    counted = sum(
        counts.entries
        for groups in recorded.values()
        for group, counts in groups.items()
        if group.endswith(kinds)
    )
    assert counted == len(wrong)
    assert page_path(ROOT).read_text(encoding="utf-8") == page(ROOT)


@pytest.mark.sandbox
@pytest.mark.no_cover  # it runs many variants
@pytest.mark.parametrize("name", SAMPLE)
def test_as_much_is_named_as_is_recorded(name):
    """And no entry is graded otherwise than it says."""
    key = make_key(SOLUTIONS[name], SEED)
    keys = {name: replace(key, library=work_out(SOLUTIONS[name], key))}
    chosen = [SOLUTIONS[name]]
    graded = list(
        grade_corpora(chosen, keys, language="en", limits=Limits(), layers="inner", workers=2)
    )
    assert [each for each in graded if not isinstance(each, GradedEntry) or each.fault] == []
    # What an exercise's own judge says is read by the student, too.
    assert any(said.facet == "judged" for each in graded for said in each.said)
    assert list(falls(read_figures(ROOT)["corpus"], by_exercise(graded))) == []
