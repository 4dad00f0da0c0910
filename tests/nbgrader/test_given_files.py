"""What lies beside the source of an assignment is given to its notebooks, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.given_files import GivenFilesError, give_files
from autograder.sandbox.scratch_tree import MAX_DEPTH

FILES = {
    "data.csv": "1,2",
    "tools/__init__.py": "",
    "tools/area.py": "factor = 3",
    "ps1.ipynb": "{}",
    "tools/other.ipynb": "{}",
    ".ipynb_checkpoints/old.csv": "old",
    "tools/__pycache__/area.pyc": "",
    "left.py": "for students",
}


@pytest.fixture
def course(tmp_path: Path) -> CourseDirectory:
    """A course with files beside its notebook, and others that are none of its business."""
    for path, text in FILES.items():
        write(tmp_path, path, text)
    for path in ("solutions/ps1/key.csv", "shared/points.csv", "submitted/kim/ps1/data.csv"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    return CourseDirectory(root=str(tmp_path), assignment_id="ps1")


def write(root: Path, path: str, text: str) -> None:
    """Write a file beside the notebook."""
    whole = root / "source" / "ps1" / path
    whole.parent.mkdir(parents=True, exist_ok=True)
    whole.write_text(text, encoding="utf-8")


def link(course: CourseDirectory, name: str, target: str) -> None:
    """Put a link beside the notebook."""
    os.symlink(target, Path(course.root, "source", "ps1", name))


def given(course: CourseDirectory) -> dict[str, str]:
    """The text of each given file."""
    folder = Path(give_files(course, ["left.py"], 1).folder)
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def faults(course: CourseDirectory, most_mb: int = 1) -> list[str]:
    """What is said of files that cannot be given, without the folder that they lie in."""
    with pytest.raises(GivenFilesError) as caught:
        give_files(course, [], most_mb)
    return [
        each.removeprefix(f"{course.root}/source/ps1").lstrip("/") for each in caught.value.args
    ]


def test_what_is_released_is_given(course):
    """But for notebooks, what nbgrader ignores, and what is left to the students."""
    assert given(course) == {
        "data.csv": "1,2", "tools/__init__.py": "", "tools/area.py": "factor = 3"
    }  # fmt: skip


def test_a_link_within_the_course_is_followed(course):
    """The file is copied, as nbgrader copies it into the release."""
    link(course, "points.csv", "../../shared/points.csv")
    assert given(course)["points.csv"] == "x"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("/etc/passwd", "is a link out of the course, or to what is hidden in it; put a copy here"),
        ("../../solutions/ps1/key.csv", "is a link out of the course, or to what is hidden in it"),
        ("../../submitted/kim/ps1/data.csv", "is a link out of the course"),
        ("ps1.ipynb", "is a link out of the course, or to what is hidden in it"),
        ("nowhere.csv", "is a link that leads nowhere"),
    ],
)
def test_a_link_to_anything_else_is_a_fault(course, target, sentence):
    """It says which, and nothing is given."""
    link(course, "wrong.csv", target)
    (fault,) = faults(course)
    assert fault.startswith(f"wrong.csv: {sentence}")


def test_what_cannot_be_given(course):
    """Every fault is told, with the file's name."""
    os.mkfifo(Path(course.root, "source", "ps1", "pipe"))
    write(Path(course.root), "/".join("d" * (MAX_DEPTH + 1)) + "/x.csv", "")
    write(Path(course.root), "large.bin", "x" * (3 << 20))
    deep = "/".join("d" * MAX_DEPTH)
    assert faults(course) == [
        f"{deep}: lies more than 7 folders deep",
        "pipe: is no ordinary file",
        ": what lies beside the notebooks has 3 MB, and 1 are allowed (`data_mb`)",
    ]


def test_what_an_instructor_may_want_to_know(course):
    """A helper that is called as a module that is there, and a link to a folder."""
    write(Path(course.root), "numpy.py", "")
    write(Path(course.root), "random/__init__.py", "")
    link(course, "more", "../../shared")
    folder, module, package = give_files(course, [], 1).warnings
    assert folder.endswith("more: is a link to a folder, of which nothing is copied")
    assert "numpy.py: there is a module of this name already, so that `import numpy`" in module
    assert "random: there is a module of this name already" in package


def test_files_are_copied_again_only_where_they_changed(course):
    """A batch that has begun goes on with those that it began with."""
    first, same = give_files(course, [], 1), give_files(course, [], 1)
    assert first is same
    write(Path(course.root), "data.csv", "3,4,5")
    assert given(course)["data.csv"] == "3,4,5"
    assert Path(first.folder, "data.csv").read_text(encoding="utf-8") == "1,2"


def test_an_assignment_without_files(tmp_path):
    """Nothing is copied."""
    course = CourseDirectory(root=str(tmp_path), assignment_id="ps1")
    assert give_files(course, [], 1).folder == ""
