"""Tables of what attacks came to, for docs/attack-figures.md.

    python -m pytest tests/attacks --proof -n 2 --junitxml=root.xml
    python -m tests.attacks.figures counts root=root.xml ordinary=ordinary.xml

counts by what was tried, and by user.

    python -m tests.attacks.figures bits

sends 64 bits by each way with each layer, by each user that can be had here, and in each pairing,
and prints the most that arrived.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from tests.attacks.channels import PAIRINGS, USERS, WAYS, WITHOUT, arrived_as, command

GROUPS = {
    "all layers: every attack, twice": ("test_all_layers",),
    "the inner layer alone: every attack": ("test_the_inner_layer_alone",),
    "the outer layer alone: what bubblewrap can hold": ("test_the_outer_layer_alone",),
    "a careless grader: every attack, to see that it is one": ("test_a_careless_grader",),
    "pages, and files beside the notebook": ("test_a_page", "test_copying"),
    "the same in nbgrader as it comes": ("test_a_careless_page", "test_careless_copying"),
    "each rule of the door, with and without it": ("test_rule_", "test_every_", "test_the_seed"),
    "notes between forks": ("test_channels",),
    "everything else: side by side, faults, odd answers": ("",),
}
"""By what was tried, how the names of its tests begin, or that of their module."""


def counts(files: Iterable[str]) -> Iterator[str]:
    """Lines of Markdown: what was tried, and by user what became of it."""
    found: dict[str, Counter[tuple[str, str]]] = {}
    reasons: Counter[tuple[str, str]] = Counter()
    for each in files:
        user, _, path = each.partition("=")
        found[user] = Counter()
        for case in ElementTree.parse(path).iter("testcase"):
            skipped = case.find("skipped")
            broken = case.find("failure") is not None or case.find("error") is not None
            fate = "failed" if broken else "passed" if skipped is None else "skipped"
            found[user][_group(case), fate] += 1
            if skipped is not None:
                reasons[user, skipped.get("message", "")] += 1
    yield f"| what is tried | {' | '.join(found)} |"
    yield f"|---|{'---|' * len(found)}"
    for group in GROUPS:
        cells = [_fates(of_user, group) for of_user in found.values()]
        yield f"| {group} | {' | '.join(cells)} |"
    yield ""
    for (user, reason), count in sorted(reasons.items()):
        yield f"- {user}: {count} skipped: {reason}"


def _group(case: ElementTree.Element) -> str:
    names = (case.get("name", ""), case.get("classname", "").rpartition(".")[2])
    for group, beginnings in GROUPS.items():
        if any(name.startswith(beginnings) for name in names):
            return group
    raise AssertionError(names)


def _fates(found: Counter[tuple[str, str]], group: str) -> str:
    several = ((found[group, fate], fate) for fate in ("passed", "failed", "skipped"))
    return ", ".join(f"{count} {fate}" for count, fate in several if count) or "-"


def bits() -> Iterator[str]:
    """Lines of Markdown: by way and layer, the most bits that arrived of 64."""
    layers = ("none", "inner", "full", f"inner{WITHOUT}", f"full{WITHOUT}")
    most: dict[tuple[str, str], int] = {}
    for layer in layers:
        for user in USERS if layer != "none" else USERS[:1]:
            prefix = command(user)
            pairings = PAIRINGS[1:2] if layer.endswith(WITHOUT) else PAIRINGS
            for pairing in pairings if prefix is not None else ():
                ways = [
                    n for n, way in WAYS.items() if pairing == "two sandboxes" or not way.meanwhile
                ]
                found, _ = arrived_as(prefix or [], layer, pairing, ways)
                for name, count in found.items():
                    most[name, layer] = max(most.get((name, layer), 0), count or 0)
    yield f"| way | {' | '.join(layers)} |"
    yield f"|---|{'---:|' * len(layers)}"
    for name in WAYS:
        cells = [str(most.get((name, layer), "-")) for layer in layers]
        yield f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    for line in counts(given) if what == "counts" else bits():
        sys.stdout.write(f"{line}\n")
