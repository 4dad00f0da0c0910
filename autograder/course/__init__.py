"""What a course is made of, and loading it from disk.

Authors of exercises import `Exercise`, `Case` and `mistake` from here; everything else is found by
the name of its folder or file.
"""

from autograder.course.authoring import Case, Check, Exercise, Plot, mistake
from autograder.course.loading import find_course, load_course
from autograder.course.model import Assignment, Course, Solution
from autograder.course.settings import Settings
from autograder.errors import CourseError, CourseErrors

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
    "find_course",
    "load_course",
    "mistake",
]
