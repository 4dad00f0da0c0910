"""The page that describes results says what the structs say."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from autograder.build.results_page import results_page
from autograder.diagnosis.diagnosis import FACETS
from autograder.diagnosis.relations import RELATIONS
from autograder.report.result_records import (
    CheckRecord,
    DiagnosisRecord,
    ExerciseRecord,
    FirstDiagnosisRecord,
    SubmissionRecord,
)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "results.md"


def test_the_page_is_up_to_date():
    """`autograder build` makes it."""
    assert PAGE.read_text(encoding="utf-8") == results_page()


def test_a_course_elsewhere_has_no_such_page(built_course):
    """What it calls so is its own."""
    made = sorted(path.name for path in (built_course / "docs").iterdir())
    # The page of points comes with the scores of an examination.
    assert made == ["course.md"]


@pytest.mark.parametrize(
    "record", [SubmissionRecord, ExerciseRecord, DiagnosisRecord, FirstDiagnosisRecord, CheckRecord]
)
def test_every_field_is_described(record):
    """In the order of the lines, with its type and a sentence."""
    rows = re.findall(r"^\| `(\w+)` \| ([\w ]+) \| (.+) \|$", results_page(), re.MULTILINE)
    assert all(len(what) > 5 for _, _, what in rows)
    names = " ".join(name for name, _, _ in rows)
    assert " ".join(record.__struct_fields__) in names
    assert ("diagnosis", "object or null") in [(name, kind) for name, kind, _ in rows]


def test_the_example_is_a_line():
    """Broken for reading, and valid all the same."""
    example = re.search(r"```json\n(.*?)```", results_page(), re.DOTALL)
    record = msgspec.json.decode(example[1], type=SubmissionRecord, strict=True)
    assert [each.status for each in record.exercises] == ["failed", "missing"]
    first, told = record.exercises[0].diagnosis, record.exercises[0].diagnoses[0]
    assert (first.kind, first.name, first.hint) == (told.kind, told.name, told.hint)


def test_every_facet_and_relation_is_listed():
    """By its name, as a program reads it."""
    listed = set(re.findall(r"`(\w+)`", results_page()))
    names = {*RELATIONS, *FACETS, *(name for several in FACETS.values() for name in several)}
    assert names <= listed, names - listed
