"""Describing results in sentences, in the language of whoever reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.compare import Difference
from autograder.compare.comparison import leaf_pairs
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.slip import Slip
from autograder.grading.results import CheckResult, ExerciseNote, ExerciseResult, Finding, Status
from autograder.keys.facts import Fact
from autograder.report.error_words import error_in_words
from autograder.report.language import phrase
from autograder.report.particles import with_particles
from autograder.report.sentences import SENTENCES
from autograder.sandbox.guest.absent import NO_NETWORK, NOBODY_TYPES, NOT_RUN
from autograder.sandbox.outcome import Problem
from autograder.texts import FALLBACK

__all__ = [
    "call_text",
    "check_message",
    "check_worth",
    "describe_difference",
    "describe_problem",
    "differing_part",
    "note_text",
    "of_file",
    "place_text",
    "public_message",
    "say",
    "score_text",
    "shared_message",
    "slip_explains",
    "slip_sentence",
    "status_name",
    "translated",
    "value_text",
    "visible",
    "was_called",
    "wrong_throughout",
]


def say(language: str, sentence: str, **words: Any) -> str:
    """A sentence in a language with its gaps filled, always on one line."""
    shown = {name: visible(word) if isinstance(word, str) else word for name, word in words.items()}
    text = phrase(language, "sentences", sentence).format(**shown)
    return with_particles(text) if language == "ko" else text


def status_name(status: Status, language: str) -> str:
    """What a status is called."""
    return phrase(language, "statuses", status)


# The longer first: it has another in it.
_OF_THE_SANDBOX = {NO_NETWORK: "no_network", NOT_RUN: "not_run", NOBODY_TYPES: "nobody_types"}


def translated(text: str, language: str) -> str:
    """What student code printed or raised, with the sandbox's own sentences in a language."""
    for sentence, name in _OF_THE_SANDBOX.items():
        text = text.replace(sentence, say(language, name))
    return text


_LONGEST = 600
_BREAKS = dict.fromkeys(map(ord, "\n\r\t"), " ")


def visible(text: str, *, lines: bool = False, longest: int = _LONGEST) -> str:
    """A student's text in a form that is safe to show: control characters become escapes.

    Args:
        text: may be long, with line breaks, terminal escapes, marks that change the direction of
            writing, or lone surrogates.
        lines: whether it may have several lines.
        longest: how many characters are kept.

    Returns:
        A text of printable characters.
    """
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    shown = cut if lines else cut.translate(_BREAKS)
    return "".join(
        char if char.isprintable() or (lines and char in "\n\t") else ascii(char)[1:-1]
        for char in shown
    )


def slip_sentence(diagnosis: Diagnosis | None, language: str) -> str:
    """What a slip is and what to do; empty where it is not a slip that explains what is wrong."""
    slip = None if diagnosis is None else diagnosis.slip
    return "" if slip is None else _slip_text(slip, language)


def _slip_text(slip: Slip, language: str) -> str:
    def text(name: str, /, **words: Any) -> str:
        return phrase(language, "slips", name).format(**words)

    words = {name: visible(word) for name, word in slip.words.items()}
    other = "" if slip.place is None else slip.place.file
    unit = text("other_file", file=other) if other else text(slip.unit)
    words |= {"exercise": slip.exercise, "unit": unit}
    if slip.place is None:
        place = text("place_unknown", **words)
    else:
        at = {"line": slip.place.line, "cell": slip.place.cell, "file": other}
        place = text(f"place_{slip.place.of}", **words, **at)
    return text(slip.name, place=place, **words)


def note_text(note: ExerciseNote, language: str) -> str:
    """What a student should know about how an exercise was asked."""
    return say(language, note.kind, names=", ".join(note.names))


def score_text(result: ExerciseResult, language: str, between: str = "/") -> str:
    """The points of an exercise, as `3/4 points`."""
    # A Korean unit stands close behind its number.
    gap = "" if language == "ko" else " "
    return f"{result.score}{between}{result.max_score}{gap}{say(language, 'points')}"


def check_worth(check: CheckResult, language: str) -> str:
    """Who sees a check, and what it has earned."""
    visibility = say(language, "public" if check.public else "hidden")
    extra = f", {say(language, 'extra')}" if check.extra else ""
    return f"{visibility}{extra}, {check.points}/{check.max_points}"


def check_message(
    check: CheckResult, function: str, language: str, diagnosis: Diagnosis | None = None
) -> str:
    """Why a check failed, in one line; empty where it passed.

    A hidden check says only that it failed, and the name of an error that is Python's own. Where a
    slip explains why nothing was returned, a public check says that.

    Args:
        check: of an exercise.
        function: its name.
        language: of the report.
        diagnosis: of the exercise.
    """
    if check.finding is None:
        return ""
    slip = slip_sentence(diagnosis, language)
    if not check.public:
        if check.points and check.finding.problem is None:
            return _with_reason(say(language, "hidden_partly"), check.finding, language)
        return _hidden_message(check.finding, language, has_slip=bool(slip))
    if slip and slip_explains(check.finding, diagnosis):
        return slip
    why = public_message(check.finding, language)
    if not was_called(check.finding):
        return why
    # The message of an error may end with any character.
    end = "" if why.endswith((".", "?", "!")) else "."
    return f"{why}{end} {say(language, 'called', call=call_text(function, check.finding))}"


