"""Answers: outcomes beside the inputs and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from autograder.compare import Difference, Tolerance, agrees, compare
from autograder.compare.comparison import leaf_pairs
from autograder.course.check_parts import Reports
from autograder.keys.facts import Fact, facts
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.keys.own_judge import OwnJudge
from autograder.keys.room import describe, weight
from autograder.keys.sketch import Reading, read_parts
from autograder.sandbox.codec import Value
from autograder.sandbox.outcome import Outcome, Problem

__all__ = ["Answer", "all_answers", "answers", "judgeable", "probe_answers"]


@dataclass(frozen=True)
class Answer:
    """An outcome beside what was expected and the inputs.

    Attributes:
        outcome: of the submission on a case.
        expected: what the reference returned.
        inputs: of the case, by argument name.
        tolerance: how close is close enough.
        reports: what the outputs are; see `Fact`.
        direct: whether the submission was called with these very inputs, and not by a driver of
            the exercise's own.
        public: whether students can see the case.
        mistakes: the outcome of each known mistake on the case, by its name.
        check: the name of its check.
        number: of its case, through all checks of the key and then its probe calls.
        judge: says whether it is right, in the place of the comparison.
    """

    outcome: Outcome
    expected: Value
    inputs: dict[str, Value] = field(default_factory=dict)
    tolerance: Tolerance = field(default_factory=Tolerance)
    reports: Reports = "result"
    direct: bool = True
    public: bool = True
    mistakes: Mapping[str, Outcome] = field(default_factory=dict)
    check: str = ""
    number: int = 0
    judge: OwnJudge | None = None

    @property
    def output(self) -> Value:
        """What the submission returned, where there is no problem."""
        return self.outcome.output

    @cached_property
    def difference(self) -> Difference | None:
        """The first difference between output and expected value; None where there is a problem."""
        if self.outcome.problem is not None:
            return None
        if self.judge is not None:
            return self.judge.difference(self.output, self.expected, self.inputs, self.tolerance)
        return compare(self.output, self.expected, self.tolerance)

    @cached_property
    def right(self) -> bool:
        """Whether it earns the points of its case."""
        if self.outcome.problem is not None:
            return False
        if self.judge is None:  # what is wrong with it is not always asked, and takes longer
            return agrees(self.output, self.expected, self.tolerance)
        return self.difference is None

    @cached_property
    def usual(self) -> bool:
        """Whether what came back is right by the usual tolerance, by which relations are found."""
        if self.judge is None and self.outcome.problem is None and self.tolerance == Tolerance():
            return self.right
        return agrees(self.output, self.expected)

    @property
    def share(self) -> float:
        """How much of it is right, from 0 to 1; only a judge finds anything between."""
        if self.difference is None:
            return float(self.outcome.problem is None)
        return float(self.difference.numbers.get("share", 0.0))

    @cached_property
    def leaves(self) -> list[tuple[str, Any, Any]] | None:
        """Its place, itself and what is expected there, of each leaf; see `leaf_pairs`."""
        return leaf_pairs(self.output, self.expected)

    @cached_property
    def readings(self) -> list[Reading]:
        """Its parts, as a library looks them up."""
        return self._read(self.output)

    @cached_property
    def expected_readings(self) -> list[Reading]:
        """The same of what is expected."""
        return self._read(self.expected)

    def _read(self, value: Value) -> list[Reading]:
        return read_parts(
            self.reports,
            value,
            expected=self.expected,
            inputs=self.inputs,
            tolerance=self.tolerance,
        )

    @cached_property
    def widened(self) -> Tolerance:
        """How close two wrong answers are that are the same one.

        Digits computed in float32 depend on the order of the operations, in whatever dtype they are
        returned.
        """
        leaves = leaf_pairs(self.expected, self.expected) or []
        arrays = (leaf for _, leaf, _ in leaves if isinstance(leaf, np.ndarray))
        return self.tolerance.widened(*(each.dtype for each in arrays))

    def facts(self) -> Iterator[tuple[Fact, Any, Any]]:
        """What was reported and what was expected, by fact; one pair if either is no report."""
        expected = facts(self.reports, self.expected)
        output = facts(self.reports, self.output)
        if expected is None or output is None:
            yield Fact.RESULT, self.output, self.expected
            return
        for fact, value in expected.items():
            yield fact, output[fact], value


def answers(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> dict[str, list[Answer]]:
    """The answers to every case of a key, by check, in the key's order.

    Args:
        key: what was asked.
        outcomes: by check, one for each case in order; checks that are not there yet are left out.
    """
    return {
        check.name: list(_of_check(check, outcomes[check.name], first))
        for check, first in _numbered(key.checks, 0)
        if check.name in outcomes
    }


def _numbered(checks: Iterable[KeyCheck], first: int) -> Iterator[tuple[KeyCheck, int]]:
    """Each check with the number of its first case."""
    for check in checks:
        yield check, first
        first += len(check.cases)


def _of_check(check: KeyCheck, outcomes: Sequence[Outcome], first: int) -> Iterator[Answer]:
    for number, (case, outcome) in enumerate(zip(check.cases, outcomes, strict=True), first):
        yield Answer(
            outcome=outcome,
            expected=case.expected,
            inputs=case.inputs,
            tolerance=check.tolerance,
            reports=check.reports,
            direct=check.direct,
            public=check.public,
            mistakes=case.mistakes,
            check=check.name,
            number=number,
            judge=check.judge,
        )


def judgeable(outcome: Outcome, case: KeyCase) -> Outcome:
    """The outcome, without an output that would cost more to judge than any answer of its case."""
    if outcome.problem is not None or weight(outcome.output).fits(case.room):
        return outcome
    return Outcome(problem=Problem("outsized", message=describe(outcome.output)))


def all_answers(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> list[Answer]:
    """The answers to every case of a key, in one row; see `answers`."""
    return [answer for several in answers(key, outcomes).values() for answer in several]


def probe_answers(key: Key, outcomes: Mapping[str, Sequence[Outcome]]) -> list[Answer]:
    """The answers to the probe calls of a key, in one row.

    Args:
        key: what was asked.
        outcomes: by probe call, one for each case in order.
    """
    asked_before = sum(len(check.cases) for check in key.checks)
    return [
        each
        for probe, first in _numbered(key.probes, asked_before)
        for each in _of_check(probe, outcomes[probe.name], first)
    ]
