"""nbgrader as a course configures it, and the gradebook that it names."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import Final

from nbgrader.apps import AutogradeApp

from autograder.nbgrader.plugin import configure

__all__ = ["configured_app", "gradebook_of"]

_TO_SHOW: Final = logging.ERROR
"""What nbgrader's steps say of each submission is in its log alone."""


def configured_app(root: Path) -> AutogradeApp:
    """The application of nbgrader, configured as a course says, or by us where it says nothing."""
    with contextlib.chdir(root):
        app = AutogradeApp()
        app.log_level = _TO_SHOW
        app.initialize([])
        if "autograde_preprocessors" not in app.config.Autograde:
            configure(app.config, root)
            app.update_config(app.config)
        # Asked for elsewhere, it would be the folder of then.
        _ = (app.coursedir.root, app.coursedir.db_url)
    logging.getLogger("tornado.application").setLevel(logging.CRITICAL)
    return app


def gradebook_of(root: Path) -> tuple[str, str]:
    """The address of a course's gradebook, and nbgrader's name of the course in it."""
    about = configured_app(root).coursedir
    return about.db_url, about.course_id
