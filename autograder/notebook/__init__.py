"""Notebooks: building them, grading them with nbgrader, and the check that students run in them."""

from autograder.notebook.checking import CheckFailed, check

__all__ = ["CheckFailed", "check"]
