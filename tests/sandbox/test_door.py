"""What both sides use: the lists of it are true, whatever is moved."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import autograder.notebook
from autograder.sandbox.bubblewrap import DOOR
from autograder.sandbox.guest.check_stand_ins import CHECK_MODULE
from tests.sandbox.conftest import evaluate


@pytest.mark.sandbox
def test_the_guest_needs_no_more_than_the_door():
    """All that it imports of this project, found by importing it."""
    source = """
import sys
import autograder.sandbox.guest.serving
import autograder.sandbox.guest.confine
print(*(name for name in sys.modules if name.split(".")[0] == "autograder"))
"""
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    guest = "autograder.sandbox.guest"
    shared = {name for name in done.stdout.split() if not name.startswith(guest)}
    assert shared == set(DOOR)


def test_the_check_of_a_notebook_is_where_the_guest_hides_it():
    """The name that notebooks import it from, which exists and has a check."""
    assert importlib.import_module(CHECK_MODULE) is autograder.notebook
    assert callable(autograder.notebook.check)


def test_no_trusted_module_can_be_found_in_a_fork(confined):
    """Neither on the path, nor by a finder that an editable installation has left."""
    source = """
import importlib.util
def probe():
    names = ["autograder.grading", "autograder.keys", "autograder.course", "tests", "solutions"]
    return [name for name in names if importlib.util.find_spec(name) is not None]
"""
    assert evaluate(confined, source) == []
