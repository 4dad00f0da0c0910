"""What a type checker makes of the public names."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sandbox

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture(scope="module")
def said() -> dict[str, dict[int, list[str]]]:
    """The kinds of error that mypy finds in strict mode, by file and line."""
    files = [str(HERE / name) for name in ("typed_usage.py", "mistyped_usage.py")]
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    found: dict[str, dict[int, list[str]]] = {}
    for path, number, kind in re.findall(r"^(\S+):(\d+): error: .*\[(.*)\]$", done.stdout, re.M):
        found.setdefault(Path(path).name, {}).setdefault(int(number), []).append(kind)
    return found


def test_right_usage_passes_in_strict_mode(said):
    """Every public name has its type."""
    assert said.get("typed_usage.py") is None


def test_wrong_usage_is_found(said):
    """On every line that is wrong, what is wrong, and nothing more."""
    lines = (HERE / "mistyped_usage.py").read_text(encoding="utf-8").splitlines()
    wanted = {
        number: [line.partition("# error: ")[2]]
        for number, line in enumerate(lines, 1)
        if "# error: " in line
    }
    assert len(wanted) == 6
    assert said["mistyped_usage.py"] == wanted
