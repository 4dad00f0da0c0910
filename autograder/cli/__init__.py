"""The `autograder` command."""

from autograder.cli.start import main

__all__ = ["main"]
