"""Unpacking what an archive or a folder holds, archives in archives too, within bounds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from autograder.collecting.files import UnreadableError, open_without_links, system_flags
from autograder.collecting.ignored_names import why_ignored
from autograder.collecting.listing import RelativePath
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES
from autograder.collecting.student_names import safe_name
from autograder.errors import PathError
from autograder.platforms.archives import ArchiveError, Member, members
from autograder.platforms.packed_names import (
    MAX_FOLDERS,
    free_path,
    inner_path,
    without_archive_ending,
)

__all__ = ["MAX_FILES", "MAX_UNPACKED", "Refused", "RefusedReason", "Unpacked", "unpack"]

RefusedReason = Literal[
    "outside",  # its name leads out of the folder, or too deep
    "link",
    "special",
    "encrypted",
    "packing",  # packed in a way that is not read here
    "too_large",
    "bomb",  # an archive in an archive that unpacks to too much
    "damaged",
    "unreadable",
]

MAX_FILES: Final = 100_000
MAX_UNPACKED: Final = 8 << 30
"""Files, and bytes of them, of everything that is collected at once."""

_MAX_INNER_FILES: Final = 20_000
_MAX_INNER_BYTES: Final = 1 << 30
_MAX_RATIO: Final = 200
_UNSUSPICIOUS: Final = 64 << 20
"""Bytes that an archive may unpack to however small it is."""

_MAX_NESTING: Final = 3
"""Archives in archives in archives."""


@dataclass(frozen=True)
class Refused:
    """What is packed and was not unpacked.

    Attributes:
        path: fit to be shown.
        reason: why, in one of the words of `RefusedReason`.
    """

    path: str
    reason: RefusedReason


@dataclass
class Unpacked:
    """What was unpacked.

    Attributes:
        files: by path, where its bytes are.
        refused: what was not unpacked.
        passed_over: how many files that no student made.
    """

    files: dict[RelativePath, Path] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    passed_over: int = 0


@dataclass
class _Allowance:
    """What an archive may still unpack to.

    Attributes:
        files: how many.
        size: bytes of them.
        around: for which this counts as well: that of everything, or of the archive that a student
            packed this one into. What archives in it unpack to is not held against the one of the
            class, or a student could have it refused.
    """

    files: int
    size: int
    around: _Allowance | None = None

    def all_around(self) -> Iterator[_Allowance]:
        """This one, and those for which it counts as well."""
        allowance: _Allowance | None = self
        while allowance is not None:
            yield allowance
            allowance = allowance.around


class _TooMuchError(Exception):
    """An allowance is used up.

    Attributes:
        allowance: which one.
    """

    def __init__(self, allowance: _Allowance) -> None:
        super().__init__()
        self.allowance = allowance


def unpack(source: Path, staging: Path) -> Unpacked:
    """Unpack an archive, or copy a folder, into files of neutral names.

    Args:
        source: the archive or the folder; left as it is.
        staging: an empty folder of the caller's.

    Raises:
        PathError: if there is no such file or folder, or it holds more than it may.
        ArchiveError: if it is no archive.
    """
    if not source.exists():
        raise PathError(f"there is no file or folder {source}", source)
    unpacking = _Unpacking(staging)
    try:
        if source.is_dir():
            unpacking.take_folder(source)
        else:
            unpacking.take_archive(source)
    except ArchiveError as error:
        raise PathError(f"{source} {error.reason}", source) from None
    except _TooMuchError:
        raise PathError(
            f"{source} unpacks to more than a class hands in: {MAX_FILES:,} files, "
            f"{MAX_UNPACKED >> 30} GiB, {_MAX_RATIO} times its own size",
            source,
        ) from None
    return unpacking.found


class _Unpacking:
    """The unpacking of one source."""

    def __init__(self, staging: Path) -> None:
        self.found = Unpacked()
        self._staging = staging
        self._count = 0
        self._all = _Allowance(MAX_FILES, MAX_UNPACKED)

    def take_archive(self, source: Path) -> None:
        packed = source.stat().st_size
        most = min(MAX_UNPACKED, max(_UNSUSPICIOUS, _MAX_RATIO * packed))
        with source.open("rb") as file:
            self._take(lambda: members(file), (), _Allowance(MAX_FILES, most, self._all), 1)

    def take_folder(self, source: Path) -> None:
        self._take(lambda: _walk(source), (), self._all, 1)

    def _take(
        self,
        listed: Callable[[], Iterable[Member]],
        within: RelativePath,
        allowance: _Allowance,
        nesting: int,
    ) -> None:
        self._look_at(listed(), allowance, nesting)
        for member in listed():
            self._spend(allowance, files=1, size=_for_nothing(member, nesting))
            inner = inner_path(member.name)
            if not inner:
                self._refuse((*within, member.name), "outside")
            elif _is_passed_over(inner):
                self.found.passed_over += 1
            elif member.kind != "file":
                self._refuse((*within, *inner), member.kind)
            else:
                self._take_file(member, (*within, *inner), allowance, nesting)

    def _look_at(self, listed: Iterable[Member], allowance: _Allowance, nesting: int) -> None:
        """Refuse what says itself that it is too much, before a byte of it is written."""
        size = 0
        for count, member in enumerate(listed, 1):
            size += _declared(member) + _for_nothing(member, nesting)
            for each in allowance.all_around():
                if count > each.files or size > each.size:
                    raise _TooMuchError(each)

    def _spend(self, allowance: _Allowance, *, files: int = 0, size: int = 0) -> None:
        for each in allowance.all_around():
            each.files -= files
            each.size -= size
            if each.files < 0 or each.size < 0:
                raise _TooMuchError(each)

    def _take_file(
        self, member: Member, path: RelativePath, allowance: _Allowance, nesting: int
    ) -> None:
        stem = without_archive_ending(path[-1])
        stored = self._store(member, path, allowance)
        if stored is None:
            return
        if stem is None:
            self.found.files[free_path(path, self.found.files)] = stored
        elif nesting > _MAX_NESTING:
            self._refuse(path, "bomb")
            stored.unlink()
        else:
            self._take_inner(stored, path, (*path[:-1], stem), allowance, nesting)

    def _store(self, member: Member, path: RelativePath, allowance: _Allowance) -> Path | None:
        """Write a member's bytes; None where it is refused."""
        most = _largest(path[-1])
        if member.size > most:
            self._refuse(path, "too_large")
            return None
        self._count += 1
        stored = self._staging / f"{self._count:07}"
        written = 0
        try:
            with stored.open("xb") as file:
                for chunk in member.read():
                    written += len(chunk)
                    self._spend(allowance, size=len(chunk))
                    if written > most:
                        break
                    file.write(chunk)
        except (ArchiveError, UnreadableError) as error:
            self._refuse(path, "damaged" if isinstance(error, ArchiveError) else "unreadable")
        else:
            if written <= most:
                return stored
            self._refuse(path, "too_large")
        stored.unlink()
        return None

    def _take_inner(
        self,
        stored: Path,
        path: RelativePath,
        within: RelativePath,
        outer: _Allowance,
        nesting: int,
    ) -> None:
        """Unpack an archive in an archive; one that does not do harms nobody else."""
        before = len(self.found.files)
        packed = stored.stat().st_size
        most = min(_MAX_INNER_BYTES, max(_UNSUSPICIOUS, _MAX_RATIO * packed))
        around = outer if nesting > 1 else self._all
        allowance = _Allowance(_MAX_INNER_FILES, most, around)
        try:
            with stored.open("rb") as file:
                self._take(lambda: members(file), within, allowance, nesting + 1)
        except (ArchiveError, _TooMuchError) as error:
            if isinstance(error, _TooMuchError) and error.allowance is not allowance:
                raise
            while len(self.found.files) > before:  # what came last goes first
                self.found.files.popitem()[1].unlink()
            self._refuse(path, "damaged" if isinstance(error, ArchiveError) else "bomb")
        finally:
            stored.unlink()

    def _refuse(self, path: RelativePath, reason: RefusedReason) -> None:
        self.found.refused.append(Refused("/".join(map(safe_name, path)), reason))


