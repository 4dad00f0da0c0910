"""Which submissions look alike beyond what the task makes alike: a hint, and no accusation.

Programs are compared by runs of tokens, whatever names and layout they have. Runs that stand in
what was handed out, or in many submissions, say nothing and are left out; the rarer a shared run,
the more it counts.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["Alike", "alike_pairs", "runs_of_tokens"]

_TOKENS: Final = re.compile(
    r"#[^\n]*|\"\"\".{0,20000}?\"\"\"|'''.{0,20000}?'''|\"[^\"\n]*\"|'[^'\n]*'"
    r"|[^\W\d]\w*|\d[\w.]*|[^\s\w]",
    re.DOTALL,
)
_RUN: Final = 12
"""Tokens of a run."""

_WINDOW: Final = 4
"""Of so many runs in a row the one with the smallest digest is kept."""

_LONGEST: Final = 200_000
_KEPT_WORDS: Final = frozenset(
    "and as class def del elif else except for from if import in is lambda not or pass raise "
    "return try while with yield np".split()
)
_COMMON: Final = 0.1
"""Of the class: a run that so many have comes from the task."""

_FEW: Final = 3
"""Submissions that may always share a run."""

_ENOUGH: Final = 0.6
_FEWEST_RUNS: Final = 8
_MOST_PAIRS: Final = 50


@dataclass(frozen=True)
class Alike:
    """Two submissions that look alike.

    Attributes:
        students: the two.
        share: of what is particular in the shorter one, how much is in the other, from 0 to 1.
        runs: how many runs they share.
    """

    students: tuple[str, str]
    share: float
    runs: int


def runs_of_tokens(source: str) -> frozenset[int]:
    """The digests of a program's runs of tokens; names, comments and strings do not count."""
    tokens = list(_plain_tokens(source[:_LONGEST]))
    digests = [
        zlib.crc32(" ".join(tokens[start : start + _RUN]).encode())
        for start in range(len(tokens) - _RUN + 1)
    ]
    last = max(1, len(digests) - _WINDOW + 1)
    return frozenset(min(digests[start : start + _WINDOW]) for start in range(last) if digests)


def _plain_tokens(source: str) -> Iterator[str]:
    for found in _TOKENS.finditer(source):
        token = found[0]
        if token[0] == "#":
            continue
        if token[0] in "\"'":
            yield "s"
        elif token[0].isalpha() or token[0] == "_":
            yield token if token in _KEPT_WORDS else "n"
        else:
            yield token


def alike_pairs(programs: Mapping[str, str], handed_out: Iterable[str]) -> list[Alike]:
    """The pairs that look alike, the most alike first.

    Args:
        programs: by student, what was handed in.
        handed_out: stubs and the like, of which nothing counts.
    """
    known = frozenset().union(*map(runs_of_tokens, handed_out))
    runs = {student: runs_of_tokens(source) - known for student, source in programs.items()}
    owners: defaultdict[int, list[str]] = defaultdict(list)
    for student, own in runs.items():
        for run in own:
            owners[run].append(student)
    most = max(_FEW, int(_COMMON * len(programs)))
    weight = {
        run: math.log(max(2, len(programs)) / len(who)) + 0.1
        for run, who in owners.items()
        if len(who) <= most
    }
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    counts: Counter[tuple[str, str]] = Counter()
    for run, worth in weight.items():
        who = sorted(owners[run])
        for place, first in enumerate(who):
            for second in who[place + 1 :]:
                shared[first, second] += worth
                counts[first, second] += 1
    whole = {student: sum(weight.get(run, 0.0) for run in own) for student, own in runs.items()}
    found = [
        Alike(pair, share, counts[pair])
        for pair, sum_ in shared.items()
        if counts[pair] >= _FEWEST_RUNS
        and (share := sum_ / max(min(whole[pair[0]], whole[pair[1]]), 1e-9)) >= _ENOUGH
    ]
    return sorted(found, key=lambda each: (-each.share, -each.runs, each.students))[:_MOST_PAIRS]
