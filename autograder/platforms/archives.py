"""Reading archives. They are hostile: every member is bounded before a byte of it is written."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import re
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

_MOST_RECORDS: Final = 500
"""Of an extended header of a tar archive, with those that are about all of its members."""

_RECORD: Final = re.compile(rb"([0-9]{1,7}) [^=\n]{1,100}=")
_LONG_NUMBER: Final = re.compile(rb"[0-9]{100}")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED: Final = 0x1
_UNIX: Final = 3
_DAMAGED: Final = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError),
    *(ValueError, RuntimeError, struct.error, OverflowError, IndexError),
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
        passing_unpacks: whether its bytes are unpacked too where it is passed over, to come to the
            next one.
    """

    name: str
    kind: MemberKind
    size: int
    read: Callable[[], Iterator[bytes]]
    passing_unpacks: bool = False


def members(file: IO[bytes]) -> Iterator[Member]:
    """The members of an archive, in its order; each is read before the next one is asked for.

    Where none is read, nothing is unpacked of a zip; a packed tar is, as far as one goes in it.

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
            yield from _tar_members(gzip.GzipFile(fileobj=file), packed=True)
        elif beginning[:3] == b"BZh":
            yield from _tar_members(bz2.BZ2File(file), packed=True)
        else:
            yield from _tar_members(file, packed=False)


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


def _tar_members(file: Any, *, packed: bool) -> Iterator[Member]:
    bounded = cast("IO[bytes]", _Bounded(file))
    with tarfile.open(fileobj=bounded, mode="r:", tarinfo=_TarMember) as archive:
        for count, info in enumerate(archive):
            if count > _MOST_MEMBERS:
                raise ArchiveError("lists more files than a class hands in")
            if info.size < 0:
                raise ArchiveError(_IS_DAMAGED)
            if not info.isdir():
                kind: MemberKind = "link" if info.issym() or info.islnk() else "special"
                kind = "file" if info.isreg() else kind
                yield Member(info.name, kind, info.size, _tar_reader(archive, info), packed)


class _TarMember(tarfile.TarInfo):
    """A member whose extended header is looked at before it is read.

    Python before 3.11.10 reads some headers in a time, and a memory, that grows by the square of
    their size.
    """

    def _proc_pax(self, archive: Any) -> Any:
        header = archive.fileobj.look_ahead(self._block(self.size))  # type: ignore[attr-defined]
        count = _count_of_records(header)
        if count is None or count + len(archive.pax_headers) > _MOST_RECORDS:
            raise ArchiveError(_IS_DAMAGED)
        return super()._proc_pax(archive)  # type: ignore[misc]


def _count_of_records(header: bytes) -> int | None:
    """How many records an extended header has; None where it has something else."""
    place = count = 0
    while place < len(header) and header[place]:
        found = _RECORD.match(header, place)
        end = place + int(found[1]) if found else 0
        if found is None or end <= found.end() or header[end - 1 : end] != b"\n":
            return None
        place, count = end, count + 1
    return None if _LONG_NUMBER.search(header) else count


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
        self._ahead = b""

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _LARGEST_READ:
            raise ArchiveError("has a header that is larger than any name")
        part, self._ahead = self._ahead[:size], self._ahead[size:]
        return part + bytes(self._file.read(size - len(part)))

    def look_ahead(self, size: int) -> bytes:
        """What is read next."""
        self._ahead = self.read(size)
        return self._ahead

    def seek(self, place: int, whence: int = 0) -> int:
        if whence or place > _MOST_UNPACKED:
            raise ArchiveError("unpacks to more than a class hands in")
        self._ahead = b""
        return int(self._file.seek(place, whence))

    def tell(self) -> int:
        return int(self._file.tell()) - len(self._ahead)

    def seekable(self) -> bool:
        return True
