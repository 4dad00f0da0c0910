"""Right answers that lie where they should not, or are called otherwise."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.classroom import COUNTER, DOUBLE, SQUARE, Classroom, Notebook, code_cell

__all__ = ["FULL_MARKS", "HandedIn", "put"]

Files = dict[str, "Notebook | str | bytes"]


@dataclass(frozen=True)
class HandedIn:
    """One hand-in that has all points.

    Attributes:
        files: by path from the student's folder, of the released notebook and the answered one.
        source: what is graded of it.
        note: why, in one of the words of the resolver; None where that is the expected file.
    """

    files: Callable[[Notebook, Notebook], Files]
    source: str
    note: str | None


def put(room: Classroom, submitted: Path, student: str, handed_in: HandedIn) -> None:
    """Put a hand-in into the folder of a student."""
    for path, content in handed_in.files(room.released, room.answered()).items():
        where = submitted / student / path
        where.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, ensure_ascii=False) if isinstance(content, dict) else content
        where.write_bytes(text.encode() if isinstance(text, str) else text)


def _one(path: str, source: str, note: str | None = "renamed") -> HandedIn:
    """The answered notebook under this path, and nothing else."""
    return HandedIn(lambda _, answered: {path: answered}, source, note)


def _stub(blank: Notebook, exercise: str) -> str:
    found = next(each for each in blank["cells"] if each["id"] == f"{exercise}-answer")
    return f'r"""A statement."""\n\n{found["source"]}\n'


def _plain(*sources: str) -> Notebook:
    """A notebook of one's own, without the names of cells."""
    cells = [code_cell(source, f"own-{number}") for number, source in enumerate(sources)]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def _saved_again(notebook: Notebook) -> Notebook:
    """An untouched copy whose cells were run."""
    run = copy.deepcopy(notebook)
    for number, cell in enumerate(each for each in run["cells"] if each["cell_type"] == "code"):
        output = {"output_type": "stream", "name": "stdout", "text": "nothing yet\n"}
        cell["outputs"], cell["execution_count"] = [output], number
        cell["source"] = cell["source"].splitlines(keepends=True)
    return run


def _wrong(notebook: Notebook) -> Notebook:
    wrong = copy.deepcopy(notebook)
    next(each for each in wrong["cells"] if each["id"] == "double-answer")["source"] = SQUARE
    return wrong


