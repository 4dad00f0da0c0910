"""Libraries on the disk: `.autograder/library/<exercise>.npz`.

A library depends on everything that its exercise is made from, on the course's secret, and on the
code that makes it; the digest of all that is in the file. The file holds numbers and texts, and is
read without pickle.
"""

from __future__ import annotations

import functools
import hashlib
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from autograder.course import Solution
from autograder.keys.library import Explanation, Library
from autograder.keys.sources import sources_digest
from autograder.texts import decode_text, encode_text

__all__ = [
    "code_digest",
    "is_kept",
    "library_digest",
    "library_path",
    "read_library",
    "write_library",
]

_FORMAT: Final = 1

_CODE: Final = (
    "edits/*.py",
    "variants/*.py",
    "keys/sketch.py",
    "keys/library.py",
    "keys/making.py",
    "keys/cases.py",
    "keys/plain_inputs.py",
    "keys/probes.py",
    "sandbox/guest/drivers.py",
)
"""The modules that decide what is in a library."""

_ARRAYS: Final = ("variants", "costs", "columns", "sketches")


def library_path(root: Path, exercise: str) -> Path:
    """Where the library of an exercise lies in a course."""
    return root / ".autograder" / "library" / f"{exercise}.npz"


def library_digest(solution: Solution, seed: bytes, *, with_pairs: bool) -> str:
    """The SHA-256 of everything that decides what is in the library of an exercise.

    Args:
        solution: the exercise.
        seed: the course's secret.
        with_pairs: whether it also has what two explanations together lead to.
    """
    digest = hashlib.sha256(seed)
    texts = (
        *(code_digest(), np.__version__, str(with_pairs), sources_digest(solution, _FORMAT)),
        _text_of(solution.folder / "alternatives.py"),
    )
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()


def _text_of(path: Path) -> str:
    """The text of a file, or nothing: a draft may be without it."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@functools.cache
def code_digest() -> str:
    """The SHA-256 of the modules that make variants."""
    digest = hashlib.sha256()
    for path in _modules():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _modules() -> Iterator[Path]:
    package = Path(__file__).parents[1]
    for pattern in _CODE:
        yield from sorted(package.glob(pattern))


def write_library(path: Path, library: Library, digest: str) -> None:
    """Write or replace a file; a reader finds either the old library or the new one.

    Raises:
        OSError: if it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.stem}.{os.getpid()}.part")
    explanations = msgspec.json.encode(library.explanations, enc_hook=encode_text)
    try:
        with draft.open("wb") as file:
            np.savez_compressed(
                file,
                digest=_bytes(digest.encode()),
                explanations=_bytes(explanations),
                **{name: getattr(library, name) for name in _ARRAYS},
            )
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _bytes(data: bytes) -> np.ndarray[Any, Any]:
    return np.frombuffer(data, dtype=np.uint8)


def is_kept(path: Path, digest: str) -> bool:
    """Whether a library is there that was made from this; its arrays are not read.

    Args:
        path: of the file.
        digest: of what it has to be made from.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            return _is_made_from(file, digest)
    except _UNREADABLE:
        return False


def _is_made_from(file: Any, digest: str) -> bool:
    return bool(file["digest"].tobytes() == digest.encode())


_UNREADABLE: Final = (
    OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile, msgspec.DecodeError
)  # fmt: skip
"""What a damaged file raises. It is made anew: nothing in it is worth an error."""


def read_library(path: Path, digest: str) -> Library | None:
    """Read a library.

    Args:
        path: of the file.
        digest: of what it has to be made from.

    Returns:
        The library, or None where there is none, or one that was made from something else.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            if not _is_made_from(file, digest):
                return None
            explanations = msgspec.json.decode(
                file["explanations"].tobytes(), type=list[Explanation], dec_hook=decode_text
            )
            return Library(explanations, **{name: file[name] for name in _ARRAYS})
    except _UNREADABLE:
        return None
