"""Runs of `autograder grade` whose words are said again where nothing at all has changed.

A run is found by its command line. It is the same again if every file that it read, and every file
that it wrote, has the same content: then what it wrote is there, and what it said is still true.
Nothing but the standard library is loaded for that.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.atomic_files import write_whole
from autograder.workers.environment import environment_digest

__all__ = ["Said", "UnchangedRun"]

_FORMAT: Final = 1
_SUFFIX: Final = ".reply"
"""That of all kept files, so that they are bounded and removed together."""

_MOST_ENTRIES: Final = 500_000
_LONGEST: Final = 64 << 20
"""Bytes of a file above which its size and times stand for its content."""

_VARIABLES: Final = ("COLUMNS", "HOME", "LANG", "NO_COLOR", "PATH", "TERM", "TZ")
_PREFIXES: Final = ("AUTOGRADER_", "JUPYTER", "LC_", "NBGRADER")

_NOT_COURSE: Final = frozenset(
    {"submitted", "autograded", "feedback", "release", "exercises", "demo", "__pycache__"}
)
_NOTED: Final = ("seed", "points-changed.json")
"""In `.autograder`: what is not made of all else."""

_OF_COURSE: Final = (".toml", ".py", ".csv", ".json", ".txt", ".npy", ".npz")


@dataclass(frozen=True)
class Said:
    """What a run printed, and how it ended.

    Attributes:
        out: on standard output.
        errors: on standard error.
        code: the exit code.
    """

    out: str
    errors: str
    code: int


class TooMuchError(Exception):
    """There are more files than anybody wants to look at."""


class UnchangedRun:
    """One command line in one course.

    Args:
        root: of the course.
        words: of the command line, without the program's name.
    """

    def __init__(self, root: Path, words: Sequence[str]) -> None:
        names = [each for each in os.environ if each in _VARIABLES or each.startswith(_PREFIXES)]
        about = [_FORMAT, list(words), os.getcwd(), [sys.stdout.isatty(), sys.stderr.isatty()]]
        about.append({name: os.environ[name] for name in sorted(names)})
        name = hashlib.sha256(json.dumps(about).encode()).hexdigest()
        self._root = root
        self._results: list[str] = []
        self._path = root / ".autograder" / "kept" / "runs" / f"{name}{_SUFFIX}"
        self._inputs: dict[str, str] | None = None

    def find(self) -> Said | None:
        """What this command said when it was run, if nothing that it read or wrote has changed."""
        try:
            kept = json.loads(self._path.read_bytes())
            files: dict[str, str] = kept["files"]
            if kept["environment"] != environment_digest().hex():
                return None
            now = _course_inputs(self._root, kept["results"])
            if not {os.path.abspath(each) for each in now} <= files.keys():
                return None
            if any(_digest_of(Path(path)) != digest for path, digest in files.items()):
                return None
            return Said(kept["out"], kept["errors"], kept["code"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, TooMuchError):
            return None

    def begin(self, inputs: Iterable[Path], results: Path | None = None) -> None:
        """Note what is about to be read: the course, and what is named.

        Args:
            inputs: files and folders, whether or not they are there.
            results: a file that is written, which may be in the course.
        """
        self._results = [] if results is None else [os.path.abspath(results)]
        self._inputs = _digests([*inputs, *_course_inputs(self._root, self._results)])

    def keep(self, outputs: Iterable[Path], said: Said) -> None:
        """Keep what was said, unless what was read has changed meanwhile.

        Args:
            outputs: the files and folders that were written.
            said: what was printed.
        """
        if self._inputs is None or self._inputs != _digests(map(Path, self._inputs)):
            return
        written = _digests(outputs)
        if written is None:
            return
        kept = {
            "results": self._results,
            "files": {**self._inputs, **written},
            "environment": environment_digest().hex(),
            "out": said.out,
            "errors": said.errors,
            "code": said.code,
        }
        # It is graded all the same where there is no room on the disk.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(kept))


def _course_inputs(root: Path, written: Sequence[str]) -> Iterator[Path]:
    """What a course is read from: all but what students get, hand in, and are given back."""
    yield from (root / ".autograder" / each for each in _NOTED)
    for entry in sorted(os.scandir(root), key=lambda each: each.name):
        if entry.name in _NOT_COURSE or os.path.abspath(entry.path) in written:
            continue
        if not entry.name.startswith(".") and (entry.is_dir() or entry.name.endswith(_OF_COURSE)):
            yield Path(entry.path)


def _digests(paths: Iterable[Path]) -> dict[str, str] | None:
    try:
        return {os.path.abspath(each): _digest_of(each) for each in paths}
    except (OSError, TooMuchError):
        return None


def _digest_of(path: Path) -> str:
    """The digest of a file or of all that a folder holds; of nothing if it is not there."""
    digest = hashlib.sha256()
    for count, (name, about) in enumerate(_tree(path), 1):
        if count > _MOST_ENTRIES:
            raise TooMuchError
        digest.update(f"{name!a} {stat.S_IFMT(about.st_mode)} ".encode())
        digest.update(_content(os.path.join(path, name) if name else str(path), about))
    return digest.hexdigest()


def _tree(path: Path) -> Iterator[tuple[str, os.stat_result]]:
    """What is in a folder, by its path from there; a file is itself. No link is followed."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        yield "", os.stat(path)
    for folder, names, files in os.walk(path, onerror=_raise):
        names[:] = sorted(each for each in names if each != "__pycache__")
        for name in sorted([*names, *files]):
            whole = os.path.join(folder, name)
            yield os.path.relpath(whole, path), os.lstat(whole)


def _raise(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def _content(path: str, about: os.stat_result) -> bytes:
    if stat.S_ISLNK(about.st_mode):
        return os.fsencode(os.readlink(path))
    if not stat.S_ISREG(about.st_mode):
        return b""
    if about.st_size > _LONGEST:
        return repr((about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)).encode()
    # A file that became a pipe a moment ago does not make anybody wait.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
