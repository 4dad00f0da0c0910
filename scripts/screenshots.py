"""Make docs/images/: a notebook in JupyterLab, wrong, right and at its end; `autograder watch`.

.venv/bin/python scripts/screenshots.py [FOLDER]

writes them to another folder, if one is given. It needs what scripts/browser installs.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from report_picture import without_fonts
from rich.console import Console

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from autograder.grading.student_check import find_exercises  # noqa: E402
from autograder.report.language import read_language  # noqa: E402
from autograder.student.watching import Watching  # noqa: E402
from tests.jupyterlab import OpenNotebook, serving_lab  # noqa: E402
from tests.nbgrader.browser import browsing, find_browser  # noqa: E402

ASSIGNMENT = "gradient_descent"
EXERCISE = "gradient_step"
HEAD = "import numpy as np\n\n\ndef gradient_step(w, grad, lr):\n    "
WRONG, RIGHT = "return w + lr * grad", "return w - lr * grad"
COLOURS = 64


def main(arguments: list[str]) -> None:
    """Make all pictures."""
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    browser = find_browser()
    if browser is None:
        sys.exit("there is no Chromium here; scripts/browser installs it")
    with tempfile.TemporaryDirectory() as scratch:
        draw_notebook(Path(scratch), browser, folder)
        draw_watch(Path(scratch), folder)


def draw_notebook(scratch: Path, browser: str, folder: Path) -> None:
    """The check of a wrong answer, of a right one, and the table of the last cell."""
    work = Path(shutil.copytree(ROOT / "release" / ASSIGNMENT, scratch / "work"))
    path = work / f"{ASSIGNMENT}.ipynb"
    text = path.read_text(encoding="utf-8").replace('language = \\"ko\\"', 'language = \\"en\\"')
    path.write_text(text, encoding="utf-8")
    ids = [cell["id"] for cell in json.loads(text)["cells"]]
    answer, check, last = (ids.index(name) for name in (f"{EXERCISE}-answer", EXERCISE, "summary"))
    with serving_lab(work, scratch / "home") as lab, browsing(
        browser, viewport={"width": 900, "height": 2000}
    ) as page:  # fmt: skip
        notebook = lab.open(page, path.name)
        page.keyboard.press("Control+b")  # the files at the side
        notebook.run(ids.index("setup"))
        for source, name in ((WRONG, "notebook-wrong"), (RIGHT, "notebook-right")):
            notebook.write(answer, f"{HEAD}{source}")
            notebook.run(answer)
            notebook.run(check)
            take(notebook, page, folder / f"{name}.png", answer, check)
        notebook.run_all()
        take(notebook, page, folder / "notebook-table.png", last, last)


def take(notebook: OpenNotebook, page: Any, file: Path, first: int, last: int) -> None:
    """A picture of some cells, one below the other, in few colours."""
    page.mouse.move(0, 0)
    notebook.cell(first).scroll_into_view_if_needed()
    boxes = [notebook.cell(number).bounding_box() for number in (first, last)]
    top, bottom = boxes[0]["y"], boxes[1]["y"] + boxes[1]["height"]
    clip = {"x": boxes[0]["x"], "y": top, "width": boxes[0]["width"], "height": bottom - top}
    with Image.open(io.BytesIO(page.screenshot(clip=clip))) as picture:
        few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT)
        few.save(file, "PNG", optimize=True)


def draw_watch(scratch: Path, folder: Path) -> None:
    """The screen of `autograder watch` in 80 columns, after a hint was asked for."""
    exercises = Path(shutil.copytree(ROOT / "exercises", scratch / "exercises"))
    stub = exercises / ASSIGNMENT / f"{EXERCISE}.py"
    written = stub.read_text(encoding="utf-8").replace("raise NotImplementedError()", WRONG)
    stub.write_text(written, encoding="utf-8")
    os.chdir(scratch)
    found = find_exercises(exercises)
    console = Console(record=True, width=80, height=40, file=io.StringIO(), highlight=False)
    language = read_language("en", found.sentences)
    watching = Watching(found, language, console, EXERCISE)
    watching.run(lambda turn: "q")
    console.export_text()  # what stood there before the key
    watching.press("h")
    picture = console.export_svg(title="autograder watch", unique_id="watch")
    (folder / "watch.svg").write_text(without_fonts(picture), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
