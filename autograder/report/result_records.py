"""Results as records: the schema of `results.jsonl`, one submission a line.

`build` prints the tables of docs/results.md from these structs.
"""

from __future__ import annotations

import json
from typing import Any, Final, Literal

import msgspec

from autograder.diagnosis.diagnosis import Kind
from autograder.grading.results import CheckResult, ExerciseResult, Status, SubmissionResult
from autograder.report.hand_ins import note_sentence
from autograder.report.messages import check_message, diagnosis_hint, note_text

__all__ = [
    "FORMAT",
    "CheckRecord",
    "DiagnosisRecord",
    "ExerciseRecord",
    "SubmissionRecord",
    "document",
    "exercise_record",
    "json_line",
    "submission_record",
]

FORMAT: Final = 1


class DiagnosisRecord(msgspec.Struct, frozen=True):
    """What explains what is wrong with an exercise.

    Attributes:
        kind: `mistake`: one of the exercise's own. `slip`: it is not the computation that is wrong,
            but what was agreed on around it. `relation`: a general one. `error`: it breaks down.
            `edit`: the solution with something changed. `argument`: one that is not used.
            `rounding`: to a number of digits.
        name: of it: of the mistake as in `mistakes.py`, of the slip, of the relation, ....
        hint: the sentence for the student, in the language of the report.
    """

    kind: Kind
    name: str
    hint: str


class CheckRecord(msgspec.Struct, frozen=True):
    """One check of an exercise.

    Attributes:
        name: what it is about, in the language of the report.
        visibility: `public`: students can see its cases. `hidden`: they cannot.
        status: see below; never `partial`.
        points: `max_points` or 0.
        max_points: what it is worth.
        message: why it failed, in one line; empty where it passed. Of a hidden check it names no
            input and no expected value.
    """

    name: str
    visibility: Literal["public", "hidden"]
    status: Status
    points: int
    max_points: int
    message: str


class ExerciseRecord(msgspec.Struct, frozen=True):
    """One exercise of a submission.

    Attributes:
        exercise: its name.
        score: the points earned.
        max_score: the points there are.
        status: see below.
        diagnosis: what explains what is wrong; null where all is right, or nothing explains it.
        checks: in the author's order, always all of them.
        notes: sentences on how it was asked: that later cells of a notebook change what it uses, or
            that it was asked as everything is at the end of the notebook.
    """

    exercise: str
    score: int
    max_score: int
    status: Status
    diagnosis: DiagnosisRecord | None
    checks: list[CheckRecord]
    notes: list[str] = []


class SubmissionRecord(msgspec.Struct, frozen=True):
    """One submission; a line of the file.

    Attributes:
        format: the number of this format. It changes where a field is renamed, removed, or means
            something else.
        student: the name of the student's folder, in Unicode's form NFC; what cannot be shown is
            escaped.
        assignment: the assignment's name.
        score: the points earned, the sum over `exercises`.
        max_score: the points there are.
        seconds: wall-clock time in the sandbox; 0 where nothing could be run. The first submission
            of each worker also waits for the start of its sandbox.
        exercises: in the order of the assignment, always all of them.
        source: the files that were graded, from the assignment's folder; empty where there are
            none.
        note: why these files were graded and not those with the expected names, in the language of
            the report; empty where they are those.
    """

    format: int
    student: str
    assignment: str
    score: int
    max_score: int
    seconds: float
    exercises: list[ExerciseRecord]
    source: str = ""
    note: str = ""


def submission_record(result: SubmissionResult, language: str) -> SubmissionRecord:
    """The record of a submission, with sentences in this language."""
    return SubmissionRecord(
        format=FORMAT,
        student=result.student,
        assignment=result.assignment,
        score=result.score,
        max_score=result.max_score,
        seconds=round(result.seconds, 3),
        exercises=[exercise_record(each, language) for each in result.exercises],
        source=result.source,
        note=note_sentence(result.note, language),
    )


def exercise_record(result: ExerciseResult, language: str) -> ExerciseRecord:
    """The record of an exercise, with sentences in this language."""
    diagnosis = result.diagnosis
    return ExerciseRecord(
        exercise=result.exercise,
        score=result.score,
        max_score=result.max_score,
        status=result.status,
        diagnosis=None
        if diagnosis is None
        else DiagnosisRecord(diagnosis.kind, diagnosis.name, diagnosis_hint(diagnosis, language)),
        checks=[_check_record(check, result, language) for check in result.checks],
        notes=[note_text(note, language) for note in result.notes],
    )


def _check_record(check: CheckResult, result: ExerciseResult, language: str) -> CheckRecord:
    return CheckRecord(
        name=check.label.of(language),
        visibility="public" if check.public else "hidden",
        status=check.status,
        points=check.points,
        max_points=check.max_points,
        message=check_message(check, result.exercise, language, result.diagnosis),
    )


def document(record: SubmissionRecord | ExerciseRecord) -> dict[str, Any]:
    """A record as plain dicts and lists, for JSON and for the metadata of a notebook."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def json_line(record: SubmissionRecord) -> str:
    """A record as one line of JSON."""
    return json.dumps(document(record), ensure_ascii=False, allow_nan=False)
