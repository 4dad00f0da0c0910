"""nbgrader for this course: notebooks are graded in the sandbox, by the course's own checks."""

from autograder.nbgrader.plugin import configure

configure(get_config())  # noqa: F821 - nbgrader provides it
