"""A plugin for pytest: nbgrader's own tests, with our configuration added to theirs."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import nbgrader.api
import pytest

# It is asked for each new gradebook, by a command that takes two seconds.
nbgrader.api.get_alembic_version = functools.cache(nbgrader.api.get_alembic_version)


@pytest.fixture(autouse=True)
def our_configuration(temp_cwd: str) -> None:
    """Add it to what nbgrader's fixture wrote."""
    with Path(temp_cwd, "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(
            "from autograder.nbgrader.plugin import configure\n"
            f"configure(c, root={os.environ['AUTOGRADER_TEST_COURSE']!r})\n"
        )
