"""Make docs/report.svg: what `autograder check` prints for a wrong answer, as a picture.

.venv/bin/python scripts/report_picture.py [FILE]

writes it to another file, if one is given.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.cli import checking
from autograder.cli import main as autograder
from autograder.cli.ending import FAILED

ROOT = Path(__file__).resolve().parents[1]
EXERCISE = "linear_regression_gradient"
ANSWER = "return X.T @ (X @ w - y) / len(y)"
"""The gradient without the factor 2 of the square."""


def main(arguments: list[str]) -> None:
    """Check the wrong answer in a copy of `exercises/`, and draw what the command prints."""
    console = Console(record=True, width=100, highlight=False)
    console.print(Text(f"$ autograder check {EXERCISE} --lang en", style="bold"))
    checking.console = lambda: console
    with tempfile.TemporaryDirectory() as folder:
        exercises = Path(shutil.copytree(ROOT / "exercises", Path(folder, "exercises")))
        stub = exercises / "gradient_descent" / f"{EXERCISE}.py"
        solved = stub.read_text(encoding="utf-8").replace("raise NotImplementedError()", ANSWER)
        stub.write_text(solved, encoding="utf-8")
        sys.argv = ["autograder", "check", EXERCISE, "--lang", "en", "--exercises", str(exercises)]
        try:
            autograder()
        except SystemExit as ended:
            if ended.code != FAILED:
                raise
    picture = console.export_svg(title="autograder", unique_id="report")
    file = Path(arguments[0]) if arguments else ROOT / "docs" / "report.svg"
    file.write_text(without_fonts(picture), encoding="utf-8")


def without_fonts(picture: str) -> str:
    """The same picture without fonts from the network, which no page loads for it."""
    picture = re.sub(r" *@font-face \{.*?\}\n", "", picture, flags=re.DOTALL)
    return re.sub(r"Fira Code, *", "", picture)


if __name__ == "__main__":
    main(sys.argv[1:])
