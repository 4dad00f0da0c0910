"""What a student hands in beside a notebook is there when it runs, by nbgrader's rules."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.brought_files import Brought, find_brought, read_brought
from autograder.nbgrader.given_files import GivenFiles

GIVEN = GivenFiles(
    "folder",
    frozenset({"data.csv", "tools", "tools/area.py", "many"}),
    frozenset({"data.csv", "tools/area.py", "many"}),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A submission, with all kinds of things beside its notebook."""
    made = tmp_path / "submitted" / "kim" / "ps1"
    for path, size in {
        "ps1.ipynb": 2, "timestamp.txt": 9, "data.csv": 4, "tools/area.py": 3, "tools/own.py": 5,
        "own.csv": 7, "a/b/c.txt": 1, "x.pyc": 1, "feedback/page.html": 1, "many/more.txt": 1,
        "large.bin": 3000, ".ipynb_checkpoints/x.csv": 1, "data.csv.d/x.txt": 1,
    }.items():  # fmt: skip
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(b"x" * size)
    os.symlink("/etc/passwd", made / "passwords")
    os.symlink(tmp_path, made / "everything")
    os.mkfifo(made / "pipe")
    with (made / "sparse.bin").open("wb") as file:
        file.truncate(1 << 40)
    (made / os.fsdecode(b"\xff.csv")).write_bytes(b"x")
    (made / "new\nline.csv").write_bytes(b"x")
    return made


def brought_by(folder: Path, most_mb: int = 1, **rules) -> tuple[list[str], list[str]]:
    """The files that are read, and what is said of others."""
    said: list[str] = []
    course = CourseDirectory(**{"max_file_size": 2, **rules})
    found = find_brought(course, str(folder), GIVEN, most_mb, said.append)
    return [file.path for file in read_brought(found, most_mb)], said


def test_what_a_student_brings(folder):
    """Never in the place of a given file, and whatever is left out is named, with the reason."""
    paths, said = brought_by(folder)
    assert sorted(paths) == [
        "a/b/c.txt",
        "data.csv.d/x.txt",
        "new\nline.csv",
        "own.csv",
        "tools/own.py",
    ]
    assert sorted(each.replace(": is not there when the notebook runs", "") for each in said) == [
        "\\udcff.csv: it may not be read",
        "everything: links are not followed",
        "large.bin: it is too large (`CourseDirectory.max_file_size`)",
        "many/more.txt: its folder is the assignment's own",
        "passwords: links are not followed",
        "pipe: it is no ordinary file",
        "sparse.bin: it is too large (`CourseDirectory.max_file_size`)",
    ]


def test_nbgraders_rules_are_kept(folder):
    """For what is ignored, what is included, and how much all files have together."""
    paths, _ = brought_by(folder, ignore=["own.csv", "tools", "new*"], include=["*.txt", "*.csv"])
    assert sorted(paths) == ["a/b/c.txt", "data.csv.d/x.txt"]
    paths, said = brought_by(folder, max_file_size=10, max_dir_size=1)
    assert "large.bin: is not there when the notebook runs: all together are too large " in "".join(
        said
    )
    assert "own.csv" in paths


def test_many_files_and_no_folder(folder):
    """The first thousand are looked at, and a folder that is a link is not entered."""
    for number in range(1000):
        (folder / f"n{number}").touch()
    paths, said = brought_by(folder)
    assert len(paths) < 1000
    assert ".: is not there when the notebook runs: there are too many files" in said
    os.rename(folder, folder.with_name("elsewhere"))
    assert brought_by(folder) == ([], [])
    os.symlink("elsewhere", folder)
    assert brought_by(folder) == ([], [])


def test_what_changed_since_it_was_found_is_left_out(folder):
    """It is read without following a link, and no more than may be."""
    brought = Brought(str(folder), [["own.csv"], ["passwords"], ["sparse.bin"], ["gone"], ["pipe"]])
    assert [file.path for file in read_brought(brought, 1)] == ["own.csv"]
