"""The check that students run in their notebooks."""

from autograder.notebook.check_cell import CheckFailed, check
from autograder.notebook.magics import load_magics
from autograder.notebook.saved_cells import remember_cells
from autograder.notebook.summary_cell import summary

__all__ = ["CheckFailed", "check", "load_magics", "summary"]

remember_cells()