def slip_explains(finding: Finding, diagnosis: Diagnosis | None) -> bool:
    """Whether a slip says what the problem of a public check would say."""
    slip = None if diagnosis is None else diagnosis.slip
    return bool(slip and finding.problem and slip.is_reason_of(finding.problem))


def was_called(finding: Finding) -> bool:
    """Whether there was a call that a student could repeat."""
    problem = finding.problem
    if problem is None:
        return True
    never = problem.kind in _NEVER_CALLED or problem.loading
    return not never and problem.type != "NotImplementedError"


_NEVER_CALLED = {"missing", "unreadable", "budget", "unjudged", "forbidden", "required"}


def shared_message(checks: Sequence[CheckResult], function: str, language: str) -> str:
    """The message of all checks if one reason outside of them fails them all; otherwise empty."""
    findings = [check.finding for check in checks]
    if len(findings) < 2 or any(each is None or was_called(each) for each in findings):
        return ""
    messages = {check_message(check, function, language) for check in checks}
    return messages.pop() if len(messages) == 1 else ""


def wrong_throughout(result: ExerciseResult, language: str) -> tuple[str, str]:
    """What is wrong outside of the checks of an exercise.

    Args:
        result: of the exercise.
        language: of the report.

    Returns:
        The sentence of a slip, and the message that all checks have instead; each may be empty.
    """
    slip = slip_sentence(result.diagnosis, language)
    return slip, "" if slip else shared_message(result.checks, result.exercise, language)


def differing_part(finding: Finding, difference: Difference) -> tuple[str, Any, Any]:
    """The part of the output that is wrong, and the same part of the expected value."""
    for where, output, expected in leaf_pairs(finding.outcome.output, finding.expected) or []:
        if where == difference.where and where:
            return where, output, expected
    return "", finding.outcome.output, finding.expected


def _hidden_message(finding: Finding, language: str, *, has_slip: bool) -> str:
    problem = finding.problem
    if problem is None or problem.kind == "outsized":
        return _with_reason(say(language, "hidden_failed"), finding, language)
    if problem.type == "NotImplementedError" and not has_slip:
        return say(language, "unwritten")
    if problem.kind == "raised":
        known = problem.common_type
        return (
            say(language, "hidden_error", type=known)
            if known
            else say(language, "hidden_any_error")
        )
    if problem.kind in ("signature", "refused"):
        return say(language, "hidden_any_error")
    if problem.kind in ("forbidden", "required"):
        return say(language, "hidden_rule")
    if problem.kind in ("too_often", "too_many_steps"):
        return say(language, f"hidden_{problem.kind}")
    return describe_problem(problem, language)


def public_message(finding: Finding, language: str) -> str:
    """What is wrong with an answer to a public check, in one sentence or two."""
    if finding.problem is not None:
        return describe_problem(finding.problem, language)
    assert finding.difference is not None  # noqa: S101 - a finding is one or the other
    return _with_reason(describe_difference(finding.difference, language), finding, language)


def _with_reason(sentence: str, finding: Finding, language: str) -> str:
    """A sentence, and what the exercise's own judge said is wrong, if it said that."""
    return sentence if finding.reason is None else f"{sentence} {finding.reason.of(language)}"


def place_text(where: str, language: str) -> str:
    """Where in an output something is; what a driver reports is named in the language.

    Args:
        where: the way there, as Python would write it; empty for the output itself.
        language: of the report.
    """
    found = _REPORTED.match(where)
    if found is None:
        return where
    name = say(language, f"reported_{Fact(found[1]).name.lower()}")
    return f"{name} {where[found.end() :]}".strip()


_REPORTED = re.compile(rf"\['({'|'.join(Fact)})'\]")


def describe_problem(problem: Problem, language: str) -> str:
    """Why there is no output."""
    reason = f"reason_{problem.type}"
    # The untrusted side may report a function as missing for an unknown reason.
    if problem.kind in ("unreadable", "missing", "unjudged") and reason in SENTENCES[FALLBACK]:
        return say(language, reason, names=problem.message)
    if problem.type == "NotImplementedError":
        sentence = "unwritten_in" if problem.file else "unwritten"
        return say(language, sentence, file=problem.file)
    sentence = str(problem.kind)
    placed = ("raised", "forbidden", "too_often", "too_many_steps")
    if problem.kind in placed and problem.line:
        sentence = f"{problem.kind}_at"
    # An exception class of a student may have an empty name.
    named = problem.type or "Exception"
    if problem.kind in ("forbidden", "required") and f"rule_{named}" in SENTENCES[FALLBACK]:
        named = say(language, f"rule_{named}")
    if problem.by_driver and problem.message:
        sentence = "driver_raised"
    words = {"type": named, "message": _message_of(problem, language), "line": problem.line}
    words["of"] = of_file(problem, language)
    return say(language, sentence, **words).rstrip().removesuffix(":")


