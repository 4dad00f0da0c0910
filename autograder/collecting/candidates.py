"""The files of one student, each under all that it can be meant for.

A file is meant by its cells, by what it defines, by its name, or by its folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from autograder.collecting.asked import Asked
from autograder.collecting.contents import Contents, file_contents, notebook_contents
from autograder.collecting.files import MAX_SUBMISSION_BYTES, Reason, UnreadableError
from autograder.collecting.leftovers import UnplacedReason
from autograder.collecting.listing import (
    Entry,
    RelativePath,
    list_folder,
    open_folder_in,
    read_file_in,
)
from autograder.collecting.meant_names import (
    attempt_number,
    code_kind,
    meant_exactly,
    meant_nearly,
)
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES

__all__ = ["Candidate", "Candidates", "attempt_of"]

_MAX_READ: Final = 40
"""Files of a student, besides those with the expected name, that are looked into."""

_MAX_BYTES: Final = MAX_NOTEBOOK_BYTES
"""And their bytes."""


@dataclass(frozen=True)
class Candidate:
    """A file that may be an answer.

    Attributes:
        path: from the student's folder.
        strength: how surely it is meant: by its cells or definitions 3, by its name 2, by its
            folder 1.
        contents: what is in it, or None where it cannot be read.
        reason: why it cannot.
    """

    path: RelativePath
    strength: int
    contents: Contents | None
    reason: Reason | None = None

    @property
    def touched(self) -> bool:
        """Whether there is an answer of the student's own in it."""
        return self.contents is not None and self.contents.touched

    @property
    def attempt(self) -> tuple[int, ...] | None:
        """Its number, or None outside of any attempt."""
        return attempt_of(self.path)


def attempt_of(path: RelativePath) -> tuple[int, ...] | None:
    """The number of the first attempt among the folders of a path, or None."""
    numbers = [attempt_number(name) for name in path[:-1]]
    return next((number for number in numbers if number is not None), None)


