"""The check that students run in their notebooks."""

from autograder.notebook.check_cell import CheckFailed, check

__all__ = ["CheckFailed", "check"]
