"""The given files of an assignment: what is released with its notebooks, beside them.

They are copied once, to a folder of their own that every sandbox may read. So nothing else of the
course is in its reach, and what an instructor changes meanwhile changes no grading that has begun.
"""

from __future__ import annotations

import atexit
import fnmatch
import os
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from autograder.sandbox.guest.given import layout_of
from autograder.sandbox.scratch import Scratch
from autograder.sandbox.scratch_tree import MAX_DEPTH

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory  # workers do without nbgrader

__all__ = ["GivenFiles", "GivenFilesError", "give_files", "is_left_out"]

_BLOCK: Final = 4096
"""Bytes that a file counts at least."""

_AHEAD: Final = 3600.0

_HIDDEN: Final = ("solutions", ".autograder")
"""Folders of a course of ours that no link may lead into."""

_LOADED: Final = frozenset(
    {"autograder", "IPython", "PIL", "dateutil", "matplotlib", "msgspec", "numpy", "traitlets"}
)
"""Modules that each sandbox has loaded before a notebook imports anything."""


class GivenFilesError(Exception):
    """Some files of an assignment cannot be given; its arguments are a sentence for each."""


class GivenFiles(NamedTuple):
    """The files of an assignment as they were when its grading began.

    Attributes:
        folder: that they lie in; empty where there are none.
        taken: all of them, from there, and the folders that they lie in.
        closed: the files, and the folders in which a fork can put nothing.
        warnings: what an instructor may want to know of them.
    """

    folder: str = ""
    taken: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()

    def is_in_a_closed_folder(self, path: str) -> bool:
        """Whether something of the assignment's stands where a folder would have to be."""
        return not self.closed.isdisjoint(_above(path))


def _above(path: str) -> set[str]:
    """The folders that a path lies in."""
    return {path[:end] for end, char in enumerate(path) if char == "/"}


class _File(NamedTuple):
    path: str
    source: str
    size: int
    changed: int


_given: dict[str, tuple[tuple[_File, ...], Scratch, GivenFiles]] = {}
"""What was given last, by the source folder of the assignment."""


def give_files(about: CourseDirectory, kept: Sequence[str], most_mb: int) -> GivenFiles:
    """Copy the files of an assignment to where sandboxes may read them; again only if they changed.

    Args:
        about: the course, and which assignment.
        kept: paths that `Autograde.exclude_overwriting` leaves to the students.
        most_mb: how much the files may have together, in MiB.

    Raises:
        GivenFilesError: if there is one that cannot be given, or too much.
    """
    source = about.format_path(about.source_directory, ".", about.assignment_id)
    source = os.path.normpath(source)
    search = _Search(about, source, kept)
    files = tuple(sorted(search.files(""))) if os.path.isdir(source) else ()
    size = sum(max(file.size, _BLOCK) for file in files)
    if size > most_mb << 20:
        search.faults.append(
            f"{source}: what lies beside the notebooks has {size / (1 << 20):.0f} MB, and "
            f"{most_mb} are allowed (`data_mb`)"
        )
    if search.faults:
        raise GivenFilesError(*search.faults)
    if not files:
        return GivenFiles(warnings=tuple(search.warnings))
    if source not in _given or _given[source][0] != files:
        folder = _copied(files)
        paths = {file.path for file in files}
        taken = paths.union(*map(_above, paths))
        closed = layout_of(folder.path).links
        warnings = tuple(search.warnings)
        given = GivenFiles(folder.path, frozenset(taken), frozenset(closed), warnings)
        _given[source] = files, folder, given
    return _given[source][2]


def is_left_out(name: str, patterns: Sequence[str]) -> bool:
    """Whether nbgrader copies no file or folder of this name."""
    return any(
        fnmatch.fnmatchcase(name, pattern)
        for pattern in patterns
        if pattern.startswith(".") or not name.startswith(".")
    )


