"""The public checks as tests of pytest, where an editor names the file of one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import _handed_out, desk, write  # noqa: F401 - fixtures

PYTEST = (
    *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
    *("-p", "autograder.student.pytest_plugin"),
)


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def double(x):\n    return x +\n", "➜ Line 2"),
        pytest.param(
            *("while True:\n    pass\n", "It did not finish in time."), marks=pytest.mark.proof
        ),
    ],
    ids=["syntax", "loop"],
)
def test_a_broken_file_that_is_named_is_told_as_by_the_check(desk, write, source, said):  # noqa: F811
    """Pytest itself does not import it."""
    write("double", source)
    ran = subprocess.run(
        [*PYTEST, "exercises/basics/double.py::a few numbers"],
        cwd=desk,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 1
    assert said in ran.stdout
    assert "1 failed" in ran.stdout
    assert "SyntaxError" not in ran.stdout
