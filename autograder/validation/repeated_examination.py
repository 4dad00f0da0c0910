"""Examining a course again and again while somebody writes it: only what was saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.course import Course, Solution
from autograder.course.loading import load_partly
from autograder.course.seeds import hidden_seed
from autograder.errors import CourseError
from autograder.validation.in_process import examine_here

__all__ = ["RepeatedExamination"]

_Stamps = dict[str, tuple[int, int]]


class RepeatedExamination:
    """The faults of a course, and which files they were found in.

    Args:
        root: of the course.
        about_all: what else there is to say of the course as a whole, each time.
    """

    def __init__(self, root: Path, about_all: Callable[[Course], list[str]] = lambda _: []) -> None:
        self._root = root
        self._about_all = about_all
        self._seen: _Stamps | None = None
        self._known: dict[str, tuple[_Stamps, list[str]]] = {}
        self.examined: list[str] = []
        """The exercises that were examined the last time."""

    def is_due(self) -> bool:
        """Whether a file of the course was saved since the last time."""
        return self._stamps() != self._seen

    def faults(self) -> list[str]:
        """All faults of the course, each with file and line; what was not saved is not run."""
        before, self._seen = self._seen or {}, self._stamps()
        self.examined = []
        try:
            loaded, found = load_partly(self._root)
            seed = hidden_seed(self._root)
        except CourseError as error:
            return list(map(str, error.faults))
        if any(before.get(name) != self._seen.get(name) for name in self._of_whole(before)):
            self._known = {}
        faults = [*map(str, found.found), *self._about_all(loaded)]
        for solution in loaded.solutions():
            faults += self._of_exercise(solution, seed)
        return faults

    def _of_exercise(self, solution: Solution, seed: bytes) -> list[str]:
        folder = solution.folder.relative_to(self._root).as_posix() + "/"
        stamps = {name: it for name, it in (self._seen or {}).items() if name.startswith(folder)}
        known = self._known.get(folder)
        if known is None or known[0] != stamps:
            self.examined.append(solution.name)
            try:
                faults = examine_here(solution, seed).faults
            except CourseError as error:
                faults = list(map(str, error.faults))
            known = self._known[folder] = (stamps, faults)
        return known[1]

    def _of_whole(self, before: _Stamps) -> Iterator[str]:
        """The files that say something about every exercise."""
        yield from (name for name in {*before, *(self._seen or {})} if "/" not in name)

    def _stamps(self) -> _Stamps:
        """What changes when a file is saved, by its path from the root."""
        files = [*self._root.glob("*.toml"), *(self._root / "solutions").rglob("*")]
        found: _Stamps = {}
        for path in files:
            if path.suffix == ".pyc" or path.name == "__pycache__":
                continue
            try:
                status = path.stat()
            except OSError:  # it is gone meanwhile
                continue
            # A folder changes with the files in it.
            if not path.is_dir():
                name = path.relative_to(self._root).as_posix()
                found[name] = (status.st_mtime_ns, status.st_size)
        return found
