"""A student's day from what is handed out, on this system: files, pytest, a notebook.

    python scripts/students_day.py [FOLDER]

makes the hand-out of this repository's course in a new folder, installs it by its `start.py`, and
works with it as its README says. It stops with an error where something is not as it should be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(".venv", "Scripts" if sys.platform == "win32" else "bin")
STUB = "raise NotImplementedError()"
RIGHT, WRONG = "return w - lr * grad", "return w + lr * grad"
ENDLESS = "while True: pass"
FILE = Path("exercises", "gradient_descent", "gradient_step.py")
NOTEBOOK = Path("notebooks", "gradient_descent", "gradient_descent.ipynb")


def main(arguments: list[str]) -> None:
    """Do it all."""
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp()) / "handed-out"
    begin = "from autograder.cli import main; main()"
    run(ROOT, sys.executable, "-c", begin, "handout", str(folder))
    run(folder, sys.executable, "start.py", "--jupyter")
    work_in_files(folder)
    work_in_a_notebook(folder)
    say("a student's day: all of it works")


def work_in_files(folder: Path) -> None:
    """The list, a stub, a mistake, a hint, an endless loop, a right answer; the same by pytest."""
    stub = (folder / FILE).read_text(encoding="utf-8")

    def answer(line: str) -> None:
        (folder / FILE).write_text(stub.replace(STUB, line), encoding="utf-8")

    def autograder(*words: str, code: int = 0) -> str:
        return run(folder, str(folder / PROGRAMS / "autograder"), *words, code=code)

    expect("not begun", autograder())
    expect("Not written yet", autograder("check", "gradient_step", code=1))
    answer(WRONG)
    expect("climbs instead", autograder("check", "gradient_step", code=1))
    expect("Hint 1 of", autograder("hint", "gradient_step"))
    answer(ENDLESS)
    expect("did not finish in time", autograder("check", "gradient_step", code=1))
    answer(RIGHT)
    expect("✔ One step of gradient descent", autograder("check"))
    python = str(folder / PROGRAMS / "python")
    tested = run(folder, python, "-m", "pytest", "-q", str(FILE))
    expect("2 passed", tested)
    autograder("reset", "gradient_step")
    expect("not begun", autograder())


def work_in_a_notebook(folder: Path) -> None:
    """A mistake, an endless loop that ends by itself, and the cells after it."""
    notebook = json.loads((folder / NOTEBOOK).read_text(encoding="utf-8"))
    lines = {"gradient_step-answer": WRONG, "minibatches-answer": ENDLESS}
    for cell in notebook["cells"]:
        source = "".join(cell["source"]).replace('language = "ko"', 'language = "en"')
        cell["source"] = source.replace(STUB, lines.get(cell["id"], STUB))
    (folder / NOTEBOOK).write_text(json.dumps(notebook), encoding="utf-8")
    python = str(folder / PROGRAMS / "python")
    convert = (python, "-m", "nbconvert", "--to", "notebook", "--execute", "--allow-errors")
    run(folder / NOTEBOOK.parent, *convert, "--output", "done.ipynb", NOTEBOOK.name)
    done = json.loads((folder / NOTEBOOK.parent / "done.ipynb").read_text(encoding="utf-8"))
    shown = {cell["id"]: json.dumps(cell.get("outputs", [])) for cell in done["cells"]}
    expect("climbs instead", shown["gradient_step"])
    expect("did not finish in time", shown["minibatches"])
    expect("exercises pass their public checks", shown["summary"])


def run(folder: Path, *command: str, code: int = 0) -> str:
    """Run a program, and give what it printed; stop where it ends with another code."""
    words = {"AUTOGRADER_LANGUAGE": "en", "COLUMNS": "80", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    ran = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **words},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=900,
        check=False,
    )
    if ran.returncode != code:
        sys.exit(f"{' '.join(command)} ended with {ran.returncode}:\n{ran.stdout}")
    say(f"· {' '.join(command[-3:])}")
    return ran.stdout


def say(line: str) -> None:
    """Print a line at once, on a console that may not know every character."""
    sys.stdout.buffer.write(f"{line}\n".encode("ascii", "replace"))
    sys.stdout.flush()


def expect(words: str, text: str) -> None:
    """Stop where these words are not in a text."""
    if words not in text:
        sys.exit(f"there is no {words!r} in:\n{text}")


if __name__ == "__main__":
    main(sys.argv[1:])
