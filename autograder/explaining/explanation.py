"""The explanation of one exercise of one submission, as lines: hidden cases included.

It is for whoever teaches the course, and for nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from autograder.collecting.submission import Submission
from autograder.grading.forks import PieceRun
from autograder.grading.results import CheckResult, ExerciseResult, Finding
from autograder.grading.run import SubmissionRun
from autograder.keys.answer import Answer, answers
from autograder.keys.key import Key, KeyCheck
from autograder.report.details import details
from autograder.report.diagnosis_words import diagnosis_hint
from autograder.report.hand_ins import note_sentence
from autograder.report.messages import (
    call_text,
    describe_difference,
    describe_problem,
    note_text,
    status_name,
    value_text,
    visible,
)

__all__ = ["explain_run", "explain_unread"]

_LONGEST: Final = 400
"""Characters of a line that a student's program said."""

_MOST_LINES: Final = 20
_LONGEST_VALUE: Final = 200


def explain_run(
    key: Key, submission: Submission, run: SubmissionRun, language: str
) -> Iterator[str]:
    """What was run and asked, and what came back.

    Args:
        key: of the exercise.
        submission: what was handed in.
        run: everything that the sandbox answered.
        language: of the sentences.
    """
    result = run.judge(key)
    yield from _head(key, submission, result, language)
    yield "what was run:"
    for piece in run.pieces:
        yield from _piece(piece, submission, language)
    yield from (f"  {visible(note_text(each, language))}" for each in result.notes)
    asked = answers(key, run.outcomes[key.exercise])
    for check, judged in zip(key.checks, result.checks, strict=True):
        yield ""
        yield from _check(key, check, judged, asked[check.name], language)
    yield ""
    yield from _why(key, result, language)


def explain_unread(
    key: Key, submission: Submission, result: ExerciseResult, language: str
) -> Iterator[str]:
    """Why nothing was run."""
    yield from _head(key, submission, result, language)
    yield "nothing was run:"
    lines = dict.fromkeys(
        line for check in result.checks for line in details(check, key.exercise, language, None)
    )
    yield from (f"  {each}" for each in lines)


def _head(key: Key, submission: Submission, result: ExerciseResult, language: str) -> Iterator[str]:
    status = status_name(result.status, language)
    about = f"{submission.student}, {key.assignment}, {key.exercise}"
    yield f"{about}: {result.score} of {result.max_score} points ({status})"
    yield f"graded: {visible(submission.source) or 'nothing'}"
    if submission.note is not None:
        yield f"  {visible(note_sentence(submission.note, language))}"


def _piece(run: PieceRun, submission: Submission, language: str) -> Iterator[str]:
    kind = "cell" if submission.is_notebook else "file"
    lines = run.piece.source.splitlines()
    first = next((line for line in lines if line.strip()), "")
    shown = visible(first.strip(), longest=60)
    yield f"  {kind} {run.piece.number}, {len(lines)} lines: {shown}"
    for name, text in (("printed", run.reply.stdout), ("wrote errors", run.reply.stderr)):
        if text.strip():
            yield f"    {name}: {visible(text.strip(), longest=_LONGEST)}"
    if (problem := run.stopped_by) is not None:
        yield f"    {visible(describe_problem(problem, language), longest=_LONGEST)}"


def _check(
    key: Key, check: KeyCheck, judged: CheckResult, asked: list[Answer], language: str
) -> Iterator[str]:
    visibility = "public" if check.public else "hidden"
    right = sum(each.right for each in asked)
    status = status_name(judged.status, language)
    label = check.label.of(language)
    points = f"{judged.points} of {judged.max_points} points"
    yield f"{label} ({visibility}, {check.name}): {status}, {points}; {right} of {len(asked)} cases"
    tolerance = check.tolerance
    own = [f"{n}={v:g}" for n in ("rtol", "atol") if (v := getattr(tolerance, n)) is not None]
    yield f"  called by {check.driver!r}; tolerance {', '.join(own) or 'by the dtype'}"
    for number, answer in enumerate(asked[:_MOST_LINES], 1):
        yield from _case(key, check, number, answer, language)
    if len(asked) > _MOST_LINES:
        yield f"  and {len(asked) - _MOST_LINES} more cases"


def _case(key: Key, check: KeyCheck, number: int, answer: Answer, language: str) -> Iterator[str]:
    finding = Finding(
        check.driver, answer.inputs, answer.outcome, answer.expected, answer.difference, 1, 1
    )
    sign = "right" if answer.right else "WRONG" if not answer.share else "right in part"
    yield f"  case {number}, {sign}: {visible(call_text(key.exercise, finding), longest=_LONGEST)}"
    if answer.outcome.printed.strip():
        yield f"    printed: {visible(answer.outcome.printed.strip(), longest=_LONGEST)}"
    if answer.outcome.problem is not None:
        yield f"    {visible(describe_problem(answer.outcome.problem, language), longest=_LONGEST)}"
    else:
        yield f"    returned {visible(value_text(answer.output, _LONGEST_VALUE))}"
    if not answer.right:
        yield f"    expected {visible(value_text(answer.expected, _LONGEST_VALUE))}"
    if answer.difference is not None:
        said = describe_difference(answer.difference, language)
        yield f"    {visible(said, longest=_LONGEST)}"


def _why(key: Key, result: ExerciseResult, language: str) -> Iterator[str]:
    parts = " + ".join(str(check.points) for check in result.checks)
    shares = any(check.partial or check.judge for check in key.checks)
    rule = ", but for partial credit" if shares else ""
    yield f"why: a check earns all of its points or none{rule}: {parts} = {result.score}"
    if result.diagnoses:
        yield "what explains it (this changes no points):"
        for each in result.diagnoses:
            hint = visible(diagnosis_hint(each, language, result), longest=_LONGEST)
            yield f"  {each.facet}, {each.kind} {visible(each.name)}: {hint}"
    elif result.status != "passed":
        yield "nothing that is known explains it"
