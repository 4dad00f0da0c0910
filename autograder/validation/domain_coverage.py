"""What of the domains of its arguments an exercise's cases touch, and which case lies outside.

The reference is called on every case, by the driver of the case; what counts is what reaches it.
So a domain is one of the exercise's own arguments, whatever drivers make of their inputs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.course import Check, Solution
from autograder.course.domains import Domain, read_domains
from autograder.course.source_lines import line_of_keys, line_of_word
from autograder.keys.cases import pack_cases
from autograder.sandbox.call import Call, signature_of
from autograder.sandbox.codec import decode
from autograder.sandbox.in_process import call_here
from autograder.unknown_names import unknown
from autograder.validation.domain_parts import parts, size_parts
from autograder.validation.domain_values import ABSENT, Scope, outside, value_at
from autograder.validation.watched_reference import watched

__all__ = ["DomainCoverage", "domain_coverage"]


@dataclass(frozen=True)
class DomainCoverage:
    """What the cases of an exercise leave out of its domains.

    Attributes:
        faults: the cases outside of a domain, and reasons for what is touched after all.
        gaps: the arguments without a domain, and the parts that no hidden case touches.
        reasons: why the other parts that no hidden case touches are left out.
    """

    faults: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Seen:
    """What one call of the reference was given: what lies outside, and what it touches."""

    outside: list[str]
    touched: set[str]


def domain_coverage(solution: Solution, seed: bytes) -> DomainCoverage:
    """Compare the cases of an exercise with the domains of its arguments.

    Args:
        solution: the exercise; its reference answers every case.
        seed: the course's secret. A second one is made from it: what the cases of one seed touch
            by luck is not touched.

    Returns:
        What lies outside, and what is left out.
    """
    domains = read_domains(solution.exercise.domain)
    path = solution.folder / "grading.py"
    faults: dict[str, None] = {}
    touched: list[set[str]] = []
    for each in (seed, hashlib.sha256(b"second" + seed).digest()):
        touched.append(set())
        for check in (*solution.exercise.checks, *solution.exercise.probes):
            for number, calls in enumerate(_calls(solution, domains, check, each)):
                for seen in calls:
                    where = f"{path}:{check.line}: case {number} of {check.name!r}"
                    faults |= dict.fromkeys(f"{where}: {said}" for said in seen.outside)
                    if not check.public and check.points:
                        touched[-1] |= seen.touched
    left = _left_out(solution, domains, set.intersection(*touched))
    return replace(left, faults=[*faults, *left.faults])


def _calls(
    solution: Solution, domains: dict[str, Domain], check: Check, seed: bytes
) -> Iterator[list[_Seen]]:
    """What reaches the reference in each case of a check."""
    for packed in pack_cases(solution, check, seed):
        met: list[_Seen] = []

        def note(method: str, arguments: dict[str, Any], met: list[_Seen] = met) -> None:
            met.append(_see(domains, method, arguments))

        call = Call(solution.name, decode(packed), check.driver, solution.driver_source)
        call_here(watched(solution.reference, note), call)
        yield met


def _see(domains: dict[str, Domain], method: str, arguments: dict[str, Any]) -> _Seen:
    """Judge what a function, a constructor or a method is given."""
    own = {
        _argument(method, name): domain
        for name, domain in domains.items()
        if _argument(method, name).split(".")[0] in arguments
    }
    scope, prefix = Scope(arguments), f"{method}." if method else ""
    said = [f"{prefix}{each}" for each in outside(own, scope)]
    if said:
        return _Seen(said, set())
    touched = {
        f"{prefix}{name}: {part.text}"
        for name, domain in own.items()
        if (value := value_at(arguments, name)) is not ABSENT
        for part in (*parts(domain), *size_parts(name, own))
        if part.touched(value, scope)
    }
    return _Seen(said, touched)


def _argument(method: str, name: str) -> str:
    """The name of an argument of a method, or nothing for one of something else."""
    if not method:
        return name
    return name.removeprefix(f"{method}.") if name.startswith(f"{method}.") else ""


def _left_out(solution: Solution, domains: dict[str, Domain], touched: set[str]) -> DomainCoverage:
    """Compare what is touched with what should be."""
    path = solution.folder / "grading.py"
    text = path.read_text(encoding="utf-8")
    exercise_line = line_of_word(text, "exercise")

    def said(sentence: str, *keys: str) -> str:
        return f"{path}:{line_of_keys(text, *keys) or exercise_line}: {sentence}"

    arguments, reasons = _arguments(solution), solution.exercise.untouched
    wanted = dict(_wanted(solution, domains))
    untouched = {part: name for part, name in wanted.items() if part not in touched}
    faults = [
        said(unknown("argument", name, arguments), *name.split("."))
        for name in domains
        if not any(f"{name}.".startswith(f"{each}.") for each in arguments)
    ]
    for part in reasons:
        if part not in wanted:
            faults.append(said(unknown("part of a domain", part, wanted), part))
        elif part in touched:
            faults.append(said(f"a hidden case touches {part}; it needs no reason", part))
    gaps = [said(f"{each} has no domain") for each in arguments if each not in domains]
    gaps += [
        said(f"no hidden case touches {part}", *name.split("."))
        for part, name in untouched.items()
        if part not in reasons
    ]
    explained = {part: reasons[part] for part in untouched if part in reasons}
    return DomainCoverage(faults, gaps, explained)


def _wanted(solution: Solution, domains: dict[str, Domain]) -> Iterator[tuple[str, str]]:
    """The parts of all domains, and the argument that each belongs to."""
    methods = [name for name in signature_of(solution.reference) if name]
    for name, domain in domains.items():
        method = next((each for each in methods if name.startswith(f"{each}.")), "")
        own = {_argument(method, other): each for other, each in domains.items()}
        own.pop("", None)
        for part in (*parts(domain), *size_parts(_argument(method, name), own)):
            yield f"{name}: {part.text}", name


def _arguments(solution: Solution) -> list[str]:
    """The arguments of an exercise: `lr`; those of a method with its name, `step.params`."""
    return [
        f"{method}.{name}" if method else name
        for method, parameters in signature_of(solution.reference).items()
        for name, _ in parameters
        if not (method and name == "self")
    ]
