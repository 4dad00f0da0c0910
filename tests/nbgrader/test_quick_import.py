"""What is left out while nbgrader is imported is there for whoever asks for it later."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.nbgrader

PROGRAM = """
import sys
from autograder.nbgrader.quick_import import import_nbgrader

import_nbgrader()
import_nbgrader()
print(sorted({"lark", "nbgrader.server_extensions.formgrader"} & set(sys.modules)))
from nbgrader.server_extensions.formgrader import load_jupyter_server_extension
import rfc3987_syntax
print(callable(load_jupyter_server_extension), rfc3987_syntax.is_valid_syntax("iri", "a:b"))
import nbformat
nbformat.validate(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]))
"""


def test_nothing_is_left_out_for_good():
    """The pages are loaded where somebody wants them, and notebooks are checked as ever."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert ran.stdout.splitlines() == ["[]", "True True"], ran.stderr
    assert ran.returncode == 0
