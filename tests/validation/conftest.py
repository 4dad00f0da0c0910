"""Commands as they are typed, and changes to a copy of the toy course."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli import running


@pytest.fixture
def run(toy_root):
    """Run `autograder` in the copy of the toy course; what it printed and its exit code."""

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        ran = running.run(*arguments, cwd=toy_root)
        return subprocess.CompletedProcess(arguments, ran.code, ran.out, ran.err)

    return command


@pytest.fixture
def change(toy_root):
    """Replace the first occurrence of a text in a file of one of its exercises."""

    def replace(file: str, old: str, new: str) -> None:
        path: Path = toy_root / "solutions" / "basics" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
