"""What the saved notebook tells of a cell that was changed after it was run."""

from __future__ import annotations

import json
import os
import time
from types import SimpleNamespace

import pytest

from autograder.notebook import saved_cells
from tests.classroom import DOUBLE, SQUARE, code_cell


@pytest.fixture
def save(tmp_path, monkeypatch):
    """A function that saves a notebook with these answers, some seconds from now."""
    path = tmp_path / "basics.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(saved_cells, "_ran", {})

    def write(*answers, seconds=5):
        cells = [code_cell(each, "double-answer") for each in answers]
        path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
        when = time.time() + seconds
        os.utime(path, (when, when))

    return write


def ran(text):
    """The kernel is sent this text."""
    saved_cells._remember(SimpleNamespace(raw_cell=text))


def test_a_cell_that_was_changed_and_saved_after_it_was_run(save):
    """Until it is run again."""
    ran(SQUARE)
    save(DOUBLE)
    assert saved_cells.was_changed_since("double", {})
    ran(f"{DOUBLE}\n")
    assert not saved_cells.was_changed_since("double", {})


def test_what_is_not_known_is_not_said(save, monkeypatch):
    """An older file, another definition, a damaged file, no file, nothing run."""
    save(DOUBLE)
    assert not saved_cells.was_changed_since("double", {})
    ran(SQUARE)
    save(DOUBLE, seconds=-5)
    assert not saved_cells.was_changed_since("double", {})
    save(DOUBLE, SQUARE)  # the last copy counts
    assert not saved_cells.was_changed_since("double", {})
    save("x = 1")
    assert not saved_cells.was_changed_since("double", {})
    save(DOUBLE)
    path = os.environ["JPY_SESSION_NAME"]
    monkeypatch.delenv("JPY_SESSION_NAME")
    assert not saved_cells.was_changed_since("double", {})
    assert saved_cells.was_changed_since("double", {"__vsc_ipynb_file__": path})
    with open(path, "w", encoding="utf-8") as file:
        file.write("no notebook")
    assert not saved_cells.was_changed_since("double", {"__vsc_ipynb_file__": path})
