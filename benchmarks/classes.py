"""The folders that are measured: our course with a class, and the same answers for stock nbgrader."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from nbformat import v4

from benchmarks.turns import run

__all__ = ["ASSIGNMENT", "NBGRADER", "hand_in", "our_course", "stock_course"]

ROOT = Path(__file__).resolve().parents[1]
ASSIGNMENT = "losses"
NBGRADER = (ROOT / ".venv" / "bin" / "python", "-m", "nbgrader")

ASSERTS = {
    "sigmoid": "x = np.array([-2.0, 0.0, 2.0])\np = sigmoid(x)\nassert np.allclose(p[1], 0.5)\n"
    "assert np.allclose(p + p[::-1], 1)",
    "softmax": "p = softmax(np.arange(12.0).reshape(3, 4))\nassert p.shape == (3, 4)\n"
    "assert np.allclose(p.sum(axis=-1), 1)",
    "binary_cross_entropy": "z, t = np.zeros(4), np.array([0.0, 1.0, 1.0, 0.0])\n"
    "assert np.allclose(binary_cross_entropy(z, t), np.log(2))",
    "cross_entropy": "z, t = np.zeros((3, 5)), np.array([0, 4, 2])\n"
    "assert np.allclose(cross_entropy(z, t), np.log(5))",
}
"""What a course without us would check, exercise by exercise."""


def our_course(folder: Path) -> Path:
    """A copy of this course, with one assignment released; nobody has handed in yet."""
    folder.mkdir(parents=True)
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, folder)
    for name in ("solutions", f"source/{ASSIGNMENT}", f"release/{ASSIGNMENT}", ".autograder"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    shutil.rmtree(folder / ".autograder" / "kept", ignore_errors=True)
    return folder


def stock_course(folder: Path) -> Path:
    """A course of asserts, released by stock nbgrader."""
    made = v4.new_notebook()
    made.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    for name, text in ASSERTS.items():
        answer = _graded(_answers()[name], f"{name}-answer", grade=False)
        made.cells += [answer, _graded(text, name, grade=True)]
    source = folder / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(json.dumps(made), encoding="utf-8")
    (folder / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    run([*NBGRADER, "generate_assignment", ASSIGNMENT, "--force"], folder)
    return folder


def hand_in(course: Path, students: int, first: int = 0) -> None:
    """Have students hand in right answers, each a little different from all others."""
    path = course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    document = json.loads(path.read_text(encoding="utf-8"))
    answers = _answers()
    for number in range(first, first + students):
        for cell in document["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
            if name.endswith("-answer"):
                text = answers[name.removesuffix("-answer")]
                cell["source"] = f"{text}\n\n# by student {number}"
        place = course / "submitted" / f"s{number:05}" / ASSIGNMENT / path.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def _answers() -> dict[str, str]:
    """The right answers, by exercise."""
    path = ROOT / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    document = json.loads(path.read_text(encoding="utf-8"))
    return {
        cell["id"].removesuffix("-answer"): "".join(cell["source"])
        for cell in document["cells"]
        if cell["id"].endswith("-answer")
    }


def _graded(source: str, name: str, *, grade: bool) -> Any:
    cell = v4.new_code_cell(source, id=name)
    cell.metadata["nbgrader"] = {
        "grade": grade,
        "solution": not grade,
        "locked": grade,
        "task": False,
        "schema_version": 3,
        "grade_id": name,
        **({"points": 2} if grade else {}),
    }
    return cell
