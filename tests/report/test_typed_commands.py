"""A command in a report is one that can be typed where the program was called."""

from __future__ import annotations

import sys

import pytest

from autograder.report.command_words import typed


@pytest.mark.parametrize(
    ("called", "program"),
    [
        (".venv/bin/autograder", ".venv/bin/autograder"),
        ("{here}/.venv/bin/autograder", ".venv/bin/autograder"),
        ("/elsewhere/bin/autograder", "autograder"),
        ("autograder", "autograder"),
        ("/usr/bin/pytest", "autograder"),
        ("", "autograder"),
    ],
)
def test_a_command_is_typed_as_this_one_was(tmp_path, monkeypatch, called, program):
    """By a path below the current folder, where the name alone finds nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", [called.format(here=tmp_path), "check"])
    assert typed("hint", "sigmoid") == f"{program} hint sigmoid"


def test_what_is_on_the_path_is_called_by_its_name(tmp_path, monkeypatch):
    """However it was called this time."""
    program = tmp_path / "bin" / "autograder"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setattr(sys, "argv", ["bin/autograder"])
    assert typed("check") == "autograder check"


def test_no_program_at_all(monkeypatch):
    """As in an interpreter that was embedded."""
    monkeypatch.setattr(sys, "argv", [])
    assert typed() == "autograder"
