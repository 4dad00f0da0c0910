"""What all commands have in common."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys

import pytest
import typer

import autograder.cli
from autograder.build import generated, sample_class
from autograder.cli.app import app
from autograder.errors import AutograderError
from autograder.sandbox import doctor as machine
from tests.cli.conftest import RIGHT
from tests.cli.running import run, stopped
from tests.toy_settings import TOY

for _module in pkgutil.iter_modules(autograder.cli.__path__):
    importlib.import_module(f"autograder.cli.{_module.name}")  # each registers its command
COMMANDS = sorted(typer.main.get_command(app).commands)


def test_the_commands():
    """All that there are."""
    assert [
        *("build", "check", "collect", "demo", "doctor", "explain", "export", "feedback"),
        *("forget", "grade", "handout", "hint", "mistakes", "new", "regrade", "report", "reset"),
        *("validate", "watch", "worker"),
    ] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command(command, tmp_path):
    """What it does, and its options."""
    ran = run(command, "--help", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: autograder {command} ")
    assert "--help" in ran.out


def test_help_lists_the_commands(tmp_path):
    """Each with what it does; also where nothing is asked for and no exercises are near."""
    ran = run("--help", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert all(f"\n  {command} " in ran.out for command in COMMANDS)
    assert run(cwd=tmp_path).out == ran.out


def test_an_unknown_command(tmp_path):
    """Wrong usage."""
    ran = run("judge", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "judge" in ran.err


HEAVY = ("IPython", "nbformat", "nbgrader", "jupyter_core", "matplotlib", "traitlets", "sqlalchemy")
IMPORTED = """\
import json, sys
from autograder.cli import main
sys.argv[0] = "autograder"
try:
    main()
except SystemExit:
    pass
names = sorted({name.partition(".")[0] for name in sys.modules})
open("imported.json", "w").write(json.dumps(names))
"""


def imported(folder, *arguments) -> set[str]:
    """The modules that a command has imported when it is done."""
    command = [sys.executable, "-c", IMPORTED, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return set(json.loads((folder / "imported.json").read_text()))


@pytest.mark.sandbox
@pytest.mark.parametrize("arguments", [("--help",), ("grade", "--help"), ("grade",), ("judge",)])
def test_help_and_usage_are_quick(tmp_path, arguments):
    """They load neither NumPy nor anything that prints in colour."""
    assert not imported(tmp_path, *arguments) & {*HEAVY, "numpy", "rich", "msgspec"}


@pytest.mark.sandbox
def test_a_check_is_quick(desk, write):
    """It loads NumPy, and nothing of Jupyter's; with JSON nothing that prints in colour."""
    write("double", RIGHT)
    assert not imported(desk, "check", "double") & set(HEAVY)
    assert not imported(desk, "check", "double", "--json") & {*HEAVY, "rich"}


@pytest.mark.sandbox
def test_a_terminal_without_hangul(desk, write):
    """Shows question marks, and no traceback."""
    write("double", RIGHT)
    ran = subprocess.run(
        [sys.executable, "-c", "from autograder.cli import main; main()", "check", "double"],
        cwd=desk,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "? Double  (double)\n" in ran.stdout


@pytest.mark.sandbox
def test_a_reader_that_goes_away(desk, write):
    """As in `autograder check ... | head -0`: no traceback."""
    write("double", RIGHT)
    command = [sys.executable, "-c", "from autograder.cli import main; main()", "check", "double"]
    with subprocess.Popen(
        command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_a_demo_that_cannot_begin(tmp_path):
    """Nothing is removed that no demo made."""
    (tmp_path / "thesis.tex").write_text("precious")
    ran = run("demo", "--course", TOY, "--folder", tmp_path)
    assert stopped(ran) == f"{tmp_path} is not empty, and no earlier demo made it"
    # As every course of nbgrader's has, this one too.
    (tmp_path / "nbgrader_config.py").touch()
    ran = run("demo", "--course", TOY, "--folder", tmp_path)
    assert stopped(ran) == f"{tmp_path} is not empty, and no earlier demo made it"
    link = tmp_path / "link"
    link.symlink_to(tmp_path, target_is_directory=True)
    ran = run("demo", "--course", TOY, "--folder", link)
    assert stopped(ran) == f"{link} is not a folder"
    assert (tmp_path / "thesis.tex").read_text() == "precious"
    file = tmp_path / "thesis.tex"
    ran = run("demo", "--course", TOY, "--folder", file)
    assert stopped(ran) == f"{file} is not a folder"
    ran = run("demo", "--course", TOY, "--assignment", "basic")
    assert stopped(ran) == "there is no assignment 'basic'; did you mean 'basics'?"


@pytest.mark.nbgrader
def test_a_demo_makes_place_of_an_earlier_one_and_says_why_nbgrader_ended(tmp_path, monkeypatch):
    """With the end of what nbgrader said."""
    program = tmp_path / "nbgrader-that-fails"
    program.write_text("#!/bin/sh\necho no such table: grade\nexit 3\n")
    program.chmod(0o755)
    work = tmp_path / "demo"
    work.mkdir()
    (work / ".autograder-demo").touch()
    (work / "of-an-earlier-demo.txt").touch()
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(generated, "build", lambda course, folder, progress: progress("all"))
    monkeypatch.setattr(sample_class, "write_sample_class", lambda *given: ["kim"])
    ran = run("demo", "--course", TOY, "--folder", work)
    assert (ran.code, ran.err.splitlines()) == (
        1,
        ["no such table: grade", "", "autograder: nbgrader autograde ended with 3"],
    )
    assert {path.name for path in work.iterdir()} == {".autograder-demo", "nbgrader_config.py"}


PAGES = [(), *((command,) for command in COMMANDS), ("mistakes", "list"), ("mistakes", "adopt")]


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_help_fits_a_terminal_of_80_columns(page, tmp_path):
    """No line is longer, and no sentence is cut off."""
    ran = run(*page, "--help", cwd=tmp_path, columns=80)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not [line for line in ran.out.splitlines() if line.endswith("...") and "  " in line[2:]]


def test_each_line_of_an_error_is_a_sentence(monkeypatch):
    """As where a course has several faults; whatever error of the project's own it is."""

    def broken():
        raise AutograderError("one thing is wrong\nanother thing is wrong")

    monkeypatch.setattr(machine, "examine_machine", broken)
    ran = run("doctor")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "autograder: one thing is wrong\nautograder: another thing is wrong\n"
