"""Mutants of the course's own references: of some exercises here, of all of them in the proof."""

from __future__ import annotations

import pytest

from autograder.validation.mutant_hunt import Hunt, hunt_all
from tests.sampling import sampled
from tests.sandbox.conftest import needs
from tests.this_course.conftest import ROOT
from tests.toy_settings import SEED

NAMES = sorted(path.parent.name for path in ROOT.glob("solutions/*/*/grading.py"))

pytestmark = pytest.mark.sandbox


@pytest.mark.parametrize("name", sampled(NAMES, 0.02, of="one hunt"))
def test_the_checks_kill_every_mutant(course, name):
    """But those that are listed as equivalent."""
    needs("inner")
    solution = next(each for each in course.solutions() if each.name == name)
    limits = course.settings.limits
    found = hunt_all([solution], SEED, limits=limits, layers="inner", workers=1)
    (hunt,) = (each for each in found if isinstance(each, Hunt))
    assert hunt.faults == []
    assert hunt.count("killed") == hunt.mortal > 0
