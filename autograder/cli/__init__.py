"""The `autograder` command."""

from autograder.cli.app import main

__all__ = ["main"]
