"""An assignment goes to a student through nbgrader's exchange, and the feedback comes back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.classroom import read_notebook, run_nbgrader
from tests.nbgrader.plain_course import PlainCourse, answer_cell, grade_cell, source_notebook

pytestmark = [pytest.mark.nbgrader, pytest.mark.proof]

HIDDEN = "assert f(1) == 2\n### BEGIN HIDDEN TESTS\nassert f(40) == 41\n### END HIDDEN TESTS"
SOLUTION = "def f(x):\n    ### BEGIN SOLUTION\n    return x + STEP\n    ### END SOLUTION"


@dataclass(frozen=True)
class Desk:
    """Somebody who uses nbgrader in a folder."""

    root: Path

    def nbgrader(self, *arguments: str) -> str:
        """What a command says, which ends well."""
        ran = run_nbgrader(self.root, *arguments)
        assert ran.status == 0, ran.output
        assert "Traceback" not in ran.output
        return ran.output

    def answer(self, text: str) -> None:
        """Fill in the fetched notebook."""
        path = self.root / "ps1" / "first.ipynb"
        notebook = read_notebook(path)
        for cell in notebook["cells"]:
            cell["source"] = text if cell["id"] == "f" else cell["source"]
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def pages(self) -> list[str]:
        """The feedback that was fetched, the earlier one first."""
        found = sorted((self.root / "ps1" / "feedback").rglob("first.html"))
        return [page.read_text(encoding="utf-8") for page in found]


def test_a_whole_round(tmp_path):
    """Released, fetched, submitted, collected, graded, released and fetched; and once more."""
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    where = (
        f"c.CourseDirectory.course_id = 'c1'\nc.Exchange.root = {str(exchange)!r}\n"
        f"c.Exchange.cache = {str(tmp_path / 'cache')!r}\n"
    )
    course = PlainCourse(tmp_path / "course")
    course.write("source/ps1/step.py", "STEP = 1\n")
    cells = (answer_cell("f", f"from step import STEP\n{SOLUTION}"), grade_cell("t", HIDDEN, 2))
    course.begin(where, first=source_notebook(*cells))
    teacher, student = Desk(course.root), Desk(tmp_path / "student")
    student.root.mkdir()
    (student.root / "nbgrader_config.py").write_text(f"c = get_config()\n{where}", encoding="utf-8")

    teacher.nbgrader("release_assignment", "ps1")
    assert "c1 ps1" in student.nbgrader("list")
    student.nbgrader("fetch_assignment", "ps1")
    assert (student.root / "ps1" / "step.py").is_file()
    for answer, score in (("def f(x):\n    return 2", 0.0), ("def f(x):\n    return x + 1", 2.0)):
        student.answer(answer)
        student.nbgrader("submit", "ps1")
        teacher.nbgrader("collect", "ps1", "--update")
        assert "1 graded" in teacher.nbgrader("autograde", "ps1")
        assert [scores["t"] for scores in course.scores().values()] == [score]
        teacher.nbgrader("generate_feedback", "ps1")
        teacher.nbgrader("release_feedback", "ps1")
        student.nbgrader("fetch_feedback", "ps1")
        page = student.pages()[-1]
        assert f"{score:g} / 2 points" in page
        assert "41" not in page
    assert len(student.pages()) == 2
    assert "feedback already fetched" in student.nbgrader("list", "--inbound")
    (graded,) = (course.root / "feedback").iterdir()
    assert course.files("feedback") == [
        f"{graded.name}/ps1/{name}"
        for name in ("first.html", "submission_secret.txt", "timestamp.txt")
    ]
