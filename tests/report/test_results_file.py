"""The file of results: whole or not at all, and read as it was written."""

from __future__ import annotations

import json

import pytest

from autograder.report.result_records import (
    CheckRecord,
    DiagnosisRecord,
    ExerciseRecord,
    FirstDiagnosisRecord,
    SubmissionRecord,
    json_line,
)
from autograder.report.results_file import ResultsFile, ResultsFileError, read_results


def record(student="kim"):
    """A result with everything that can be in one."""
    checks = [
        CheckRecord("a check", "public", "passed", 2, 2, ""),
        CheckRecord("검사", "hidden", "failed", 0, 3, "no\u2028 <b>"),
    ]
    exercises = [
        ExerciseRecord(
            "double",
            2,
            5,
            "partial",
            FirstDiagnosisRecord("mistake", "m", "Why?"),
            checks,
            diagnoses=[
                DiagnosisRecord("values", "mistake", "m", "eps", 1e-7, "Why?", "", ["검사"]),
                DiagnosisRecord("inputs", "relation", "changes_inputs", None, None, "<b>", "a", []),
            ],
        ),
        ExerciseRecord("Counter", 0, 0, "missing", None, []),
    ]
    return SubmissionRecord(1, student, "basics", 2, 5, 0.125, exercises)


@pytest.fixture
def path(tmp_path):
    """Where a file of results will be."""
    return tmp_path / "results.jsonl"


def names(folder):
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_what_is_written_is_read(path):
    """In the order in which it was written, with every field."""
    with ResultsFile(path) as file:
        file.write(record("kim"))
        file.write(record("이"))
        assert names(path.parent) == ["results.jsonl.part"]
        file.finish()
    assert list(read_results(path)) == [record("kim"), record("이")]
    assert names(path.parent) == ["results.jsonl"]


def test_a_file_that_is_not_finished_is_not_there(path):
    """What was there before stays."""
    path.write_text("earlier")
    with ResultsFile(path) as file:
        file.write(record())
    assert path.read_text() == "earlier"
    assert names(path.parent) == ["results.jsonl"]


def test_a_draft_that_a_dead_grader_left_is_written_anew(path):
    """Nobody has it locked."""
    path.with_name("results.jsonl.part").write_text("half a li")
    with ResultsFile(path) as file:
        file.write(record())
        file.finish()
    assert list(read_results(path)) == [record()]


def test_two_graders_do_not_write_one_file(path):
    """The second one learns it at once, and takes nothing from the first."""
    with ResultsFile(path) as file:
        with pytest.raises(ResultsFileError) as caught:
            ResultsFile(path)
        assert str(caught.value) == f"{path} is being written by another grader"
        file.write(record())
        file.finish()
    assert list(read_results(path)) == [record()]


def test_what_cannot_be_written_says_so_at_once(tmp_path):
    """With the path and the reason as attributes."""
    missing = tmp_path / "missing" / "results.jsonl"
    for path, reason in (
        (tmp_path, "is not a regular file"),
        (missing, "cannot be written: No such file or directory"),
    ):
        with pytest.raises(ResultsFileError) as caught:
            ResultsFile(path)
        assert (caught.value.path, caught.value.reason) == (path, reason)
        assert str(caught.value) == f"{path} {reason}"


def changed(**fields):
    """A line with other fields."""
    return json.dumps({**json.loads(json_line(record())), **fields})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "this is not a result: the text ends too early"),
        ("[]", "this is not a result: expected an object, got a list"),
        ("{}", "this is not a result: there is no field `format`"),
        (
            changed(score="2"),
            "this is not a result: in `score`, expected a whole number, got a text",
        ),
        (changed(exercises=[{}]), "in `exercises[0]`, there is no field `exercise`"),
        (
            changed(
                exercises=json.loads(json_line(record()).replace("partial", "good"))["exercises"]
            ),
            "in `exercises[0].status`, there is an unknown value 'good'",
        ),
        (changed(format=2), "this result is of format 2, and this version reads format 1: update"),
        (changed(format=0), "this result is of format 0, and this version reads format 1: grade"),
        ("[" * 100_000, "this is not a result: "),
        ("\udcff", "this is not a result: "),
    ],
)
def test_a_line_that_is_no_result_is_said_with_its_number(path, line, said):
    """After those before it were read."""
    text = f"{json_line(record())}\n{line}\n{json_line(record())}\n"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    results = read_results(path)
    assert next(results) == record()
    with pytest.raises(ResultsFileError) as caught:
        next(results)
    assert (caught.value.path, caught.value.line) == (path, 2)
    assert said in caught.value.reason
    assert str(caught.value) == f"{path}:2: {caught.value.reason}"


def test_a_field_of_a_later_version_is_passed_over(path):
    """The format stays the same where fields are added."""
    path.write_text(changed(colour="blue") + "\n")
    assert list(read_results(path)) == [record()]


def test_a_file_that_is_not_there_says_so(path):
    """In one sentence."""
    with pytest.raises(ResultsFileError, match="cannot be read: No such file or directory"):
        list(read_results(path))
