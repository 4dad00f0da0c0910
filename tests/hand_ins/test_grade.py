"""What `autograder grade` makes of them."""

from __future__ import annotations

import json

import pytest

from tests.classroom import COUNTER, DOUBLE, Classroom
from tests.cli.conftest import notebook
from tests.cli.running import run
from tests.hand_ins.idioms import FILES, NOTEBOOKS, SAVED

pytestmark = pytest.mark.sandbox


@pytest.fixture(scope="module")
def graded(built_course, tmp_path_factory):
    """What each earned, by the kind of hand-in and its name."""
    folder = tmp_path_factory.mktemp("hand_ins")
    written = {
        f"notebook {name}": {"basics.ipynb": notebook(COUNTER, *cells)}
        for name, cells in NOTEBOOKS.items()
    }
    written |= {
        f"files {name}": {f"{exercise}.py": text for exercise, text in files.items()}
        for name, files in FILES.items()
    }
    written |= {
        f"saved {name}": {"basics.ipynb": save(Classroom(built_course).answered(DOUBLE))}
        for name, save in SAVED.items()
    }
    for student, files in written.items():
        place = folder / "submitted" / student / "basics"
        place.mkdir(parents=True)
        for name, content in files.items():
            (place / name).write_bytes(content.encode() if isinstance(content, str) else content)
    out = folder / "results.jsonl"
    run("grade", folder / "submitted", "--results", out, cwd=built_course)
    lines = out.read_text(encoding="utf-8").splitlines()
    return {each["student"]: each for each in map(json.loads, lines)}


@pytest.mark.parametrize(
    "student",
    [
        *(f"notebook {name}" for name in NOTEBOOKS),
        *(f"files {name}" for name in FILES),
        *(f"saved {name}" for name in SAVED),
    ],
)
def test_full_marks(graded, student):
    """It is right, and nothing around it changes that."""
    assert graded[student]["score"] == 16, graded[student]
