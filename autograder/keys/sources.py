"""The digest of everything that an exercise's public file is made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from autograder.course import Solution
from autograder.course.adopted import ADOPTED_FOLDER

__all__ = ["DATA_FOLDER", "sources_digest"]

_FILES = ("reference.py", "grading.py", "mistakes.py", "driver.py", "judge.py")
"""The files that decide what is asked and expected; alternatives and statements do not."""


DATA_FOLDER = "data"
"""In an exercise's folder: the files that its cases are made from."""


def sources_digest(solution: Solution, file_format: int) -> str:
    """The SHA-256 of everything that decides what a public file of this exercise says.

    It depends on no processor, unlike the last bits of the numbers in the file.

    Args:
        solution: the exercise.
        file_format: the number of the format that the file is written in.
    """
    made_from = {
        "format": file_format,
        "exercise": solution.name,
        "assignment": solution.assignment,
        "title": dict(solution.title.items()),
        "files": {
            path.relative_to(solution.folder).as_posix(): path.read_text(encoding="utf-8")
            for path in _source_files(solution)
        },
    }
    if data := dict(_data_digests(solution.folder / DATA_FOLDER)):
        made_from["data"] = data
    text = json.dumps(made_from, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _data_digests(folder: Path) -> Iterator[tuple[str, str]]:
    """The SHA-256 of each data file of an exercise, which its cases may be made from."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield name, hashlib.sha256(path.read_bytes()).hexdigest()


def _source_files(solution: Solution) -> Iterator[Path]:
    for name in _FILES:
        if (solution.folder / name).is_file():
            yield solution.folder / name
    # Unfinished ones are in no key.
    for name in solution.adopted:
        yield solution.folder / ADOPTED_FOLDER / f"{name}.toml"
