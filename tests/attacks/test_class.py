"""A whole class of attackers at once, graded side by side from one folder."""

from __future__ import annotations

import os
import shutil
import time

import pytest

from autograder.collecting.asked import Asked
from autograder.collecting.submissions import find_submissions
from autograder.workers.class_grading import grade_all
from tests.attacks import files
from tests.attacks.table import ATTACKS
from tests.attacks.world import ASSIGNMENTS, LIMITS, SLACK
from tests.sandbox.conftest import needs
from tests.sandbox.test_sandbox import descendants, running

pytestmark = pytest.mark.sandbox

SIDE_BY_SIDE = [
    attack
    for number, attack in enumerate(ATTACKS)
    if attack.family in ("floods", "persistence") or (attack.path and number % 5 == 0)
]


@pytest.mark.parametrize("layer", ["full"])
def test_side_by_side(layer, world, keys, tmp_path):
    """Two at a time: the honest ones before, between and after them have all their points."""
    needs(layer)
    submitted = tmp_path / "submitted"
    for number, attack in enumerate(SIDE_BY_SIDE):
        world.hand_in(attack, tmp_path / "one", as_notebook=True)
        (tmp_path / "one" / files.ME).rename(_place(submitted, f"{number:03}-attack"))
        shutil.rmtree(tmp_path / "one")
        files.hand_in(submitted, f"{number:03}-honest", files.RIGHT)
    before = descendants(os.getpid())
    begun = time.monotonic()
    results = list(
        grade_all(
            find_submissions(submitted, Asked(ASSIGNMENTS)),
            {"basics": keys},
            limits=LIMITS,
            layers=layer,
            workers=2,
        )
    )
    seconds = time.monotonic() - begun
    assert len(results) == 2 * len(SIDE_BY_SIDE)
    for _, result in results:
        number, _, kind = result.student.partition("-")
        if kind == "honest":
            assert result.score == 16, result.student
        else:
            assert result.exercises[0].score <= SIDE_BY_SIDE[int(number)].double, result.student
    assert (
        seconds < len(SIDE_BY_SIDE) * ((LIMITS.cells_seconds + LIMITS.checks_seconds) + SLACK) / 2
    )
    assert running(descendants(os.getpid()) - before) == set()
    assert world.left_behind() == []


def _place(submitted, name):
    submitted.mkdir(exist_ok=True)
    return submitted / name
