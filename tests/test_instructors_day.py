"""The day of an instructor, as docs/instructors.md shows it, runs as it stands there."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import COUNTER, RIGHT, notebook
from tests.platforms.packed import packed
from tests.toy_settings import TOY

ROOT = Path(__file__).parent.parent
BLOCKS = re.compile(r"^```(sh|text|csv)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ALIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

CLASS = {
    "kimchulsu_101_9001_basics.ipynb": notebook(RIGHT, COUNTER),
    "leejisu_LATE_102_9002_basics-1.ipynb": notebook("def double(x):\n    return x * x\n", COUNTER),
    "parkminsu_103_9003_double.py": "def double(x):\n    return abs(x) * 2\n",
    "visitor_999_9005_basics.ipynb": notebook(RIGHT),
}


def day() -> list[tuple[str, str]]:
    """The blocks of the section, in order."""
    page = (ROOT / "docs" / "instructors.md").read_text(encoding="utf-8")
    section = re.search(r"^## A day in order\n(.*?)^## ", page, re.MULTILINE | re.DOTALL)[1]
    return BLOCKS.findall(section)


@pytest.fixture
def course(tmp_path) -> Path:
    """The toy course, the files that the page shows, and the class's archive."""
    root = Path(shutil.copytree(TOY, tmp_path / "course"))
    (root / ".venv").symlink_to(Path(sys.executable).parents[1])
    shutil.copy(ROOT / "nbgrader_config.py", root)
    roster, gradebook = (text for kind, text in day() if kind == "csv")
    (root / "students.csv").write_text(roster, encoding="utf-8")
    (root / "gradebook.csv").write_text(gradebook, encoding="utf-8")
    packed(CLASS, root / "canvas.zip")
    return root


def ran(course: Path, commands: str) -> str:
    """What the lines of a block print on standard output."""
    environment = {**os.environ, "COLUMNS": "120"}
    printed = []
    for line in commands.splitlines():
        done = subprocess.run(
            ["bash", "-c", line], cwd=course, env=environment, capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode in (0, 1), f"{line}: {done.stderr}"
        printed.append(done.stdout)
    return "".join(printed)


@pytest.mark.proof
@pytest.mark.sandbox
@pytest.mark.nbgrader
def test_each_command_of_the_day_prints_what_the_page_shows(course):
    """From handing out to the filled-in gradebook."""
    blocks = [block for block in day() if block[0] != "csv"]
    checker = doctest.OutputChecker()
    for (kind, commands), (what, shown) in zip(blocks[::2], blocks[1::2], strict=True):
        assert (kind, what) == ("sh", "text")
        printed = ran(course, commands)
        assert checker.check_output(shown, printed, ALIKE), f"{commands}\n{printed}"
    assert '"Park, Min-su",103,park,A,7' in (course / "filled.csv").read_text(encoding="utf-8")
    assert '<html lang="ko">' in (course / "feedback/kim/basics/basics.html").read_text("utf-8")
