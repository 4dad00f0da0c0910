"""The keys of many exercises, adopted mistakes included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from autograder.collecting.pieces import Piece
from autograder.course import Solution
from autograder.grading.run import SubmissionRun, run_submission
from autograder.keys.costs import AskReference, with_declared
from autograder.keys.key import Key, KeyCase, KeyCheck
from autograder.keys.making import make_key
from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox
from autograder.sandbox.outcome import Outcome, Problem

__all__ = ["adopted_outcomes", "make_keys"]


def make_keys(
    solutions: Iterable[Solution], seed: bytes | None, *, limits: Limits, layers: Layers
) -> dict[str, Key]:
    """Make the keys of exercises.

    Args:
        solutions: the exercises.
        seed: the course's secret, or None for the public checks alone.
        limits: for the adopted mistakes, which are students' code.
        layers: of the sandbox that these run in, and references whose time is measured; it starts
            only if there are any.

    Returns:
        The keys by the names of the exercises, in the given order.
    """
    keys = {}
    with Sandbox(limits, layers=layers, notebooks=False) as sandbox:
        for solution in solutions:
            key = make_key(solution, seed)
            key = with_declared(key, solution, _asking(sandbox, solution, key))
            for name, adopted in solution.adopted.items():
                key = _with_mistake(key, name, _run_adopted(sandbox, adopted.source, key))
            hints = {name: adopted.hint for name, adopted in solution.adopted.items()}
            keys[solution.name] = replace(key, hints={**key.hints, **hints})
    return keys


def _asking(sandbox: Sandbox, solution: Solution, key: Key) -> AskReference:
    """Asks the reference as a student's file is asked, in a fork of its own."""

    def ask(check: KeyCheck, case: KeyCase) -> Outcome:
        asked = replace(key, checks=(replace(check, cases=(case,)),), probes=())
        pieces = [Piece(0, solution.source, key.exercise)]
        return run_submission(sandbox, pieces, [asked]).outcomes[key.exercise][check.name][0]

    return ask


def adopted_outcomes(sandbox: Sandbox, source: str, key: Key) -> dict[str, list[Outcome]]:
    """The outcomes of an adopted mistake by check; its code runs as a student's file does."""
    return _run_adopted(sandbox, source, key).outcomes[key.exercise]


def _run_adopted(sandbox: Sandbox, source: str, key: Key) -> SubmissionRun:
    return run_submission(sandbox, [Piece(0, source, key.exercise)], [key])


def _with_mistake(key: Key, name: str, run: SubmissionRun) -> Key:
    outcomes, of_probes = run.outcomes[key.exercise], run.probes.get(key.exercise, {})
    checks = tuple(_with_answers(check, name, outcomes[check.name]) for check in key.checks)
    probes = tuple(
        _with_answers(probe, name, of_probes.get(probe.name, _not_asked(probe)))
        for probe in key.probes
    )
    return replace(key, checks=checks, probes=probes)


def _not_asked(probe: KeyCheck) -> list[Outcome]:
    return [Outcome(problem=Problem("budget"))] * len(probe.cases)


def _with_answers(check: KeyCheck, name: str, outcomes: list[Outcome]) -> KeyCheck:
    cases = tuple(
        replace(case, mistakes={**case.mistakes, name: outcome})
        for case, outcome in zip(check.cases, outcomes, strict=True)
    )
    return replace(check, cases=cases)
