"""What validation found, as data for machines and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from autograder.validation.mutant_hunt import Hunt, spare_cases
from autograder.validation.proof import Proof

__all__ = ["course_document", "exercise_document", "exercise_line", "kill_lines", "summary"]


def exercise_line(proof: Proof, hunt: Hunt | None) -> str:
    """One exercise in one line."""
    mistakes = f"{proof.named}/{len(proof.mistakes)} mistakes named"
    parts = [f"{proof.points} points", _several(proof.alternatives, "alternative"), mistakes]
    if hunt is not None:
        parts.append(f"{hunt.count('killed')}/{hunt.mortal} mutants killed")
        if hunt.count("equivalent"):
            parts.append(f"{hunt.count('equivalent')} equivalent")
    broken = proof.problems or (hunt is not None and hunt.problems)
    sign = "✘" if broken else "✔"
    return f"{sign} {proof.assignment}/{proof.exercise}: {', '.join(parts)}"


def _several(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def kill_lines(hunt: Hunt) -> list[str]:
    """Every mutant and the checks that kill it, then how many each check kills, and it alone."""
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


def summary(proofs: Iterable[Proof], hunts: Iterable[Hunt], seconds: float) -> str:
    """The whole course in one sentence."""
    proofs, hunts = list(proofs), list(hunts)
    mistakes = sum(len(proof.mistakes) for proof in proofs)
    named = sum(proof.named for proof in proofs)
    parts = [
        _several(len(proofs), "exercise"),
        _several(sum(proof.alternatives for proof in proofs), "alternative"),
        f"{named}/{mistakes} mistakes named",
        f"{sum(proof.variants for proof in proofs)} harmless variants use at most "
        f"{max((proof.share for proof in proofs), default=0.0):.0%} of a tolerance",
    ]
    if hunts:
        killed, mortal = sum(h.count("killed") for h in hunts), sum(h.mortal for h in hunts)
        parts.append(f"{killed}/{mortal} mutants killed ({ratio(killed, mortal):.1%})")
        parts.append(f"{sum(hunt.count('equivalent') for hunt in hunts)} equivalent")
    return f"{', '.join(parts)}; {seconds:.0f} s"


def ratio(killed: int, mortal: int) -> float:
    """The part of the mutants that is killed; all of none."""
    return killed / mortal if mortal else 1.0


def exercise_document(proof: Proof, hunt: Hunt | None) -> dict[str, Any]:
    """One exercise as data."""
    problems = [*proof.problems, *(hunt.problems if hunt else [])]
    return {
        "exercise": proof.exercise,
        "assignment": proof.assignment,
        "passed": not problems,
        "problems": problems,
        "points": proof.points,
        "alternatives": proof.alternatives,
        "mistakes": {
            name: {"score": found.score, "named": list(found.named)}
            for name, found in proof.mistakes.items()
        },
        "idle": proof.idle,
        "harmless_variants": proof.variants,
        "share_of_tolerance": proof.share,
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
