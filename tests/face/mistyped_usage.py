"""Wrong uses of the public names; mypy finds one on each line that says which."""

from __future__ import annotations

import autograder

course = autograder.load_course(1)  # error: arg-type
autograder.grade("course", "submitted/kim/basics")  # error: arg-type
autograder.grade_folder(course, "submitted", layers="strong")  # error: arg-type
autograder.grade_folder(course, "submitted", "basics")  # error: call-arg
score: str = autograder.check("double").score  # error: assignment
grade_all = autograder.grade_all  # error: attr-defined
