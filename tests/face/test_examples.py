"""The examples of docs/api.md and of the docstrings, run where they say that they run."""

from __future__ import annotations

import doctest
import inspect
import re
import shutil
from pathlib import Path

import pytest

import autograder
from autograder.build.generated import generated_files
from tests.cli.conftest import COUNTER, RIGHT, notebook
from tests.cli.running import run as command
from tests.toy_settings import TOY

pytestmark = pytest.mark.sandbox

PAGE = Path(autograder.__file__).parent.parent / "docs" / "api.md"
CALLED = [
    name for name in autograder.__all__ if ">>> " in inspect.getdoc(getattr(autograder, name))
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A course, a student's exercises, and what two students handed in."""
    root = tmp_path_factory.mktemp("examples")
    shutil.copytree(TOY, root / "course")
    for path, text in generated_files(autograder.load_course(TOY)):
        if path.parts[0] == "exercises":
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    (root / "exercises" / "basics" / "double.py").write_text(RIGHT, encoding="utf-8")
    kim, lee = (root / "submitted" / student / "basics" for student in ("kim", "lee"))
    kim.mkdir(parents=True)
    lee.mkdir(parents=True)
    (kim / "double.py").write_text("def double(x):\n    return x * x\n", encoding="utf-8")
    (kim / "Counter.py").write_text(COUNTER, encoding="utf-8")
    (lee / "basics.ipynb").write_text(notebook(RIGHT, COUNTER), encoding="utf-8")
    done = command(
        "grade",
        root / "submitted",
        "--results",
        root / "results.jsonl",
        "--course",
        root / "course",
    )
    assert done.code == 1
    return root


def run(text: str, name: str, names: dict[str, object]) -> tuple[int, str]:
    """Run the examples in a text: how many there are, and what is wrong with them."""
    test = doctest.DocTestParser().get_doctest(text, names, name, None, 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(test, out=said.append)
    return result.attempted, "".join(said)


def test_the_examples_of_the_page(folder, monkeypatch):
    """All of them, from the top to the bottom."""
    monkeypatch.chdir(folder)
    blocks = re.findall(
        r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert len(blocks) > 5
    count, wrong = run("\n".join(blocks), "api.md", {})
    assert count > 15
    assert wrong == ""


@pytest.mark.parametrize("name", CALLED)
def test_the_example_of_a_docstring(folder, monkeypatch, name):
    """Each by itself, with the package and a loaded course at hand."""
    monkeypatch.chdir(folder)
    names = {each: getattr(autograder, each) for each in ("Case", "Exercise", "Plot", "mistake")}
    course = autograder.load_course("course")
    text = inspect.getdoc(getattr(autograder, name))
    count, wrong = run(text, name, {**names, "autograder": autograder, "course": course})
    assert count > 0
    assert wrong == ""
