"""The file that records what is proved of a course: `.autograder/proofs.json`.

A proof is valid for an exercise's folder, the framework and the hidden seed as they were. When any
of them changes, the proof is void.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

import autograder
from autograder.atomic_files import write_whole
from autograder.course import Course, Solution
from autograder.course.seeds import hidden_seed
from autograder.validation.corpus import CORPUS_FILE

__all__ = ["proofs_path", "record", "unproved"]

_FORMAT = 1
_ABOVE_GRADING = {"build", "cli", "nbgrader", "notebook", "report"}
"""The rooms that no grade depends on; a change of any other module voids a proof."""


def proofs_path(root: Path) -> Path:
    """The path of the file for the course at `root`."""
    return root / ".autograder" / "proofs.json"


def unproved(course: Course) -> list[Solution]:
    """The exercises that have no proof, or whose proof is void."""
    proofs = _read(course.root)
    base = _base(course)
    return [each for each in course.solutions() if proofs.get(_name(each)) != _digest(base, each)]


def record(course: Course, passed: Iterable[Solution], failed: Iterable[Solution]) -> None:
    """Record what has just been proved, and remove what has just been refuted.

    Args:
        course: whose exercises they are.
        passed: exercises whose known answers are graded rightly, without a surviving mutant.
        failed: the other exercises.
    """
    base = _base(course)
    known = {_name(each) for each in course.solutions()}
    proofs = {name: digest for name, digest in _read(course.root).items() if name in known}
    for solution in failed:
        proofs.pop(_name(solution), None)
    proofs |= {_name(solution): _digest(base, solution) for solution in passed}
    document = {"format": _FORMAT, "proofs": dict(sorted(proofs.items()))}
    write_whole(proofs_path(course.root), json.dumps(document, indent=1) + "\n")


def _name(solution: Solution) -> str:
    return f"{solution.assignment}/{solution.name}"


def _read(root: Path) -> dict[str, str]:
    """The proofs by exercise; none where the file is missing or cannot be read."""
    try:
        document = json.loads(proofs_path(root).read_text(encoding="utf-8"))
        if document["format"] != _FORMAT:
            return {}
        return {str(name): str(digest) for name, digest in document["proofs"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _base(course: Course) -> bytes:
    """A digest of what every proof depends on: the framework, NumPy, the hidden seed."""
    digest = hashlib.sha256(hidden_seed(course.root))
    digest.update(np.__version__.encode())
    package = Path(autograder.__file__).parent
    _take_in(digest, package, _modules(package))
    return digest.digest()


def _modules(package: Path) -> Iterator[Path]:
    for path in package.rglob("*.py"):
        if path.relative_to(package).parts[0] not in _ABOVE_GRADING:
            yield path


def _digest(base: bytes, solution: Solution) -> str:
    digest = hashlib.sha256(base)
    _take_in(digest, solution.folder, _files(solution.folder))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        # No grade depends on the corpus.
        if path.is_file() and "__pycache__" not in path.parts and path.name != CORPUS_FILE:
            yield path


def _take_in(digest: hashlib._Hash, folder: Path, files: Iterable[Path]) -> None:
    for path in sorted(files):
        data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
