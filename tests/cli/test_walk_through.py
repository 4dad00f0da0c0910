"""The walk-through of docs/authoring.md, followed as it is written there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.running import run

PAGE = Path(__file__).parents[2] / "docs" / "authoring.md"
STEP = re.compile(
    r"(?:`(?P<path>solutions/[^`]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def steps():
    """Each block of the section: what it is, its text, and the file that it is for."""
    text = PAGE.read_text(encoding="utf-8")
    section = re.search(
        r"^## A first exercise, step by step\n(.*?)^## Beginning", text, re.MULTILINE | re.DOTALL
    )
    return [(each["kind"], each["text"], each["path"]) for each in STEP.finditer(section[1])]


@pytest.mark.proof
@pytest.mark.sandbox
@pytest.mark.nbgrader
def test_following_the_walk_through_leads_to_a_released_exercise(tmp_path, one_alembic):
    """Each command ends as the page says and prints what it shows; each file goes where it says."""
    folder, said, files = tmp_path, "", 0
    for kind, text, path in steps():
        if path is not None:
            (folder / path).write_text(text, encoding="utf-8")
            files += 1
        elif kind == "sh":
            said = ""
            for line in text.splitlines():
                words = shlex.split(line)
                if words[0] == "cd":
                    folder = folder / words[1]
                    # To work out what wrong answers are recognised by takes longer than all else.
                    with (folder / "course.toml").open("a") as settings:
                        settings.write("\n[diagnosis]\nexplanations = 0\n")
                    continue
                ran = run(*words[1:], cwd=folder)
                said += ran.out
                assert ran.err == "", ran.err
                assert ran.code == 0 or "✘" in said
        else:
            assert [line for line in text.splitlines() if line not in said] == []
    assert files == 7
    assert (folder / "release" / "losses" / "losses.ipynb").is_file()
    assert "np.where" not in (folder / "exercises" / "losses" / "huber_loss.py").read_text()
