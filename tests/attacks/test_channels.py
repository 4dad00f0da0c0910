"""Nothing passes from one submission to another: 64 bits are sent by each way, and none arrives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.attacks.channels import PAIRINGS, USERS, WAYS, WITHOUT, arrived_as, command, is_chance
from tests.sandbox.conftest import needs

pytestmark = pytest.mark.sandbox

SECURITY = Path(__file__).resolve().parents[2] / "SECURITY.md"
LATER = [name for name, way in WAYS.items() if not way.meanwhile]
MEANWHILE = [name for name, way in WAYS.items() if way.meanwhile]
_TRIES = 3
"""Where the machine is busy, two that run at the same time may miss each other once."""
HALVES = ([*LATER[::2], *MEANWHILE[::2]], [*LATER[1::2], *MEANWHILE[1::2]])

WITHOUT_NAMESPACES = {
    "times of access",
    "numbers of threads",
    "numbers of inodes",
    "threads of the other",
    "descriptors of the other",
}
"""What SECURITY.md says of a machine on which no namespaces can be made."""


def sent(layers, user, pairing, ways):
    """By way, how many bits arrived; and whether there were namespaces."""
    needs(layers.removesuffix(WITHOUT))
    prefix = command(user)
    if prefix is None:
        pytest.skip(f"nobody can become {user} here")
    return arrived_as(prefix, layers, pairing, ways)


def passed(layers, user, pairing, ways):
    """The ways by which more arrived than by chance, and more than is said."""
    found, separated = sent(layers, user, pairing, ways)
    said = set() if separated else WITHOUT_NAMESPACES
    return {
        name: count for name, count in found.items() if not is_chance(count) and name not in said
    }


@pytest.mark.parametrize(
    ("layers", "user", "pairing", "ways"),
    [
        pytest.param(
            *("inner", "ordinary", "one sandbox", HALVES[0]), id="inner", marks=pytest.mark.proof
        ),
        pytest.param("full", "root", "two sandboxes", HALVES[1], id="full"),
    ],
)
def test_nothing_arrives(layers, user, pairing, ways):
    """Half of the ways; `make proof` tries all with each layer, each user and each pairing."""
    user = user if command(user) is not None else "ordinary"
    assert passed(layers, user, pairing, ways) == {}


@pytest.mark.proof
@pytest.mark.parametrize("pairing", PAIRINGS)
@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("layers", ["inner", "full"])
def test_nothing_arrives_anywhere(layers, user, pairing):
    """Between two forks, two sandboxes, two runs; what runs at the same time is always in two."""
    ways = LATER if pairing != "two sandboxes" else [*LATER, *MEANWHILE]
    assert passed(layers, user, pairing, ways) == {}


@pytest.mark.proof
@pytest.mark.parametrize("layers", [f"inner{WITHOUT}", f"full{WITHOUT}"])
@pytest.mark.parametrize("user", USERS)
def test_without_namespaces_no_more_arrives_than_is_said(layers, user):
    """Where the system lets nobody make namespaces, the system calls alone are fewer."""
    assert passed(layers, user, "two sandboxes", [*WAYS]) == {}


@pytest.mark.parametrize(
    "ways",
    [
        ["a file somewhere", "limits of the parent", "flock"],
        pytest.param([name for name, way in WAYS.items() if way.bare], marks=pytest.mark.proof),
    ],
    ids=["some", "all"],
)
def test_each_is_a_way_where_no_sandbox_is(ways):
    """They are not held because they would not work anyway."""
    lost = ways
    for _ in range(_TRIES):
        found, _ = sent("none", USERS[command("root") is None], "one sandbox", lost)
        lost = [name for name, count in found.items() if count is None or count < 58]
        if not lost:
            return
    assert lost == []


def test_as_many_ways_as_are_said():
    """SECURITY.md counts them."""
    said = re.search(r"each of (\d+) ways", SECURITY.read_text(encoding="utf-8"))
    assert int(said[1]) == len(WAYS)
