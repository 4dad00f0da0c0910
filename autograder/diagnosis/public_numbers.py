"""Numbers in a diagnosis: a submission can choose one by a hidden input."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from autograder.diagnosis.diagnosis import Diagnosis

__all__ = ["with_public_numbers"]

_SMALL: Final = [float(sign * n) for n in range(1, 11) for sign in (1, -1)]
_FACTORS: Final = _SMALL + [1 / each for each in _SMALL]
"""The factors and offsets that are told when only hidden checks show them: anybody would think of
them."""


def with_public_numbers(
    found: Sequence[Diagnosis], on_public: Callable[[], Sequence[Diagnosis]]
) -> tuple[Diagnosis, ...]:
    """Leave out the numbers, and the checks, that the public checks alone do not show.

    These were answered before any hidden input was seen.

    Args:
        found: explanations of all answers.
        on_public: finds those of the public answers.

    Returns:
        What may be told. A factor or an offset that is nothing but its number is not.
    """
    if not any(each.value is not None or each.checks for each in found):
        return tuple(found)
    known = {(each.kind, each.name, each.of): each for each in on_public()}
    told = (_told(each, known.get((each.kind, each.name, each.of))) for each in found)
    return tuple(each for each in told if each is not None)


def _told(found: Diagnosis, public: Diagnosis | None) -> Diagnosis | None:
    if public is not None:
        return replace(found, value=public.value, checks=public.checks if found.checks else ())
    if found.kind == "relation" and found.value is not None:
        few = _SMALL if found.name == "offset" else _FACTORS
        value = next((each for each in few if math.isclose(each, found.value, rel_tol=1e-6)), None)
        if value is None and found.of is None:
            return None
        return replace(found, value=value, checks=())
    return replace(found, value=None, checks=())
