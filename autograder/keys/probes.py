"""Probe calls: ungraded ones with small plain inputs, asked only of an exercise that is wrong.

They tell apart what the few wrong numbers of the checks do not, and what an error there hides. The
inputs are drawn from the domains of the arguments; where these are no data, as of a class or a
function of functions, the exercise's own cases are drawn anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.course import Case, Check, CourseError, Solution
from autograder.course.domains import read_domains
from autograder.course.seeds import generator
from autograder.keys.cases import make_case, make_check, pack_cases, without_cases
from autograder.keys.key import KeyCheck
from autograder.keys.plain_inputs import NoPlainInputError, Style, draw_inputs
from autograder.sandbox.call import signature_of
from autograder.sandbox.codec import encode
from autograder.texts import Text

__all__ = ["make_probes"]

_STYLES = (
    Style(sizes=(3, 2, 4), axes=1, settings=False),
    Style(sizes=(4, 2, 3), axes=1, settings=True),
    Style(sizes=(3, 2, 4), axes=0, settings=True),
    Style(sizes=(3, 4, 2), axes=2, settings=True),
    Style(sizes=(6, 3, 2), axes=1, settings=True),
    Style(sizes=(10, 2, 3), axes=0, settings=False),
)
_TWICE = Style(sizes=(3, 2, 4), axes=1, settings=True)

_OF_ONE_CHECK = 2
"""How many cases of one check are drawn anew."""

_PATIENCE = 1.0
"""Seconds that the reference, or a mistake, may take for one probe call that nobody wrote."""


def make_probes(solution: Solution, seed: bytes) -> tuple[KeyCheck, ...]:
    """Make the probe calls of an exercise: its author's, and automatic ones.

    Args:
        solution: the exercise.
        seed: the course's secret.

    Returns:
        Checks without points that are in no result. The last two calls are equal: a driver reports
        both, or a case comes twice.

    Raises:
        CourseError: if one of its author's is not data, or the reference fails on it.
    """
    own = [make_check(solution, check, seed) for check in solution.exercise.probes]
    drawn = _accepted(solution, _drawn_from_domains(solution, seed)) or _accepted(
        solution, _drawn_anew(solution, seed)
    )
    return (*own, *drawn)


def _accepted(solution: Solution, drawn: Iterable[tuple[Check, bytes]]) -> list[KeyCheck]:
    asked = (_probe(solution, check, packed) for check, packed in drawn)
    accepted = [each for each in asked if each is not None]
    return [replace(each, name=f"probe call {n}") for n, each in enumerate(accepted, 1)]


def _probe(solution: Solution, check: Check, packed: bytes) -> KeyCheck | None:
    """A probe call of the key; None where the reference refuses it or somebody takes too long."""
    try:
        made = without_cases(solution, check)
        case = make_case(solution, check, made, packed, _PATIENCE)
    except CourseError:
        return None
    return replace(made, cases=(case,)) if _is_finite(case.expected) else None


def _is_finite(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_finite, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_finite, value))
    if isinstance(value, float | np.ndarray):
        return bool(np.isfinite(value).all())
    return True


def _drawn_from_domains(solution: Solution, seed: bytes) -> Iterator[tuple[Check, bytes]]:
    """Plain calls with inputs from the domains; none where these are no data."""
    parameters = signature_of(solution.reference).get("")
    if isinstance(solution.reference, type) or parameters is None:
        return
    domains = read_domains(solution.exercise.domain)
    for number, style in enumerate((*_STYLES, _TWICE)):
        check = _ungraded("twice" if style is _TWICE else "call")
        rng = generator(seed, solution.name, f"probe call {number}")
        try:
            yield check, encode(draw_inputs(parameters, domains, style, rng))
        except NoPlainInputError:
            return


def _ungraded(driver: str) -> Check:
    name = "probe call"
    return Check(
        name=name,
        label=Text(name),
        translations={},
        points=0,
        public=False,
        driver=driver,
        reports=None,
        rtol=None,
        judge=None,
        atol=None,
        plot=None,
        cases=_no_cases,
        line=0,
    )


def _no_cases(_: np.random.Generator) -> Iterator[Case]:
    yield from ()


def _drawn_anew(solution: Solution, seed: bytes) -> Iterator[tuple[Check, bytes]]:
    """Some small cases of the exercise's checks, from a seed of their own; the first one twice."""
    found = sorted(_new_cases(solution, seed), key=lambda each: (not each[0].public, len(each[1])))
    taken: list[tuple[Check, bytes]] = []
    for check, packed in found:
        of_check = sum(each is check for each, _ in taken)
        if of_check < _OF_ONE_CHECK and len(taken) < len(_STYLES):
            taken.append((check, packed))
    for check, packed in (*taken, *taken[:1]):
        yield replace(check, points=0, public=False, plot=None), packed


def _new_cases(solution: Solution, seed: bytes) -> Iterator[tuple[Check, bytes]]:
    other_seed = hashlib.sha256(b"probe calls" + seed).digest()
    for check in solution.exercise.checks:
        try:
            known = pack_cases(solution, check, seed)
            anew = pack_cases(solution, replace(check, public=False), other_seed)
        except CourseError:
            continue
        # What depends on no seed is asked already.
        yield from ((check, packed) for packed in anew if packed not in known)