class Candidates:
    """All that one student handed in, looked into once.

    Args:
        folder: a descriptor of the student's folder, which stays open for as long as this is used.
        asked: what the course asks for.
        within: the part of the folder that counts; all of it if empty.

    Attributes:
        asked: what the course asks for.
        listing: of the folder.
        entries: its files and folders, by path.
        exact: the paths with the expected names, each with its assignment and exercise.
        notebooks: what else may be the notebook of an assignment, by its name.
        files: what else may be an answer, by exercise.
        not_meant: why other files of code are no answer.
    """

    def __init__(self, folder: int, asked: Asked, within: RelativePath) -> None:
        self._folder = folder
        self.asked = asked
        self._within = within
        self._kept: dict[RelativePath, bytes] = {}
        self._looks: dict[RelativePath, tuple[Contents | None, Reason | None]] = {}
        self._looked = 0
        self._bytes = 0
        self.listing = list_folder(folder, within)
        self.entries = {within: Entry(within, "folder")} if within else {}
        self.entries |= {entry.path: entry for entry in self.listing.entries}
        self.not_meant: dict[RelativePath, UnplacedReason] = {}
        self.notebooks: dict[str, list[Candidate]] = {name: [] for name in asked.assignments}
        self.files: dict[str, list[Candidate]] = {}
        self.exact = dict(self._exact_paths())
        self._find_what_was_not_listed()
        for entry in list(self.entries.values()):
            if entry.path not in self.exact:
                self._consider(entry)

    def read(self, path: RelativePath) -> bytes:
        """The bytes of a file.

        Raises:
            UnreadableError: with the reason, if it cannot be read.
        """
        if path not in self._kept:
            longest = (
                MAX_NOTEBOOK_BYTES if code_kind(path[-1]) == "notebook" else MAX_SUBMISSION_BYTES
            )
            return read_file_in(self._folder, path, longest)
        return self._kept[path]

    def of_exact_name(self, path: RelativePath) -> Candidate | None:
        """What has an expected name, if anything does."""
        if path not in self.entries:
            return None
        contents, reason = self._look(path, is_notebook=path[-1].endswith(".ipynb"))
        return Candidate(path, 4, contents, reason)

    def _exact_paths(self) -> Iterator[tuple[RelativePath, tuple[str, str | None]]]:
        """The paths with the expected names, each with its assignment and exercise."""
        for assignment, exercises in self.asked.assignments.items():
            yield (assignment, f"{assignment}.ipynb"), (assignment, None)
            for exercise in exercises:
                yield (assignment, f"{exercise}.py"), (assignment, exercise)

    def _find_what_was_not_listed(self) -> None:
        """The expected names count however full a folder is."""
        if not self.listing.cut:
            return
        for path in self.exact:
            if path in self.entries or path[: len(self._within)] != self._within:
                continue
            try:
                with open_folder_in(self._folder, path[:-1]) as opened:
                    os.stat(path[-1], dir_fd=opened, follow_symlinks=False)
            except (OSError, UnreadableError):
                continue
            self.entries.setdefault(path[:1], Entry(path[:1], "folder"))
            self.entries[path] = Entry(path, "file")

    def _consider(self, entry: Entry) -> None:
        """Note a file under all that it can be meant for."""
        kind = code_kind(entry.path[-1])
        if kind is None or entry.kind not in ("file", "link"):
            return
        contents, reason = self._look(entry.path, is_notebook=kind == "notebook")
        if kind == "notebook":
            self._consider_notebook(entry.path, contents, reason)
        else:
            self._consider_file(entry.path, contents, reason)

    def _consider_notebook(
        self, path: RelativePath, contents: Contents | None, reason: Reason | None
    ) -> None:
        names = self.asked.assignments
        if contents is not None and contents.foreign:
            self.not_meant[path] = "other_course"
            return
        own = contents.answers_to(self.asked) if contents is not None else []
        by_name = meant_nearly(path[-1], names)
        by_folder = self._meant_by_folder(path)
        if own:
            meant, strength = own, 3
        elif by_name is not None or by_folder is not None:
            meant = [by_name or by_folder or ""]
            strength = 2 if by_name is not None else 1
        else:
            self.not_meant[path] = "unreadable" if contents is None else "no_exercise"
            return
        for name in meant:
            self.notebooks[name].append(Candidate(path, strength, contents, reason))

    def _consider_file(
        self, path: RelativePath, contents: Contents | None, reason: Reason | None
    ) -> None:
        known = [name for each in self.asked.assignments.values() for name in each]
        defined = contents.defines if contents is not None else frozenset()
        by_name = meant_nearly(path[-1], known)
        if by_name is not None and meant_exactly(path[-1], known) is None and defined:
            by_name = by_name if by_name in defined else None
        if by_name is not None and (not defined or by_name in defined):
            meant, strength = {by_name}, 3 if defined else 2
        else:
            meant, strength = set(defined), 3
        if not meant:
            self.not_meant[path] = "unreadable" if contents is None else "no_exercise"
        for exercise in sorted(meant):
            candidate = Candidate(path, strength, contents, reason)
            self.files.setdefault(exercise, []).append(candidate)

    def _meant_by_folder(self, path: RelativePath) -> str | None:
        names = self.asked.assignments
        meant = [meant_nearly(each, names) for each in path[:-1]]
        return next((each for each in meant if each is not None), None)

    def _look(
        self, path: RelativePath, *, is_notebook: bool
    ) -> tuple[Contents | None, Reason | None]:
        """What is in a file, or why it cannot be read; each is read once."""
        if path not in self._looks:
            self._looks[path] = self._look_anew(path, is_notebook=is_notebook)
        return self._looks[path]

    def _look_anew(
        self, path: RelativePath, *, is_notebook: bool
    ) -> tuple[Contents | None, Reason | None]:
        if self._looked >= _MAX_READ or self._bytes >= _MAX_BYTES:
            if path not in self.exact:
                return None, "too_large"
        else:
            self._looked += path not in self.exact
        try:
            data = self.read(path)
            self._bytes += len(data)
            look = notebook_contents if is_notebook else file_contents
            contents = look(data, self.asked)
        except UnreadableError as error:
            return None, error.reason
        self._kept[path] = data
        return contents, None
