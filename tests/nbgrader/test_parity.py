"""Notebooks in the manner of many courses come to the same as with a real kernel, cell by cell.

What a kernel makes of them is recorded; `--proof` asks the kernel again, and
`python -m tests.nbgrader.test_parity` records it anew.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.nbgrader.parity import grading
from tests.nbgrader.parity.cells import Cell, notebook_of
from tests.nbgrader.parity.limits import SECONDS
from tests.sampling import sampled

pytestmark = [pytest.mark.nbgrader, pytest.mark.sandbox]

FOLDER = Path(__file__).parent / "parity"
RECORDED = FOLDER / "recorded.json"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "nbgrader.md"
THEMES = (
    *("display", "errors", "frames", "hidden_regions", "limits", "magics", "plots", "programs"),
    *("scores", "settings", "streams"),
)


def _notebooks() -> Iterator[tuple[str, list[Cell]]]:
    for theme in THEMES:
        module = importlib.import_module(f"tests.nbgrader.parity.{theme}")
        for name, cells in module.NOTEBOOKS.items():
            yield f"{theme}: {name}", cells


NOTEBOOKS = dict(_notebooks())

DIFFERENCES: dict[str, dict[int, str]] = {
    "display: a view that raises": {1: "one error", 3: "one error"},
    "errors: groups of exceptions and notes": {2: "one error"},
    "limits: a loop without an end": {1: "out of time"},
    "limits: a slow answer in a test": {3: "out of time"},
    "limits: an await without an end": dict.fromkeys(range(5), "nothing is given up"),
    "magics: await at top level": {5: "`asyncio.run`"},
    "magics: questions and shells": {2: "no other programs"},
    "settings: events, aliases and magics of one's own": {3: "more than the points"},
}
"""By notebook and number of the cell, what differs: a line of the table in `docs/nbgrader.md`."""


PATIENCE = 600
"""Seconds for a cell of a kernel: its clock goes on while others have the processors."""


def _by_kernel(name: str, folder: Path) -> list[dict[str, Any]]:
    timeout = SECONDS if name.startswith("limits") else PATIENCE
    return grading.by_kernel(notebook_of(NOTEBOOKS[name]), folder, timeout=timeout)


def _in_sandbox(name: str) -> list[dict[str, Any]]:
    settings = {"timeout": SECONDS} if name.startswith("limits") else {}
    return grading.in_sandbox(notebook_of(NOTEBOOKS[name]), **settings)


def _differing(name: str, ours: list[dict[str, Any]]) -> dict[int, tuple[Any, Any]]:
    """The cells that come to something else; of hidden tests nothing but the score is shown."""
    theirs = json.loads(RECORDED.read_text(encoding="utf-8"))[name]
    pairs = zip(NOTEBOOKS[name], theirs, ours, strict=True)
    return {
        number: (kernel, own)
        for number, (cell, kernel, own) in enumerate(pairs)
        if kernel.get("score") != own.get("score")
        or (kernel != own and "BEGIN HIDDEN TESTS" not in cell["source"])
    }


@pytest.mark.parametrize("name", sampled(NOTEBOOKS, 0.05, kind=lambda name: name.split(":")[0]))
def test_a_notebook_comes_to_what_a_kernel_makes_of_it(name):
    """The score of each cell, and what kinds of outputs it has."""
    differing = _differing(name, _in_sandbox(name))
    assert set(differing) == set(DIFFERENCES.get(name, {})), differing


@pytest.mark.proof
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_what_is_recorded_is_what_a_kernel_does(name, tmp_path):
    """By nbgrader's own preprocessor."""
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    assert _by_kernel(name, tmp_path) == recorded[name]


def test_each_difference_has_its_reason_in_the_documents():
    """No more, and no fewer: sixty notebooks and more, hundreds of tests."""
    section = PAGE.read_text(encoding="utf-8").partition("## What differs")[2]
    told = {each.lower() for each in re.findall(r"^\| \*\*(.+?)\*\*", section, re.MULTILINE)}
    assert {reason for each in DIFFERENCES.values() for reason in each.values()} <= told
    assert set(DIFFERENCES) <= set(NOTEBOOKS)
    assert len(NOTEBOOKS) >= 60
    assert set(json.loads(RECORDED.read_text(encoding="utf-8"))) == set(NOTEBOOKS)


def _record(folder: Path, names: list[str]) -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    for name in NOTEBOOKS:
        if name not in recorded or any(each in name for each in names):
            (place := folder / str(len(recorded))).mkdir(exist_ok=True)
            recorded[name] = _by_kernel(name, place)
            sys.stdout.write(f"{name}\n")
    lines = (f"{json.dumps(name)}: {json.dumps(recorded[name])}" for name in NOTEBOOKS)
    RECORDED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        _record(Path(made), sys.argv[1:])
