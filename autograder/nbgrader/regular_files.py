"""Having nbgrader copy and read only regular files beside a submitted notebook.

A submission may contain links: to the course's seed, to a classmate's work, to an endless device.
nbgrader follows them and puts what it finds into the feedback. No setting of it prevents that.
"""

from __future__ import annotations

import contextlib
import functools
import os
import stat
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, base
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files, parse_utc

__all__ = ["copy_regular_files_only"]

_MAX_TIMESTAMP_BYTES = 1_000


@functools.cache
def copy_regular_files_only() -> None:
    """Make `nbgrader autograde` ignore links, pipes and devices in submissions."""
    initialise = Autograde.init_assignment

    @functools.wraps(initialise)
    def init_assignment(self: Any, assignment_id: str, student_id: str) -> None:
        with _finding(_regular_files):
            initialise(self, assignment_id, student_id)

    @functools.wraps(CourseDirectory.get_existing_timestamp)
    def get_existing_timestamp(self: Any, dest_path: str) -> Any:
        path = Path(dest_path, "timestamp.txt")
        if not os.path.lexists(path):
            return None
        time = _time_in(path)
        if time is None:
            self.log.warning("%s is no time stamp and is passed over", path)
        return time

    Autograde.init_assignment = init_assignment
    CourseDirectory.get_existing_timestamp = get_existing_timestamp


@contextlib.contextmanager
def _finding(find: Callable[..., list[str]]) -> Iterator[None]:
    """Temporarily have nbgrader find the other files of a submission by another function."""
    base.find_all_files = find
    try:
        yield
    finally:
        base.find_all_files = find_all_files


def _regular_files(path: str, exclude: list[str] | None = None) -> list[str]:
    if os.path.islink(path) or os.path.islink(os.path.dirname(path)):
        return []
    return [found for found in find_all_files(path, exclude) if _is_regular(found)]


def _is_regular(path: str | Path) -> bool:
    return stat.S_ISREG(os.lstat(path).st_mode)


def _time_in(path: Path) -> datetime | None:
    """The time that a file says, as nbgrader reads it; None where it says none."""
    if not _is_regular(path) or path.stat().st_size > _MAX_TIMESTAMP_BYTES:
        return None
    try:
        # Windows' editors begin a file with a mark that is none of its text.
        return parse_utc(path.read_text(encoding="utf-8-sig").strip())  # type: ignore[no-any-return]
    except Exception:  # noqa: BLE001 - the parser raises whatever a strange text leads it to
        return None
