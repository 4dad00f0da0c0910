"""What would grade nobody rightly is refused before anybody is graded, in one sentence."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.before_grading import (
    _course_faults,
    _kernel_faults,
    _missing_modules,
    is_python,
)
from autograder.nbgrader.given_files import GivenFiles


def assignment(*kernels: dict[str, str] | None, source: str = "assert 1"):
    """An assignment as the gradebook has it, a notebook for each kernel."""
    cells = [SimpleNamespace(name="double", source=source)]
    notebooks = [
        SimpleNamespace(name=f"part{number}", kernelspec=json.dumps(kernel), source_cells=cells)
        for number, kernel in enumerate(kernels)
    ]
    return SimpleNamespace(name="ps1", notebooks=notebooks)


@pytest.mark.parametrize(
    ("kernel", "python"),
    [
        ({}, True),
        ({"name": "python3"}, True),
        ({"name": "conda-env-physics-py", "language": "python"}, True),
        ({"name": "physics 2026"}, True),
        ({"name": "ir", "language": "R", "display_name": "R"}, False),
        ({"name": "ir"}, False),
        ({"name": "julia-1.10", "language": "julia"}, False),
        ({"name": "julia-1.10"}, False),
        ({"name": "xcpp17"}, False),
        ({"name": "mine", "language": "octave"}, False),
    ],
)
def test_which_kernels_run_python(kernel, python):
    """By their language, or by a name that is known to be another."""
    assert is_python(kernel) is python


def test_a_notebook_in_another_language_is_refused_by_name():
    """Only where it is to be graded."""
    two = assignment(None, {"name": "ir", "language": "R", "display_name": "R"})
    (fault,) = _kernel_faults(two, "*")
    assert fault == (
        "ps1/part1.ipynb asks for the kernel 'R', and only Python is graded in the sandbox; "
        "nothing was run. `--notebook` grades the others"
    )
    assert list(_kernel_faults(two, "part0")) == []


def test_a_check_without_its_course_is_refused():
    """It would run as a cell that does nothing, and earn all of its points."""
    (fault,) = _course_faults(assignment({}, source='check("double", language)'), "")
    assert fault.startswith("ps1/part0.ipynb: there is no exercise 'double' to grade its check by")
    assert list(_course_faults(assignment({}), "")) == []


def test_modules_that_are_not_there(tmp_path):
    """Neither beside the notebook, nor installed, nor handed in."""
    source = (
        "import numpy, os\nimport torch_of_old\nfrom tools.area import x\n  import left, sklearnish"
    )
    cells = [
        {"cell_type": "code", "source": source},
        {"cell_type": "markdown", "source": "import y"},
        {"cell_type": "code", "source": "%%writefile shapes.py\nimport numpy"},
        {"cell_type": "code", "source": "import shapes"},
    ]
    path = tmp_path / "source" / "ps1" / "ps1.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    (path.parent / "broken.ipynb").write_text("{", encoding="utf-8")
    course = CourseDirectory(root=str(tmp_path), assignment_id="ps1")
    given = GivenFiles("x", frozenset({"tools", "tools/area.py"}))
    (said,) = _missing_modules(course, given, ["left.py"])
    assert said.startswith(
        f"{path}: imports 'torch_of_old', which is neither beside it nor installed"
    )
    assert said.endswith("-m pip install torch_of_old` adds it")
    course.notebook_id = "another"  # as `--notebook` says
    assert list(_missing_modules(course, given, ["left.py"])) == []
