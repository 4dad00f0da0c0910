"""What did not change is not run again, and nothing else is found."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import msgspec
import pytest

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.grading.judge import judge_here
from autograder.grading.results import SubmissionResult
from autograder.limits import Limits
from autograder.workers import environment, kept_replies
from autograder.workers.class_grading import GRADING, grade_all
from autograder.workers.kept_replies import Keeping, KeptReplies, ask_or_find
from tests.toy_settings import LIMITS

KIM = Submission("kim", "basics", (Piece(0, "def double(x):\n    return x", "double"),), {})


class Place:
    """Who is asked: the result is that of the reference, and each question is counted."""

    def __init__(self, toy, toy_keys, *, whole: bool = True) -> None:
        self.asked = 0
        exercises = (judge_here(toy_keys[each.name], each.reference) for each in toy.solutions())
        self._result = SubmissionResult("kim", "basics", 0.5, tuple(exercises), whole=whole)

    def ask(self, request):
        self.asked += 1
        return replace(self._result, student=request.student)


@pytest.fixture
def kept(toy_keys, tmp_path):
    """A function that makes the replies that are kept in one folder."""

    def make(keys=None, about=None, **options):
        keys, about = keys or [*toy_keys.values()], about or [Limits(), "en"]
        return KeptReplies(tmp_path / "kept", GRADING, keys, about, **options)

    return make


def ask(place, kept, request=KIM):
    """The reply to a request, wherever it comes from."""
    return ask_or_find(place, kept, request, ["double", "Counter"])


def test_what_did_not_change_is_found_whole(kept, toy, toy_keys):
    """Also by another grader."""
    place = Place(toy, toy_keys)
    first = ask(place, kept())
    assert repr(ask(place, kept())) == repr(first)
    assert place.asked == 1


def test_whatever_changes_is_asked_again(kept, toy, toy_keys, monkeypatch):
    """An answer, a key, a limit, the language, the code or a package."""
    place = Place(toy, toy_keys)
    ask(place, kept())
    ask(place, kept(), replace(KIM, pieces=()))
    double, counter = toy_keys.values()
    check = replace(double.checks[0], points=double.checks[0].points + 1)
    ask(place, kept(keys=[replace(double, checks=(check, *double.checks[1:])), counter]))
    ask(place, kept(about=[Limits(cell_seconds=11), "en"]))
    ask(place, kept(about=[Limits(), "ko"]))
    monkeypatch.setattr(kept_replies, "environment_digest", lambda: b"another version")
    ask(place, kept())
    assert place.asked == 6


def test_a_half_run_is_not_kept(kept, toy, toy_keys):
    """What was stopped may come to its end the next time."""
    place = Place(toy, toy_keys, whole=False)
    for _ in range(2):
        ask(place, kept())
    assert place.asked == 2


def test_again_finds_nothing_and_keeps(kept, toy, toy_keys):
    """The next one finds it."""
    place = Place(toy, toy_keys)
    for options in ({}, {"again": True}, {}):
        ask(place, kept(**options))
    assert place.asked == 2


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None], ids=["empty", "other", "cut"])
def test_a_damaged_file_is_as_good_as_none(kept, toy, toy_keys, tmp_path, damage):
    """It is written again."""
    place = Place(toy, toy_keys)
    ask(place, kept())
    (path,) = (tmp_path / "kept").glob("*/*")
    path.write_bytes(path.read_bytes()[:-9] if damage is None else damage)
    for _ in range(2):
        ask(place, kept())
    assert place.asked == 2


def test_a_disk_that_is_full_stops_nobody(kept, toy, toy_keys, tmp_path):
    """Where nothing can be kept, it is asked each time."""
    (tmp_path / "kept").write_text("in the way")
    place = Place(toy, toy_keys)
    for _ in range(2):
        ask(place, kept())
    assert place.asked == 2


def test_the_oldest_go_where_there_are_too_many(kept, toy, toy_keys, tmp_path):
    """And drafts of graders that were killed."""
    place = Place(toy, toy_keys)
    for number in range(8):
        ask(place, kept(), replace(KIM, student=f"s{number}"))
    files = list((tmp_path / "kept").glob("*/*"))
    for path in files:
        os.utime(path, (1e9, 1e9))
    abandoned = files[0].with_suffix(".1.part")
    abandoned.write_bytes(b"half")
    os.utime(abandoned, (1e9, 1e9))
    ask(place, kept(), replace(KIM, student="s3"))
    size = sum(path.stat().st_size for path in files)
    kept(most=size // 2).prune()
    left = [path for path in (tmp_path / "kept").glob("*/*") if path.is_file()]
    assert 1 <= len(left) <= 4
    assert place.asked == 8
    ask(place, kept(), replace(KIM, student="s3"))
    assert place.asked == 8


@pytest.mark.sandbox
def test_only_what_loops_is_run_again(toy_keys, tmp_path, monkeypatch):
    """A class that is graded twice: who was stopped is asked once more, nobody else."""
    answers = {"right": "return x + x", "wrong": "return x", "loops": "while True: pass"}

    def graded():
        class_ = (
            Submission(name, "basics", (Piece(0, f"def double(x):\n    {text}", "double"),), {})
            for name, text in answers.items()
        )
        found = grade_all(
            class_,
            {"basics": [toy_keys["double"]]},
            limits=msgspec.structs.replace(LIMITS, check_seconds=0.5),
            layers="none",
            workers=1,
            keeping=Keeping(tmp_path / "kept"),
        )
        return {submission.student: result.score for submission, result in found}

    first = graded()
    # Those that would be the same again, and for feedback what each of the three came to.
    assert len(list((tmp_path / "kept").glob("*/*"))) == 2 + 3
    assert graded() == first == {"right": 10, "wrong": 0, "loops": 0}


def test_packages_are_those_of_the_folders_and_not_of_who_imported_them(tmp_path, monkeypatch):
    """What a grader with nbgrader keeps, feedback finds without it."""
    before = environment.installed()
    vendored = tmp_path / "setuptools" / "_vendor"
    (vendored / "packaging-0.0.1.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, sys.path[-1], str(vendored)])
    assert environment.installed() == before
    (tmp_path / "new-1.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert environment.installed() != before
