"""A plugin for pytest: nbgrader's own tests, where our configuration has been loaded."""

from __future__ import annotations

import functools

import nbgrader.api
from traitlets.config import Config

from autograder.nbgrader.plugin import configure

# It is asked for each new gradebook, by a command that takes two seconds.
nbgrader.api.get_alembic_version = functools.cache(nbgrader.api.get_alembic_version)

configure(Config())