FULL_MARKS: dict[str, HandedIn] = {
    "as expected": _one("basics/basics.ipynb", "basics.ipynb", None),
    "browser (1)": _one("basics/basics (1).ipynb", "basics (1).ipynb"),
    "own name": _one("basics/basics_kim.ipynb", "basics_kim.ipynb"),
    "name before": _one("basics/kim-basics.ipynb", "kim-basics.ipynb"),
    "capitals": _one("basics/BASICS.ipynb", "BASICS.ipynb"),
    "capital ending": _one("basics/basics.IPYNB", "basics.IPYNB"),
    "ending txt": _one("basics/basics.ipynb.txt", "basics.ipynb.txt"),
    "ending json": _one("basics/basics.ipynb.json", "basics.ipynb.json"),
    "copy of a copy": _one("basics/basics-Copy1 (2).ipynb", "basics-Copy1 (2).ipynb"),
    "Korean copy": _one("basics/basics - 복사본.ipynb", "basics - 복사본.ipynb"),
    "any name": _one("basics/Untitled7.ipynb", "Untitled7.ipynb"),
    "too deep": _one("basics/basics/basics.ipynb", "basics/basics.ipynb"),
    "much too deep": _one("basics/a/b/c/basics.ipynb", "a/b/c/basics.ipynb"),
    "folder misspelt": _one("basiks/basics.ipynb", "basiks/basics.ipynb"),
    "folder in capitals": _one("Basics/basics.ipynb", "Basics/basics.ipynb"),
    "folder (1)": _one("basics (1)/basics.ipynb", "basics (1)/basics.ipynb"),
    "no folder": _one("basics.ipynb", "basics.ipynb"),
    "folder of another name": _one("homework 3/solution.ipynb", "homework 3/solution.ipynb"),
    "folder of the student": _one("kim/basics/basics.ipynb", "kim/basics/basics.ipynb"),
    "blank beside Copy1": HandedIn(
        lambda blank, answered: {
            "basics/basics.ipynb": _saved_again(blank),
            "basics/basics-Copy1.ipynb": answered,
        },
        "basics-Copy1.ipynb",
        "untouched",
    ),
    "empty beside (1)": HandedIn(
        lambda _, answered: {"basics/basics.ipynb": b"", "basics/basics (1).ipynb": answered},
        "basics (1).ipynb",
        "unreadable",
    ),
    "blank copy beside the right one": HandedIn(
        lambda blank, answered: {
            "basics/basics.ipynb": answered,
            "basics/basics (1).ipynb": blank,
        },
        "basics.ipynb",
        None,
    ),
    "the same twice": HandedIn(
        lambda _, answered: {
            "basics/basics (1).ipynb": answered,
            "basics/basics (2).ipynb": _saved_again(answered),
        },
        "basics (1).ipynb",
        "renamed",
    ),
    "exact name beside another": HandedIn(
        lambda _, answered: {
            "basics/basics.ipynb": answered,
            "basics/basics (1).ipynb": _wrong(answered),
        },
        "basics.ipynb",
        "also",
    ),
    "attempts by number": HandedIn(
        lambda _, answered: {
            "basics/9/basics.ipynb": _wrong(answered),
            "basics/10/basics.ipynb": answered,
        },
        "10/basics.ipynb",
        "attempt",
    ),
    "attempts by time": HandedIn(
        lambda _, answered: {
            "2026-03-02 18:00:00 KST/basics/basics.ipynb": answered,
            "2026-03-01 23:59:59 KST/basics/basics.ipynb": _wrong(answered),
        },
        "2026-03-02 18:00:00 KST/basics/basics.ipynb",
        "attempt",
    ),
    "the first attempt again": HandedIn(
        lambda _, answered: {
            "basics/1/basics.ipynb": answered,
            "basics/2/basics.ipynb": _wrong(answered),
            "basics/3/basics.ipynb": answered,
        },
        "3/basics.ipynb",
        "attempt",
    ),
    "cells without names": HandedIn(
        lambda *_: {"basics/homework.ipynb": _plain(DOUBLE, COUNTER)}, "homework.ipynb", "renamed"
    ),
    "files": HandedIn(
        lambda *_: {"basics/double.py": DOUBLE, "basics/Counter.py": COUNTER},
        "double.py, Counter.py",
        None,
    ),
    "files beside a blank notebook": HandedIn(
        lambda blank, _: {
            "basics/basics.ipynb": blank,
            "basics/double.py": DOUBLE,
            "basics/Counter.py": COUNTER,
        },
        "double.py, Counter.py",
        "files",
    ),
    "file (1) beside its stub": HandedIn(
        lambda blank, _: {
            "basics/double.py": _stub(blank, "double"),
            "basics/double (1).py": DOUBLE,
            "basics/counter.py": COUNTER,
        },
        "double (1).py, counter.py",
        "renamed",
    ),
    "one file for all": HandedIn(
        lambda *_: {"basics/homework.py": f"{DOUBLE}\n\n\n{COUNTER}\n"}, "homework.py", "renamed"
    ),
    "files without a folder": HandedIn(
        lambda *_: {"double.py": DOUBLE, "Counter.PY": COUNTER}, "double.py, Counter.PY", "renamed"
    ),
    "notebook beside stubs": HandedIn(
        lambda blank, answered: {
            "basics/double.py": _stub(blank, "double"),
            "basics/Counter.py": _stub(blank, "Counter"),
            "basics/basics-1.ipynb": answered,
        },
        "basics-1.ipynb",
        "renamed",
    ),
    "litter around it": HandedIn(
        lambda _, answered: {
            "basics/basics.ipynb": answered,
            "basics/.ipynb_checkpoints/basics-checkpoint.ipynb": _wrong(answered),
            "basics/._basics.ipynb": b"\0\5\x16\7",
            "basics/~$basics.ipynb": b"",
            "basics/timestamp.txt": "2026-03-02 18:00:00 KST",
            "basics/public/double.json": "{}",
            "__MACOSX/basics/._basics.ipynb": b"\0\5\x16\7",
            ".DS_Store": b"\0",
            "Thumbs.db": b"\0",
            "desktop.ini": "",
        },
        "basics.ipynb",
        None,
    ),
}
"""By the name of the student's folder."""
