"""Which part of a class a path names: all of it, one student, one assignment, one file."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from autograder.collecting.meant_names import code_kind
from autograder.collecting.student_names import safe_name

__all__ = ["ClassPart", "part_named"]


@dataclass(frozen=True)
class ClassPart:
    """A part of a class.

    Attributes:
        folder: that holds the folders of students.
        student: whose folder was named, fit to be shown, or None for everybody.
        assignment: whose folder was named, or None for all.
        file: the one file that was named, or None.
    """

    folder: Path
    student: str | None = None
    assignment: str | None = None
    file: Path | None = None


def part_named(path: Path, assignments: Collection[str]) -> ClassPart:
    """What a path names: `submitted`, `submitted/kim`, `submitted/kim/adaptive`, or a file there.

    Args:
        path: as somebody typed it; it may not exist.
        assignments: the names of the course's own.
    """
    whole = Path(os.path.abspath(path))
    if not whole.is_dir() and code_kind(whole.name) is not None and os.path.lexists(whole):
        around = whole.parent
        known = around.name in assignments
        student = around.parent if known else around
        return ClassPart(
            student.parent, safe_name(student.name), around.name if known else None, whole
        )
    if whole.name in assignments and _holds_files(whole):
        return ClassPart(whole.parent.parent, safe_name(whole.parent.name), whole.name)
    if any(_holds_files(whole / name) for name in assignments):
        return ClassPart(whole.parent, safe_name(whole.name))
    return ClassPart(path)


def _holds_files(folder: Path) -> bool:
    """Whether somebody's answers lie in a folder, and not the folders of students."""
    try:
        return any(
            code_kind(entry.name) is not None and not entry.is_dir() for entry in os.scandir(folder)
        )
    except OSError:
        return False
