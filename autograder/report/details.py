"""Why a check failed, in full: the call, the difference, what was returned and expected, prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from autograder.compare.comparison import Difference
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.grading.results import CheckResult, Finding
from autograder.report.call_code import call_code, own_call
from autograder.report.messages import (
    call_text,
    check_message,
    differing_part,
    place_text,
    public_message,
    say,
    slip_explains,
    value_text,
    visible,
    was_called,
)

__all__ = ["details", "printed_lines", "told_apart"]

_MOST_PRINTED: Final = 20
"""Lines of what a student's function printed that a report shows."""


def details(
    check: CheckResult, function: str, language: str, diagnosis: Diagnosis | None = None
) -> list[str]:
    """Why a check failed, in full: the call, the difference, what was returned and expected.

    Returns:
        Lines; a single one for a hidden check, none where it passed, or where a slip says it.
    """
    finding = check.finding
    if finding is None:
        return []
    if check.public and slip_explains(finding, diagnosis):
        return []
    if not check.public or not was_called(finding):
        return [check_message(check, function, language, diagnosis)]
    lines = [*_call_lines(function, finding, language), public_message(finding, language)]
    if finding.difference is not None:
        where, output, expected = differing_part(finding, finding.difference)
        texts = told_apart(output, expected)
        # The sentence about a single number has both values in it.
        if not _tells_both(finding.difference):
            place = place_text(where, language)
            after = f" ({place})" if place else ""
            words = ("returned", "expected")
            pairs = zip(words, texts, strict=True)
            lines += [f"{say(language, word)}{after}: {text}" for word, text in pairs]
    if finding.total > 1:
        name = "cases_failed" if finding.failed < finding.total else "all_cases_failed"
        lines.append(say(language, name, failed=finding.failed, total=finding.total))
    return lines


def _tells_both(difference: Difference) -> bool:
    """Whether its sentence has both values in full: a single number or a short text each."""
    if difference.kind == "text":
        return not any(each.endswith("...") for each in (difference.output, difference.expected))
    in_numbers = difference.kind in ("value", "truth", "finite")
    return in_numbers and difference.numbers["total"] == 1


def _call_lines(function: str, finding: Finding, language: str) -> Iterator[str]:
    """The call as a student can make it; of a driver, the call that it made of the function."""
    found = own_call(finding)
    if found is None:
        direct = finding.driver == "call"
        yield call_code(function, finding.inputs) if direct else call_text(function, finding)
        return
    yield found.code(function)
    words = {"count": found.count, "which": found.which, "output": value_text(found.call.output)}
    if found.call.raised:
        if found.count > 1:
            yield say(language, "own_call_raised", **words)
    elif finding.problem is not None and finding.problem.kind == "raised" and found.call.line:
        yield say(language, "own_call_then", line=found.call.line, **words)
    elif found.count > 1:
        yield say(language, "own_call", **words)
    elif words["output"] != value_text(finding.outcome.output):
        # A driver that hands on what it got is told by what was returned.
        yield say(language, "own_call_once", **words)


def told_apart(output: Any, expected: Any, limit: int = 200) -> tuple[str, str]:
    """Two values in few characters, with as many digits as it takes to tell them apart."""
    texts = ("", "")
    for precision in (6, 9, 12, 17):
        texts = (value_text(output, limit, precision), value_text(expected, limit, precision))
        if texts[0] != texts[1]:
            break
    return texts


def printed_lines(check: CheckResult, language: str) -> list[str]:
    """What the function printed in the failing case of a public check, in order and bounded."""
    if check.finding is None or not check.public or not check.finding.outcome.printed:
        return []
    printed = visible(check.finding.outcome.printed, lines=True, longest=4000).splitlines()
    lines = [say(language, "printed"), *(f"  {line}" for line in printed[:_MOST_PRINTED])]
    left = len(printed) - _MOST_PRINTED
    return [*lines, say(language, "printed_more", count=left)] if left > 0 else lines
