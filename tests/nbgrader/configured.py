"""A plugin for pytest: nbgrader's own tests, where our configuration has been loaded."""

from __future__ import annotations

from traitlets.config import Config

from autograder.nbgrader.plugin import configure

configure(Config())
