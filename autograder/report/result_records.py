"""Results as records: the schema of `results.jsonl`, one submission a line.

`build` prints the tables of docs/results.md from these structs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any, Final, Literal

import msgspec

from autograder.diagnosis.diagnosis import Diagnosis, FacetName, Kind
from autograder.grading.results import CheckResult, ExerciseResult, Status, SubmissionResult
from autograder.report.diagnosis_words import diagnosis_hint, diagnosis_more
from autograder.report.hand_ins import note_sentence
from autograder.report.messages import check_message, note_text

__all__ = [
    "FORMAT",
    "CheckRecord",
    "DiagnosisRecord",
    "ExerciseRecord",
    "FirstDiagnosisRecord",
    "SubmissionRecord",
    "TaskRecord",
    "document",
    "exercise_record",
    "json_line",
    "submission_record",
]

FORMAT: Final = 1


class DiagnosisRecord(msgspec.Struct, frozen=True):
    """One thing that is wrong with an exercise.

    Attributes:
        facet: what it is about. `contract`: what was agreed on around the computation. `breakdown`:
            for which inputs it raises an error. `type`, `dtype`: of what comes back. `inputs`: they
            are changed. `state`: it depends on earlier calls. `randomness`: it draws by itself.
            `part`: only a part of what is asked for comes back. `values`: everything else.
        kind: `mistake`: one of the exercise's own. `slip`: one of contract. `error`: it is raised.
            `relation`: a general one. `edit`: the solution with something changed. `argument`: one
            that is not used. `rounding`: to some digits.
        name: of the mistake as in `mistakes.py`; of the slip, the inputs or the relation as listed
            below; of the change that an edit makes; of the argument.
        of: which one, where there are several of that name: the type of the error, the name of the
            factor, what is edited, the parameter of the mistake, which of several values as `1/3`.
        value: its number: a factor, an offset, the constant in an argument's place, a mistake's
            parameter, digits; null where there is none, or hidden checks alone show it.
        hint: the sentence for the student, in the language of the report.
        hint2: where to look, for a student who asks for more; empty where there is no more to say.
        checks: the names of the checks that it was seen in; empty for everything that is wrong.
    """

    facet: FacetName
    kind: Kind
    name: str
    of: str | None
    value: float | None
    hint: str
    hint2: str
    checks: list[str]


class FirstDiagnosisRecord(msgspec.Struct, frozen=True):
    """The first of the diagnoses, in the three fields that it had alone.

    Attributes:
        kind: as in `diagnoses`.
        name: likewise.
        hint: likewise.
    """

    kind: Kind
    name: str
    hint: str


class CheckRecord(msgspec.Struct, frozen=True):
    """One check of an exercise.

    Attributes:
        name: what it is about, in the language of the report.
        visibility: `public`: students can see its cases. `hidden`: they cannot.
        status: see below.
        points: `max_points` or 0; of a check with partial credit also whole points between.
        max_points: what it is worth.
        message: why it failed, in one line; empty where it passed. Of a hidden check it names no
            input and no expected value.
        extra: whether its points are extra credit, beyond `max_score`.
        seconds: that its cases took in the sandbox, for whoever grades; null where it was not
            asked, and in what students are shown.
    """

    name: str
    visibility: Literal["public", "hidden"]
    status: Status
    points: int
    max_points: int
    message: str
    extra: bool = False
    seconds: float | None = None


class ExerciseRecord(msgspec.Struct, frozen=True):
    """One exercise of a submission.

    Attributes:
        exercise: its name.
        score: the points earned, with extra credit.
        max_score: the points there are without extra credit.
        status: see below.
        diagnosis: the first of `diagnoses`, or null. The next version has `diagnoses` alone.
        checks: in the author's order, always all of them.
        notes: sentences on how it was asked: that later cells of a notebook change what it uses, or
            that it was asked as everything is at the end of the notebook.
        diagnoses: what explains what is wrong, the most helpful first; empty where all is right, or
            nothing explains it. Reports show the first three.
        signature: of wrong answers in which something is left that nothing explains, the same for
            all that are wrong in the same way; null where there are none. It depends on hidden
            outcomes and is for whoever grades: what students are shown never has it.
    """

    exercise: str
    score: int
    max_score: int
    status: Status
    diagnosis: FirstDiagnosisRecord | None
    checks: list[CheckRecord]
    notes: list[str] = []
    diagnoses: list[DiagnosisRecord] = []
    signature: str | None = None


class TaskRecord(msgspec.Struct, frozen=True):
    """What a person grades, beside the exercises.

    Attributes:
        task: its name.
        max_points: what it is worth, beyond the submission's `max_score`.
    """

    task: str
    max_points: int


class SubmissionRecord(msgspec.Struct, frozen=True):
    """One submission; a line of the file.

    Attributes:
        format: the number of this format. It changes where a field is renamed, removed, or means
            something else.
        student: the name of the student's folder, in Unicode's form NFC; what cannot be shown is
            escaped.
        assignment: the assignment's name.
        score: the points earned, the sum over `exercises`, with extra credit.
        max_score: the points there are without extra credit.
        seconds: wall-clock time in the sandbox; 0 where nothing could be run. The first submission
            of each worker also waits for the start of its sandbox.
        exercises: in the order of the assignment, always all of them.
        source: the files that were graded, from the assignment's folder; empty where there are
            none.
        note: why these files were graded and not those with the expected names, in the language of
            the report; empty where they are those.
        needs_person: the tasks of the assignment that a person grades. Their points are in neither
            `score` nor `max_score`; a gradebook has them.
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
    needs_person: list[TaskRecord] = []


