"""A diagnosis in words: its question, where to look, and its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from autograder.diagnosis.diagnosis import Diagnosis, Kind
from autograder.grading.results import CheckResult, ExerciseResult
from autograder.report.edit_words import explanation_hint
from autograder.report.facet_texts import FACET_HINTS, FACET_TITLES
from autograder.report.language import phrase
from autograder.report.messages import call_text, of_file, say, slip_sentence, visible
from autograder.report.particles import with_particles
from autograder.report.sentences import RELATION_TITLES
from autograder.texts import FALLBACK

__all__ = [
    "broken_check",
    "diagnosis_code",
    "diagnosis_hint",
    "diagnosis_more",
    "diagnosis_title",
    "explained_part",
    "title_of",
]

_LONGEST_CALL: Final = 120


def diagnosis_hint(
    diagnosis: Diagnosis, language: str, result: ExerciseResult | None = None
) -> str:
    """The question that points the student at the cause; of a slip, what it is and what to do.

    Args:
        diagnosis: that is told.
        language: of the report.
        result: of the exercise. Where it breaks down in a public check, the line and the call of
            the student's function are told.
    """
    if diagnosis.hint is not None:
        return diagnosis.hint.of(language)
    if diagnosis.slip is not None:
        return slip_sentence(diagnosis, language)
    if _is_facet(diagnosis):
        words = [_of_facet("facets", diagnosis, language)]
        if diagnosis.kind == "error" and result is not None:
            words += _place_of_error(diagnosis, result, language)
        return " ".join(words)
    if diagnosis.kind == "relation":
        number = _number(_of(diagnosis), diagnosis.value)
        text = phrase(language, "relations", diagnosis.name).format(number=number)
        return with_particles(text) if language == "ko" else text
    return _of_explanation(diagnosis, language, depth=1)


def diagnosis_more(diagnosis: Diagnosis, language: str) -> str:
    """Where to look, for whoever asks for more; empty where there is no more to say."""
    if diagnosis.hint2 is not None:
        return diagnosis.hint2.of(language)
    if diagnosis.hint is not None or diagnosis.slip is not None:
        return ""  # what the framework would say is not what the author asks
    if _is_facet(diagnosis):
        return _of_facet("more", diagnosis, language)
    return "" if diagnosis.kind == "relation" else _of_explanation(diagnosis, language, depth=2)


def _of_explanation(diagnosis: Diagnosis, language: str, *, depth: Literal[1, 2]) -> str:
    what = (diagnosis.kind, diagnosis.name, _of(diagnosis), diagnosis.value)
    return explanation_hint(*what, language, depth)


def _is_facet(diagnosis: Diagnosis) -> bool:
    """Whether its words are those of a facet; an argument may have any name."""
    return diagnosis.kind in ("error", "relation") and diagnosis.name in FACET_HINTS[FALLBACK]


def _of(diagnosis: Diagnosis) -> str | None:
    """Which one it is of those of its name; a part of the answer is told by its own sentence."""
    return None if explained_part(diagnosis) else diagnosis.of


def explained_part(diagnosis: Diagnosis) -> tuple[int, int] | None:
    """Which returned value alone it explains, and of how many."""
    partial = diagnosis.facet == "values" and diagnosis.partial
    return _which_of(diagnosis.of) if partial else None


def _which_of(of: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d+)/(\d+)", of or "")
    return (int(found[1]), int(found[2])) if found else None


def _of_facet(section: Literal["facets", "more"], diagnosis: Diagnosis, language: str) -> str:
    known = diagnosis.of if diagnosis.kind == "error" else None
    error = say(language, "an_error_of", type=known) if known else say(language, "an_error")
    which, count = _which_of(diagnosis.of) or ("?", "?")
    words = {"error": error, "which": which, "count": count}
    return phrase(language, section, diagnosis.name).format(**words)


def _place_of_error(diagnosis: Diagnosis, result: ExerciseResult, language: str) -> Iterator[str]:
    """The line and the call of the first public check that broke down in this way.

    A call by a driver is none that a student would know again.
    """
    check = broken_check(diagnosis, result)
    finding = None if check is None else check.finding
    if finding is None or finding.problem is None:
        return
    if finding.problem.line is not None:
        words = {"line": finding.problem.line, "of": of_file(finding.problem, language)}
        yield say(language, "error_line", **words)
    if finding.driver == "call":
        call = call_text(result.exercise, finding)
        yield say(language, "error_call", call=visible(call, longest=_LONGEST_CALL))


def broken_check(diagnosis: Diagnosis, result: ExerciseResult) -> CheckResult | None:
    """The first public check that broke down as a diagnosis of an error says."""
    for check in result.checks:
        problem = check.finding.problem if check.public and check.finding is not None else None
        if problem is None or problem.kind != "raised":
            continue
        another = diagnosis.of is not None and problem.type != diagnosis.of
        if not another and (not diagnosis.checks or check.name in diagnosis.checks):
            return check
    return None


def diagnosis_title(diagnosis: Diagnosis) -> str:
    """A diagnosis in few words, which are English."""
    return title_of(diagnosis.kind, diagnosis.name, _of(diagnosis), diagnosis.value)


def title_of(kind: Kind, name: str, of: str | None = None, value: float | None = None) -> str:
    """A diagnosis in few words, which are English.

    Args:
        kind: as a `Diagnosis` has it.
        name: likewise.
        of: likewise.
        value: likewise.
    """
    number = "" if value is None else f"{value:.6g}"
    match kind:
        case "error":
            return FACET_TITLES[name].format(error=of or "an error")
        case "relation" if name in FACET_TITLES:
            return FACET_TITLES[name]
        case "relation":
            return RELATION_TITLES[name].format(number=_number(of, value))
        case "argument":
            return f"as if {name} were always {number or 'the same'}"
        case "rounding":
            return f"rounded to {number} digits" if number else "rounded"
    words = name.replace("_", " ")
    if of is not None and number:
        return f"{words} ({of} = {number})"
    return words if of is None else f"{words} ({of})"


def diagnosis_code(diagnosis: Diagnosis) -> str:
    """The name of a mistake or a relation, with its parameter."""
    if diagnosis.kind == "error":
        return ""
    of = _of(diagnosis)
    if diagnosis.kind == "mistake" and of is not None and diagnosis.value is not None:
        return f"{diagnosis.name}, {of}={diagnosis.value:.6g}"
    return diagnosis.name


def _number(of: str | None, value: float | None) -> str:
    if of is not None:
        return f"({of})" if " " in of else of
    return "" if value is None else f"{value:.6g}"