def _is_passed_over(path: RelativePath) -> bool:
    return any(why_ignored(part) not in (None, "timestamp") for part in path)


def _largest(name: str) -> int:
    """The bytes that a file of this name may have."""
    return MAX_NOTEBOOK_BYTES if without_archive_ending(name) is None else _MAX_INNER_BYTES


def _declared(member: Member) -> int:
    """The bytes that a member says it unpacks to; none where it is not unpacked."""
    path = inner_path(member.name)
    if not path or member.kind != "file" or _is_passed_over(path):
        return 0
    return member.size if member.size <= _largest(path[-1]) else 0


def _for_nothing(member: Member, nesting: int) -> int:
    """The bytes of what is passed over that are unpacked all the same; of a student's archive."""
    return member.size if member.passing_unpacks and nesting > 1 and not _declared(member) else 0


def _walk(folder: Path, within: RelativePath = ()) -> Iterator[Member]:
    """The files of a folder, as if they were packed."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        # Here a backslash is a part of a name; it would lead into the folder of somebody else.
        path = (*within, entry.name.replace("\\", "_"))
        if entry.is_symlink():
            yield Member("/".join(path), "link", 0, lambda: iter(()))
        elif entry.is_dir(follow_symlinks=False):
            passed_over = why_ignored(entry.name) is not None
            if len(path) < MAX_FOLDERS and not passed_over:
                yield from _walk(Path(entry.path), path)
            else:
                # The name alone says that it is passed over, or that it lies too deep.
                deep = () if passed_over else ("...",)
                yield Member("/".join((*path, *deep)), "special", 0, lambda: iter(()))
        elif entry.is_file(follow_symlinks=False):
            yield Member("/".join(path), "file", _size_of(entry), _reader(Path(entry.path)))
        else:
            yield Member("/".join(path), "special", 0, lambda: iter(()))


def _size_of(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:  # it was there a moment ago
        return 0


def _reader(path: Path) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        try:
            opened = open_without_links(path, os.O_RDONLY | system_flags("O_NOFOLLOW"))
        except FileNotFoundError:  # it was there a moment ago
            raise UnreadableError("missing") from None
        with open(opened, "rb") as file:
            while chunk := file.read(1 << 16):
                yield chunk

    return read