def of_file(problem: Problem, language: str) -> str:
    """Which file its line is in, where that is not the exercise's own; else empty."""
    return say(language, "of_file", file=problem.file) if problem.file else ""


def _message_of(problem: Problem, language: str) -> str:
    if problem.kind == "outsized":
        return _kind_text(problem.message, language)
    known = None
    if problem.kind in ("raised", "signature", "refused"):
        known = error_in_words(problem.type, problem.message, language)
    return translated(problem.message, language) if known is None else known


def describe_difference(difference: Difference, language: str) -> str:
    """Describe the difference between output and expected value."""
    words: dict[str, Any] = dict(difference.numbers)
    kind: str = difference.kind
    if kind == "text" and words.get("misspelt"):
        kind = "misspelt"
    if kind in ("value", "truth", "finite") and words["total"] == 1:
        kind = f"one_{kind}"
    if kind == "value" and words["wrong"] == words["total"]:
        kind = "all_value"
    if kind == "judged" and words.get("share"):
        kind = "judged_partly"
    index = words.get("index", ())
    if index:
        shown = index[0] if len(index) == 1 else index
        words["at"] = say(language, "at", index=shown)
    else:
        words["at"] = ""
    # Nothing is relative to zero.
    told = np.isfinite(words.get("relative", np.inf))
    words["relatively"] = say(language, "relatively", **words) if told else ""
    place = place_text(difference.where, language)
    where = f"{place}: " if place else ""
    return say(
        language,
        kind,
        where=where,
        output=_in_words(difference.kind, difference.output, language),
        expected=_in_words(difference.kind, difference.expected, language),
        **words,
    )


def _in_words(kind: str, text: str, language: str) -> str:
    """What a difference says of a value, where that is a kind or a shape, in the language."""
    if kind == "type":
        return _kind_text(text, language)
    if kind == "shape" and text == "()":
        return say(language, "one_number")
    return text


_ARRAY = re.compile(r"array of (\w+), shape (\(.*\))")
_TUPLE = re.compile(r"tuple of (\d+)")
_NUMBER = re.compile(r"int|float|complex|(?:u?int|float|complex)\d+")


def _kind_text(kind: str, language: str) -> str:
    """What a value is; arrays, tuples and single numbers in the words of the language."""
    if found := _ARRAY.fullmatch(kind):
        return say(language, "array", dtype=found[1], shape=found[2])
    if found := _TUPLE.fullmatch(kind):
        return say(language, "tuple", count=found[1])
    if _NUMBER.fullmatch(kind):
        return say(language, "number", type=kind)
    return say(language, "truth_value") if kind == "bool" else kind


def call_text(function: str, finding: Finding) -> str:
    """The call as one would type it, shortened; for other drivers, the call of the driver."""
    arguments = [f"{name}={value_text(value)}" for name, value in finding.inputs.items()]
    if finding.driver == "call":
        return f"{function}({', '.join(arguments)})"
    return f"{finding.driver}({', '.join([function, *arguments])})"


_MANY_KEYS = 8
_MANY_AXES = 3


def value_text(value: Any, limit: int = 60, precision: int = 6) -> str:
    """A value in few characters; a number alone has four digits more than those of an array."""
    if isinstance(value, np.ndarray) and not value.ndim and value.dtype.kind == "f":
        value = float(value)
    if isinstance(value, np.ndarray) and value.ndim > _MANY_AXES:
        # NumPy would print six entries of each axis, millions in all.
        text = f"np.ndarray(shape={value.shape}, dtype={value.dtype})"
    elif isinstance(value, np.ndarray):
        text = np.array2string(
            value,
            precision=precision,
            separator=", ",
            threshold=12,
            edgeitems=3,
            max_line_width=10_000,
        )
        text = " ".join(text.split())
    elif isinstance(value, float):
        text = f"{value:.{min(precision + 4, 17)}g}"
    elif isinstance(value, list | tuple):
        inner = ", ".join(value_text(item, limit, precision) for item in value[:4])
        more = ", ..." if len(value) > 4 else ""
        text = f"({inner}{more})" if isinstance(value, tuple) else f"[{inner}{more}]"
    elif isinstance(value, dict):
        items = list(value.items())
        inner = ", ".join(f"{visible(k)}: {value_text(v, limit)}" for k, v in items[:_MANY_KEYS])
        text = f"{{{inner}{', ...' if len(items) > _MANY_KEYS else ''}}}"
    else:
        text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
