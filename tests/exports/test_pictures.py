"""The pictures of what was graded, beside the results that a platform reads."""

from __future__ import annotations

import base64
import json
import shutil
from contextlib import ExitStack

import numpy as np
import pytest

from autograder.course.check_parts import Plot
from autograder.exports import pictures
from autograder.grading.results import CheckResult, Drawing, ExerciseResult, SubmissionResult
from autograder.texts import Text
from autograder.workers.worker_process import WorkerLostError
from tests.cli.running import run
from tests.exports.results import record, write_results
from tests.toy_settings import TOY

CURVE = Plot("curve", x={"ko": "번호", "en": "index"}, y={"ko": "값", "en": "value"})
DRAWING = Drawing(Text(ko="몇 개의 수", en="a few"), CURVE, np.arange(3.0), np.ones(3))


def graded(student: str, points: int, *, status: str = "partial", source: str = "") -> object:
    """What was graded of a student, with one drawing."""
    check = CheckResult("few", Text(ko="몇", en="few"), True, "passed", points, 16, None)
    title = Text(ko="두 배", en="Double")
    double = ExerciseResult("double", title, status, (), (check,), (DRAWING,))
    return SubmissionResult(student, "basics", 0.0, (double,), source or f"{student}.py")


class WorkerHere:
    """A worker in this process; it is lost where it would draw `lost`."""

    closed = 0

    def __init__(self, job, setup, limits):
        self._ended = ExitStack()
        self._work = self._ended.enter_context(job.begin(setup))

    def ask(self, result):
        if result.student == "lost":
            raise WorkerLostError("judging_ended")
        return self._work(result)

    def close(self):
        WorkerHere.closed += 1
        self._ended.close()


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course whose class was graded; `changed` was graded anew since."""
    root = shutil.copytree(TOY, tmp_path / "course")
    names = ("kim", "changed", "moved", "lost", "absent")
    write_results(root / "r.jsonl", *(record(name, 4) for name in names))
    kept = [
        graded("kim", 4),
        graded("changed", 7),
        graded("moved", 4, source="another.py"),
        graded("lost", 4),
        graded("nobody", 4),
        graded("absent", 4, status="missing"),
    ]
    monkeypatch.setattr(pictures, "results_as_graded", lambda *_: iter(kept))
    monkeypatch.setattr(pictures, "WorkerProcess", WorkerHere)
    return root


def images(course, *options):
    """The pictures that each student's file has, and what was said."""
    ran = run("export", "r.jsonl", "--format", "prairielearn", "--out", "o", *options, cwd=course)
    assert ran.code == 0, ran.err
    files = (course / "o").glob("*.json")
    return {f.stem: json.loads(f.read_text("utf-8"))["images"] for f in files}, ran.err


def test_a_student_gets_the_pictures_of_what_was_graded_and_of_nothing_else(course):
    """Not those of another hand-in, of other points, or of an answer that is not there."""
    (course / "submitted").mkdir()
    closed = WorkerHere.closed
    found, said = images(course)
    assert {name for name, shown in found.items() if shown} == {"kim"}
    ((label, url),) = (each.values() for each in found["kim"])
    assert label == "Double: a few"
    header, _, data = url.partition(",")
    assert header == "data:image/png;base64"
    assert base64.b64decode(data).startswith(b"\x89PNG")
    assert "3 have no pictures: they changed since, or another version graded them\n" in said
    assert WorkerHere.closed == closed + 1


def test_without_hand_ins_there_are_no_pictures_and_nothing_is_said(course):
    """The results alone are exported."""
    found, said = images(course)
    assert set(map(tuple, found.values())) == {()}
    assert "pictures" not in said
