"""A report of validation, as data for machines and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from autograder.validation.examination import Examination
from autograder.validation.mutant_hunt import Hunt, spare_cases

__all__ = [
    "course_document",
    "domain_lines",
    "examination_document",
    "exercise_line",
    "kill_lines",
    "summary",
]


def exercise_line(examination: Examination, hunt: Hunt | None) -> str:
    """One exercise in one line."""
    mistakes = f"{examination.named}/{len(examination.mistake_names)} mistakes named"
    parts = [
        f"{examination.points} points",
        _several(examination.alternatives, "alternative"),
        mistakes,
    ]
    if hunt is not None:
        parts.append(f"{hunt.count('killed')}/{hunt.mortal} mutants killed")
        if hunt.count("equivalent"):
            parts.append(f"{hunt.count('equivalent')} equivalent")
    broken = examination.faults or (hunt is not None and hunt.faults)
    sign = "✘" if broken else "✔"
    return f"{sign} {examination.assignment}/{examination.exercise}: {', '.join(parts)}"


def _several(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def domain_lines(examination: Examination) -> list[str]:
    """List what the hidden cases leave out of the domains, with the reasons where there are any."""
    reasons = examination.coverage.reasons.items()
    return [*examination.coverage.gaps, *(f"untouched {part}: {why}" for part, why in reasons)]


def kill_lines(hunt: Hunt) -> list[str]:
    """List every mutant with the checks that kill it, then the number of kills of each check."""
    lines = []
    for kill in hunt.kills:
        killers = ", ".join(map(repr, kill.checks)) or kill.fate
        lines.append(f"{kill.mutant.name}: {killers}")
    if hunt.key is not None:
        for check in hunt.key.checks:
            kills = [kill.checks for kill in hunt.kills if check.name in kill.checks]
            alone = sum(checks == [check.name] for checks in kills)
            lines.append(f"{check.name!r} kills {len(kills)}, {alone} of them alone")
    return lines


def summary(examinations: Iterable[Examination], hunts: Iterable[Hunt], seconds: float) -> str:
    """The whole course in one sentence."""
    examinations, hunts = list(examinations), list(hunts)
    mistakes = sum(len(each.mistake_names) for each in examinations)
    named = sum(each.named for each in examinations)
    parts = [
        _several(len(examinations), "exercise"),
        _several(sum(each.alternatives for each in examinations), "alternative"),
        f"{named}/{mistakes} mistakes named",
        f"{sum(each.variants for each in examinations)} harmless variants use at most "
        f"{max((each.share for each in examinations), default=0.0):.0%} of a tolerance",
    ]
    gaps = sum(len(each.coverage.gaps) for each in examinations)
    if gaps:
        parts.append(_several(gaps, "gap") + " in the domains")
    if hunts:
        killed, mortal = sum(h.count("killed") for h in hunts), sum(h.mortal for h in hunts)
        parts.append(f"{killed}/{mortal} mutants killed ({ratio(killed, mortal):.1%})")
        parts.append(f"{sum(hunt.count('equivalent') for hunt in hunts)} equivalent")
    return f"{', '.join(parts)}; {seconds:.0f} s"


def ratio(killed: int, mortal: int) -> float:
    """The part of the mutants that is killed; 1 if there are none."""
    return killed / mortal if mortal else 1.0


def examination_document(examination: Examination, hunt: Hunt | None) -> dict[str, Any]:
    """One exercise as data."""
    faults = [*examination.faults, *(hunt.faults if hunt else [])]
    return {
        "exercise": examination.exercise,
        "assignment": examination.assignment,
        "passed": not faults,
        "faults": faults,
        "points": examination.points,
        "alternatives": examination.alternatives,
        "mistakes": {
            name: {"score": found.score, "named": list(found.named)}
            for name, found in examination.mistakes.items()
        },
        "thoughtless": examination.thoughtless,
        "harmless_variants": examination.variants,
        "share_of_tolerance": examination.share,
        "domain": {
            "gaps": examination.coverage.gaps,
            "reasons": examination.coverage.reasons,
        },
        "mutants": None if hunt is None else _hunt_document(hunt),
    }


def _hunt_document(hunt: Hunt) -> dict[str, Any]:
    return {
        "killed": hunt.count("killed"),
        "equivalent": hunt.count("equivalent"),
        "survived": hunt.count("survived", "lucky"),
        "ratio": ratio(hunt.count("killed"), hunt.mortal),
        "each": [
            {
                "mutant": kill.mutant.name,
                "line": kill.mutant.line,
                "fate": kill.fate,
                "cases": [list(case) for case in kill.cases],
            }
            for kill in hunt.kills
        ],
        "spare_cases": [list(case) for case in spare_cases(hunt)],
    }


def course_document(exercises: list[dict[str, Any]], seconds: float) -> dict[str, Any]:
    """All exercises as data."""
    return {
        "passed": all(each["passed"] for each in exercises),
        "seconds": round(seconds, 1),
        "exercises": exercises,
    }
