"""Reading archives. They are hostile: every member is bounded before a byte of it is written."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Final, Literal, cast

from autograder.errors import AutograderError
from autograder.platforms.packed_names import zip_name

__all__ = ["ArchiveError", "Member", "MemberKind", "members"]

MemberKind = Literal["file", "link", "special", "encrypted", "packing"]

_MOST_LISTED: Final = 64 << 20
"""Bytes of a zip archive's list of members."""

_MOST_MEMBERS: Final = 200_000
"""Of a tar archive, with its folders."""

_LARGEST_READ: Final = 1 << 20
"""Bytes at a time: a header of a tar archive that says more is not believed."""

_MOST_UNPACKED: Final = 16 << 30
_STORED, _DEFLATED = 0, 8
_ENCRYPTED: Final = 0x1
_UNIX: Final = 3
_DAMAGED: Final = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError),
    *(ValueError, RuntimeError, struct.error, OverflowError),
)
"""What the readers of archives raise where the bytes are not those of an archive."""


_IS_DAMAGED: Final = "is damaged, or is no zip or tar archive"


class ArchiveError(AutograderError):
    """An archive cannot be read, or unpacks to more than it may.

    Attributes:
        reason: why, as the end of a sentence that begins with the archive.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"the archive {reason}")
        self.reason = reason


@dataclass(frozen=True)
class Member:
    """What is packed under a name.

    Attributes:
        name: as it is packed.
        kind: what it is; `encrypted` and `packing` for a file that is not unpacked here.
        size: in bytes, as the archive says; never fewer than `read` yields.
        read: yields its bytes; raises `ArchiveError` where they are damaged, or
            `UnreadableError`.
    """

    name: str
    kind: MemberKind
    size: int
    read: Callable[[], Iterator[bytes]]


def members(file: IO[bytes]) -> Iterator[Member]:
    """The members of an archive, in its order; each is read before the next one is asked for.

    Where none is read, nothing is unpacked but the headers of a packed tar.

    Args:
        file: zip, tar, or tar packed by gzip or bzip2; open.

    Raises:
        ArchiveError: if it is damaged, or of another kind.
    """
    file.seek(0)
    beginning = file.read(4)
    file.seek(0)
    with _explained():
        if beginning[:2] == b"PK":
            yield from _zip_members(file)
        elif beginning[:2] == b"\x1f\x8b":
            yield from _tar_members(gzip.GzipFile(fileobj=file))
        elif beginning[:3] == b"BZh":
            yield from _tar_members(bz2.BZ2File(file))
        else:
            yield from _tar_members(file)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Raise an `ArchiveError` where the bytes are not those of an archive."""
    try:
        yield
    except OSError as error:
        if error.errno is not None:  # the disk, and not the archive
            raise
        raise ArchiveError(_IS_DAMAGED) from error
    except _DAMAGED as error:
        raise ArchiveError(_IS_DAMAGED) from error


def _zip_members(file: IO[bytes]) -> Iterator[Member]:
    if _listed_bytes(file) > _MOST_LISTED:
        raise ArchiveError("lists more files than a class hands in")
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                name, kind = zip_name(info), _zip_kind(info)
                yield Member(name, kind, info.file_size, _zip_reader(archive, info))


def _listed_bytes(file: IO[bytes]) -> int:
    """How long the list at the end of a zip archive says it is."""
    size = file.seek(0, io.SEEK_END)
    start = max(0, size - (1 << 16) - 22)
    file.seek(start)
    tail = file.read()
    file.seek(0)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        raise ArchiveError(_IS_DAMAGED)
    (listed,) = struct.unpack("<L", tail[place + 12 : place + 16])
    wide = tail.rfind(b"PK\x06\x06", 0, place)
    if listed == 0xFFFFFFFF and 0 <= wide <= len(tail) - 48:
        (listed,) = struct.unpack("<Q", tail[wide + 40 : wide + 48])
    return int(listed)


def _zip_kind(info: zipfile.ZipInfo) -> MemberKind:
    if info.create_system == _UNIX and (mode := info.external_attr >> 16) and stat.S_IFMT(mode):
        if stat.S_ISLNK(mode):
            return "link"
        if not stat.S_ISREG(mode):
            return "special"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    # What unpacks LZMA asks for as much memory as the archive says, and what unpacks bzip2 makes a
    # gigabyte of a thousand bytes at once.
    return "file" if info.compress_type in (_STORED, _DEFLATED) else "packing"


def _zip_reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        with _explained(), archive.open(info) as opened:
            yield from _chunks(opened)

    return read


def _tar_members(file: Any) -> Iterator[Member]:
    with tarfile.open(fileobj=cast("IO[bytes]", _Bounded(file)), mode="r:") as archive:
        for count, info in enumerate(archive):
            if count > _MOST_MEMBERS:
                raise ArchiveError("lists more files than a class hands in")
            if not info.isdir():
                kind: MemberKind = "link" if info.issym() or info.islnk() else "special"
                kind = "file" if info.isreg() else kind
                yield Member(info.name, kind, info.size, _tar_reader(archive, info))


def _tar_reader(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        with _explained():
            opened = archive.extractfile(info)
            if opened is not None:
                yield from _chunks(opened)

    return read


def _chunks(opened: IO[bytes]) -> Iterator[bytes]:
    while chunk := opened.read(1 << 16):
        yield chunk


class _Bounded:
    """A file that is never read far, and never much at a time."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _LARGEST_READ:
            raise ArchiveError("has a header that is larger than any name")
        return bytes(self._file.read(size))

    def seek(self, place: int, whence: int = 0) -> int:
        if whence or place > _MOST_UNPACKED:
            raise ArchiveError("unpacks to more than a class hands in")
        return int(self._file.seek(place, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def seekable(self) -> bool:
        return True
