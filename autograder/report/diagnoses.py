"""What a report says of the diagnoses of an exercise, and of what nothing explains."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args

import numpy as np

from autograder.compare import Difference
from autograder.compare.comparison import DifferenceKind, short
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.results import CheckResult, ExerciseResult, Finding
from autograder.report.diagnosis_words import (
    broken_check,
    diagnosis_code,
    diagnosis_hint,
    diagnosis_more,
    diagnosis_title,
    explained_part,
)
from autograder.report.messages import describe_difference, differing_part, place_text, say
from autograder.texts import FALLBACK

__all__ = ["MOST_TOLD", "Explained", "Told", "explained"]

MOST_TOLD: Final = 3
"""Diagnoses of an exercise that a report shows."""
_MOST_NAMES: Final = 3


@dataclass(frozen=True)
class Told:
    """What a report says of one diagnosis.

    Attributes:
        lead: what comes before it: that it looks like this, and in which checks.
        title: the diagnosis in few words, in an English report; empty where the hint is better
            read without.
        name: as code, in a report of another language; empty as the title is.
        hint: the question, or what it is.
        more: where to look, for whoever asks; empty where there is no more to say.
    """

    lead: str
    title: str
    name: str
    hint: str
    more: str


@dataclass(frozen=True)
class Explained:
    """What a report says below the checks of an exercise.

    Attributes:
        first: the most helpful diagnosis; None where there is none but perhaps a slip, which stands
            above the checks.
        between: what leads to the others; empty where there are none.
        others: the next ones, at most two.
        closing: what is not wrong, and what nothing explains.
    """

    first: Told | None
    between: str
    others: tuple[Told, ...]
    closing: tuple[str, ...]


def explained(result: ExerciseResult, language: str) -> Explained:
    """What explains the wrong answers of an exercise, and what nothing explains.

    Args:
        result: of the exercise.
        language: of the report.
    """
    told = result.diagnoses[:MOST_TOLD]
    below = [each for each in told if each.kind != "slip"]
    words = [_told(each, result, language, alone=each is below[0]) for each in below]
    together = any(each.facet == "values" for each in below)
    return Explained(
        first=words[0] if words else None,
        between=say(language, "together" if together else "also") if words[1:] else "",
        others=tuple(words[1:]),
        closing=tuple(_closing(result, language)),
    )


def _is_below(diagnosis: Diagnosis, result: ExerciseResult) -> bool:
    """Whether the call that breaks down is told in full anyway: as that of the first check."""
    first = _first_failed(result)
    return first is not None and first is broken_check(diagnosis, result)


def _first_failed(result: ExerciseResult) -> CheckResult | None:
    return next((check for check in result.checks if check.finding is not None), None)


def _told(diagnosis: Diagnosis, result: ExerciseResult, language: str, *, alone: bool) -> Told:
    where, words = _where(diagnosis, result, language)
    name = f"looks_like{where}" if alone else f"only{where}" if where else ""
    # What an edit or an unused argument is called says more than its hint, which asks.
    titled = diagnosis.kind in ("mistake", "relation", "error")
    english = language == FALLBACK
    return Told(
        lead=say(language, name, **words) if name else "",
        title=diagnosis_title(diagnosis) if titled and english else "",
        name=diagnosis_code(diagnosis) if titled and not english else "",
        hint=diagnosis_hint(diagnosis, language, None if _is_below(diagnosis, result) else result),
        more=_more(diagnosis, language),
    )


def _more(diagnosis: Diagnosis, language: str) -> str:
    """Where to look; the results are known and not the code, which may come to them otherwise."""
    more = diagnosis_more(diagnosis, language)
    return say(language, "one_way", more=more) if more and diagnosis.kind == "edit" else more


def _where(
    diagnosis: Diagnosis, result: ExerciseResult, language: str
) -> tuple[str, dict[str, Any]]:
    """What a partial diagnosis is a part of: the end of a sentence's name, and its words."""
    if not diagnosis.partial:
        return "", {}
    part = explained_part(diagnosis)
    if part is not None:
        return "_in_part", {"which": part[0], "count": part[1]}
    failed = [check for check in result.checks if check.finding is not None]
    seen = [check for check in failed if check.name in diagnosis.checks]
    # Where hidden checks are left out of the count, it says nothing of them.
    public = all(check.public for check in seen)
    of = [check for check in failed if check.public] if public else failed
    if not seen or len(seen) == len(of):
        return "_partly", {}
    labels = [check.label.of(language) for check in seen]
    names = f" ({', '.join(labels)})" if len(labels) <= _MOST_NAMES else ""
    words = {"count": len(seen), "total": len(of), "names": names}
    return ("_in_public" if public else "_in_checks"), words


def _closing(result: ExerciseResult, language: str) -> Iterator[str]:
    public = [check for check in result.checks if check.public and check.finding is not None]
    if result.signature is None:
        if _is_right_otherwise(result):
            yield say(language, "otherwise_right")
    elif result.diagnoses:
        yield say(language, "left_unexplained")
        explained_in = {name for each in result.diagnoses for name in each.checks if each.partial}
        public = [check for check in public if check.name not in explained_in]
        yield from _first_difference(
            public, _first_failed(result), language, kinds=("value", "truth", "finite")
        )
    else:
        yield say(language, "unexplained")
        yield from _what_is_right(result, language)
        if not public:
            yield say(language, "public_right")
        yield from _first_difference(public, _first_failed(result), language)


def _is_right_otherwise(result: ExerciseResult) -> bool:
    """Whether the values are right wherever values came back, which is everywhere."""
    findings = [check.finding for check in result.checks if check.finding is not None]
    return (
        bool(result.diagnoses)
        and all(
            each.facet in ("type", "dtype", "inputs")
            and each.name not in ("returns_nothing", "text")
            and not each.partial
            for each in result.diagnoses
        )
        and not any(finding.problem for finding in findings)
    )


def _what_is_right(result: ExerciseResult, language: str) -> Iterator[str]:
    right = [check.label.of(language) for check in result.checks if check.finding is None]
    if len(right) > _MOST_NAMES:
        yield say(language, "right_many", count=len(right), total=len(result.checks))
    elif right:
        yield say(language, "right_checks", names=", ".join(right))


def _first_difference(
    checks: Sequence[CheckResult],
    in_full: CheckResult | None,
    language: str,
    kinds: Collection[DifferenceKind] = get_args(DifferenceKind),
) -> Iterator[str]:
    """Where the first of these public checks that differs does so, if one does.

    Nothing where the check that is told in full below says just that: only of several numbers it
    tells the worst one, and this the first.
    """
    for check in checks:
        finding = check.finding
        difference = None if finding is None else finding.difference
        if finding is not None and difference is not None and difference.kind in kinds:
            if check is not in_full or difference.numbers.get("total", 1) > 1:
                yield _difference_in(check, finding, difference, language)
            return


def _difference_in(
    check: CheckResult, finding: Finding, difference: Difference, language: str
) -> str:
    label = check.label.of(language)
    first = difference.numbers.get("first")
    if first is None:
        what = describe_difference(difference, language)
        return say(language, "first_difference", check=label, difference=what)
    _, output, expected = differing_part(finding, difference)
    place = first[0] if len(first) == 1 else first
    words = {
        "check": label,
        "where": f" {place_text(difference.where, language)}" if difference.where else "",
        "at": say(language, "of_place", index=place) if first else "",
        "output": short(np.asarray(output)[first]),
        "expected": short(np.asarray(expected)[first]),
    }
    told = say(language, "first_value", **words)
    return f"{told} {say(language, 'before_right')}" if any(first) else told