def submission_record(
    result: SubmissionResult, language: str, tasks: Sequence[TaskRecord] = ()
) -> SubmissionRecord:
    """The record of a submission.

    Args:
        result: what was graded.
        language: of the sentences.
        tasks: of the assignment, which a person grades.
    """
    return SubmissionRecord(
        format=FORMAT,
        student=result.student,
        assignment=result.assignment,
        score=result.score,
        max_score=result.max_score,
        seconds=round(result.seconds, 3),
        exercises=[_graders_record(each, language) for each in result.exercises],
        source=result.source,
        note=note_sentence(result.note, language),
        needs_person=list(tasks),
    )


def _graders_record(result: ExerciseResult, language: str) -> ExerciseRecord:
    """The record of an exercise, with what only whoever grades may see."""
    record = exercise_record(result, language)
    checks = [
        msgspec.structs.replace(each, seconds=None if taken is None else round(taken, 4))
        for each, taken in zip(
            record.checks, (check.seconds for check in result.checks), strict=True
        )
    ]
    return msgspec.structs.replace(record, checks=checks, signature=result.signature)


def exercise_record(result: ExerciseResult, language: str) -> ExerciseRecord:
    """The record of an exercise as students are shown it, with sentences in this language."""
    diagnoses = [_diagnosis_record(each, result, language) for each in result.diagnoses]
    return ExerciseRecord(
        exercise=result.exercise,
        score=result.score,
        max_score=result.max_score,
        status=result.status,
        diagnosis=next(map(_first_record, diagnoses), None),
        checks=[_check_record(check, result, language) for check in result.checks],
        notes=[note_text(note, language) for note in result.notes],
        diagnoses=diagnoses,
    )


def _diagnosis_record(
    diagnosis: Diagnosis, result: ExerciseResult, language: str
) -> DiagnosisRecord:
    value = diagnosis.value
    labels = {check.name: check.label.of(language) for check in result.checks}
    return DiagnosisRecord(
        facet=diagnosis.facet,
        kind=diagnosis.kind,
        name=diagnosis.name,
        of=diagnosis.of,
        value=value if value is not None and math.isfinite(value) else None,
        hint=diagnosis_hint(diagnosis, language, result),
        hint2=diagnosis_more(diagnosis, language),
        checks=[labels[name] for name in diagnosis.checks if name in labels],
    )


def _first_record(diagnosis: DiagnosisRecord) -> FirstDiagnosisRecord:
    return FirstDiagnosisRecord(diagnosis.kind, diagnosis.name, diagnosis.hint)


def _check_record(check: CheckResult, result: ExerciseResult, language: str) -> CheckRecord:
    return CheckRecord(
        name=check.label.of(language),
        visibility="public" if check.public else "hidden",
        status=check.status,
        points=check.points,
        max_points=check.max_points,
        message=check_message(check, result.exercise, language, result.diagnosis),
        extra=check.extra,
    )


def document(record: SubmissionRecord | ExerciseRecord) -> dict[str, Any]:
    """A record as plain dicts and lists, for JSON and for the metadata of a notebook."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def json_line(record: SubmissionRecord) -> str:
    """A record as one line of JSON."""
    return json.dumps(document(record), ensure_ascii=False, allow_nan=False)
