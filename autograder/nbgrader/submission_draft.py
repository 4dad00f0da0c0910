"""The folder of a graded submission: it appears whole, whatever happens on the way."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from nbgrader.utils import rmtree

__all__ = ["draft_of", "write_flushed"]


def write_flushed(path: Path, text: str) -> None:
    """Write a text that ends with a line break, and have it on the disk."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text if text.endswith("\n") else f"{text}\n")
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def draft_of(folder: Path) -> Iterator[Path]:
    """A new folder, which takes the place of another one where the block comes to its end."""
    _remove_abandoned(folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    draft.mkdir(parents=True)
    try:
        yield draft
        _take_place(draft, folder)
    finally:
        if draft.exists():
            rmtree(str(draft))


def _take_place(draft: Path, folder: Path) -> None:
    """Give a draft the name of a folder, whose former contents are removed."""
    while True:
        former = draft.with_name(f"{draft.name}.former")
        with contextlib.suppress(FileNotFoundError):
            folder.rename(former)
        try:
            draft.rename(folder)
        except OSError:
            # Another grader was quicker: what it wrote is the former one now.
            if not folder.exists():
                raise
        else:
            return
        finally:
            if former.exists():
                rmtree(str(former))


def _remove_abandoned(folder: Path) -> None:
    """Remove drafts of graders that were killed."""
    for path in folder.parent.glob(f".{folder.name}.*"):
        number = path.name.removeprefix(f".{folder.name}.").partition(".")[0]
        if number.isdigit() and not Path("/proc", number).exists():
            shutil.rmtree(path, ignore_errors=True)
