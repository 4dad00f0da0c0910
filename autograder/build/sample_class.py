"""A sample class of twelve, made from the course: the submissions that teachers meet."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from autograder.course import Assignment, Solution
from autograder.course.known_source import known_source

__all__ = ["write_sample_class"]

Notebook = dict[str, Any]
Answer = Callable[[int, Solution], str]


def write_sample_class(assignment: Assignment, release: Path, submitted: Path) -> list[str]:
    """Write one submission for each student.

    Args:
        assignment: what they hand in.
        release: the released notebook that they started from.
        submitted: where `<student>/<assignment>/<assignment>.ipynb` go.

    Returns:
        The students' names.
    """
    released = json.loads(release.read_text(encoding="utf-8"))
    students = []
    for student, content in _students(assignment, released):
        folder = submitted / student / assignment.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{assignment.name}.ipynb").write_text(content, encoding="utf-8")
        students.append(student)
    return students


def _students(assignment: Assignment, released: Notebook) -> Iterator[tuple[str, str]]:
    def notebook(answer: Answer, change: Callable[[Notebook], None] | None = None) -> str:
        filled = copy.deepcopy(released)
        for number, solution in enumerate(assignment.solutions):
            _cell(filled, f"{solution.name}-answer")["source"] = answer(number, solution)
        if change is not None:
            change(filled)
        return json.dumps(filled, ensure_ascii=False, indent=1)

    def first(body: str) -> Answer:
        """Answer only the first exercise by this; the others are right."""
        return lambda n, s: _function(s.name, body) if n == 0 else _right(n, s)

    yield "01-right", notebook(_right)
    yield "02-right-otherwise", notebook(_alternative)
    for number in range(3):
        yield f"0{number + 3}-mistake", notebook(_mistake(number))
    yield "06-raises", notebook(first("raise ValueError('not today')"))
    yield "07-endless-loop", notebook(first("while True:\n        pass"))
    yield "08-sys-exit", notebook(first("import sys\n    sys.exit(0)"))
    yield "09-prints-without-end", notebook(first("while True:\n        print('still here')"))
    yield "10-empty-file", ""
    yield "11-deleted-check", notebook(_right, lambda nb: _delete(nb, assignment.solutions[0].name))
    yield "12-copied-cells", notebook(_right, lambda nb: _double(nb, assignment.solutions[0].name))


def _right(_: int, solution: Solution) -> str:
    return solution.source.strip()


def _alternative(_: int, solution: Solution) -> str:
    return known_source(solution, "alternatives.py", next(iter(solution.alternatives)))


def _mistake(number: int) -> Answer:
    def answer(_: int, solution: Solution) -> str:
        return known_source(solution, "mistakes.py", list(solution.mistakes)[number])

    return answer


def _function(name: str, body: str) -> str:
    return f"def {name}(*args, **kwargs):\n    {body}"


def _cell(notebook: Notebook, name: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def _delete(notebook: Notebook, name: str) -> None:
    notebook["cells"].remove(_cell(notebook, name))


def _double(notebook: Notebook, name: str) -> None:
    for each in (f"{name}-answer", name):
        place = notebook["cells"].index(_cell(notebook, each))
        twin = copy.deepcopy(notebook["cells"][place])
        twin["id"] += "-copy"
        notebook["cells"].insert(place, twin)
