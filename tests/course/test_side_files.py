"""An exercise in several files: what each of them has, and what is said where one cannot work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.course.side_files import StubFile, split_files
from autograder.errors import CourseError, CourseErrors
from autograder.validation.in_process import examine_here
from tests.toy_settings import SEED
from tests.two_files import REFERENCE, with_given, write_two_files

CLEARED = "    # YOUR CODE HERE\n    raise NotImplementedError()\n"
NUMPY = "import numpy as np\n"


def test_an_exercise_has_one_file_unless_it_marks_others():
    """Which is the whole reference."""
    (file,) = split_files("def f(x):\n    return x\n", "f", Path("reference.py"))
    assert file == StubFile("f", "def f(x):\n    return x\n")


def test_each_file_has_its_part_and_imports_what_it_uses(tmp_path):
    """A cell of a notebook has no such import, since its cells share their names."""
    (solution,) = load_course(write_two_files(tmp_path / "course")).solutions()
    scaled, triple = solution.files
    head = '"""So many times x."""\n'
    assert scaled.stub == f"{NUMPY}\n\ndef scaled(x, by):\n    {head}{CLEARED}"
    rest = f'\nFACTOR = 3\n\n\ndef triple(x):\n    """Three times x."""\n{CLEARED}'
    assert triple.stub == f"{NUMPY}from scaled import scaled\n{rest}"
    assert triple.cell_stub == f"{NUMPY}{rest}"
    assert (scaled.name, scaled.given, triple.name) == ("scaled", False, "triple")
    assert examine_here(solution, SEED).faults == []


def test_a_file_in_which_there_is_nothing_to_write_is_given(tmp_path):
    """It keeps the imports that it has; what it imports is not handed on."""
    course = write_two_files(tmp_path / "course", reference=with_given())
    (solution,) = load_course(course).solutions()
    checked, _, triple = solution.files
    assert checked.given
    assert checked.stub.startswith(f"{NUMPY}import math\n")
    assert triple.imports == (
        "from checked import checked",
        "from scaled import scaled",
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("### END FILE", "", 6, "### BEGIN FILE without ### END FILE"),
        ("### BEGIN FILE scaled", "", 14, "### END FILE without ### BEGIN FILE"),
        ("### END FILE", "### BEGIN FILE other\n### END FILE", 14, "inside the file of line 6"),
        ("    return by", "### END FILE\n    return by", 10, "### END FILE inside a solution region"),
        ("FILE scaled", "FILE scaled.py", 6, "followed by the file's name, without .py; not"),
        ("FILE scaled", "FILE random", 6, "'random' would be taken for the module of that name"),
        ("FILE scaled", "FILE times", 6, "the file 'times' defines no 'times': it is found by"),
        ("return by * x", "return by * x * FACTOR / 3", 3, "the file 'scaled' uses 'FACTOR', and"),
        ("def scaled", "if True:\n  pass\nelse:\n### END FILE\n  pass\n### BEGIN FILE scaled\ndef scaled",
         6, "the file 'scaled' is not Python by itself"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_with_its_line(tmp_path, old, new, line, said):
    """And what would be right."""
    assert old in REFERENCE
    reference = REFERENCE.replace(old, new, 1)
    with pytest.raises((CourseError, CourseErrors)) as error:
        load_course(write_two_files(tmp_path / "course", reference=reference))
    found = [each for each in error.value.faults if re.search(re.escape(said), str(each))]
    assert [each.line for each in found] == [line], [str(each) for each in error.value.faults]


def test_a_file_has_no_name_that_something_else_has(tmp_path):
    """Hand-ins are found by it."""
    course = write_two_files(tmp_path / "course")
    folder = course / "solutions" / "basics"
    for path in sorted((folder / "triple").rglob("*")):
        target = folder / "scaled" / path.relative_to(folder / "triple")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text().replace("triple", "scaled").split("### BEGIN FILE")[0])
    text = (folder / "scaled" / "reference.py").read_text()
    (folder / "scaled" / "reference.py").write_text(
        text
        + "\n\ndef scaled(x):\n    ### BEGIN SOLUTION\n    return 3 * x\n    ### END SOLUTION\n"
    )
    with pytest.raises((CourseError, CourseErrors)) as error:
        load_course(course)
    said = [str(each) for each in error.value.faults]
    assert any("'scaled' has the name of an exercise, a task or another file" in s for s in said)
