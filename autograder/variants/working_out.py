"""Working out what all variants of an exercise answer to all of its cases."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from autograder.course import Solution
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.keys.library import Explanation, Library
from autograder.keys.sketch import Reading, output_sketches
from autograder.sandbox.codec import Value, plain_copy
from autograder.sandbox.guest.call_bounds import CalledTooOftenError
from autograder.sandbox.guest.capture import captured
from autograder.sandbox.guest.drivers import find_driver
from autograder.sandbox.in_process import interrupted_after
from autograder.variants.listing import all_variants
from autograder.variants.ties import is_tie, said_by_both
from autograder.variants.variant import Variant

__all__ = ["work_out"]

_Array = np.ndarray[Any, np.dtype[np.float64]]

_PATIENCE: Final = 1.0
"""Seconds for all cases; a variant that takes longer is no variant."""


@dataclass(frozen=True)
class _Case:
    """One case of a check, and the parts of what the reference returns for it."""

    check: KeyCheck
    case: KeyCase
    readings: tuple[Reading, ...]

    @property
    def nothing(self) -> _Array:
        """The sketches where there is no output."""
        return np.full((len(self.readings), 3), np.nan)

    def sketches(self, output: Value) -> _Array:
        """The sketches of an output, part by part."""
        return output_sketches(self.check.reports, output, len(self.readings))

    def answer(self, implementation: Callable[..., Any], key: Key) -> _Array:
        """The sketches of what a function or class answers."""
        drive = find_driver(self.check.driver, key.driver_source)
        try:
            return self.sketches(drive(implementation, **plain_copy(self.case.inputs)))
        except (Exception, CalledTooOftenError):  # noqa: BLE001 - a wrong program may raise anything
            return self.nothing


def work_out(solution: Solution, key: Key, *, with_pairs: bool = True) -> Library:
    """Run all variants of an exercise on all of its cases.

    Args:
        solution: the exercise.
        key: of the exercise, with what the listed mistakes answer.
        with_pairs: whether to work out also what two explanations together lead to.

    Returns:
        The library. Of variants that answer everything alike it has the first, and none that
        answers everything rightly, or nothing.
    """
    cases = [
        _Case(check, case, tuple(check.expected_readings(case)))
        for check in key.asked
        for case in check.cases
    ]
    found = _Distinct([each for case in cases for each in case.readings])

    def answers_as(name: str | None, program: Callable[..., Any]) -> bool:
        answers = _called(lambda: program, key, cases)
        if answers is None:
            return False
        mistake = None if name is None else np.concatenate(_listed(name, cases))
        return found.are_alike(np.concatenate(answers), mistake)

    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        variants = all_variants(solution, key, with_pairs=with_pairs, answers_as=answers_as)
        for variant in variants:
            answers = _answers(variant, key, cases)
            if answers is not None:
                found.add(variant, answers)
    columns = [
        (number, part) for number, each in enumerate(cases) for part in range(len(each.readings))
    ]
    return _library(found, np.array(columns, dtype=np.int32).reshape(-1, 2))


def _answers(variant: Variant, key: Key, cases: Sequence[_Case]) -> _Array | None:
    """The sketches of what a variant answers, part by part, NaN where it has no output.

    Returns:
        The sketches, or None where it takes too long or cannot be made.
    """
    if variant.make is None:
        (mistake,) = variant.explanations
        return np.concatenate(_listed(mistake.name, cases))
    outputs = _called(variant.make, key, cases)
    return None if outputs is None else np.concatenate(outputs)


def _listed(name: str, cases: Sequence[_Case]) -> list[_Array]:
    outcomes = [each.case.mistakes[name] for each in cases]
    return [
        each.nothing if outcome.problem else each.sketches(outcome.output)
        for each, outcome in zip(cases, outcomes, strict=True)
    ]


def _called(
    make: Callable[[], Callable[..., Any]], key: Key, cases: Sequence[_Case]
) -> list[_Array] | None:
    """Call a variant on all cases; it is the course's own code, and so no door is in between."""
    outputs = []
    with captured(0), interrupted_after(_PATIENCE) as interrupted:
        try:
            implementation = make()
            for each in cases:
                outputs.append(each.answer(implementation, key))
        except (Exception, SystemExit):  # noqa: BLE001 - when it is loaded
            return None
    return None if interrupted else outputs


class _Distinct:
    """Variants that do not answer alike: neither as another one does, nor as the reference does."""

    def __init__(self, expected: list[Reading]) -> None:
        self._bounds = np.array([each.bounds for each in expected])
        self._right = np.array([[each.form, *each.projections] for each in expected])
        # What is alike lies near on any line, too: only neighbours there are compared.
        self._line = np.random.default_rng(3).uniform(1.0, 2.0, size=self._bounds.shape)
        # Texts alone have no numbers, and lie in one place.
        self._reach = float((self._line * self._bounds).sum()) or 1.0
        self._near: dict[tuple[bytes, float], list[int]] = {}
        self.variants: list[Variant] = []
        self.answers: list[_Array] = []

    def add(self, variant: Variant, answers: _Array) -> None:
        """Keep a variant, unless it answers nothing, or as something else does.

        Of pairs that answer alike only what all of them say is kept.
        """
        if np.isnan(answers).all() or self.are_alike(answers):
            return
        forms = answers[:, 0].tobytes()
        place = float((self._line * np.nan_to_num(answers[:, 1:])).sum())
        cells = {np.floor((place + side * self._reach) / (4 * self._reach)) for side in (-1, 1)}
        for cell in cells:
            for number in self._near.get((forms, cell), []):
                if self.are_alike(answers, self.answers[number]):
                    self._tie(number, variant)
                    return
        cell = np.floor(place / (4 * self._reach))
        self._near.setdefault((forms, cell), []).append(len(self.variants))
        self.variants.append(variant)
        self.answers.append(answers)

    def _tie(self, number: int, variant: Variant) -> None:
        if is_tie(self.variants[number], variant):
            self.variants[number] = said_by_both(self.variants[number], variant)

    def are_alike(self, answers: _Array, other: _Array | None = None) -> bool:
        """Whether two programs answer everything alike, or one of them everything rightly."""
        if other is None:
            other = self._right
        near = (np.abs(answers[:, 1:] - other[:, 1:]) <= self._bounds).all(axis=1)
        nothing = np.isnan(answers[:, 0]) & np.isnan(other[:, 0])
        return bool(((near & (answers[:, 0] == other[:, 0])) | nothing).all())


def _library(found: _Distinct, columns: np.ndarray[Any, Any]) -> Library:
    # Pairs that answer alike and say nothing alike explain nothing.
    told = [n for n, variant in enumerate(found.variants) if variant.explanations]
    variants = [found.variants[each] for each in told]
    numbers: dict[Explanation, int] = {}
    rows = [
        [numbers.setdefault(each, len(numbers)) for each in variant.explanations]
        for variant in variants
    ]
    return Library(
        explanations=list(numbers),
        variants=np.array([[*row, -1][:2] for row in rows], dtype=np.int32).reshape(-1, 2),
        costs=np.array([each.cost for each in variants], dtype=np.uint8),
        columns=columns,
        sketches=np.array([found.answers[each] for each in told], dtype=float).reshape(
            -1, len(columns), 3
        ),
    )
