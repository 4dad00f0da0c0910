"""Libraries on the disk: what is read is what was written, and nothing else is believed."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest

from autograder.course import load_course
from autograder.keys.library import Explanation, Library
from autograder.texts import Text
from autograder.variants.kept import (
    is_kept,
    library_digest,
    library_path,
    read_library,
    write_library,
)
from tests.toy_settings import SEED, TOY


@pytest.fixture
def library() -> Library:
    """A library of two variants: one of a mistake, one of a pair."""
    return Library(
        [
            Explanation("mistake", "drops_the_sign", hint=Text(ko="부호", en="The sign?")),
            Explanation("rounding", "rounding", value=2.0),
        ],
        variants=np.array([[0, -1], [0, 1]], dtype=np.int32),
        costs=np.array([1, 5], dtype=np.uint8),
        columns=np.array([[0, 0]], dtype=np.int32),
        sketches=np.array([[[1.0, 2.0, 3.0]], [[1.0, np.nan, -3.5]]]),
    )


def test_what_was_written_is_read(tmp_path, library):
    """In a folder that nobody else may read; nothing half-written stays beside it."""
    path = library_path(tmp_path, "double")
    write_library(path, library, "digest")
    found = read_library(path, "digest")
    assert found is not None
    assert found.explanations == library.explanations
    for name in ("variants", "costs", "columns", "sketches"):
        mine, theirs = getattr(found, name), getattr(library, name)
        assert mine.dtype == theirs.dtype
        np.testing.assert_array_equal(mine, theirs)
    assert is_kept(path, "digest")
    assert path.parent.stat().st_mode & 0o077 == 0
    assert list(path.parent.iterdir()) == [path]


def test_what_was_made_from_something_else_is_not_read(tmp_path, library):
    """Nor what is not there."""
    path = library_path(tmp_path, "double")
    assert (is_kept(path, "digest"), read_library(path, "digest")) == (False, None)
    write_library(path, library, "digest")
    assert (is_kept(path, "another"), read_library(path, "another")) == (False, None)


def test_a_failed_writing_leaves_the_old_library(tmp_path, library):
    """And no half of the new one."""
    path = library_path(tmp_path, "double")
    write_library(path, library, "digest")
    with pytest.raises(NotImplementedError):
        write_library(path, msgspec.structs.replace(library, explanations=[object()]), "new")
    assert is_kept(path, "digest")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no archive"),
        lambda path: path.write_bytes(path.read_bytes()[:-200]),
        lambda path: np.savez(path, digest=np.frombuffer(b"digest", dtype=np.uint8)),
        lambda path: np.savez(
            path,
            digest=np.frombuffer(b"digest", dtype=np.uint8),
            explanations=np.frombuffer(b"[{]", dtype=np.uint8),
        ),
        lambda path: np.save(path.open("wb"), np.array([object()], dtype=object)),
    ],
    ids=["empty", "no archive", "cut off", "without arrays", "no JSON", "objects"],
)
def test_a_damaged_file_is_as_none(tmp_path, library, damage):
    """It is made anew: it ends nothing, and nothing in it is unpickled."""
    path = library_path(tmp_path, "double")
    write_library(path, library, "digest")
    damage(path)
    assert read_library(path, "digest") is None


@pytest.mark.parametrize("file", ["reference.py", "mistakes.py", "alternatives.py", "grading.py"])
def test_a_changed_source_makes_another_digest(tmp_path, file):
    """So do another secret and pairs; a draft without alternatives has one too."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))

    def digest(seed=SEED, *, with_pairs=False):
        (solution,) = (each for each in load_course(root).solutions() if each.name == "double")
        return library_digest(solution, seed, with_pairs=with_pairs)

    before = digest()
    assert before == digest()
    assert len({before, digest(SEED[::-1]), digest(with_pairs=True)}) == 3
    path = root / "solutions" / "basics" / "double" / file
    path.write_text(path.read_text(encoding="utf-8") + "\nANOTHER = 1\n", encoding="utf-8")
    assert digest() != before
