"""Each command that a page shows in a block runs in a test, or stands here with the reason why not."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.test_documents import CODE_BLOCK, PAGES, ROOT

TESTED = {
    r"autograder (new|build|validate --mutants)": "tests/cli/test_walk_through.py",
    r"autograder build --check": "tests/cli/test_build.py",
    r"autograder (collect|grade|report|explain|feedback|export) ": "tests/test_instructors_day.py",
    r"autograder (?:check) gradient_step": "tests/test_commands_on_pages.py",
    r"autograder (doctor)$": "tests/cli/test_doctor.py",
    r"autograder (regrade)$": "tests/cli/test_regrade.py",
    r"autograder (handout) ": "tests/build/test_handed_out.py",
    r"autograder (mistakes) ": "tests/grading/test_unexplained.py",
    r"autograder (forget) ": "tests/forgetting/test_forget_command.py",
    r"autograder (worker) |--scheduler": "tests/workers/dask_processes.py",
    r"autograder validate( --(changed|edits|diagnosis|composed))?": "tests/validation/test_validate.py",
    r"nbgrader (autograde|generate_feedback|export|collect|release_assignment)": "tests/nbgrader",
    r"scripts/versions": "tests/versions",
    r"start\.py": "tests/build/test_handed_out.py",
    r"scripts/(report_picture|docs)": "tests/test_documents.py",
    r"pip install .*numeric_autograder": "tests/build/test_handed_out.py",
}
"""What a command has in it, and the test that runs such a command."""

NOT_RUN = {
    r"^make |ruff |-m pytest": "it is what runs the tests",
    r"^sudo ": "it changes the machine",
    r"jupyter lab|pip install jupyterlab": "it stays until somebody ends it; a test has its kernel",
    r"^python3 -m venv|^cd ": "it is Python's own, or the shell's",
    r"dask scheduler": "it stays until somebody ends it; tests start one of their own",
    r"benchmarks|bench|tests\.grading\.cost|attacks\.figures|^find \.venv": "it measures for minutes",
    r"oracles|pip install torch": "it needs libraries that are not there",
    r"tests\.nbgrader\.test_parity": "it starts a kernel for one notebook, as its tests do",
    r"scripts/lock": "it asks the package index",
    r"scripts/screenshots": "it needs a browser, and changes pictures",
}
"""What a command has in it, and why no test runs it."""


def shown(page: Path) -> list[str]:
    """The command lines in the blocks of a page."""
    blocks = CODE_BLOCK.findall(page.read_text(encoding="utf-8"))
    lines = (line.strip() for kind, block in blocks if kind == "sh" for line in block.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def section(page: str, title: str) -> list[str]:
    """The commands of one section of a page."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    blocks = CODE_BLOCK.findall(found[1])
    return [line for kind, block in blocks if kind == "sh" for line in block.splitlines()]


def autograder(line: str, cwd: Path):
    """Run a command line of a page in a folder."""
    words = shlex.split(line, comments=True)
    assert words[0].endswith("autograder")
    return run(*words[1:], cwd=cwd)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_is_tested_or_says_why_not(page):
    """Whoever writes a command into a page says what tests it."""
    known = "|".join(f"(?:{each})" for each in (*TESTED, *NOT_RUN))
    assert [line for line in shown(page) if not re.search(known, line)] == []


def test_what_is_said_to_test_commands_is_there():
    """And nothing stands here that no page shows."""
    every = [line for page in PAGES for line in shown(page)]
    for pattern, test in TESTED.items():
        assert (ROOT / test).exists(), test
        lines = [line for line in every if re.search(pattern, line)]
        assert lines, pattern
        command = re.search(r"^autograder \(?(\w+)\)?[ $(]", pattern)
        if command and "|" not in pattern and (ROOT / test).is_file():
            assert f'"{command[1]}"' in (ROOT / test).read_text(encoding="utf-8"), pattern
    for pattern in NOT_RUN:
        assert any(re.search(pattern, line) for line in every), pattern


def test_the_beginnings_of_the_authors_page_run_as_they_stand_there(tmp_path):
    """Every kind of new exercise; the course is right after each."""
    first, *others = section("authoring.md", "Beginning")
    assert autograder(first, tmp_path).code == 0
    course = tmp_path / "linear_algebra"
    (course / "mine.py").write_text(
        "import numpy as np\n\n\ndef project(x, onto):\n"
        '    """The projection of x onto a vector."""\n    return onto * (x @ onto) / (onto @ onto)\n'
    )
    assert len(others) == 4
    for line in others:
        ran = autograder(line, course)
        assert (ran.code, ran.err) == (0, ""), line


@pytest.mark.sandbox
@pytest.mark.parametrize("page", ["students.md", "students.ko.md"])
def test_the_checks_of_the_students_page_run_as_they_stand_there(page, tmp_path):
    """In a folder as students get it, with a wrong answer: the diagnosis, and where to look."""
    lines = [line for line in shown(ROOT / "docs" / page) if "autograder check" in line]
    assert len(lines) == 2
    stubs = tmp_path / "exercises" / "gradient_descent"
    shutil.copytree(ROOT / "exercises" / "gradient_descent" / "public", stubs / "public")
    (stubs / "gradient_step.py").write_text(
        "def gradient_step(w, grad, lr):\n    return w - lr * lr * grad\n"
    )
    plain, more = (autograder(line, tmp_path) for line in lines)
    assert (plain.code, more.code) == (1, 1)
    assert "➜" in plain.out
    assert len(more.out.split()) > len(plain.out.split())
