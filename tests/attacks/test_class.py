"""A whole class of attackers at once, graded side by side from one folder."""

from __future__ import annotations

import os
import re
import shutil
import time

import pytest

from autograder.collecting.asked import Asked
from autograder.collecting.submissions import find_submissions
from autograder.workers.class_grading import grade_all
from tests.attacks import files
from tests.attacks.table import ATTACKS
from tests.attacks.world import ASSIGNMENTS, LIMITS, SLACK
from tests.cli.running import run
from tests.sandbox.conftest import needs
from tests.sandbox.test_sandbox import descendants, running
from tests.toy_settings import TOY

pytestmark = pytest.mark.sandbox

SIDE_BY_SIDE = [
    attack
    for number, attack in enumerate(ATTACKS)
    if attack.family in ("floods", "persistence") or (attack.path and number % 9 == 0)
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


HOSTILE_FILES = [attack for attack in ATTACKS if attack.family == "files"]


@pytest.mark.proof
def test_mistakes_of_a_hostile_folder(world, tmp_path):
    """They are listed and adopted as in any other: no secret, no link, no name does any harm."""
    needs("inner")
    course, submitted = tmp_path / "course", tmp_path / "submitted"
    shutil.copytree(TOY, course)
    cube = "def double(x):\n    return x * x * x + 7\n"
    submitted.mkdir()
    for number, attack in enumerate(HOSTILE_FILES):
        one = tmp_path / f"one-{number}"
        one.mkdir()
        files.ATTACKS[attack.name](one, world.course)
        for child in one.iterdir():
            mine = child.name == files.ME
            child.rename(submitted / (f"{number:03}-{child.name}" if mine else child.name))
    for student in ("two", "alike"):
        files.hand_in(submitted, student, cube)
    options = ("--course", course, "--sandbox", "inner")
    listed = run("mistakes", "list", submitted, *options)
    signature = re.search(r"^double (\w+): 2 \(", listed.out, re.MULTILINE)[1]
    done = run("mistakes", "adopt", submitted, "double", signature, "a_cube", *options)
    adopted = course / "solutions" / "basics" / "double" / "adopted" / "a_cube.toml"
    assert cube in adopted.read_text(encoding="utf-8")
    for text in (listed.out, listed.err, done.out, done.err):
        assert not re.search("Traceback|[\x1b\u202e\x00]", text)
        assert not any(canary in text for canary in world.canaries.values())
    assert world.left_behind() == []


def _place(submitted, name):
    submitted.mkdir(exist_ok=True)
    return submitted / name
