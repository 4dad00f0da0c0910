"""What an answer may cost: so many times the lines that the reference runs, or its time.

The lines are counted, and are as many wherever they are. A bound on time is the smallest power of
two that the reference keeps with a time so many times as short, where it is asked as students are.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import msgspec

from autograder.course import Check, Solution
from autograder.course.parameters import base_name
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.sandbox.guest.cost_bounds import counted_steps, least_seconds
from autograder.sandbox.in_process import call_here
from autograder.sandbox.outcome import Outcome

__all__ = ["LEAST_SECONDS", "LEAST_STEPS", "AskReference", "with_declared"]

AskReference: TypeAlias = Callable[[KeyCheck, KeyCase], Outcome]
"""Asks the reference a case of a check, with what it may cost, where students are asked."""

LEAST_STEPS = 50
"""No bound is smaller: what the reference does in one line others write in ten."""

LEAST_SECONDS = 1 / 32
"""No bound is smaller: what takes less cannot be measured well."""

_PATIENCE = 10.0
"""Seconds that a mistake may take for one case."""


def with_declared(key: Key, solution: Solution, ask: AskReference | None = None) -> Key:
    """A key with what the author declared of costs and of rounding.

    Bounds on costs are given in terms of what the reference needs.

    Args:
        key: of the exercise, without that.
        solution: the exercise.
        ask: asks the reference, for bounds on time; without it this process does.
    """
    declared = {check.name: check for check in solution.exercise.checks}
    checks = tuple(
        _Costs(key, solution, check, declared[check.name], ask).bounded() for check in key.checks
    )
    own = solution.exercise.rounding
    rounding = tuple(each for each in solution.mistakes if base_name(each) in own)
    return replace(key, checks=checks, rounding=rounding)


@dataclass(frozen=True)
class _Costs:
    """What one check of a key may cost."""

    key: Key
    solution: Solution
    check: KeyCheck
    declared: Check
    ask: AskReference | None

    def bounded(self) -> KeyCheck:
        """The check with a bound in each case, if it has one."""
        if self.declared.steps is None and self.declared.time is None:
            return self.check
        return replace(self.check, cases=tuple(map(self._bounded, self.check.cases)))

    def _bounded(self, case: KeyCase) -> KeyCase:
        bounded = replace(case, most_steps=self._steps(case), most_seconds=self._seconds(case))
        written = self.solution.mistakes
        mistakes = {
            name: self._call(written[name], bounded) if name in written else outcome
            for name, outcome in case.mistakes.items()
        }
        return replace(bounded, mistakes=mistakes)

    def _steps(self, case: KeyCase) -> int:
        if self.declared.steps is None:
            return 0
        reference = self.solution.reference
        with counted_steps(reference, None) as steps:
            self._call(reference, case)
        return max(LEAST_STEPS, math.ceil(self.declared.steps * steps.taken))

    def _seconds(self, case: KeyCase) -> float:
        if self.declared.time is None:
            return 0.0
        # Where to begin; what counts is what becomes of it there.
        _, seconds = least_seconds(lambda: self._call(self.solution.reference, case), math.inf)
        # A power of two is the same key in the next run, in which the time is a little another.
        bound: float = 2.0 ** math.ceil(math.log2(max(self.declared.time * seconds, LEAST_SECONDS)))
        while self._is_too_slow(case, bound):
            bound *= 2
        while bound > LEAST_SECONDS and not self._is_too_slow(case, bound / 2):
            bound /= 2
        return bound

    def _is_too_slow(self, case: KeyCase, bound: float) -> bool:
        """Whether the reference takes longer than its share of a bound."""
        asked = replace(case, most_seconds=bound / (self.declared.time or 1))
        if self.ask is None:
            outcome = self._call(self.solution.reference, asked)
        else:
            outcome = self.ask(self.check, asked)
        return outcome.problem is not None and outcome.problem.kind == "too_slow"

    def _call(self, implementation: Callable[..., Any], case: KeyCase) -> Outcome:
        call = self.key.call(self.check, case).fresh()
        # What may not be used is looked at when an answer is judged, as of all mistakes.
        free = msgspec.structs.replace(call, forbid=(), require=())
        return call_here(implementation, free, seconds=_PATIENCE)
