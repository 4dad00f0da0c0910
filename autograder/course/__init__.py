"""What a course is made of, and loading it from disk.

Authors of exercises import `Exercise`, `Case` and `mistake` from here; everything else is found by
the name of its folder or file. A name is loaded when it is first used: a student's check needs few.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from autograder.errors import CourseError, CourseErrors

if TYPE_CHECKING:
    from autograder.course.authoring import Case, Check, Exercise, mistake
    from autograder.course.check_parts import Plot
    from autograder.course.loading import find_course, load_course
    from autograder.course.model import Assignment, Course, Solution, Task
    from autograder.course.settings import Settings

__all__ = [
    "Assignment",
    "Case",
    "Check",
    "Course",
    "CourseError",
    "CourseErrors",
    "Exercise",
    "Plot",
    "Settings",
    "Solution",
    "Task",
    "find_course",
    "load_course",
    "mistake",
]

_HOMES = {
    "authoring": ("Case", "Check", "Exercise", "mistake"),
    "check_parts": ("Plot",),
    "loading": ("find_course", "load_course"),
    "model": ("Assignment", "Course", "Solution", "Task"),
    "settings": ("Settings",),
}
"""Where each name is defined."""

# As in the package above. The two share no module: the untrusted side imports that one, too, and
# can read no more of this project than it needs.
if not TYPE_CHECKING:  # a type checker would take every name for a public one

    def __getattr__(name: str) -> object:
        for module, names in _HOMES.items():
            if name in names:
                value = getattr(importlib.import_module(f"{__name__}.{module}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
