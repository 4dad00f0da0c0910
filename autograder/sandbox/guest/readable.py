"""Which files a submission may read: Python's, its packages', and the libraries that these need.

They are found once, when the sandbox is started. Nothing else of the system is among them, and
nothing of this project: with an editable install the course lies beside it, and a fork has loaded
all it needs of it.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import site
import struct
import sys
import sysconfig
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

__all__ = ["LINKS", "readable_paths"]

LINKS = ("/lib", "/lib64", "/lib32", "/libx32")
"""What may be links to folders in `/usr`; libraries are found by these names too."""

_DATA = (
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/usr/lib/locale",
    "/usr/share/fonts",
    "/usr/share/zoneinfo",
)
"""What matplotlib, `zoneinfo` and `locale` read."""

_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
_OF_THE_SYSTEM = ("/usr", "/usr/local")
_LIBRARY_FOLDERS = ("/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib")
_ALWAYS = ("libgcc_s.so.1",)
"""What the C library loads itself when a thread ends."""


@functools.cache
def readable_paths() -> tuple[str, ...]:
    """The paths that a submission may read: the interpreter, packages, their libraries, fonts.

    Returns:
        Existing absolute paths of files and directories, each once, and none inside of another.
    """
    paths = sysconfig.get_paths()
    folders = {paths[key] for key in ("stdlib", "platstdlib", "purelib", "platlib")}
    folders |= set(site.getsitepackages())
    if sys.base_prefix not in _OF_THE_SYSTEM:
        folders.add(os.path.join(sys.base_prefix, "lib"))
    kept = _outermost({os.path.realpath(folder) for folder in folders if os.path.isdir(folder)})
    libraries = _libraries([os.path.realpath(sys.executable), *_shared_objects(kept)])
    found = {*kept, *libraries, *(path for path in (*_DATA, *_DEVICES) if os.path.exists(path))}
    return tuple(_outermost(found))


def _outermost(paths: set[str]) -> list[str]:
    kept: list[str] = []
    for path in sorted(paths, key=lambda path: (path.count("/"), path)):
        if not any(path.startswith(f"{folder}/") for folder in kept):
            kept.append(path)
    return sorted(kept)


def _shared_objects(folders: list[str]) -> Iterator[str]:
    """Every shared object in folders, at any depth."""
    waiting = list(folders)
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if ".so" in entry.name:
                    if _SHARED.search(entry.name):
                        yield entry.path
                elif "." not in entry.name and entry.name not in _WITHOUT:
                    # A package's folder is a name, so that few files have to be looked at.
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                elif entry.name.endswith(".libs") or _PYTHON.fullmatch(entry.name):
                    waiting.append(entry.path)


_WITHOUT = {"__pycache__", "tests", "test"}
_PYTHON = re.compile(r"python\d+(\.\d+)?")
_SHARED = re.compile(r"\.so(\.[\d.]+)?$")


def _libraries(objects: list[str]) -> set[str]:
    """The libraries that programs and shared objects need, and those that these need."""
    by_name = _known_to_the_loader()
    found = {by_name[name] for name in _ALWAYS if name in by_name}
    waiting, seen = [*objects, *found], set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        needs = _needs(path)
        if needs.interpreter:
            found.add(needs.interpreter)
        for name in needs.names:
            library = _find(name, needs.folders, os.path.dirname(path), by_name)
            if library is not None:
                found.add(library)
                waiting.append(library)
    return {_in_real_folder(path) for path in found}


def _in_real_folder(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def _find(name: str, folders: tuple[str, ...], origin: str, by_name: dict[str, str]) -> str | None:
    for folder in folders:
        place = re.sub(r"\$(ORIGIN|\{ORIGIN\})", lambda _: origin, folder)
        if os.path.isabs(place) and os.path.isfile(os.path.join(place, name)):
            return os.path.normpath(os.path.join(place, name))
    if name in by_name:
        return by_name[name]
    places = (os.path.join(folder, name) for folder in _LIBRARY_FOLDERS)
    return next((place for place in places if os.path.isfile(place)), None)


def _known_to_the_loader() -> dict[str, str]:
    """The libraries of the system by name, from the file in which the loader looks for them."""
    try:
        with open("/etc/ld.so.cache", "rb") as cache:
            paths = re.findall(rb"\0(/[^\0]+)", cache.read())
    except OSError:
        return {}
    known: dict[str, str] = {}
    for path in map(os.fsdecode, paths):
        if os.path.isfile(path):
            known.setdefault(os.path.basename(path), path)
    return known


class _Needs(NamedTuple):
    """What a file in the ELF format says that it needs."""

    names: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    interpreter: str = ""


_LOAD, _DYNAMIC, _INTERPRETER = 1, 2, 3
_NEEDED, _STRINGS, _RPATH, _RUNPATH = 1, 5, 15, 29


def _needs(path: str) -> _Needs:
    try:
        with open(path, "rb") as file:
            return _read_needs(file)
    except (OSError, struct.error, ValueError):
        return _Needs()  # something else that is called like a shared object


def _read_needs(file: BinaryIO) -> _Needs:
    head = file.read(64)
    if head[:5] != b"\x7fELF\x02":
        return _Needs()
    order = "<" if head[5] == 1 else ">"
    start, size, count = (
        struct.unpack_from(f"{order}{form}", head, at)[0]
        for form, at in (("Q", 32), ("H", 54), ("H", 56))
    )
    file.seek(start)
    table = file.read(size * count)
    segments = [struct.unpack_from(f"{order}IIQQQQQQ", table, size * n) for n in range(count)]

    def read(kind: int) -> bytes:
        for found, _, offset, _, _, length, _, _ in segments:
            if found == kind:
                file.seek(offset)
                return file.read(length)
        return b""

    dynamic = read(_DYNAMIC)
    entries = list(struct.iter_unpack(f"{order}qQ", dynamic[: len(dynamic) // 16 * 16]))
    strings = next((value for tag, value in entries if tag == _STRINGS), None)
    if strings is None:
        return _Needs(interpreter=_text(read(_INTERPRETER)))

    def text_at(offset: int) -> str:
        for kind, _, begin, address, _, length, _, _ in segments:
            if kind == _LOAD and address <= strings + offset < address + length:
                file.seek(begin + strings + offset - address)
                return _text(file.read(4096))
        raise ValueError("a name that lies nowhere in the file")

    return _Needs(
        tuple(text_at(value) for tag, value in entries if tag == _NEEDED),
        tuple(
            folder
            for tag, value in entries
            if tag in (_RPATH, _RUNPATH)
            for folder in text_at(value).split(":")
        ),
        _text(read(_INTERPRETER)),
    )


def _text(data: bytes) -> str:
    return os.fsdecode(data.partition(b"\0")[0])
