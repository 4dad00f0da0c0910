"""Which cases of a large table `make test` tries; `make proof` tries all of them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

__all__ = ["SEED", "chosen", "sampled"]

SEED = "1"
"""Of every sample: with another one `make test` tries other cases."""

Case = TypeVar("Case")


def chosen(
    cases: Iterable[Case],
    share: float,
    *,
    name: Callable[[Case], str] = str,
    kind: Callable[[Case], object] = lambda case: None,
    of: str = "",
) -> list[Case]:
    """The cases of a sample, in their order: this share of each kind, and at least one.

    Which they are depends on their own names alone: a new case leaves the others where they are.

    Args:
        cases: all of them.
        share: between 0 and 1.
        name: what a case is called; no other one is called so.
        kind: each kind is in the sample.
        of: what the sample is of; for something else other cases are chosen.
    """
    kinds: dict[object, list[str]] = {}
    for case in (cases := list(cases)):
        kinds.setdefault(kind(case), []).append(name(case))
    taken: set[str] = set()
    for names in kinds.values():
        names.sort(key=lambda each: hashlib.sha256(f"{SEED} {of} {each}".encode()).digest())
        taken.update(names[: max(1, math.ceil(share * len(names)))])
    return [case for case in cases if name(case) in taken]


def sampled(
    cases: Iterable[Case],
    share: float,
    *,
    name: Callable[[Case], str] = str,
    kind: Callable[[Case], object] = lambda case: None,
    of: str = "",
) -> list[object]:
    """All cases for `pytest.mark.parametrize`, those outside of the sample marked `proof`.

    Args:
        cases: all of them; a tuple is the values of several parameters.
        share: as for `chosen`.
        name: as for `chosen`; it is the id of the test too.
        kind: as for `chosen`.
        of: as for `chosen`.
    """
    cases = list(cases)
    taken = {name(case) for case in chosen(cases, share, name=name, kind=kind, of=of)}
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            id=name(case),
            marks=() if name(case) in taken else pytest.mark.proof,
        )
        for case in cases
    ]
