"""What `autograder check` does before it checks: as little as it can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from autograder.cli import check as _registers  # noqa: F401
from autograder.cli import checking
from autograder.cli.app import app
from autograder.cli.plain_check import CheckAsked, plain_check
from tests.cli.conftest import RIGHT

PROGRAM = """
import sys
from autograder.cli import main
sys.argv = ["autograder", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
"""The command, which then says what it has loaded."""

HEAVY = ("typer", "pydantic", "importlib.metadata", "IPython", "matplotlib", "sqlite3", "asyncio")

LOOKS_ROUND = """\
import gc, os, sys

def double(x):
    assert not [each for each in sys.modules if each.startswith("autograder.keys")]
    assert not [each for each in gc.get_objects() if type(each).__name__ == "Key"]
    assert all(os.readlink(f"/proc/self/fd/{n}") == "/dev/null" for n in (0, 1, 2))
    assert os.listdir(".") == [] and sys.argv == [""] and os.getpid() == os.getsid(0)
    assert gc.get_threshold() == (700, 10, 10)
    assert not [each for each in sys.path if each.endswith("bin")]
    return x + x
"""
"""A right answer that fails where it finds what it should not."""


def start(desk: Path, *arguments: str) -> tuple[int, str, set[str]]:
    """Run the command in a process of its own: its exit code, what it printed, what it loaded."""
    # What measures it would load more.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    env["COLUMNS"] = "200"
    command = [sys.executable, "-c", PROGRAM, *arguments]
    ran = subprocess.run(
        command, check=False, cwd=desk, env=env, capture_output=True, text=True, timeout=60
    )
    return ran.returncode, ran.stdout, set(ran.stderr.split())


@pytest.mark.sandbox
@pytest.mark.parametrize("answer", [RIGHT, LOOKS_ROUND], ids=["right", "looks round"])
def test_a_check_loads_little_and_starts_no_program(desk, write, answer):
    """NumPy once, in one process that then divides; the half that runs the answer has no key."""
    write("double", answer)
    code, out, loaded = start(desk, "check", "double")
    assert "✔ Double" in out
    assert code == 0
    assert loaded.isdisjoint(HEAVY)
    if sys.platform.startswith("linux"):
        assert "subprocess" not in loaded


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "b.py"],
        ["--all", "--more", "--json", "a"],
        ["--lang", "en", "a", "--lang=ko"],
        ["--exercises", "x", "--save", "y", "a"],
        ["--exercises=x=y", "--save=s"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("environment", ["", "ko"])
def test_what_is_plain_is_understood_as_typer_does(arguments, environment, monkeypatch):
    """By both the same is asked."""
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", environment)
    asked: list[CheckAsked] = []
    monkeypatch.setattr(checking, "run_check", lambda each: asked.append(each) or 0)
    typer.main.get_command(app)(["check", *arguments], standalone_mode=False)
    assert asked == [plain_check(["check", *arguments])]


@pytest.mark.parametrize(
    "arguments",
    [
        ["grade"],
        [],
        ["--version"],
        ["check", "--help"],
        ["check", "--nope"],
        ["check", "--lang"],
        ["check", "--lang", "--all"],
        ["check", "--all=1"],
        ["check", "--", "a"],
        ["check", "-a"],
        ["check", ""],
    ],
    ids=" ".join,
)
def test_everything_else_is_left_to_typer(arguments):
    """Help, other commands, and what is wrong."""
    assert plain_check(arguments) is None
