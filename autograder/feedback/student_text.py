"""The text that a student gets for one assignment: the page without code and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.exports.class_scores import Points
from autograder.feedback.by_hand import Earned
from autograder.feedback.next_steps import next_steps
from autograder.grading.results import CheckResult, ExerciseResult, SubmissionResult
from autograder.report.details import details
from autograder.report.diagnoses import Told, explained
from autograder.report.hand_ins import note_sentence
from autograder.report.messages import (
    check_worth,
    note_text,
    say,
    shared_message,
    slip_sentence,
    status_name,
    visible,
)

__all__ = ["about_lines", "student_text"]


def student_text(
    result: SubmissionResult, title: str, language: str, points: Points | None = None
) -> str:
    """The text of one submission; see `student_page`."""
    earned = Earned(result, points)
    lines = [visible(title), *earned.lines(language)]
    lines += about_lines(result, language)
    for each in result.exercises:
        lines += ["", *_exercise(each, earned, language)]
    lines += ["", f"{say(language, 'page_next')}:"]
    lines += [f"- {each}" for each in next_steps(result, language)]
    return "\n".join(lines) + "\n"


def about_lines(result: SubmissionResult, language: str) -> list[str]:
    """Which files were graded, and why these."""
    if result.note is not None:
        return [visible(note_sentence(result.note, language))]
    if not result.source:
        return []
    return [visible(say(language, "page_source", source=result.source))]


def _exercise(result: ExerciseResult, earned: Earned, language: str) -> Iterator[str]:
    yield f"{result.title.of(language)} ({result.exercise}): {earned.text(result, language)}"
    correction, comment = earned.correction(result, language), earned.comment(result)
    if correction:
        yield f"  {correction}"
    if comment:
        yield f"  {say(language, 'page_comment')}:"
        yield from (f"    {visible(each)}" for each in comment.splitlines())
    slip = slip_sentence(result.diagnosis, language)
    shared = "" if slip else shared_message(result.checks, result.exercise, language)
    yield from (f"  {each}" for each in (slip, shared) if each)
    for check in result.checks:
        yield from _check(check, result, language, alone=not shared)
    said = explained(result, language)
    for told in filter(None, (said.first, *said.others)):
        yield from _told(told)
    yield from (f"  {each}" for each in said.closing)
    yield from (f"  {note_text(each, language)}" for each in result.notes)


def _check(
    check: CheckResult, result: ExerciseResult, language: str, *, alone: bool
) -> Iterator[str]:
    about = check_worth(check, language)
    yield f"  {status_name(check.status, language)}: {check.label.of(language)} ({about})"
    if alone:
        lines = details(check, result.exercise, language, result.diagnosis)
        yield from (f"      {each}" for each in lines)


def _told(told: Told) -> Iterator[str]:
    lead = f"{told.lead}: " if told.lead else ""
    yield f"  - {lead}{told.hint}"
    if told.more:
        yield f"    {told.more}"
