"""Which course nbgrader grades: one of ours, loaded once, or none."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from autograder.course import Course, CourseError, Settings, find_course, load_course
from autograder.course.settings import read_settings

__all__ = [
    "converter_of",
    "course_root",
    "course_settings",
    "is_ours",
    "keep_loaded",
    "loaded_course",
]


def converter_of(asked: Any) -> Any:
    """The converter that an exporter or a preprocessor of nbgrader's works for, or None."""
    while asked is not None and getattr(asked, "coursedir", None) is None:
        asked = asked.parent
    return asked


def course_root(asked: Any) -> str:
    """The root of the course of ours that nbgrader works in; empty where it is none of ours.

    Args:
        asked: a converter, an exporter or a preprocessor of nbgrader's.
    """
    named = asked.config.GradeInSandbox.get("course", "") if asked.config else ""
    if isinstance(named, str) and named:
        return named
    converter = converter_of(asked)
    return "" if converter is None else _root_above(str(converter.coursedir.root))


@functools.cache
def _root_above(folder: str) -> str:
    try:
        return str(find_course(Path(folder).resolve()))
    except CourseError:
        return ""


def is_ours(root: str, assignment: str) -> bool:
    """Whether a course of ours has exercises for an assignment.

    Args:
        root: see `course_root`.
        assignment: its name.
    """
    return bool(root) and Path(root, "solutions", assignment).is_dir()


def course_settings(root: str) -> Settings:
    """What `course.toml` says now.

    Raises:
        CourseError: if something in it is missing or wrong.
    """
    path = Path(root) / "course.toml"
    about = path.stat() if path.is_file() else None
    return _settings(path, about and (about.st_mtime_ns, about.st_size, about.st_ino))


@functools.lru_cache(maxsize=4)
def _settings(path: Path, version: tuple[int, int, int] | None) -> Settings:
    """What a version of a file says."""
    return read_settings(path)


_loaded: dict[str, Course] = {}


def loaded_course(root: str) -> Course:
    """The course in this folder.

    Raises:
        CourseError: if something in it is missing or wrong.
    """
    if root not in _loaded:
        _loaded[root] = load_course(Path(root))
    return _loaded[root]


def keep_loaded(root: str, course: Course) -> None:
    """Have a course that was loaded already not be loaded again.

    Args:
        root: its folder, by the name that will be asked for.
        course: the course.
    """
    _loaded[root] = course