class _Search:
    """What can be given of a folder, and what is wrong with the rest."""

    def __init__(self, about: CourseDirectory, source: str, kept: Sequence[str]) -> None:
        self.faults: list[str] = []
        self.warnings: list[str] = []
        self._source = source
        self._kept = {os.path.normpath(path) for path in kept}
        self._ignored = [*about.ignore, "*.ipynb"]
        self._inside = [os.path.realpath(about.root), os.path.realpath(source)]
        steps = ("submitted", "autograded", "feedback", "release")
        named = (getattr(about, f"{step}_directory") for step in steps)
        hidden = (os.path.join(about.root, name) for name in (*_HIDDEN, *named))
        self._outside = [os.path.realpath(path) for path in hidden]

    def files(self, inside: str) -> Iterator[_File]:
        if inside.count(os.sep) >= MAX_DEPTH - 1:
            self._fault(inside, f"lies more than {MAX_DEPTH - 1} folders deep")
            return
        with os.scandir(os.path.join(self._source, inside)) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = os.path.join(inside, entry.name)
                if is_left_out(entry.name, self._ignored) or path in self._kept:
                    continue
                if not inside:
                    self._look_at_name(entry.name)
                if entry.is_dir(follow_symlinks=False):
                    yield from self.files(path)
                else:
                    yield from self._file(path, entry.path)

    def _file(self, path: str, where: str) -> Iterator[_File]:
        found = os.path.realpath(where)
        if os.path.islink(where):
            if os.path.isdir(found):
                self.warnings.append(f"{where}: is a link to a folder, of which nothing is copied")
                return
            if not os.path.exists(found):
                self._fault(path, "is a link that leads nowhere")
                return
            if not self._may_lead_to(found):
                self._fault(
                    path, "is a link out of the course, or to what is hidden in it; put a copy here"
                )
                return
        about = os.stat(found)
        if not stat.S_ISREG(about.st_mode):
            self._fault(path, "is no ordinary file")
        elif not os.access(found, os.R_OK):
            self._fault(path, "cannot be read by whoever grades")
        elif not _is_text(path):
            self._fault(path.encode(errors="replace").decode(), "has a name that is not UTF-8")
        else:
            yield _File(path, found, about.st_size, about.st_mtime_ns)

    def _may_lead_to(self, found: str) -> bool:
        if found.endswith((".ipynb", ".db")) or _is_below(found, self._outside):
            return False
        return _is_below(found, self._inside)

    def _look_at_name(self, name: str) -> None:
        module, _, suffix = name.partition(".")
        if suffix in ("", "py") and (module in _LOADED or module in sys.stdlib_module_names):
            self.warnings.append(
                f"{os.path.join(self._source, name)}: there is a module of this name already, so "
                f"that `import {module}` may find that one; give it another name"
            )

    def _fault(self, path: str, sentence: str) -> None:
        self.faults.append(f"{os.path.join(self._source, path)}: {sentence}")


def _is_below(path: str, folders: Sequence[str]) -> bool:
    return any(path.startswith(f"{folder}{os.sep}") for folder in folders)


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _copied(files: Sequence[_File]) -> Scratch:
    folder = Scratch()
    atexit.register(folder.close)
    os.chmod(folder.path, 0o755)  # noqa: S103 - a fork may be another user, who has to pass through
    for file in files:
        place = Path(folder.path, file.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        _copy(file, place)
    for parent, _, _ in os.walk(folder.path):
        os.chmod(parent, 0o755)  # noqa: S103 - whatever the umask is
    return folder


def _copy(file: _File, place: Path) -> None:
    with open(file.source, "rb") as source, place.open("wb") as copy:
        left = file.size
        while left and (part := source.read(min(left, 1 << 20))):
            copy.write(part)
            left -= len(part)
    place.chmod(0o444)
    # A time of access that lies ahead is left alone: it tells no fork what another one has read.
    os.utime(place, (time.time() + _AHEAD, file.changed / 1e9))
