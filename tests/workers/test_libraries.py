"""The libraries of a course: worked out where they are not there, and read where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course, load_course
from autograder.errors import CourseError
from autograder.keys.making import make_key
from autograder.variants.kept import library_path
from autograder.workers import libraries
from autograder.workers.libraries import (
    LibrarySetup,
    missing_libraries,
    public_digest,
    public_libraries,
    with_libraries,
    work_out_libraries,
)
from tests.toy_settings import SEED, TOY, copy_with_explanations

NAMES = ["double", "Counter"]


@pytest.fixture
def root(tmp_path) -> Path:
    """The toy course, with one explanation for each wrong answer."""
    return copy_with_explanations(tmp_path / "course")


def keys_of(course: Course):
    """The keys of a course's exercises, without libraries."""
    return {each.name: make_key(each, SEED) for each in course.solutions()}


def test_a_library_is_worked_out_once(root, monkeypatch):
    """By the work that a worker does; what changed or is damaged is worked out again."""
    course = load_course(root)
    assert missing_libraries(course, NAMES) == NAMES
    with libraries._working_out(LibrarySetup(str(root), "inner")) as work:
        assert all(work(name) > 3 for name in NAMES)
    assert missing_libraries(course, NAMES) == []
    monkeypatch.setattr(libraries, "WorkerProcess", None)
    keys = with_libraries(course, keys_of(course), layers="inner")
    assert {name: key.library.explanations[0].kind for name, key in keys.items()} == {
        "double": "mistake",
        "Counter": "mistake",
    }
    library_path(root, "double").write_bytes(b"damaged")
    counter = root / "solutions" / "basics" / "Counter" / "alternatives.py"
    counter.write_text(counter.read_text(encoding="utf-8") + "\n# another\n", encoding="utf-8")
    assert missing_libraries(load_course(root), NAMES) == NAMES


@pytest.mark.sandbox
def test_what_cannot_be_worked_out_is_said_with_its_exercise(root, monkeypatch):
    """The others are there."""
    course = load_course(root)
    assert [name for name, _ in work_out_libraries(course, ["Counter"], workers=1)] == ["Counter"]
    assert missing_libraries(course, NAMES) == ["double"]
    text = (root / "solutions" / "basics" / "double" / "grading.py").read_text(encoding="utf-8")
    broken = text.replace("def few(rng):", "def few(rng):\n    raise MemoryError")
    (root / "solutions" / "basics" / "double" / "grading.py").write_text(broken, encoding="utf-8")
    with pytest.raises(CourseError, match="what 'double' could be confused with could not be"):
        list(work_out_libraries(course, ["double"], workers=1))


def test_a_course_without_explanations_has_no_libraries(toy, toy_keys):
    """Nothing is worked out for it, and nothing is missing."""
    assert missing_libraries(toy, NAMES) == []
    assert with_libraries(toy, toy_keys) == toy_keys
    assert public_libraries(toy, list(toy.solutions())) == dict.fromkeys(NAMES)
    assert list(work_out_libraries(toy, [])) == []


def test_what_students_get_changes_with_what_it_is_made_from(root, toy):
    """With the alternatives only where they are explained by."""

    def digests(folder):
        return {each.name: public_digest(load_course(folder), each)
                for each in load_course(folder).solutions()}  # fmt: skip

    before, without = digests(root), digests(TOY)
    assert before["double"] != without["double"]
    path = root / "solutions" / "basics" / "double" / "alternatives.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n# another\n", encoding="utf-8")
    after = digests(root)
    assert [name for name in NAMES if before[name] != after[name]] == ["double"]
